import Values

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
          return "<td\(kinds[place])\(name)>\(cell(row[place]))</td>"
        }.joined()
        + "</tr>"
    }
    let attribute = kind.map { " class=\"\($0)\"" } ?? ""
    return
      "<div class=\"wide\"><table\(attribute)>\n\(widths(table, kinds))<thead><tr>\(head.joined())</tr></thead>\n"
      + "<tbody>\n\(rows.joined(separator: "\n"))\n</tbody>\n</table></div>"
  }

  /// Several lines are points of a list, so that one sees where each ends.
  private static func cell(_ words: [Inline]) -> String {
    let lines = words.split(separator: .lineBreak)
    guard lines.count > 1 else { return HTMLText.inlines(words) }
    return "<ul>\(lines.map { "<li>\(HTMLText.inlines(Array($0)))</li>" }.joined())</ul>"
  }

  /// The width shared out by how much there is to read in each column, so that the longest text is
  /// the widest; columns of short words take what they need, and no word is broken.
  private static func widths(_ table: TextTable, _ kinds: [String]) -> String {
    let wanted = table.columns.indices.map { place -> Int in
      guard !kinds[place].contains("short"), !table.rows.isEmpty else { return 0 }
      let lengths = table.rows.map { row in
        row[place].split(separator: .lineBreak).map { Array($0).plain.count }.max() ?? 0
      }
      let mean = lengths.reduce(0, +) / lengths.count
      return min(160, max(mean, (lengths.max() ?? 0) / 2, table.columns[place].header.count, 1))
    }
    let whole = wanted.reduce(0, +)
    guard wanted.count(where: { $0 > 0 }) > 1 else { return "" }
    let columns = wanted.map {
      $0 == 0 ? "<col>" : "<col style=\"width: \($0 * 100 / whole)%\">"
    }
    return "<colgroup>\(columns.joined())</colgroup>\n"
  }

  /// Figures stand to the right; a column of names, days and the like is not broken.
  private static func attributes(_ table: TextTable, _ place: Int) -> String {
    let column = table.columns[place]
    let widest = table.rows.map { row in row[place].plain.count }.max() ?? 0
    let isShort =
      widest <= 15 && column.header.count <= 14 && (place == 0 || table.columns.count > 2)
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
    <div class="drawing">\(ChartSVG.draw(chart))</div>\(legend(chart))
    <details><summary>The same in figures</summary>
    \(table(chart.table))
    </details>
    </figure>
    """
  }

  /// What the marks in a picture stand for; what no field has room for stands under its field.
  private static func legend(_ chart: Chart) -> String {
    let legend: PointLegend
    switch chart {
    case .heatmap(let points): legend = HeatmapDrawing(points).legend
    case .quadrant(let points): legend = QuadrantDrawing(points).legend
    default: return ""
    }
    return legend.parts.map { title, points in
      let lines = points.map {
        "<li><b>\(HTMLText.escape($0.mark))</b> \(HTMLText.escape($0.label.singleLine))</li>"
      }
      let head = title.isEmpty ? "" : "\n<p>\(HTMLText.escape(title))</p>"
      return "\(head)\n<ul class=\"legend\">\(lines.joined())</ul>"
    }.joined()
  }

  private static func canvas(_ fields: [CanvasField]) -> String {
    let cells = fields.map { field in
      let lines = field.lines.map { "<li>\(HTMLText.inlines($0))</li>" }.joined()
      return "<section><h3>\(HTMLText.escape(field.title))</h3><ul>\(lines)</ul></section>"
    }
    return "<div class=\"canvas\">\n\(cells.joined(separator: "\n"))\n</div>"
  }
}
