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
    let kinds = table.columns.indices.map { attributes(table, $0) }
    let head = table.columns.indices.map { place in
      let header = table.columns[place].header
      return header.isEmpty
        ? "<td></td>" : "<th scope=\"col\"\(kinds[place])>\(HTMLText.escape(header))</th>"
    }
    let rows = table.rows.map { row in
      "<tr>"
        + row.indices.map { place in
          // On a narrow screen each cell stands on a line of its own, under its column's name.
          let header = HTMLText.escape(table.columns[place].header)
          let isNamed = place > 0 && table.columns.count > 2 && !header.isEmpty
          let name = !isNamed ? "" : " data-name=\"\(header)\""
          return "<td\(kinds[place])\(name)>\(HTMLText.inlines(row[place]))</td>"
        }.joined()
        + "</tr>"
    }
    let attribute = kind.map { " class=\"\($0)\"" } ?? ""
    return "<div class=\"wide\"><table\(attribute)>\n<thead><tr>\(head.joined())</tr></thead>\n"
      + "<tbody>\n\(rows.joined(separator: "\n"))\n</tbody>\n</table></div>"
  }

  /// Figures stand to the right; a column of names, days and the like is not broken.
  private static func attributes(_ table: TextTable, _ place: Int) -> String {
    let column = table.columns[place]
    let widest = table.rows.map { row in row[place].plain.count }.max() ?? 0
    let isShort =
      widest <= 15 && column.header.count <= 14 && table.columns.count > 2
      && table.rows.allSatisfy { !$0[place].contains(.lineBreak) }
    let classes = [column.alignment == .trailing ? "figure" : nil, isShort ? "short" : nil]
    let words = classes.compactMap { $0 }.joined(separator: " ")
    return words.isEmpty ? "" : " class=\"\(words)\""
  }

  /// The picture, and below it the same in figures for those who prefer to read.
  private static func chart(_ chart: Chart) -> String {
    """
    <figure>
    <figcaption>\(HTMLText.escape(chart.title))</figcaption>
    \(ChartSVG.draw(chart))
    <details><summary>The same in figures</summary>
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
