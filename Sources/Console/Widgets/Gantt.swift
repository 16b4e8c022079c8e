/// What happens when, as bars along a line of days.
///
///                      12 Jan           6 Feb
///     Router deployed  ████               12–16 Jan
///     Labels cleaned       ▒▒▒▒▒▒▒        19–28 Jan
///     Go live                         ◆   6 Feb
///     █ nothing to spare · ▒ can slip · ◆ milestone
package struct Gantt: Widget, Sendable, Equatable {
  /// What a row is, and so how it is drawn: never by colour alone.
  package enum Weight: Sendable, Equatable {
    case plain, critical, milestone

    var cell: Character {
      switch self {
      case .plain: "▒"
      case .critical: "█"
      case .milestone: "◆"
      }
    }

    var style: Style { self == .plain ? .accent : self == .critical ? .bad : .good }

    /// What stands in a sentence.
    var word: String? {
      switch self {
      case .plain: nil
      case .critical: "nothing to spare"
      case .milestone: "milestone"
      }
    }
  }

  /// A bar from a day to another; days count from any one that all rows share.
  package struct Row: Sendable, Equatable {
    package var label: String
    package var start: Int
    /// The last day, itself included.
    package var end: Int
    /// When, in words: `23–27 Nov`.
    package var period: String
    package var weight: Weight

    package init(
      _ label: String, from start: Int, through end: Int, period: String, weight: Weight = .plain
    ) {
      self.label = label
      self.start = start
      self.end = max(start, end)
      self.period = period
      self.weight = weight
    }
  }

  package var rows: [Row]
  /// The words above the first and the last day.
  package var startLabel: String
  package var endLabel: String

  package init(rows: [Row], startLabel: String, endLabel: String) {
    self.rows = rows
    self.startLabel = startLabel
    self.endLabel = endLabel
  }

  package func lines(width: Int) -> [StyledText] {
    guard let first = rows.map(\.start).min(), let last = rows.map(\.end).max() else { return [] }
    let frame = Frame(self, first: first, last: last, width: width)
    return [axis(frame)] + rows.map { line($0, frame) } + key(width)
  }

  /// How many columns its parts take, and which day stands in which.
  private struct Frame {
    let first: Int
    let days: Int
    let label: Int
    /// None in a narrow window: the bars come first.
    let period: Int
    let cells: Int

    init(_ gantt: Gantt, first: Int, last: Int, width: Int) {
      self.first = first
      days = last - first + 1
      let natural = gantt.rows.map { DisplayWidth.of(TerminalText.visibleLine($0.label)) }
      label = max(4, min(natural.max() ?? 4, width / 3))
      let periods = gantt.rows.map { DisplayWidth.of($0.period) }.max() ?? 0
      let rest = width - label - 2
      period = rest - periods - 2 >= 24 ? periods : 0
      cells = max(8, min(60, rest - (period > 0 ? period + 2 : 0)))
    }

    func cell(_ day: Int) -> Int { min(cells - 1, (day - first) * cells / days) }

    /// Something that happens takes a cell at least.
    func range(_ row: Row) -> ClosedRange<Int> {
      let from = cell(row.start)
      return from...max(from, min(cells, (row.end - first + 1) * cells / days) - 1)
    }
  }

  private func axis(_ frame: Frame) -> StyledText {
    let start = DisplayWidth.truncated(startLabel, to: frame.cells / 2)
    let room = frame.cells - DisplayWidth.of(start)
    let end = DisplayWidth.of(endLabel) < room ? endLabel : ""
    let words = start + DisplayWidth.padded(end, to: room, isRight: true)
    return StyledText(String(repeating: " ", count: frame.label + 2) + words, .dim)
      .withoutBlanksAtEnd
  }

  private func line(_ row: Row, _ frame: Frame) -> StyledText {
    let label = DisplayWidth.truncated(TerminalText.visibleLine(row.label), to: frame.label)
    let range = frame.range(row)
    let bar = String(
      repeating: row.weight.cell, count: row.weight == .milestone ? 1 : range.count)
    let before = String(repeating: " ", count: range.lowerBound)
    let after = String(
      repeating: " ", count: max(0, frame.cells - range.lowerBound - bar.count))
    let period = frame.period > 0 ? "  " + row.period : ""
    let head = DisplayWidth.padded(label, to: frame.label + 2) + before
    return ("\(head)\(bar, row.weight.style)\(after)\(period, .dim)" as StyledText)
      .withoutBlanksAtEnd
  }

  /// What the bars' shapes mean, where there is more than one.
  private func key(_ width: Int) -> [StyledText] {
    let used = [Weight.critical, .plain, .milestone].filter { weight in
      rows.contains { $0.weight == weight }
    }
    guard used.contains(.critical) || used.contains(.milestone) else { return [] }
    let words = used.map { "\($0.cell) \($0.word ?? "can slip")" }.joined(separator: " · ")
    return wrap(words, width: width).map { StyledText($0, .dim) }
  }

  package var sentences: [String] {
    rows.map { row in
      "\(row.label): \(row.period)\(row.weight.word.map { ", \($0)" } ?? "")."
    }
  }
}
