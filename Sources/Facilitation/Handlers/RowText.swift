import PlaybookLanguage
import Session
import Values

/// A row in words.
enum RowText {
  /// `Ana · get a signed SLA · due Fri 27 Nov 2026` for an action, else the cells in order.
  static func line(_ item: Item, _ table: Question, _ room: Room) -> String {
    if let planned = PlannedRow(item, room) { return planned.words }
    let shown = table.askedColumns.compactMap { column -> (String, String)? in
      guard let question = column.question else { return nil }
      let text = AnswerKinds.show(item[column.name], of: question, room.context(question))
      return text.isEmpty ? nil : (column.name, text)
    }
    guard RowLine.isAction(table) else {
      let isUnsourced =
        RowLine.factColumn(table) != nil && table.column("source") != nil
        && !shown.contains { $0.0 == "source" }
      return (shown.map(\.1) + (isUnsourced ? ["unsourced"] : [])).joined(separator: " · ")
    }
    let owner = shown.first { table.column($0.0)?.kind == .person }
    let due = shown.first { table.column($0.0)?.kind == .date }
    let rest = shown.filter { $0.0 != owner?.0 && $0.0 != due?.0 }.map(\.1)
    return ([owner?.1].compactMap { $0 } + rest + [due.map { "due " + $0.1 }].compactMap { $0 })
      .joined(separator: " · ")
  }
}
