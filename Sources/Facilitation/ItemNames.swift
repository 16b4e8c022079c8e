import PlaybookLanguage
import Session
import Values

/// What people call an entry or a place: in every way in which a screen shows it.
///
/// `3` in the list at hand, `s3` and `A2` anywhere, `reasons 3` by its list; and `plan 4` for what is
/// asked about entry 4, as it stands before the cursor there.
struct ItemNames {
  let room: Room
  /// Where a bare number counts; nil where it counts nowhere.
  let list: Address?

  init(_ room: Room, in list: Address?) {
    self.room = room
    self.list = list
  }

  /// At any prompt: a bare number is of the list at hand, or of what is grouped or voted on there.
  init(_ room: Room) { self.init(room, in: Mending(room).list) }

  // MARK: Entries

  /// The entry that a line begins with, and what stands behind its name.
  func leading(_ line: String) -> (item: Item, rest: String)? {
    let (word, behind) = Self.cut(line)
    if let item = room.item(called: Self.plain(word), in: list) { return (item, behind) }
    let (second, rest) = Self.cut(behind)
    guard let number = Int(Self.plain(second)), let item = item(number, ofList: word) else {
      return nil
    }
    return (item, rest)
  }

  /// The entry that all of the words name.
  func item(_ words: String) -> Item? {
    leading(words).flatMap { $0.rest.isEmpty ? $0.item : nil }
  }

  /// All entries that a line names, one after the other; else from where on it names none.
  func items(_ line: String) -> (items: [Item], rest: String) {
    var items: [Item] = []
    var rest = line.trimmed
    while let next = leading(rest) {
      if !items.contains(where: { $0.id == next.item.id }) { items.append(next.item) }
      rest = next.rest
    }
    return (items, rest)
  }

  /// The first word, and what stands behind it and its comma.
  static func cut(_ line: String) -> (word: String, rest: String) {
    let line = line.trimmed
    let word = line.prefix { !" ,".contains($0) }
    return (String(word), String(line.dropFirst(word.count).drop { " ,".contains($0) }))
  }

  /// `#3` is 3.
  private static func plain(_ word: String) -> String {
    word.hasPrefix("#") ? String(word.dropFirst()) : word
  }

  /// What huddle itself calls entries of any list.
  private static let rows: Set<String> = ["task", "row", "entry", "line", "item"]

  /// `reasons 3`, `action 2`, `theme 1`, `task 4`.
  ///
  /// What is asked about an entry is called so too, and is no entry.
  private func item(_ number: Int, ofList name: String) -> Item? {
    guard place("\(name) \(number)") == nil else { return nil }
    let word = TextFolding.fold(name)
    if let room = ItemMoving.list(word), word.count > 1 {
      return self.room.item(called: room.prefix + String(number))
    }
    if ["theme", "themes"].contains(word) { return room.item(called: "T\(number)") }
    guard let question = question(word) ?? (word == "task" ? onlySchedule : nil) else {
      return Self.rows.contains(word)
        ? list.flatMap { room.item(called: String(number), in: $0) } : nil
    }
    let live = room.state.liveItems(in: Address(question))
    // Where rows share their numbers with other tables, the third row is the third.
    return live.first { $0.number == number }
      ?? (live.indices.contains(number - 1) ? live[number - 1] : nil)
  }

  private var onlySchedule: Question.ID? {
    let schedules = room.session.index.order.filter {
      room.session.index.questions[$0]?.content.kind == .schedule
    }
    return schedules.count == 1 ? schedules[0] : nil
  }

  private static let kinds: Set<Question.Kind> = [.list, .table, .schedule, .raci, .group]
  /// Fewer letters begin too much.
  private static let fewestLetters = 3

  /// The list that is called so: by its name, or by the only beginning of one.
  private func question(_ word: String) -> Question.ID? {
    let lists = room.session.index.order.filter {
      room.session.index.questions[$0].map { Self.kinds.contains($0.content.kind) } ?? false
    }
    let short = { (id: String) in id.split(separator: ".").last.map(String.init) ?? id }
    let exact = lists.filter { $0 == word || short($0) == word }
    if exact.count == 1 { return exact[0] }
    guard exact.isEmpty, word.count >= Self.fewestLetters else { return nil }
    let begun = lists.filter { short($0).hasPrefix(word) }
    return begun.count == 1 ? begun[0] : nil
  }

  // MARK: Places

  /// The question that is called so: `goal`; in a loop `plan 4`, `plan s4` or `plan@s4`.
  func place(_ words: String) -> Place? {
    let wanted = TextFolding.fold(words.trimmed)
    guard !wanted.isEmpty else { return nil }
    let places = room.agenda.places.filter { $0.question != nil }
    let named = places.filter { place in
      Self.names(of: place).contains { TextFolding.fold($0) == wanted }
    }
    if named.count < 2 { return named.first }
    return named.first { TextFolding.fold($0.label) == wanted }
  }

  private static func names(of place: Place) -> [String] {
    let word = place.address.question.split(separator: ".").last.map(String.init) ?? ""
    let about = place.address.items.last.map { ["\(word) \($0)"] } ?? []
    return [place.label, place.address.description, place.address.question, word] + about
  }

  // MARK: What works

  /// Says that words name no entry, and how one here is named: `/drop 3, /drop s3 or /drop reasons 3`.
  ///
  /// `command` is what stands before the name, and `tail` what stands behind it.
  func noEntry(_ words: String, _ command: String, _ tail: String = "") -> String {
    let name = Self.name(in: words)
    if let place = place(name) {
      let rows = room.state.liveItems(in: place.address)
      return "\(name.quoted) is a question and no entry"
        + (rows.isEmpty
          ? "." : ": it has \(DisplayText.joined(rows.prefix(5).map { room.called($0) })).")
    }
    if let outcome = room.scope.allOutcomes().first(where: {
      $0.item == nil && TextFolding.fold($0.id) == TextFolding.fold(name)
    }) {
      return
        "\(outcome.text.onOneLine.quoted) comes from the playbook’s questions: /back goes to them."
    }
    if let gone = gone(name) { return gone }
    let ways = ways.map { "\(command) \($0)\(tail)" }
    return "There is no entry \(name.quoted): "
      + (ways.isEmpty
        ? "nothing is listed yet."
        : DisplayText.joined(ways, by: "or") + "; /show WORDS finds others.")
  }

  /// The words of a line that can be a name: `r1` of `r1 late`, `reasons 3` of `reasons 3 late`.
  private static func name(in words: String) -> String {
    let (first, behind) = cut(words)
    let number = cut(behind).word
    return Int(number) != nil && first.last?.isNumber == false ? "\(first) \(number)" : first
  }

  /// Whether a line begins as an entry’s name does, whether there is one or not.
  static func isNumbered(_ words: String) -> Bool { name(in: words).last?.isNumber == true }

  /// What became of an entry that is none any more.
  private func gone(_ name: String) -> String? {
    let item = room.state.items.last { item in
      !item.isLive
        && (item.id.lowercased() == name.lowercased()
          || item.list == list && item.number == Int(name))
    }
    guard let item else { return nil }
    guard let into = item.into.flatMap(room.state.survivor) else {
      return "\(name.quoted) is taken out: /undo brings back what was taken out last."
    }
    return "\(name.quoted) is part of \(room.called(into)) now."
  }

  /// How an entry that is there may be named, the shortest first.
  private var ways: [String] {
    let here = list.map { room.state.liveItems(in: $0) } ?? []
    guard let item = here.last ?? room.state.items.last(where: \.isLive) else { return [] }
    var ways = [room.called(item), item.id]
    let word = item.list.question.split(separator: ".").last.map(String.init) ?? ""
    if let number = item.number, self.item("\(word) \(number)")?.id == item.id {
      ways.append("\(word) \(number)")
    }
    return ways.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
