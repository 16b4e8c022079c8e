import PlaybookLanguage
import Session
import Values

/// The line of a pasted table that says what its columns are called: `Item | Status | Source`.
///
/// Each cell is a column's name, the beginning of it, or another word for it. Most of them have to
/// be; the others stand for the column at their place, or for one that is left.
struct TableHeading {
  /// `“Work, Needs, Owner” (Needs is step)`.
  let words: String
  /// The column of each cell, by its place; nil for one that there is no column for.
  private let order: [Int?]
  private let count: Int

  /// Nil where the cells are a row, or name nothing.
  init?(_ cells: [String], _ table: Question, _ room: Room) {
    let columns = table.askedColumns
    let titles = cells.map { ColumnTitle($0) }
    guard titles.count > 1, titles.allSatisfy({ $0.words.count <= 6 }) else { return nil }
    let found = Self.found(titles, columns)
    let named = found.count { $0 != nil }
    guard named > 1, named * 2 > cells.count(where: { !$0.isEmpty }) else { return nil }
    order = Self.completed(found, cells, columns.count)
    count = columns.count
    // A word that answers its column is a row's, whatever stands beside it.
    let reader = Cells(table, room)
    for (cell, place) in zip(cells, order) {
      guard let place, !cell.isEmpty, let question = columns[place].question,
        ![.text, .note].contains(question.kind)
      else { continue }
      if case .answer = reader.read(cell, columns[place], question) { return nil }
    }
    let guesses = zip(zip(cells, titles), zip(found, order)).compactMap { cell, place -> String? in
      guard let column = place.1.map({ columns[$0] }), !cell.0.isEmpty,
        place.0 == nil || !cell.1.says(column)
      else { return nil }
      return "\(cell.0) is \(column.spokenName)"
    }
    words = Self.words(cells) + (guesses.isEmpty ? "" : " (\(guesses.joined(separator: ", ")))")
  }

  static func words(_ cells: [String]) -> String {
    cells.filter { !$0.isEmpty }.joined(separator: ", ").quoted
  }

  /// A row's cells in the order of the columns.
  func sorted(_ cells: [String]) -> [String] {
    var sorted = Array(repeating: "", count: count)
    var others: [String] = []
    for (index, cell) in cells.enumerated() {
      if index < order.count, let place = order[index] {
        sorted[place] = cell
      } else if !cell.isEmpty {
        // What no heading stands above is not lost: there are too many cells then, and it is said.
        others.append(cell)
      }
    }
    return sorted + others
  }

  /// What each cell names for certain: names first, then other words for what is left.
  private static func found(_ titles: [ColumnTitle], _ columns: [Question.Column]) -> [Int?] {
    var found = [Int?](repeating: nil, count: titles.count)
    let rules: [(ColumnTitle, Int) -> Bool] = [
      { $0.words == ColumnTitle(columns[$1].spokenName).words },
      { $0.names(columns[$1]) },
      { $0.means(columns[$1], isFirst: $1 == 0) },
    ]
    for rule in rules {
      for (index, title) in titles.enumerated() where found[index] == nil && !title.words.isEmpty {
        let fitting = columns.indices.filter { !found.contains($0) && rule(title, $0) }
        if fitting.count == 1 { found[index] = fitting[0] }
      }
    }
    return found
  }

  private static func completed(_ found: [Int?], _ cells: [String], _ count: Int) -> [Int?] {
    var order = found
    for index in order.indices where order[index] == nil && index < count {
      if !order.contains(index) { order[index] = index }
    }
    for index in order.indices where order[index] == nil && !cells[index].isEmpty {
      order[index] = (0..<count).first { !order.contains($0) }
    }
    return order
  }
}

/// What a spreadsheet calls a column.
private struct ColumnTitle {
  let words: [String]

  init(_ text: String) {
    words = TextFolding.words(in: text)
  }

  /// `Due date` for `due`, `Blocked` for `blocked by`.
  func names(_ column: Question.Column) -> Bool {
    let name = ColumnTitle(column.spokenName).words
    return !words.isEmpty && !name.isEmpty
      && (words.starts(with: name) || name.starts(with: words))
  }

  /// Whether the column's own name is among the words.
  func says(_ column: Question.Column) -> Bool {
    names(column) || Set(words).isSuperset(of: ColumnTitle(column.spokenName).words)
  }

  /// Another word for the column: `Status` for `state`, `Assignee` for `owner`.
  ///
  /// What a table is about stands first, and is called many things.
  func means(_ column: Question.Column, isFirst: Bool) -> Bool {
    let name = Set(ColumnTitle(column.spokenName).words)
    let typed = Set(words + words.filter { $0.hasSuffix("s") }.map { String($0.dropLast()) })
    if isFirst, !typed.isDisjoint(with: Self.subjects) { return true }
    return Self.alike.contains { !$0.isDisjoint(with: name) && !$0.isDisjoint(with: typed) }
  }

  private static let subjects: Set<String> = [
    "what", "item", "thing", "fact", "task", "action", "work", "deliverable", "name", "title",
    "topic", "description", "subject", "activity", "issue",
  ]

  private static let alike: [Set<String>] = [
    ["state", "status", "progress", "rag"],
    ["source", "evidence", "reference", "ref", "link", "proof"],
    ["owner", "who", "responsible", "assignee", "assigned", "person"],
    ["due", "date", "deadline", "until", "when", "end", "eta"],
    ["start", "from", "begin", "begins"],
    ["because", "reason", "why", "comment", "note", "remark"],
    ["cost", "price", "budget"],
    ["blocked", "blocker"],
    ["step", "need", "next", "request", "action"],
    ["value", "benefit"],
    ["weeks", "duration", "effort"],
  ]
}
