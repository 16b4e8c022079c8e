/// Things placed by two measures, such as risks by likelihood and impact, on a square grid.
///
///     likelihood
///       5 │   ·    R2     ·     ·     ·
///       4 │   ·     ·     ·    R1     ·
///       …
///         └──────────────────────────────
///             1     2     3     4     5   impact
package struct Matrix: Widget, Sendable, Equatable {
  /// A thing with its place; rows and columns count from 1.
  package struct Mark: Sendable, Equatable {
    /// What stands in the cell: a short name.
    package var label: String
    /// What the sentence calls it.
    package var title: String
    package var row: Int
    package var column: Int

    package init(_ label: String, title: String, row: Int, column: Int) {
      self.label = label
      self.title = title
      self.row = row
      self.column = column
    }
  }

  package var rowTitle: String
  package var columnTitle: String
  package var marks: [Mark]
  /// Rows and columns; 5 is usual.
  package var size: Int

  package init(rowTitle: String, columnTitle: String, marks: [Mark], size: Int = 5) {
    self.rowTitle = rowTitle
    self.columnTitle = columnTitle
    self.marks = marks
    self.size = max(1, min(size, 9))
  }

  /// How serious a cell is: the product of its measures against the greatest there is.
  private func level(row: Int, column: Int) -> (name: String, style: Style, empty: String) {
    let share = Double(row * column) / Double(size * size)
    if share >= 0.6 { return ("high", .bad, "×") }
    if share >= 0.3 { return ("medium", .warn, "–") }
    return ("low", .good, "·")
  }

  package func lines(width: Int) -> [StyledText] {
    let cell = max(3, min(9, (width - 4) / size))
    var lines = [StyledText(DisplayWidth.truncated(rowTitle, to: width), .dim)]
    for row in (1...size).reversed() {
      var line: StyledText = "\("\(row)", .dim) \("│", .dim)"
      for column in 1...size { line += content(row: row, column: column, width: cell) }
      lines.append(line.withoutBlanksAtEnd)
    }
    lines.append(StyledText("  └" + String(repeating: "─", count: cell * size), .dim))
    let numbers = (1...size).map { centred("\($0)", cell) }.joined()
    lines.append(StyledText("   " + numbers, .dim).withoutBlanksAtEnd)
    let title = DisplayWidth.truncated(columnTitle, to: width)
    let blanks = max(0, min(width, 3 + cell * size) - DisplayWidth.of(title))
    lines.append(StyledText(String(repeating: " ", count: blanks) + title, .dim))
    return lines
  }

  private func content(row: Int, column: Int, width: Int) -> StyledText {
    let here = marks.filter { $0.row == row && $0.column == column }
    let level = level(row: row, column: column)
    if here.isEmpty { return StyledText(centred(level.empty, width), .dim) }
    let labels = here.map { TerminalText.visibleLine($0.label) }
    var text = labels.joined(separator: ",")
    // What does not fit is counted; the sentences name it.
    if DisplayWidth.of(text) > width - 1 {
      let first = DisplayWidth.truncated(labels[0], to: max(1, width - 3))
      text = labels.count == 1
        ? DisplayWidth.truncated(labels[0], to: width - 1) : "\(first)+\(labels.count - 1)"
    }
    return StyledText(centred(DisplayWidth.truncated(text, to: width - 1), width), level.style)
  }

  private func centred(_ text: String, _ width: Int) -> String {
    let blanks = max(0, width - DisplayWidth.of(text))
    return DisplayWidth.padded(
      String(repeating: " ", count: (blanks + 1) / 2) + text, to: width)
  }

  package var sentences: [String] {
    let sorted = marks.sorted { ($0.row * $0.column, $1.label) > ($1.row * $1.column, $0.label) }
    return sorted.map { mark in
      let level = level(row: mark.row, column: mark.column).name
      return "\(mark.label) \(mark.title): \(rowTitle) \(mark.row) of \(size), "
        + "\(columnTitle) \(mark.column) of \(size), \(level)."
    }
  }
}
