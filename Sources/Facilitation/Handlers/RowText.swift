import PlaybookLanguage
import Session
import Values

/// A row in words.
enum RowText {
  /// `Ana · get a signed SLA · due Fri 27 Nov 2026` for an action, else the cells in order.
  static func line(_ item: Item, _ table: Question, _ room: Room) -> String {
    if let planned = PlannedRow(item, room) { return planned.words }
    let cells = table.askedColumns.compactMap { column in
      column.question.map {
        (column, AnswerKinds.show(item[column.name], of: $0, room.context($0)))
      }
    }
    guard RowLine.isAction(table) else {
      let isOfFacts = RowLine.factColumn(table) != nil
      return dashed(
        cells.map { column, words in
          isOfFacts && column.name == "source" && words.isEmpty ? "unsourced" : words
        })
    }
    let owner = cells.first { $0.0.question?.kind == .person }?.1 ?? ""
    let due = cells.first { $0.0.question?.kind == .date }?.1 ?? ""
    let rest = cells.filter { ![.person, .date].contains($0.0.question?.kind) }.map(\.1)
    // Said in the line, it has a column only where the playbook asks for it.
    let done = table.column("done_when") == nil ? item["done_when"].string : nil
    return [
      owner, dashed(rest), due.isEmpty ? "" : "due " + due, done.map { "done when \($0)" } ?? "",
    ].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// An open cell between others is a dash, so that each stands where its column does.
  private static func dashed(_ cells: [String]) -> String {
    let last = cells.lastIndex { !$0.isEmpty } ?? -1
    return cells[..<(last + 1)].map { $0.isEmpty ? "–" : $0 }.joined(separator: " · ")
  }
}
