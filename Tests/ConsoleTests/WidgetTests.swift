import TestSupport
import Testing

@testable import Console

let bars = VoteBars(
  rows: [.init("Pilot plan", votes: 6, isChosen: true), .init("日本 training", votes: 1)], outOf: 8)
let risks = Matrix(
  rowTitle: "likelihood", columnTitle: "impact",
  marks: [
    .init("R1", title: "Data loss", row: 4, column: 4),
    .init("R2", title: "Late", row: 5, column: 2), .init("R3", title: "Cost", row: 5, column: 2),
    .init("R4", title: "Strike", row: 5, column: 2),
  ])
let table = Table(
  columns: [.init("Who"), .init("What"), .init("Days", isRight: true)],
  rows: [
    ["Ana", "drafts the pilot plan and sends it to everybody who was there", "3"],
    ["日本 Ken", "\("reads it", .good)", "12"],
  ])
let heat = HeatMap(
  columns: ["Ana", "Ben"], rows: [.init("Speed", [4, 2]), .init("Clarity", [5, nil])], range: 1...5)
let plan = Gantt(
  rows: [
    .init("Pilot plan", from: 0, to: 5, period: "23 to 27 November"),
    .init("Training", from: 5, to: 10, period: "28 November to 2 December"),
  ], startLabel: "Mon 23", endLabel: "Wed 2", now: 3)
let dots = ProgressDots(current: 3, total: 5, title: "Vote")

@Test func `pictures look as they should in forty columns`() {
  let widgets: [any Widget] = [bars, risks, table, heat, plan, dots]
  let drawn = widgets.map { $0.lines(width: 40).map(\.string).joined(separator: "\n") }
  #expect(
    drawn == [
      """
      ✓ Pilot plan     ███████████░░░░  6 of 8
        日本 training  █░░░░░░░░░░░░░░  1 of 8
      """,
      """
      likelihood
      5 │   ·     R2+2    ×      ×      ×
      4 │   ·      –      –      R1     ×
      3 │   ·      ·      –      –      ×
      2 │   ·      ·      ·      –      –
      1 │   ·      ·      ·      ·      ·
        └───────────────────────────────────
            1      2      3      4      5
                                      impact
      """,
      """
      Who       What                      Days
      Ana       drafts the pilot plan        3
                and sends it to
                everybody who was there
      日本 Ken  reads it                    12
      """,
      """
               Ana  Ben
      Speed    4 ▓  2 ▒
      Clarity  5 █  –
      """,
      """
                  Mon 23                 Wed 2
      Pilot plan  ████████▓█████
      Training            │     ██████████████
      """,
      "●●◉○○  3 of 5  Vote",
    ])
}

@Test func `sentences say what pictures show`() {
  let widgets: [any Widget] = [bars, risks, table, heat, plan, dots]
  #expect(
    widgets.map(\.sentences) == [
      ["Pilot plan: 6 of 8 votes, chosen.", "日本 training: 1 of 8 votes."],
      [
        "R1 Data loss: likelihood 4 of 5, impact 4 of 5, high.",
        "R2 Late: likelihood 5 of 5, impact 2 of 5, medium.",
        "R3 Cost: likelihood 5 of 5, impact 2 of 5, medium.",
        "R4 Strike: likelihood 5 of 5, impact 2 of 5, medium.",
      ],
      [
        "Who Ana; What drafts the pilot plan and sends it to everybody who was there; Days 3.",
        "Who 日本 Ken; What reads it; Days 12.",
      ],
      ["Speed: Ana 4, Ben 2.", "Clarity: Ana 5, Ben no answer."],
      ["Pilot plan: 23 to 27 November.", "Training: 28 November to 2 December."],
      ["Step 3 of 5: Vote."],
    ])
}

@Test func `no line of a picture is wider than it may be`() {
  let widgets: [any Widget] = [bars, risks, table, heat, plan, dots]
  for width in [20, 30, 40, 57, 80, 132] {
    for widget in widgets {
      let widest = widget.shown(width: width, isPlain: false)
        .map { DisplayWidth.of($0.string) }.max() ?? 0
      #expect(widest <= width, "\(type(of: widget)) in \(width)")
    }
  }
}
