/// Markdown for GitHub, GitLab and most wikis: CommonMark with tables and task lists.
///
/// Pictures are tables. Everything that people said is literal: no word of theirs becomes a mark,
/// a link, a tag of HTML or a new block.
package enum MarkdownWriter {
  package static func write(_ document: Document) -> String {
    MarkdownPage(deepestHeading: 6, cellBreak: "<br>").text(document)
  }
}

/// Lays out a document in one dialect of Markdown.
struct MarkdownPage {
  let deepestHeading: Int
  /// What stands for a new line within a cell.
  let cellBreak: String

  func text(_ document: Document) -> String {
    let title = "# " + MarkdownText.inlines([.text(document.title.singleLine)])
    return ([title] + document.blocks.map(block)).joined(separator: "\n\n") + "\n"
  }

  private func block(_ block: Block) -> String {
    switch block {
    case .heading(let level, let words):
      String(repeating: "#", count: min(level, deepestHeading)) + " "
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

  func list(_ list: TextList) -> String {
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

  func table(_ table: TextTable) -> String {
    let header = table.columns.map { cell([.text($0.header)]) }
    let line = table.columns.map { $0.alignment == .trailing ? "---:" : "---" }
    return ([header, line] + table.rows.map { $0.map(cell) })
      .map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
  }

  private func cell(_ words: [Inline]) -> String {
    MarkdownText.inlines(words, lineBreak: cellBreak, atLineStart: false)
  }

  private func field(_ field: CanvasField) -> String {
    let lines = field.lines.map { "- " + MarkdownText.inlines($0, lineBreak: "\\\n  ") }
    return "### " + MarkdownText.escape(field.title) + "\n\n" + lines.joined(separator: "\n")
  }
}
