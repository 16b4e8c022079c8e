/// Markdown for GitHub, GitLab and most wikis: CommonMark with tables and task lists.
///
/// Pictures are tables. Everything that people said is literal: no word of theirs becomes a mark,
/// a link, a tag of HTML or a new block.
package enum MarkdownWriter {
  package static func write(_ document: Document) -> String {
    let title = "# " + MarkdownText.inlines([.text(document.title.singleLine)])
    return ([title] + document.blocks.map(block)).joined(separator: "\n\n") + "\n"
  }

  private static func block(_ block: Block) -> String {
    switch block {
    case .heading(let level, let words):
      String(repeating: "#", count: level) + " "
        + MarkdownText.inlines(words, lineBreak: " ", atLineStart: false)
    case .paragraph(let words): MarkdownText.inlines(words)
    case .list(let list): self.list(list)
    case .table(let table): self.table(table)
    case .chart(let chart): "**\(MarkdownText.escape(chart.title))**\n\n" + table(chart.table)
    case .canvas(let fields): fields.map(field).joined(separator: "\n\n")
    case .signatures(let signatures): table(signatures.table)
    case .rule: "---"
    }
  }

  static func list(_ list: TextList) -> String {
    list.entries.enumerated().map { place, entry in
      let mark =
        switch list.style {
        case .bulleted: "- "
        case .numbered: "\(place + 1). "
        case .tasks: entry.isDone ? "- [x] " : "- [ ] "
        }
      let indent = String(repeating: " ", count: list.style == .numbered ? mark.count : 2)
      return mark + MarkdownText.inlines(entry.words, lineBreak: "\\\n" + indent)
    }.joined(separator: "\n")
  }

  static func table(_ table: TextTable) -> String {
    let header = table.columns.map { cell([.text($0.header)]) }
    let line = table.columns.map { $0.alignment == .trailing ? "---:" : "---" }
    return ([header, line] + table.rows.map { $0.map(cell) })
      .map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
  }

  private static func cell(_ words: [Inline]) -> String {
    MarkdownText.inlines(words, lineBreak: "<br>", atLineStart: false)
  }

  private static func field(_ field: CanvasField) -> String {
    let lines = field.lines.map { "- " + MarkdownText.inlines($0, lineBreak: "\\\n  ") }
    return "### " + MarkdownText.escape(field.title) + "\n\n" + lines.joined(separator: "\n")
  }
}
