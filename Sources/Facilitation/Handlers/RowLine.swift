import PlaybookLanguage
import Session
import Values

/// Reads one line as a row.
struct RowLine {
  let table: Question
  let room: Room
  let place: Place

  init(_ table: Question, _ room: Room, _ place: Place) {
    self.table = table
    self.room = room
    self.place = place
  }

  /// A table with one person and one date is a list of actions.
  static func isAction(_ table: Question) -> Bool {
    let kinds = table.askedColumns.compactMap { $0.question?.kind }
    return kinds.first == .text && kinds.count { $0 == .person } == 1
      && kinds.count { $0 == .date } == 1
  }

  /// The column of done, not done, blocked in a table of facts.
  static func factColumn(_ table: Question) -> Question.Column? {
    table.askedColumns.first { column in
      let options = column.question?.options.map(\.key) ?? []
      return ["done", "not done", "blocked"].allSatisfy(options.contains)
    }
  }

  /// The row's cells, perhaps after a question back.
  func read(_ line: String, _ make: ([JSONValue.Member]) -> Decision) -> Decision {
    if line.contains("|") { return cells(line, make) }
    if let fact = fact(line) { return make(fact) }
    guard Self.isAction(table) else { return first(line, make) }
    return ActionLine(room).read(line) { make(self.row($0)) }
  }

  /// Whether the line names the columns, as the first of a spreadsheet does.
  func isHeading(_ line: String) -> Bool {
    let words = Self.cells(line).map { TextFolding.fold($0) }
    let names = table.askedColumns.prefix(words.count).map { TextFolding.fold($0.spokenName) }
    return words.count > 1 && words == names
  }

  /// Whether the line has a word for every column: a row of its own, wherever it is typed.
  func isWhole(_ line: String) -> Bool {
    table.askedColumns.count > 1 && Self.cells(line).count == table.askedColumns.count
  }

  private static func cells(_ line: String) -> [String] {
    line.split(separator: "|", omittingEmptySubsequences: false).map { String($0).trimmed }
  }

  /// The row's cells without asking back: what is not certain stays in the words.
  func certain(_ line: String) -> [JSONValue.Member] {
    var found: [JSONValue.Member]?
    let decision = read(line) { cells in
      found = cells
      return Decision()
    }
    if let found, decision.dialog == nil { return found }
    return [.init(table.askedColumns.first?.name ?? "text", .string(line))]
  }

  private func row(_ action: ActionLine.Action) -> [JSONValue.Member] {
    var cells: [JSONValue.Member] = []
    for column in table.askedColumns {
      switch column.question?.kind {
      case .person: if let owner = action.owner { cells.append(.init(column.name, .string(owner))) }
      case .date: if let due = action.due { cells.append(.init(column.name, .string(due.iso))) }
      case .text where cells.isEmpty: cells.append(.init(column.name, .string(action.text)))
      default: break
      }
    }
    // Kept whatever the columns: the read-back would only ask for it again.
    if let done = action.doneWhen { cells.append(.init("done_when", .string(done))) }
    return cells
  }

  /// Whether the line begins with the mark of a fact: `+`, `-` or `!`, and a blank.
  func isFact(_ line: String) -> Bool {
    let words = line.trimmed
    return words.dropFirst().first == " " && fact(words) != nil
  }

  /// `- router not deployed (Jira 41)`: a fact with its state and its source.
  private func fact(_ line: String) -> [JSONValue.Member]? {
    guard let state = Self.factColumn(table),
      let mark = line.first, let value = ["+": "done", "-": "not done", "!": "blocked"][mark]
    else { return nil }
    var words = String(line.dropFirst()).trimmed
    var cells: [JSONValue.Member] = []
    if words.hasSuffix(")"), let open = words.lastIndex(of: "("),
      let column = table.askedColumns.first(where: { $0.name == "source" })
    {
      let source = String(words[words.index(after: open)...].dropLast()).trimmed
      words = String(words[..<open]).trimmed
      cells.append(.init(column.name, .string(source)))
    }
    guard let first = table.askedColumns.first, !words.isEmpty else { return nil }
    return [.init(first.name, .string(words)), .init(state.name, .string(value))] + cells
  }

  /// The whole line is the first cell.
  private func first(_ line: String, _ make: ([JSONValue.Member]) -> Decision) -> Decision {
    guard let column = table.askedColumns.first, let question = column.question else {
      return .problem("This table asks for nothing.", keeping: line)
    }
    switch Cells(table, room).read(line, column, question) {
    case .answer(let value): return make([.init(column.name, value)])
    case .refused(let why): return .problem(why, keeping: line)
    case .choose(let ask, let options):
      return Decision(
        dialog: .choose(
          ask, options.map { ($0.label, .decide(make([.init(column.name, $0.value)]))) }))
    }
  }

  /// Cells with `|` between them, in the columns' order.
  private func cells(_ line: String, _ make: ([JSONValue.Member]) -> Decision) -> Decision {
    var words = Self.cells(line)
    if Self.factColumn(table) != nil, let word = words.first, let mark = word.first,
      "+-!".contains(mark)
    {
      words[0] = String(word.dropFirst()).trimmed
    }
    let columns = table.askedColumns
    guard words.count <= columns.count else {
      let names = columns.map(\.spokenName).joined(separator: " | ")
      return .problem(
        "\(words.count.counted("cell")) for \(columns.count.counted("column")): \(names).",
        keeping: line)
    }
    var cells: [JSONValue.Member] = []
    for (column, word) in zip(columns, words) where !word.isEmpty {
      guard let question = column.question else { continue }
      switch Cells(table, room).read(word, column, question) {
      case .answer(let value): cells.append(.init(column.name, value))
      case .refused(let why): return .problem("\(column.spokenName): \(why)", keeping: line)
      case .choose(let ask, let options):
        guard options.count == 1 else {
          let labels = options.map(\.label)
          return .problem(
            "\(column.spokenName): \(ask) \(DisplayText.joined(labels, by: "or"))", keeping: line)
        }
        cells.append(.init(column.name, options[0].value))
      }
    }
    return make(cells)
  }
}
