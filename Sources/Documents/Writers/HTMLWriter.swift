/// One file of HTML that needs no other: style and pictures are in it, scripts are not.
///
/// It prints on paper, follows a dark screen, and forbids itself to fetch anything.
package enum HTMLWriter {
  package static func write(_ document: Document) -> String {
    let title = HTMLText.escape(document.title.singleLine)
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src \
      'unsafe-inline'">
      <title>\(title)</title>
      <style>
      \(HTMLStyle.text)
      </style>
      </head>
      <body>
      <main>
      <h1>\(title)</h1>
      \(document.blocks.map(block).joined(separator: "\n"))
      </main>
      </body>
      </html>

      """
  }

  private static func block(_ block: Block) -> String {
    switch block {
    case .heading(let level, let words): "<h\(level)>\(HTMLText.inlines(words))</h\(level)>"
    case .paragraph(let words): "<p>\(HTMLText.inlines(words))</p>"
    case .list(let list): self.list(list)
    case .table(let table): self.table(table)
    case .chart(let chart): self.chart(chart)
    case .canvas(let fields): canvas(fields)
    case .signatures(let signatures): table(signatures.table, kind: "signatures")
    case .rule: "<hr>"
    }
  }

  private static func list(_ list: TextList) -> String {
    let tag = list.style == .numbered ? "ol" : "ul"
    let entries = list.entries.map { entry in
      let box = list.style == .tasks ? (entry.isDone ? "☑ " : "☐ ") : ""
      return "<li>\(box)\(HTMLText.inlines(entry.words))</li>"
    }
    let kind = list.style == .tasks ? " class=\"tasks\"" : ""
    return "<\(tag)\(kind)>\n\(entries.joined(separator: "\n"))\n</\(tag)>"
  }

  private static func table(_ table: TextTable, kind: String? = nil) -> String {
    let head = table.columns.map { column in
      column.header.isEmpty
        ? "<td></td>"
        : "<th scope=\"col\"\(style(column))>\(HTMLText.escape(column.header))</th>"
    }
    let rows = table.rows.map { row in
      "<tr>"
        + zip(table.columns, row).map { "<td\(style($0))>\(HTMLText.inlines($1))</td>" }.joined()
        + "</tr>"
    }
    let attribute = kind.map { " class=\"\($0)\"" } ?? ""
    return "<div class=\"wide\"><table\(attribute)>\n<thead><tr>\(head.joined())</tr></thead>\n"
      + "<tbody>\n\(rows.joined(separator: "\n"))\n</tbody>\n</table></div>"
  }

  private static func style(_ column: TextTable.Column) -> String {
    column.alignment == .trailing ? " class=\"figure\"" : ""
  }

  /// The picture, and below it the same in figures for those who prefer to read.
  private static func chart(_ chart: Chart) -> String {
    """
    <figure>
    \(ChartSVG.draw(chart))
    <details><summary>\(HTMLText.escape(chart.title)), in figures</summary>
    \(table(chart.table))
    </details>
    </figure>
    """
  }

  private static func canvas(_ fields: [CanvasField]) -> String {
    let cells = fields.map { field in
      let lines = field.lines.map { "<li>\(HTMLText.inlines($0))</li>" }.joined()
      return "<section><h3>\(HTMLText.escape(field.title))</h3><ul>\(lines)</ul></section>"
    }
    return "<div class=\"canvas\">\n\(cells.joined(separator: "\n"))\n</div>"
  }
}
