import TestSupport
import Testing

@testable import Console

private let bars = Bars(
  rows: [
    .init("Pilot plan", share: 1, shown: "6", spoken: "6 votes"),
    .init("日本 training", share: 1.0 / 6, shown: "1", spoken: "1 vote"),
    .init("Nothing", share: 0, shown: "0", spoken: "0 votes"),
    .init("Broken", share: .nan, shown: "0", spoken: "0 votes"),
  ])

private let grid = RatingGrid(
  right: .init("Impact", steps: ["1 low", "2 medium", "3 high"]),
  up: .init("Likelihood", steps: ["1 low", "2 medium", "3 high"]),
  marks: [
    .init("T1", "The vendor's API slips a quarter, and nobody told us", right: 2, up: 2),
    .init("T2", "Nobody owned the data", right: 2, up: 2),
    .init("r7", "Legal said no", right: 0, up: 1),
  ])

private let gantt = Gantt(
  rows: [
    .init("Router deployed", from: 0, through: 4, period: "12–16 Jan", weight: .critical),
    .init("Labels cleaned", from: 7, through: 13, period: "19–25 Jan"),
    .init("Go live", from: 25, through: 25, period: "6 Feb", weight: .milestone),
  ],
  startLabel: "12 Jan", endLabel: "6 Feb")

private let duties = LetterGrid(
  columns: ["Ana", "Bartholomew", "日本"],
  rows: [
    .init("Clean the labels", ["R", "A", ""]), .init("Deploy", ["", "AR", "C"]),
    .init("Nothing yet", ["", "", ""]),
  ])

private let widgets: [any Widget & Sendable] = [bars, grid, gantt, duties]

@Test func `bars look as they should in forty columns`() {
  #expect(
    bars.lines(width: 40).map(\.string) == [
      "Pilot plan     ██████████████████████  6",
      "日本 training  ████░░░░░░░░░░░░░░░░░░  1",
      "Nothing        ░░░░░░░░░░░░░░░░░░░░░░  0",
      "Broken         ░░░░░░░░░░░░░░░░░░░░░░  0",
    ])
}

@Test func `a grid of ratings is readable in forty columns, its names below it`() {
  #expect(
    grid.lines(width: 40).map(\.string) == [
      "Likelihood",
      "  3 high │     –         ×       T1,T2",
      "2 medium │    r7         –         ×",
      "   1 low │     ·         ·         –",
      "         └──────────────────────────────",
      "             1 low   2 medium   3 high",
      "                                  Impact",
      "T1  The vendor's API slips a quarter,",
      "    and nobody told us",
      "T2  Nobody owned the data",
      "r7  Legal said no",
    ])
}

@Test func `a field that is too small for its marks counts them`() {
  #expect(grid.lines(width: 26).map(\.string)[1] == "  3 high │  –    ×   T1+1")
}

@Test func `a plan shows days as bars, and its dates where there is room`() {
  #expect(
    gantt.lines(width: 70).map(\.string) == [
      "                 12 Jan                               6 Feb",
      "Router deployed  ████████                                    12–16 Jan",
      "Labels cleaned              ▒▒▒▒▒▒▒▒▒▒▒                      19–25 Jan",
      "Go live                                                  ◆   6 Feb",
      "█ nothing to spare · ▒ can slip · ◆ milestone",
    ])
  #expect(gantt.lines(width: 40).map(\.string)[1] == "Router deplo…  ████")
}

@Test func `duties stand where a task meets a person`() {
  #expect(
    duties.lines(width: 40).map(\.string) == [
      "                 Ana  Bartholomew  日本",
      "Clean the labels  R        A         ·",
      "Deploy            ·        AR        C",
      "Nothing yet       ·        ·         ·",
    ])
  // Too narrow for columns: the same in sentences.
  #expect(duties.lines(width: 20).map(\.string).last == "Nothing yet: nobody.")
}

@Test func `sentences say what pictures show`() {
  #expect(
    widgets.flatMap(\.sentences) == [
      "Pilot plan: 6 votes.", "日本 training: 1 vote.", "Nothing: 0 votes.", "Broken: 0 votes.",
      "T1, The vendor's API slips a quarter, and nobody told us: "
        + "Likelihood 3 high, Impact 3 high.",
      "T2, Nobody owned the data: Likelihood 3 high, Impact 3 high.",
      "r7, Legal said no: Likelihood 2 medium, Impact 1 low.",
      "Router deployed: 12–16 Jan, nothing to spare.", "Labels cleaned: 19–25 Jan.",
      "Go live: 6 Feb, milestone.", "Clean the labels: Ana R, Bartholomew A.",
      "Deploy: Bartholomew AR, 日本 C.", "Nothing yet: nobody.",
    ])
}

@Test func `no line of a picture is wider than it may be`() {
  for width in [20, 30, 40, 57, 80, 132] {
    for widget in widgets {
      let widest = widget.lines(width: width).map { DisplayWidth.of($0.string) }.max() ?? 0
      #expect(widest <= width, "\(type(of: widget)) in \(width)")
    }
  }
}
