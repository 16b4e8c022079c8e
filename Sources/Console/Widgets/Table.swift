/// Rows and columns without boxes, aligned by what the eye sees.
///
/// Columns that are too wide for the window are narrowed, and their cells wrapped; where even that
/// gives no readable columns, each row becomes a short list of its own.
package struct Table: Widget, Sendable, Equatable {
  /// A column's title and where its cells stand.
  package struct Column: Sendable, Equatable {
    package var title: String
    /// For numbers: cells stand at the right.
    package var isRight: Bool

    package init(_ title: String, isRight: Bool = false) {
      self.title = title
      self.isRight = isRight
    }
  }

  package var columns: [Column]
  /// Each row's cells; those that are missing are empty.
  package var rows: [[StyledText]]
  private static let gap = 2
  private static let narrowest = 7

  package init(columns: [Column], rows: [[StyledText]]) {
    self.columns = columns
    self.rows = rows
  }

  private func cell(_ row: [StyledText], _ column: Int) -> StyledText {
    column < row.count ? row[column] : StyledText()
  }

  private var hasTitles: Bool { columns.contains { !$0.title.isEmpty } }

  // MARK: - Widths

  /// What each column would like to have.
  private var naturalWidths: [Int] {
    columns.indices.map { column in
      let cells = rows.flatMap { row in
        TerminalText.visible(cell(row, column).string).split(separator: "\n")
          .map { DisplayWidth.of($0) }
      }
      return max(DisplayWidth.of(columns[column].title), cells.max() ?? 0)
    }
  }

  /// What each column gets; `nil` when columns cannot be read in so little.
  private func widths(fitting width: Int) -> [Int]? {
    var widths = naturalWidths
    let room = width - Self.gap * max(0, columns.count - 1)
    while widths.reduce(0, +) > room {
      guard let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
        widths[widest] > Self.narrowest
      else { return nil }
      widths[widest] -= 1
    }
    return widths
  }

  // MARK: - Lines

  package func lines(width: Int) -> [StyledText] {
    guard let widths = widths(fitting: width) else { return stacked(width: width) }
    var lines: [StyledText] = []
    if hasTitles {
      lines += line(columns.map { StyledText($0.title, .heading) }, widths)
    }
    for row in rows { lines += line(columns.indices.map { cell(row, $0) }, widths) }
    return lines
  }

  /// One row of cells, in as many lines as its tallest cell needs.
  private func line(_ cells: [StyledText], _ widths: [Int]) -> [StyledText] {
    let blocks = zip(cells, widths).map { cell, width in broken(cell, width: width) }
    return (0..<(blocks.map(\.count).max() ?? 0)).map { index in
      var line = StyledText()
      for (column, block) in blocks.enumerated() {
        let piece = index < block.count ? block[index] : StyledText()
        let isLast = column == blocks.count - 1
        line += placed(piece, in: widths[column], column, isLast: isLast)
      }
      return line.withoutBlanksAtEnd
    }
  }

  private func placed(
    _ text: StyledText, in width: Int, _ column: Int, isLast: Bool
  ) -> StyledText {
    let blanks = StyledText(
      String(repeating: " ", count: max(0, width - DisplayWidth.of(text.string))))
    let gap = StyledText(isLast ? "" : String(repeating: " ", count: Self.gap))
    return columns[column].isRight ? blanks + text + gap : text + blanks + gap
  }

  /// A cell in lines; one that has to be wrapped takes its first style throughout.
  private func broken(_ text: StyledText, width: Int) -> [StyledText] {
    let shown = StyledText(
      spans: text.spans.map { .init(TerminalText.visible($0.text), $0.style) })
    let string = shown.string
    if DisplayWidth.of(string) <= width, !string.contains("\n") { return [shown] }
    let style = text.spans.first?.style ?? .plain
    return wrap(string, width: width).map { StyledText($0, style) }
  }

  /// Each row as `Title: cell`, one under the other.
  private func stacked(width: Int) -> [StyledText] {
    rows.flatMap { row in
      columns.indices.flatMap { column -> [StyledText] in
        let text = cell(row, column).string
        if text.isEmpty { return [] }
        let title = columns[column].title
        let line = title.isEmpty ? text : "\(title): \(text)"
        return wrap(TerminalText.visible(line), width: width, hanging: 2).map { StyledText($0) }
      } + [StyledText()]
    }.dropLast()
  }

  package var sentences: [String] {
    rows.map { row in
      let parts = columns.indices.compactMap { column -> String? in
        let text = cell(row, column).string
        if text.isEmpty { return nil }
        return columns[column].title.isEmpty ? text : "\(columns[column].title) \(text)"
      }
      return parts.joined(separator: "; ") + "."
    }
  }
}

extension StyledText {
  /// The text without the blanks that a last, short cell leaves.
  var withoutBlanksAtEnd: StyledText {
    var spans = spans
    while let last = spans.last {
      let kept = String(last.text.reversed().drop { $0 == " " }.reversed())
      if !kept.isEmpty {
        spans[spans.count - 1].text = kept
        break
      }
      spans.removeLast()
    }
    return StyledText(spans: spans)
  }
}
