import TestSupport
import Testing

@testable import Console

let bars = VoteBars(
  rows: [.init("Pilot plan", votes: 6, isChosen: true), .init("日本 training", votes: 1)], outOf: 8)

@Test func `vote bars look as they should in forty columns`() {
  #expect(
    bars.lines(width: 40).map(\.string) == [
      "✓ Pilot plan     ███████████░░░░  6 of 8",
      "  日本 training  █░░░░░░░░░░░░░░  1 of 8",
    ])
}

@Test func `sentences say what vote bars show`() {
  #expect(
    bars.sentences == ["Pilot plan: 6 of 8 votes, chosen.", "日本 training: 1 of 8 votes."])
}

@Test func `no line of vote bars is wider than it may be`() {
  for width in [20, 30, 40, 57, 80, 132] {
    let lines = bars.shown(width: width, isPlain: false)
    let widest = lines.map { DisplayWidth.of($0.string) }.max() ?? 0
    #expect(widest <= width, "in \(width)")
  }
}
