import PlaybookLanguage
import Session
import Values

/// Reads one line as the parts that people have in a task.
struct DutyLine {
  struct Duties {
    let task: String
    let isNewTask: Bool
    /// The parts that the line speaks of; an empty one takes everybody out.
    let holders: [DutyKind: [String]]
    /// Names that nobody here has.
    let outsiders: [String]
  }

  struct Slip: Error {
    let words: String
    /// The line with the name that was probably meant.
    let mended: String?

    init(_ words: String, mended: String? = nil) {
      self.words = words
      self.mended = mended
    }
  }

  let table: DutyTable

  init(_ table: DutyTable) { self.table = table }

  /// `R dan A rosa C finn, leah`, with those who may have a part here.
  var example: String {
    let room = RoomNames(people: table.holders.map { (id: $0.key, name: $0.name) })
    let names = table.holders.prefix(4).map { holder -> String in
      let first = holder.name.split(separator: " ").first.map(String.init) ?? holder.name
      guard case .one = room.match(first) else { return holder.name }
      return first.lowercased()
    }
    let parts = [
      names.first.map { "R \($0)" }, names.dropFirst().first.map { "A \($0)" },
      names.count > 2 ? "C " + names.dropFirst(2).joined(separator: ", ") : nil,
    ]
    return parts.compactMap { $0 }.joined(separator: " ")
  }

  /// A line for the task that waits first, unless it begins with another: `Label data: R dan`.
  func read(_ line: String) -> Result<Duties, Slip> {
    if let (task, rest) = named(line) { return parts(rest, of: task) }
    guard let task = table.waiting.first?.task else {
      return .failure(Slip("Which task? Label data: \(line)", mended: line))
    }
    return parts(line, of: task)
  }

  /// The task before a colon that parts follow; a number stands for its place.
  private func named(_ line: String) -> (task: String, rest: String)? {
    var end = line.startIndex
    while let colon = line[end...].firstIndex(of: ":") {
      let name = String(line[..<colon]).trimmed
      let rest = String(line[line.index(after: colon)...]).trimmed
      end = line.index(after: colon)
      guard !name.isEmpty, DutyKind(typed: name) == nil, Self.isPart(rest) else { continue }
      return (task(called: name) ?? name, rest)
    }
    return nil
  }

  private static func isPart(_ text: String) -> Bool {
    let word = text.prefix { $0.isLetter || $0 == "/" }
    return marks(String(word)) != nil
  }

  private func task(called name: String) -> String? {
    if let number = Int(name), table.rows.indices.contains(number - 1) {
      return table.rows[number - 1].task
    }
    let folded = TextFolding.fold(name)
    if let exact = table.rows.first(where: { TextFolding.fold($0.task) == folded }) {
      return exact.task
    }
    let begun = table.rows.filter { TextFolding.fold($0.task).hasPrefix(folded) }
    return begun.count == 1 ? begun[0].task : nil
  }

  // MARK: Parts

  /// `R`, `A/R`, `RA`, `accountable`; nil for any other word.
  private static func marks(_ word: String) -> [DutyKind]? {
    if let one = DutyKind(typed: word) { return [one] }
    let letters = word.split(separator: "/").joined()
    guard (2...4).contains(letters.count), letters == letters.uppercased() else { return nil }
    let duties = letters.compactMap { DutyKind(typed: String($0)) }
    return duties.count == letters.count ? duties : nil
  }

  func parts(_ text: String, of task: String) -> Result<Duties, Slip> {
    var current: [DutyKind] = []
    var names: [DutyKind: [String]] = [:]
    for word in text.split(whereSeparator: { " \t".contains($0) }).map(String.init) {
      let bare = word.last == ":" || word.last == "=" ? String(word.dropLast()) : word
      if let duties = Self.marks(bare) {
        current = duties
        for duty in duties { names[duty] = names[duty] ?? [] }
      } else if current.isEmpty {
        return .failure(
          Slip("A letter before the names: \(example). “\(word)” has none."))
      } else {
        for duty in current { names[duty, default: []].append(word) }
      }
    }
    guard !names.isEmpty else {
      return .failure(
        Slip("R does it, A answers for it, C is asked, I is told: \(example)."))
    }
    return holders(names, task, text)
  }

  private func holders(
    _ names: [DutyKind: [String]], _ task: String, _ line: String
  ) -> Result<Duties, Slip> {
    let room = RoomNames(people: table.holders.map { (id: $0.key, name: $0.name) })
    var outsiders: [String] = []
    var holders: [DutyKind: [String]] = [:]
    for (duty, words) in names {
      var keys: [String] = []
      for name in Self.split(words, room) where name != "-" {
        switch room.match(name) {
        case .one(let key): keys.append(key)
        case .several(let found):
          let labels = DisplayText.joined(found.map(table.name), by: "or")
          return .failure(Slip("Which \(name)? \(labels): type the whole name."))
        case .near(let key):
          return .failure(
            Slip(
              "Nobody here is “\(name)”. Did you mean \(table.name(of: key))?",
              mended: line.replacingFirst(name, with: table.name(of: key))))
        case .none:
          keys.append(name)
          if !outsiders.contains(name) { outsiders.append(name) }
        }
      }
      holders[duty] = keys.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
    let isKnown = table.rows.contains { $0.task == task }
    return .success(
      Duties(task: task, isNewTask: !isKnown, holders: holders, outsiders: outsiders.sorted()))
  }

  /// Names by commas; without one, words that are names by themselves: `finn leah`, `Rosa Lund`.
  private static func split(_ words: [String], _ room: RoomNames) -> [String] {
    let line = words.joined(separator: " ")
    let pieces = line.split { ",;&+".contains($0) }.flatMap { piece in
      piece.split(separator: " ").split(separator: "and").map { $0.joined(separator: " ") }
    }
    return pieces.flatMap { piece -> [String] in
      let parts = piece.split(separator: " ").map(String.init)
      guard parts.count > 1 else { return [piece] }
      if case .one = room.match(piece) { return [piece] }
      let areNames = parts.allSatisfy { if case .one = room.match($0) { true } else { false } }
      return areNames ? parts : [piece]
    }
  }
}
