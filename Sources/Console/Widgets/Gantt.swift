/// What happens when, as bars along a line of time.
///
///                 Mon 23              Fri 27
///     Pilot plan  ██████████
///     Training          ░░░░██████████
package struct Gantt: Widget, Sendable, Equatable {
  /// A bar from a moment to another, in whatever unit all rows share: days, minutes.
  package struct Row: Sendable, Equatable {
    package var label: String
    package var start: Int
    /// The first unit after it: one day's work ends at its start and 1.
    package var end: Int
    /// When, in words: `23 to 27 November`.
    package var period: String
    package var style: Style

    package init(
      _ label: String, from start: Int, to end: Int, period: String, style: Style = .accent
    ) {
      self.label = label
      self.start = start
      self.end = end
      self.period = period
      self.style = style
    }
  }

  package var rows: [Row]
  /// The words under the first and the last moment.
  package var startLabel: String
  package var endLabel: String
  /// This moment, drawn as a line through the rows.
  package var now: Int?

  package init(rows: [Row], startLabel: String, endLabel: String, now: Int? = nil) {
    self.rows = rows
    self.startLabel = startLabel
    self.endLabel = endLabel
    self.now = now
  }

  package func lines(width: Int) -> [StyledText] {
    guard let first = rows.map(\.start).min(), let last = rows.map(\.end).max() else { return [] }
    let natural = rows.map { DisplayWidth.of(TerminalText.visibleLine($0.label)) }.max() ?? 0
    let label = max(4, min(natural, width / 3))
    let scale = Scale(first: first, last: max(last, first + 1), cells: max(8, width - label - 2))
    return [axis(label: label, scale)] + rows.map { line($0, label: label, scale) }
  }

  /// From moments to cells.
  private struct Scale {
    let first: Int
    let last: Int
    let cells: Int

    func cell(_ moment: Int) -> Int {
      let share = (Double(moment) - Double(first)) / (Double(last) - Double(first))
      return max(0, min(cells, Int((share * Double(cells)).rounded())))
    }
  }

  private func axis(label: Int, _ scale: Scale) -> StyledText {
    let start = DisplayWidth.truncated(TerminalText.visibleLine(startLabel), to: scale.cells / 2)
    let room = scale.cells - DisplayWidth.of(start) - 1
    let end = DisplayWidth.truncated(TerminalText.visibleLine(endLabel), to: room)
    let rest = DisplayWidth.padded(end, to: scale.cells - DisplayWidth.of(start), isRight: true)
    return StyledText(String(repeating: " ", count: label + 2) + start + rest, .dim)
  }

  private func line(_ row: Row, label: Int, _ scale: Scale) -> StyledText {
    let from = min(scale.cell(row.start), scale.cells - 1)
    // Something that happens is never drawn as nothing.
    let to = max(from + 1, scale.cell(row.end))
    let here = now.flatMap { $0 >= scale.first && $0 <= scale.last ? scale.cell($0) : nil }
    var text = StyledText(
      DisplayWidth.padded(
        DisplayWidth.truncated(TerminalText.visibleLine(row.label), to: label), to: label + 2))
    for cell in 0..<max(to, (here ?? -1) + 1) where cell < scale.cells {
      let isBar = (from..<to).contains(cell)
      if cell == here { text += StyledText(isBar ? "▓" : "│", .warn) } else {
        text += StyledText(isBar ? "█" : " ", isBar ? row.style : .plain)
      }
    }
    return text.joined
  }

  package var sentences: [String] {
    rows.map { "\($0.label): \($0.period)." }
  }
}

extension StyledText {
  /// The same text with neighbours of one style in one piece.
  var joined: StyledText {
    var spans: [Span] = []
    for span in self.spans {
      if spans.last?.style == span.style {
        spans[spans.count - 1].text += span.text
      } else {
        spans.append(span)
      }
    }
    return StyledText(spans: spans)
  }
}
