/// Numbers in a grid, each with a shade that shows at a glance where they are high.
///
///              Ana   Ben
///     Speed    4 ▓   2 ░
///     Clarity  5 █   –
package struct HeatMap: Widget, Sendable, Equatable {
  package var columns: [String]
  /// Each row's name, and its numbers; `nil` where there is none.
  package var rows: [Row]
  /// The least and the greatest number that there could be.
  package var range: ClosedRange<Int>

  /// A name and its numbers.
  package struct Row: Sendable, Equatable {
    package var label: String
    package var values: [Int?]

    package init(_ label: String, _ values: [Int?]) {
      self.label = label
      self.values = values
    }
  }

  package init(columns: [String], rows: [Row], range: ClosedRange<Int>) {
    self.columns = columns
    self.rows = rows
    self.range = range
  }

  package func lines(width: Int) -> [StyledText] {
    let table = Table(
      columns: [Table.Column("")] + columns.map { Table.Column($0) },
      rows: rows.map { row in
        [StyledText(row.label)]
          + columns.indices.map { $0 < row.values.count ? cell(row.values[$0]) : cell(nil) }
      })
    return table.lines(width: width)
  }

  private func cell(_ value: Int?) -> StyledText {
    guard let value else { return StyledText("–", .dim) }
    let shades = ["░", "▒", "▓", "█"]
    let span = Double(max(1, range.upperBound - range.lowerBound))
    let share = (Double(value) - Double(range.lowerBound)) / span
    let index = max(0, min(3, Int((share * 3).rounded())))
    return "\(value) \(shades[index], .accent)"
  }

  package var sentences: [String] {
    rows.map { row in
      let parts = zip(columns, row.values).map { "\($0) \($1.map(String.init) ?? "no answer")" }
      return "\(row.label): \(parts.joined(separator: ", "))."
    }
  }
}
