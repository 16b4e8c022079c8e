/// How much of something each of several things has, as bars.
///
///     Pilot plan   ██████████████  6
///     Training     █████░░░░░░░░░  2
package struct Bars: Widget, Sendable, Equatable {
  /// A thing and its figure.
  package struct Row: Sendable, Equatable {
    package var label: String
    /// 0...1 of the longest bar.
    package var share: Double
    /// The figure as people read it: `6`, `£25,200`.
    package var shown: String
    /// The figure in a sentence: `6 votes`.
    package var spoken: String

    package init(_ label: String, share: Double, shown: String, spoken: String? = nil) {
      self.label = label
      self.share = share.isFinite ? min(1, max(0, share)) : 0
      self.shown = shown
      self.spoken = spoken ?? shown
    }
  }

  package var rows: [Row]

  package init(rows: [Row]) {
    self.rows = rows
  }

  private static let longestBar = 30

  package func lines(width: Int) -> [StyledText] {
    let figures = rows.map { DisplayWidth.of(TerminalText.visibleLine($0.shown)) }.max() ?? 0
    let natural = rows.map { DisplayWidth.of(TerminalText.visibleLine($0.label)) }.max() ?? 0
    let label = max(4, min(natural, width / 2, width - figures - 4))
    let bar = max(0, min(Self.longestBar, width - label - figures - 4))
    return rows.map { line($0, label: label, bar: bar) }
  }

  private func line(_ row: Row, label: Int, bar: Int) -> StyledText {
    let cut = DisplayWidth.truncated(TerminalText.visibleLine(row.label), to: label)
    // Something above nothing is never drawn as nothing.
    let filled = row.share > 0 ? max(1, Int((row.share * Double(bar)).rounded())) : 0
    let on = String(repeating: "█", count: min(bar, filled))
    let off = String(repeating: "░", count: bar - min(bar, filled))
    let shown = TerminalText.visibleLine(row.shown)
    return "\(DisplayWidth.padded(cut, to: label))  \(on, .accent)\(off, .dim)  \(shown)"
  }

  package var sentences: [String] { rows.map { "\($0.label): \($0.spoken)." } }
}
