/// How many votes each choice got, as bars.
///
///     Pilot plan   ████████████░░░░  6 of 8
///     Training     ████░░░░░░░░░░░░  2 of 8
package struct VoteBars: Widget, Sendable, Equatable {
  /// A choice and its votes.
  package struct Row: Sendable, Equatable {
    package var label: String
    package var votes: Int
    /// Whether it was chosen, which the sentence says too.
    package var isChosen: Bool

    package init(_ label: String, votes: Int, isChosen: Bool = false) {
      self.label = label
      self.votes = votes
      self.isChosen = isChosen
    }
  }

  package var rows: [Row]
  /// The votes that a choice could have had at most; `nil` when only the comparison counts.
  package var outOf: Int?

  package init(rows: [Row], outOf: Int? = nil) {
    self.rows = rows
    self.outOf = outOf
  }

  private var full: Int { max(1, outOf ?? 0, rows.map(\.votes).max() ?? 0) }

  private func count(_ row: Row) -> String {
    outOf.map { "\(row.votes) of \($0)" } ?? "\(row.votes)"
  }

  package func lines(width: Int) -> [StyledText] {
    let counts = rows.map { DisplayWidth.of(count($0)) }.max() ?? 0
    let natural = rows.map { DisplayWidth.of(TerminalText.visibleLine($0.label)) }.max() ?? 0
    let label = max(4, min(natural, width / 2, width - counts - 6))
    let bar = max(0, min(30, width - label - counts - 6))
    return rows.map { line($0, label: label, bar: bar) }
  }

  private func line(_ row: Row, label: Int, bar: Int) -> StyledText {
    let cut = DisplayWidth.truncated(TerminalText.visibleLine(row.label), to: label)
    let (share, _) = max(0, row.votes).multipliedReportingOverflow(by: bar)
    // A vote is never drawn as nothing.
    let filled = min(bar, row.votes > 0 ? max(1, share / full) : 0)
    let on = String(repeating: "█", count: filled)
    let off = String(repeating: "░", count: bar - filled)
    let mark = row.isChosen ? "✓ " : "  "
    return """
      \(mark, .good)\(DisplayWidth.padded(cut, to: label), row.isChosen ? .bold : .plain)  \
      \(on, .accent)\(off, .dim)  \(count(row))
      """
  }

  package var sentences: [String] {
    rows.map { row in
      let noun = (outOf ?? row.votes) == 1 ? "vote" : "votes"
      return "\(row.label): \(count(row)) \(noun)\(row.isChosen ? ", chosen" : "")."
    }
  }
}
