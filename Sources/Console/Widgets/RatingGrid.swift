/// Things placed by two ratings, such as risks by likelihood and impact, and their names below.
///
///     Likelihood
///       3 high │    –   T2    ×
///     2 medium │    ·    –  T1,T4
///        1 low │    ·    ·    –
///              └────────────────
///                   1    2    3
///                          Impact
///     T1  The bank API slipped
package struct RatingGrid: Widget, Sendable, Equatable {
  /// One of the two ratings.
  package struct Axis: Sendable, Equatable {
    package var title: String
    /// The steps' words, from the lowest up: `1 low`, `2 medium`.
    package var steps: [String]

    package init(_ title: String, steps: [String]) {
      self.title = title
      self.steps = steps
    }
  }

  /// A thing in its field; steps count from 0.
  package struct Mark: Sendable, Equatable {
    /// What stands in the field: `T1`.
    package var mark: String
    package var title: String
    package var right: Int
    package var up: Int

    package init(_ mark: String, _ title: String, right: Int, up: Int) {
      self.mark = mark
      self.title = title
      self.right = right
      self.up = up
    }
  }

  package var right: Axis
  package var up: Axis
  package var marks: [Mark]

  package init(right: Axis, up: Axis, marks: [Mark]) {
    self.right = right
    self.up = up
    self.marks = marks
  }

  package func lines(width: Int) -> [StyledText] {
    grid(Frame(self, width: width)) + legend(width: width)
  }

  package var sentences: [String] {
    marks.sorted { ($0.up + 1) * ($0.right + 1) > ($1.up + 1) * ($1.right + 1) }.map { mark in
      "\(mark.mark), \(mark.title): \(up.title) \(up.word(mark.up)), "
        + "\(right.title) \(right.word(mark.right))."
    }
  }

  // MARK: The grid

  /// How many columns its parts take.
  private struct Frame {
    let head: Int
    let field: Int

    init(_ grid: RatingGrid, width: Int) {
      let words = grid.up.steps.map { DisplayWidth.of(TerminalText.visibleLine($0)) }.max() ?? 1
      let least = 3 * grid.right.steps.count + 2
      head = max(1, min(words, width - least))
      let natural = grid.longestField + 2
      field = max(3, min(natural, (width - head - 2) / max(1, grid.right.steps.count)))
    }
  }

  private var longestField: Int {
    let marks = up.steps.indices.flatMap { row in
      right.steps.indices.map {
        DisplayWidth.of(standing(right: $0, up: row).joined(separator: ","))
      }
    }
    return max(5, marks.max() ?? 0, right.steps.map { DisplayWidth.of($0) }.max() ?? 0)
  }

  private func grid(_ frame: Frame) -> [StyledText] {
    let blanks = String(repeating: " ", count: frame.head + 1)
    let across = frame.field * right.steps.count
    let rows = up.steps.indices.reversed().map { row -> StyledText in
      var line = StyledText(cut(up.steps[row], frame.head, isRight: true), .dim)
      line += StyledText(" │", .dim)
      for column in right.steps.indices { line += field(column, row, frame.field) }
      return line.withoutBlanksAtEnd
    }
    let words = right.steps.map { centred($0, frame.field) }.joined()
    let title = DisplayWidth.truncated(TerminalText.visibleLine(right.title), to: across)
    return [StyledText(DisplayWidth.truncated(up.title, to: frame.head + across + 2), .dim)] + rows
      + [
        StyledText(blanks + "└" + String(repeating: "─", count: across), .dim),
        StyledText(blanks + " " + words, .dim).withoutBlanksAtEnd,
        StyledText(
          blanks + " " + DisplayWidth.padded(title, to: across, isRight: true), .dim),
      ]
  }

  private func field(_ column: Int, _ row: Int, _ width: Int) -> StyledText {
    let marks = standing(right: column, up: row)
    let level = level(right: column, up: row)
    if marks.isEmpty { return StyledText(centred(level.empty, width), .dim) }
    let all = marks.joined(separator: ",")
    // What does not fit is counted; the legend names it.
    let short =
      DisplayWidth.of(all) < width || marks.count == 1 ? all : "\(marks[0])+\(marks.count - 1)"
    return StyledText(centred(short, width), level.style)
  }

  private func standing(right column: Int, up row: Int) -> [String] {
    marks.filter { $0.right == column && $0.up == row }.map { TerminalText.visibleLine($0.mark) }
  }

  /// How serious a field is, by its share of the highest product, with a sign for eyes that see
  /// no colour.
  private func level(right column: Int, up row: Int) -> (style: Style, empty: String) {
    let highest = Double(right.steps.count * up.steps.count)
    let share = Double((column + 1) * (row + 1)) / max(1, highest)
    if share >= 0.6 { return (.bad, "×") }
    if share >= 0.3 { return (.warn, "–") }
    return (.good, "·")
  }

  private func cut(_ text: String, _ width: Int, isRight: Bool = false) -> String {
    let shown = DisplayWidth.truncated(TerminalText.visibleLine(text), to: width)
    return DisplayWidth.padded(shown, to: width, isRight: isRight)
  }

  private func centred(_ text: String, _ width: Int) -> String {
    let shown = DisplayWidth.truncated(TerminalText.visibleLine(text), to: max(1, width - 1))
    let blanks = max(0, width - DisplayWidth.of(shown))
    return DisplayWidth.padded(String(repeating: " ", count: (blanks + 1) / 2) + shown, to: width)
  }

  // MARK: The names

  private func legend(width: Int) -> [StyledText] {
    let column = marks.map { DisplayWidth.of(TerminalText.visibleLine($0.mark)) }.max() ?? 0
    return marks.flatMap { mark -> [StyledText] in
      let level = level(right: mark.right, up: mark.up)
      let title = wrap(TerminalText.visibleLine(mark.title), width: max(8, width - column - 2))
      return title.enumerated().map { place, line in
        let head = place == 0 ? TerminalText.visibleLine(mark.mark) : ""
        return "\(DisplayWidth.padded(head, to: column), level.style)  \(line)"
      }
    }
  }
}

extension RatingGrid.Axis {
  func word(_ step: Int) -> String { steps.indices.contains(step) ? steps[step] : "\(step + 1)" }
}

extension StyledText {
  /// The same without the blanks that nobody sees.
  var withoutBlanksAtEnd: StyledText {
    var spans = spans
    while let last = spans.last {
      let kept = String(last.text.reversed().drop { $0 == " " }.reversed())
      spans[spans.count - 1].text = kept
      if !kept.isEmpty { break }
      spans.removeLast()
    }
    return StyledText(spans: spans)
  }
}
