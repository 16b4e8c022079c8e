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
  func read(_ line: String, _ make: (ReadRow) -> Decision) -> Decision {
    if line.contains("|") {
      switch cells(line) {
      case .success(let row): return make(row)
      case .failure(let slip): return .problem(slip.words, keeping: line)
      }
    }
    if let fact = fact(line) { return make(ReadRow(fact)) }
    guard Self.isAction(table) else { return first(line, make) }
    return ActionLine(room).read(line) { action in
      var row = ReadRow(self.row(action))
      if action.isNobodys {
        row.unknown = Set(
          table.askedColumns.filter { $0.question?.kind == .person }.map(\.name))
      }
      if action.isUndated {
        row.unknown.formUnion(
          table.askedColumns.filter { $0.question?.kind == .date }.map(\.name))
      }
      return make(row)
    }
  }

  /// Whether the line has a word for every column: a row of its own, wherever it is typed.
  func isWhole(_ line: String) -> Bool {
    table.askedColumns.count > 1 && words(line).count == table.askedColumns.count
  }

  private func words(_ line: String) -> [String] {
    TableCells.of(line, columns: table.askedColumns.count)
  }

  /// The row without asking back: what is not certain stays in the words.
  func certain(_ line: String) -> ReadRow {
    var found: ReadRow?
    let decision = read(line) { row in
      found = row
      return Decision()
    }
    if let found, decision.dialog == nil { return found }
    return ReadRow([.init(table.askedColumns.first?.name ?? "text", .string(line))])
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

  private static let marks: [Character: String] = ["+": "done", "-": "not done", "!": "blocked"]

  /// `- router not deployed (Jira 41)`: a fact with its state and its source.
  private func fact(_ line: String) -> [JSONValue.Member]? {
    guard let state = Self.factColumn(table),
      let value = line.first.flatMap({ Self.marks[$0] })
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
  private func first(_ line: String, _ make: (ReadRow) -> Decision) -> Decision {
    guard let column = table.askedColumns.first, let question = column.question else {
      return .problem("This table asks for nothing.", keeping: line)
    }
    switch Cells(table, room).read(line, column, question) {
    case .answer(let value):
      var row = ReadRow([.init(column.name, value)])
      row.noteTime(in: line, question, room)
      return make(row)
    case .refused(let why): return .problem(why, keeping: line)
    case .choose(let ask, let options):
      return Decision(
        dialog: .choose(
          ask,
          options.map { ($0.label, .decide(make(ReadRow([.init(column.name, $0.value)])))) }))
    }
  }

  struct Slip: Error {
    let words: String
  }

  /// Cells with `|` between them, in the columns' order.
  ///
  /// A cell that cannot be read is a slip, or a doubt where the row is taken all the same.
  func cells(_ line: String, isTaken: Bool = false) -> Result<ReadRow, Slip> {
    var words = words(line)
    let columns = table.askedColumns
    if let state = Self.factColumn(table), let word = words.first,
      let value = word.first.flatMap({ Self.marks[$0] })
    {
      words[0] = String(word.dropFirst()).trimmed
      // A state that stands in its own cell counts, and the mark is only a bullet.
      if let place = columns.firstIndex(where: { $0.name == state.name }) {
        while words.count <= place { words.append("") }
        if words[place].isEmpty { words[place] = value }
      }
    }
    guard words.count <= columns.count else {
      let names = columns.map(\.spokenName).joined(separator: " | ")
      let found = words.count.counted("cell")
      return .failure(
        Slip(words: "\(found) for \(columns.count.counted("column")): \(names)."))
    }
    var row = ReadRow()
    for (column, word) in zip(columns, words) {
      // Nothing between two strokes is an answer: the cell is left empty.
      guard !word.isEmpty else {
        row.unknown.insert(column.name)
        continue
      }
      guard let question = column.question else { continue }
      guard !Cells(table, room).isOpen(word, column, question) else {
        row.unknown.insert(column.name)
        continue
      }
      switch Cells(table, room).read(word, column, question) {
      case .answer(let value):
        row.cells.append(.init(column.name, value))
        row.noteTime(in: word, question, room)
      case .refused where isTaken: row.doubts[column.name] = word
      case .refused(let why): return .failure(Slip(words: "\(column.spokenName): \(why)"))
      case .choose(_, let options):
        if options.count == 1, options[0].keepsWords {
          row.cells.append(.init(column.name, options[0].value))
        } else {
          row.doubts[column.name] = word
        }
      }
    }
    let first = columns.first?.name ?? ""
    let hasFirst = row.cells.contains { $0.name == first } || row.doubts[first] != nil
    guard !Self.isAction(table) || hasFirst || row.isEmpty else {
      if isTaken {
        row.doubts[first] = ""
        return .success(row)
      }
      return .failure(Slip(words: "What is to be done? It stands first."))
    }
    return .success(row)
  }
}
