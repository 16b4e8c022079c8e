/// Who has which part in what: a letter or two where a row meets a column.
///
///                    Ana  Bo  Cy
///     Clean labels    R   A   C
///     Deploy router   AR  ·   I
package struct LetterGrid: Widget, Sendable, Equatable {
  /// A row's name and a cell for each column; an empty one is drawn as a dot.
  package struct Row: Sendable, Equatable {
    package var label: String
    package var cells: [String]

    package init(_ label: String, _ cells: [String]) {
      self.label = label
      self.cells = cells
    }
  }

  package var columns: [String]
  package var rows: [Row]

  package init(columns: [String], rows: [Row]) {
    self.columns = columns
    self.rows = rows
  }

  private static let narrowest = 3

  package func lines(width: Int) -> [StyledText] {
    guard let frame = Frame(self, width: width) else {
      return sentences.flatMap { wrap($0, width: width, hanging: 2) }.map { StyledText($0) }
    }
    let heads = columns.map { centred($0, frame.cell(of: $0)) }.joined()
    let head = StyledText(String(repeating: " ", count: frame.label) + heads, .heading)
    return [head.withoutBlanksAtEnd] + rows.map { line($0, frame) }
  }

  /// How wide the parts are; nil where the columns have no room beside a readable name.
  private struct Frame {
    let label: Int
    private let widest: Int

    init?(_ grid: LetterGrid, width: Int) {
      let natural = grid.rows.map { DisplayWidth.of(TerminalText.visibleLine($0.label)) }.max() ?? 0
      let columns = grid.columns.count
      for widest in stride(from: 14, through: LetterGrid.narrowest, by: -1) {
        let across = grid.columns.reduce(0) { $0 + Self.cell(of: $1, widest) }
        if across + min(natural, 16) <= width || widest == LetterGrid.narrowest {
          guard columns > 0, across + min(natural, 8) <= width else { return nil }
          self.widest = widest
          label = min(natural, width - across)
          return
        }
      }
      return nil
    }

    /// Two blanks stand between the words of two columns.
    static func cell(of column: String, _ widest: Int) -> Int {
      max(LetterGrid.narrowest, min(widest, DisplayWidth.of(TerminalText.visibleLine(column)))) + 2
    }

    func cell(of column: String) -> Int { Self.cell(of: column, widest) }
  }

  private func line(_ row: Row, _ frame: Frame) -> StyledText {
    let label = DisplayWidth.truncated(TerminalText.visibleLine(row.label), to: frame.label)
    var line = StyledText(DisplayWidth.padded(label, to: frame.label))
    for (column, title) in columns.enumerated() {
      let cell = column < row.cells.count ? TerminalText.visibleLine(row.cells[column]) : ""
      let width = frame.cell(of: title)
      line +=
        cell.isEmpty ? StyledText(centred("·", width), .dim) : StyledText(centred(cell, width))
    }
    return line.withoutBlanksAtEnd
  }

  private func centred(_ text: String, _ width: Int) -> String {
    let shown = DisplayWidth.truncated(TerminalText.visibleLine(text), to: width - 2)
    let blanks = width - DisplayWidth.of(shown)
    return DisplayWidth.padded(String(repeating: " ", count: (blanks + 1) / 2) + shown, to: width)
  }

  package var sentences: [String] {
    rows.map { row in
      let parts = zip(columns, row.cells).filter { !$0.1.isEmpty }.map { "\($0) \($1)" }
      return "\(row.label): \(parts.isEmpty ? "nobody" : parts.joined(separator: ", "))."
    }
  }
}
