import Values

/// A table in columns of a terminal, its cells wrapped so that it fits the width.
///
/// Where even narrow columns do not fit, each row becomes a short list: `Owner: Ana`.
struct PlainTable {
  private static let gap = 2
  private static let leastWidth = 6

  private let columns: [TextTable.Column]
  private let rows: [[[Inline]]]
  private let widths: [Int]
  private let width: Int

  init(_ table: TextTable, width: Int) {
    columns = table.columns
    rows = table.rows
    widths = Self.widths(table, width)
    self.width = width
  }

  var text: String { isTooWide ? stacked : inColumns }

  private var isTooWide: Bool {
    widths.reduce(0, +) + Self.gap * max(0, widths.count - 1) > width
  }

  private var stacked: String {
    rows.map { row in
      zip(columns, row).flatMap { column, cell -> [String] in
        if cell.plain.trimmed.isEmpty { return [] }
        let title = column.header.isEmpty ? [] : [Inline.text(column.header + ": ")]
        let lines = TextWrapping.lines(title + cell, max(1, width - Self.gap))
        return lines.prefix(1) + lines.dropFirst().map { "  " + $0 }
      }.joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  private var inColumns: String {
    let header = columns.map { [Inline.text($0.header)] }
    let line = widths.map { String(repeating: "-", count: $0) }
      .joined(separator: String(repeating: " ", count: Self.gap))
    let head = columns.allSatisfy { $0.header.isEmpty } ? [] : lines(header) + [line]
    return (head + rows.flatMap(lines)).joined(separator: "\n")
  }

  /// The lines of one row.
  private func lines(_ cells: [[Inline]]) -> [String] {
    let wrapped = zip(cells, widths).map { TextWrapping.lines($0, $1) }
    let height = wrapped.map(\.count).max() ?? 0
    return (0..<height).map { place in
      let parts = wrapped.indices.map { column in
        DisplayText.padded(
          place < wrapped[column].count ? wrapped[column][place] : "", to: widths[column],
          columns[column].alignment == .trailing ? .trailing : .leading)
      }
      return parts.joined(separator: String(repeating: " ", count: Self.gap)).trimmedRight
    }
  }

  /// As wide as the words; where that is too wide, the widest columns give way.
  private static func widths(_ table: TextTable, _ width: Int) -> [Int] {
    var widths = table.columns.indices.map { column in
      ([[.text(table.columns[column].header)]] + table.rows.map { $0[column] })
        .flatMap { PrintableText.clean($0.plain).split(separator: "\n") }
        .map { DisplayText.width(of: String($0)) }.max() ?? 0
    }
    var excess = widths.reduce(0, +) + gap * max(0, widths.count - 1) - width
    while excess > 0, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
      widths[widest] > leastWidth
    {
      let second = widths.indices.filter { $0 != widest }.map { widths[$0] }.max() ?? 0
      let step = min(excess, max(1, widths[widest] - max(second, leastWidth)))
      widths[widest] -= step
      excess -= step
    }
    return widths
  }
}

extension String {
  var trimmedRight: String {
    var rest = self[...]
    while rest.last == " " { rest = rest.dropLast() }
    return String(rest)
  }
}
