import Values

/// One line a card: pasted into a list of a Trello board, each line becomes a card.
package enum TrelloWriter {
  package static func write(_ sheet: ActionSheet) -> String {
    sheet.actions.filter { $0.state == .open }.map { action in
      let parts = [action.text, action.owner, action.due.map { "by \($0.display)" }]
      return PrintableText.line(parts.compactMap { $0 }.joined(separator: " · ")) + "\n"
    }.joined()
  }
}
