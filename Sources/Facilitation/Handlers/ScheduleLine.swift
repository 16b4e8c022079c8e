import PlaybookLanguage
import Session
import Values

/// The tasks that a line may come after: by number, id or name.
struct TaskNames {
  struct Known {
    let id: String
    let number: Int?
    var text: String
    /// What it may be called besides, while its own words are not certain yet.
    var alias = ""
  }

  private(set) var known: [Known]
  /// How many of them are only about to be added; they stand at the end.
  private var added = 0

  init(_ room: Room, _ list: Address) {
    known = room.state.liveItems(in: list).map { item in
      let value = ItemValue(id: item.id, list: list.question, chain: list.items)
      return Known(id: item.id, number: item.number, text: room.scope.text(of: value))
    }
  }

  /// With so many more, which lines below one another count from 1 where there were none before.
  func adding(_ count: Int, _ ids: [String]) -> TaskNames {
    var names = self
    let isFirst = known.isEmpty
    names.known += ids.enumerated().map { place, id in
      Known(id: id, number: isFirst ? place + 1 : Int(id.drop { !$0.isNumber }), text: "")
    }
    names.added = count
    return names
  }

  func naming(_ texts: [String]) -> TaskNames {
    var names = self
    for (place, text) in zip(known.indices.suffix(added), texts) { names.known[place].text = text }
    return names
  }

  /// Lines that are not read yet: what stands before their first comma may be the task.
  func beginning(_ lines: [String]) -> TaskNames {
    var names = self
    for (place, line) in zip(known.indices.suffix(added), lines) {
      names.known[place].alias = String(line.prefix { $0 != "," && $0 != "|" }).trimmed
    }
    return names
  }

  /// One task; nil where there is none of this name.
  private func find(_ word: String) -> String? {
    let folded = TextFolding.fold(word.trimmed)
    if let number = Int(folded) { return known.first { $0.number == number }?.id }
    guard !folded.isEmpty else { return nil }
    return known.first { task in
      [task.id.lowercased(), TextFolding.fold(task.text), TextFolding.fold(task.alias)]
        .contains(folded)
    }?.id
  }

  /// `1`, `1 and 2`, `1, 3`, a task's name; nil where a part of it is nothing that is known.
  ///
  /// A name may have a comma of its own, so the longest run of parts that is a name counts.
  func read(_ text: String) -> [String]? {
    let parts = text.split { ",&;".contains($0) }.map { String($0).trimmed }
    var ids: [String] = []
    var start = 0
    while start < parts.count {
      let run = stride(from: parts.count, to: start, by: -1).lazy.compactMap { end in
        find(parts[start..<end].joined(separator: ", ")).map { (end, [$0]) }
      }.first
      guard let (end, found) = run ?? several(parts[start]).map({ (start + 1, $0) }) else {
        return nil
      }
      ids += found.filter { !ids.contains($0) }
      start = end
    }
    return ids.isEmpty ? nil : ids
  }

  /// `1 and 2`, `1 2`.
  private func several(_ part: String) -> [String]? {
    let words = part.split(separator: " ").map(String.init)
    let areNumbers = words.allSatisfy { Int($0) != nil || $0 == "and" }
    let names =
      areNumbers
      ? words.filter { $0 != "and" }
      : words.split(separator: "and").map { $0.joined(separator: " ") }
    let ids = names.compactMap(find)
    return ids.count == names.count && !ids.isEmpty ? ids : nil
  }

  /// What is wrong with numbers that no task has; nil for words, which may be a part of the task.
  func problem(_ text: String) -> String? {
    let words = text.split { " ,&;".contains($0) }.filter { $0 != "and" }
    guard !words.isEmpty, words.allSatisfy({ Int($0) != nil }),
      let missing = words.first(where: { find(String($0)) == nil })
    else { return nil }
    return known.isEmpty
      ? "There is no task yet to come after." : "There is no task \(missing) to come after."
  }
}

/// Takes off a line's end what it says of days and order, in whatever order it says it.
struct ScheduleClauses {
  private(set) var words: [String]
  private(set) var days: Int?
  private(set) var after: [String]?
  private(set) var start: DateReading?
  private(set) var problem: String?
  private let names: TaskNames
  private let today: CalendarDate

  init(_ line: String, _ names: TaskNames, _ today: CalendarDate) {
    words = line.split(separator: " ").map(String.init)
    self.names = names
    self.today = today
  }

  mutating func take() {
    while takeAfter() || takeStart() || takeDays() {}
  }

  /// What is left: the task and its owner.
  var rest: String { words.joined(separator: " ") }

  var cells: [JSONValue.Member] {
    var cells: [JSONValue.Member] = []
    if case .date(let date)? = start { cells.append(.init("start", .string(date.iso))) }
    if let days { cells.append(.init("duration", .number(Number(days)))) }
    if let after { cells.append(.init("after", .array(after.map { .string($0) }))) }
    return cells
  }

  private mutating func takeAfter() -> Bool {
    guard after == nil, let place = words.lastIndex(where: { Self.plain($0) == "after" }),
      place + 1 < words.count
    else { return false }
    let tail = words[(place + 1)...].joined(separator: " ").trimmingTrailingComma
    guard let found = names.read(tail) else {
      problem = problem ?? names.problem(tail)
      return false
    }
    after = found
    cut(from: place)
    return true
  }

  private mutating func takeStart() -> Bool {
    let openers = ["from", "starts", "starting", "begins"]
    guard start == nil, let place = words.lastIndex(where: { openers.contains(Self.plain($0)) }),
      place + 1 < words.count
    else { return false }
    let tail = words[(place + 1)...].joined(separator: " ").trimmingTrailingComma
    let reading = DatePhrase.readAskingYear(tail, today: today)
    guard reading != .none else { return false }
    start = reading
    cut(from: place)
    return true
  }

  private mutating func takeDays() -> Bool {
    guard days == nil else { return false }
    for count in [4, 3, 2, 1] where words.count >= count {
      let tail = words.suffix(count).joined(separator: " ").trimmingTrailingComma
      guard let found = WorkdaysKind.days(tail), found >= 0 else { continue }
      if found > WorkdaysKind.most { problem = "“\(tail)” is more than ten years of work." }
      days = found
      cut(from: words.count - count)
      if let last = words.last, ["for", "takes"].contains(Self.plain(last)) { words.removeLast() }
      return true
    }
    return false
  }

  private mutating func cut(from place: Int) {
    words.removeSubrange(place...)
    if let last = words.indices.last { words[last] = words[last].trimmingTrailingComma }
    if words.last?.isEmpty == true { words.removeLast() }
  }

  private static func plain(_ word: String) -> String {
    TextFolding.fold(word.trimmingTrailingComma)
  }
}

extension String {
  fileprivate var trimmingTrailingComma: String {
    var rest = self[...]
    while rest.hasSuffix(",") || rest.hasSuffix(" ") { rest = rest.dropLast() }
    return String(rest)
  }
}

/// Reads one line as a task.
struct ScheduleLine {
  let question: Question
  let room: Room
  let list: Address
  let names: TaskNames

  init(_ question: Question, _ room: Room, _ list: Address, _ names: TaskNames? = nil) {
    self.question = question
    self.room = room
    self.list = list
    self.names = names ?? TaskNames(room, list)
  }

  /// The task's cells, perhaps after a question back.
  ///
  /// Where the task has its name already, the rest of the line says who and when.
  func read(
    _ line: String, about name: String? = nil, _ make: ([JSONValue.Member]) -> Decision
  ) -> Decision {
    if line.contains("|"), name == nil {
      switch cells(Self.columns(line, question), about: nil) {
      case .success(let cells): return make(cells)
      case .failure(let slip): return .problem(slip.words, keeping: line)
      }
    }
    var clauses = ScheduleClauses(line, names, room.moment.today)
    clauses.take()
    if let problem = clauses.problem { return .problem(problem, keeping: line) }
    return start(clauses) { start in
      self.owner(clauses, name, start, line, make)
    }
  }

  private func start(
    _ clauses: ScheduleClauses, _ next: (CalendarDate?) -> Decision
  ) -> Decision {
    switch clauses.start {
    case .ambiguous(let dates)?:
      return Decision(
        dialog: .choose("Which day is that?", dates.map { ($0.display, .decide(next($0))) }))
    case .date(let date)?: return next(date)
    case .some(.none), nil: return next(nil)
    }
  }

  private func owner(
    _ clauses: ScheduleClauses, _ name: String?, _ start: CalendarDate?, _ line: String,
    _ make: ([JSONValue.Member]) -> Decision
  ) -> Decision {
    guard !clauses.rest.trimmed.isEmpty else {
      return .problem("What is the task? set up servers, eve 3 days after 1.", keeping: line)
    }
    return ActionLine(room).read(clauses.rest) { action in
      var cells = clauses.cells.filter { $0.name != "start" }
      cells.insert(.init("task", .string(name ?? action.text)), at: 0)
      if let owner = action.owner { cells.append(.init("owner", .string(owner))) }
      if let day = start ?? action.due { cells.append(.init("start", .string(day.iso))) }
      return make(cells)
    }
  }

  /// The cells without asking back: what is not certain stays in the words.
  func certain(_ line: String) -> [JSONValue.Member] {
    var found: [JSONValue.Member]?
    let decision = read(line) { cells in
      found = cells
      return Decision()
    }
    if let found, decision.dialog == nil { return found }
    var clauses = ScheduleClauses(line, names, room.moment.today)
    clauses.take()
    return [.init("task", .string(clauses.rest))] + clauses.cells
  }

  // MARK: Cell by cell

  private static func columns(_ line: String, _ question: Question) -> [JSONValue.Member] {
    let words = TableCells.of(line, columns: question.askedColumns.count)
    return zip(question.columns.map(\.name), words).filter { !$0.1.isEmpty }.map {
      .init($0.0, .string($0.1))
    }
  }

  /// Cells that come by name, in words.
  func cells(_ row: [JSONValue.Member], about name: String?) -> Result<
    [JSONValue.Member], VoteHandler.Slip
  > {
    let text = row.first { $0.name == "task" }?.value.string ?? name ?? ""
    guard !text.isEmpty else { return .failure(.init(words: "A task needs a name.")) }
    var cells: [JSONValue.Member] = [.init("task", .string(text))]
    for cell in row where cell.name != "task" {
      switch value(of: cell, in: text) {
      case .success(let value): cells.append(.init(cell.name, value))
      case .failure(let slip): return .failure(slip)
      }
    }
    return .success(cells)
  }

  private func value(of cell: JSONValue.Member, in task: String) -> Result<
    JSONValue, VoteHandler.Slip
  > {
    let words = cell.value.string ?? ""
    guard let column = question.columns.first(where: { $0.name == cell.name }),
      let asked = column.question
    else { return .failure(.init(words: "A task has no “\(cell.name)”.")) }
    if cell.name == "after" {
      guard let ids = names.read(words) else {
        return .failure(.init(words: "“\(task)” comes after “\(words)”, which is no task here."))
      }
      return .success(.array(ids.map { .string($0) }))
    }
    switch Cells(question, room).read(words, column, asked) {
    case .answer(let value): return .success(value)
    case .refused(let why): return .failure(.init(words: "\(cell.name): \(why)"))
    case .choose(let ask, let options):
      guard options.count == 1 else { return .failure(.init(words: "\(cell.name): \(ask)")) }
      return .success(options[0].value)
    }
  }

  /// A pasted line as a row; a cell that cannot be read is a doubt, and costs no other.
  ///
  /// What comes after a task that is none here is refused: nobody could be asked for it alone.
  func row(_ line: String) -> Result<ReadRow, VoteHandler.Slip> {
    guard line.contains("|") else { return .success(ReadRow(certain(line))) }
    var row = ReadRow()
    let cells = Self.columns(line, question)
    guard let task = cells.first(where: { $0.name == "task" })?.value.string else {
      return .failure(.init(words: "A task needs a name."))
    }
    row.cells = [.init("task", .string(task))]
    for cell in cells where cell.name != "task" {
      if OpenWord.saysNothing(cell.value.string ?? "") { continue }
      switch value(of: cell, in: task) {
      case .success(let value): row.cells.append(.init(cell.name, value))
      case .failure(let slip) where cell.name == "after": return .failure(slip)
      case .failure: row.doubts[cell.name] = cell.value.string
      }
    }
    return .success(row)
  }
}
