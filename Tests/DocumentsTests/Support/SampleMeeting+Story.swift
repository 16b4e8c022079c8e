import Session
import Values

extension SampleMeeting {
  /// The whole meeting, with every person, list and answer saying `words` around its own.
  static func told(_ words: (String) -> String = { $0 }) throws -> SampleMeeting {
    var meeting = try SampleMeeting(playbook: SamplePlaybook.sample.get())
    meeting.gather(words)
    meeting.want(words)
    meeting.causes(words)
    meeting.end(words)
    return meeting
  }

  private mutating func gather(_ words: (String) -> String) {
    join("p1", words("Rosa Lund"), roles: ["facilitator"])
    join("p2", words("Vera Holt"), words("Marketing"))
    join("p3", words("Leah Stein"), words("Legal"))
    join("p4", words("Dan Fox"), words("Data Science"))
  }

  private mutating func want(_ words: (String) -> String) {
    answer("work", .string(words("churn offers, pilot")))
    answer("objective", .string(words("fewer cancellations, margin kept")))
    items("data", [.row("da1", [.cell("source", words("CRM")), .cell("owner", "p4")])])
    answer("targeted", 3000)
    answer("precision", .number(Number("0.3") ?? 0))
    answer("margin", ["amount": 240, "currency": "GBP"])
    items(
      "room.open",
      [
        .init(
          id: "O1", text: words("Is it legal?"),
          row: [.cell("about", "missing"), .cell("owner", "p3"), .cell("due", "2026-12-11")])
      ], done: false)
    items("lines", [.init(id: "l1", text: words("no objector contacted"), by: ["p3"])])
    answer("lines!p4", .null, why: "asked, none")
    answer("taboo", .null, why: "asked, none")
  }

  private mutating func causes(_ words: (String) -> String) {
    items(
      "reasons",
      [
        .init(id: "r1", text: words("the API slips"), by: ["p2", "p4"]),
        .init(id: "r2", text: words("no contract"), by: ["p3"]),
        .init(id: "r3", text: words("nobody owns the data"), by: ["p4"]),
      ])
    add(
      .itemEdited(
        ItemEdited(
          item: "r3", row: [.cell("disputed_by", "p2"), .cell("disputed", words("it is mine"))])))
    items("themes", [.init(id: "T1", text: words("Vendor"), members: ["r1", "r2"])])
    add(
      .ballotsCast(
        address: Address("dots"),
        ballots: [
          .init(person: "p2", value: ["T1", "T1", "r3"]), .init(person: "p3", value: ["r3"]),
        ]), done: ["dots"])
    answer("rating@T1", ["likelihood": 3, "impact": 2])
    answer("rating@r3", ["likelihood": 1, "impact": 3])
    items(
      "plan",
      [
        .row(
          "pl1",
          [
            .cell("task", words("Draft")), .cell("owner", "p4"), .cell("start", "2026-12-01"),
            .cell("due", "2026-12-04"),
          ]),
        .row(
          "pl2",
          [
            .cell("task", words("Ship")), .cell("due", "2026-12-11"),
            .cell("after", words("Draft")),
          ]),
      ])
  }

  private mutating func end(_ words: (String) -> String) {
    items(
      "decisions",
      [
        .row(
          "D1",
          [
            .cell("what", words("Pilot before launch")), .cell("because", words("unproven")),
            .cell("by", "p2"),
          ])
      ])
    items(
      "todo",
      [
        .row(
          "A1",
          [
            .cell("step", words("Write the balancing test")), .cell("owner", "p3"),
            .cell("due", "2026-12-11"), .cell("done_when", words("filed")),
          ]),
        .row("A2", [.cell("step", words("Name a budget owner"))]),
      ])
    add(
      .ballotsCast(
        address: Address("support"),
        ballots: [.init(person: "p2", value: 5), .init(person: "p3", value: 3)]),
      done: ["support"])
    items("room.parked", [.init(id: "P1", text: words("logo colours"), by: ["p2"])], done: false)
    items(
      "room.notes", [.init(id: "N1", text: words("the coffee was good"), by: ["p4"])], done: false)
    let line =
      words("Write the balancing test") + " · " + words("Leah Stein") + " · Fri 11 Dec 2026"
    add(.outcomeRead(OutcomeRead(outcome: "A1", verdict: .agreed, text: line)), done: ["reading"])
    sign("p2", .reservation, note: words("£12 tested next"))
    sign("p4", .agree)
    sign("p3", .later, note: words("O1"), by: "2026-12-11")
    add(.personLeft(person: "p2", isAway: false))
    add(.sessionClosed)
  }
}
