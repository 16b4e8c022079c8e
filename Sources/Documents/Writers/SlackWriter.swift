/// Slack's own markup: `*bold*`, points for lists and rows, nothing that calls anybody.
///
/// `& < >` are escaped, so that no word becomes a link or a call to a channel.
package enum SlackWriter {
  package static func write(_ document: Document) -> String {
    let title = bold(document.title.singleLine)
    return ([title] + document.blocks.map(block)).joined(separator: "\n\n") + "\n"
  }

  private static func block(_ block: Block) -> String {
    switch block {
    case .heading(_, let words): bold(words.plainLine)
    case .paragraph(let words): inlines(words)
    case .list(let list): self.list(list)
    case .table(let table): rows(table)
    case .chart(let chart): "_\(SlackText.escape(chart.title))_\n" + rows(chart.table)
    case .canvas(let fields): fields.map(field).joined(separator: "\n\n")
    case .signatures(let signatures): rows(signatures.table)
    case .rule: "———"
    }
  }

  private static func list(_ list: TextList) -> String {
    list.entries.enumerated().map { place, entry in
      let mark =
        switch list.style {
        case .bulleted: "• "
        case .numbered: "\(place + 1). "
        case .tasks: entry.isDone ? "☑ " : "☐ "
        }
      return mark + inlines(entry.words, lineBreak: "\n   ")
    }.joined(separator: "\n")
  }

  /// Headers that a reader does not miss where the cells stand in one line.
  private static let plainHeaders: Set<String> = [
    "", "Owner", "Action", "Decided", "Risk", "Name", "Answer", "Agreed", "Milestone", "What",
  ]

  /// A row is a line: its cells with a point between them, most of them after their header.
  private static func rows(_ table: TextTable) -> String {
    table.rows.map { row in
      let cells = zip(table.columns, row).enumerated().compactMap { place, entry -> String? in
        let words = inlines(entry.1, lineBreak: "; ")
        guard !words.isEmpty, words != "–" else { return nil }
        let isNamed = place > 0 && !plainHeaders.contains(entry.0.header)
        return isNamed ? "\(SlackText.escape(entry.0.header)): \(words)" : words
      }
      return "• " + cells.joined(separator: " · ")
    }.joined(separator: "\n")
  }

  private static func field(_ field: CanvasField) -> String {
    ([bold(field.title)] + field.lines.map { "• " + inlines($0, lineBreak: "\n   ") })
      .joined(separator: "\n")
  }

  private static func inlines(_ inlines: [Inline], lineBreak: String = "\n") -> String {
    inlines.map { inline in
      switch inline {
      case .text(let words), .day(_, let words): SlackText.escape(words)
      case .strong(let words), .status(let words, _): bold(words)
      case .emphasis(let words): "_\(SlackText.escape(words))_"
      case .code(let words): "`\(SlackText.escape(words))`"
      case .link(let words, let address):
        Inline.isSafe(address: address) && !address.contains("|") && !address.contains(">")
          ? "<\(SlackText.escape(address))|\(SlackText.escape(words))>" : SlackText.escape(words)
      case .footnote(let number): "[\(number)]"
      case .lineBreak: lineBreak
      }
    }.joined()
  }

  private static func bold(_ words: String) -> String {
    words.allSatisfy(\.isWhitespace) ? words : "*\(SlackText.escape(words))*"
  }
}
