import MeetingKit
import Session
import Testing
import Values

@testable import Outcomes

struct `A dispute` {
  private func meeting(_ lines: [String]) throws -> TestMeeting {
    let playbook = try TestPlaybook.steps(
      """
      - ask: Goal?
        id: goal
      - ask: Right?
        id: reading
        kind: readback
      """)
    var meeting = TestMeeting(playbook, people: "Ana, Bo, Cy")
    meeting.type(lines: ["/d go", "/a call them, bo fri", "/a write it, cy fri"] + lines)
    return meeting
  }

  private func words(_ meeting: TestMeeting) -> [String] {
    Summary(of: meeting.session).outcomes.map { outcome in
      "\(outcome.id) \(outcome.standing) \(outcome.disputeWords(meeting.state.name) ?? "-")"
    }
  }

  @Test func `stands whatever is read afterwards, and is settled or open`() throws {
    var meeting = try meeting([
      "/dispute A1 ana: too late", "", "/dispute D1 cy: no proof", "bo fri", "x", "n", "y", "y", "",
      "n not mine", "ana fri",
    ])
    #expect(
      words(meeting) == [
        "D1 disputed by Cy: no proof", "A1 disputed by Ana: too late",
        "A2 disputed by Cy: not mine (Ana by Fri 27 Nov 2026)",
      ])
    let summary = Summary(of: meeting.session)
    #expect(!summary.outcomes.contains { $0.isAgreed })
    #expect(summary.outcomes.map(\.doubt) == ["disputed", "disputed", "disputed"])
    // Bo settles the first in an open point.
    #expect(summary.openDisputes.map(\.outcome.id) == ["A1", "A2"])
    #expect(
      summary.openDisputes.map { $0.disputes.map(\.settler) } == [
        [nil], ["Ana by Fri 27 Nov 2026"],
      ])
    // Without the open point nobody settles it.
    meeting.type("/drop O1")
    #expect(Summary(of: meeting.session).openDisputes.map(\.outcome.id) == ["D1", "A1", "A2"])
    meeting.type("")
    #expect(
      meeting.state.outcomes.map { "\($0.id) \($0.state)" } == [
        "D1 disputed", "A1 disputed", "A2 disputed",
      ])
  }

  @Test(
    arguments: [
      (nil, nil, nil), ("not mine", "not mine", nil),
      ("settled by Ana by Fri 27 Nov 2026", nil, "Ana by Fri 27 Nov 2026"),
      ("settled by the board", nil, "the board"),
      ("too late (Ana by Fri 27 Nov 2026)", "too late", "Ana by Fri 27 Nov 2026"),
      ("too late (by Fri 27 Nov 2026)", "too late", "by Fri 27 Nov 2026"),
      ("too late (Ana)", "too late", "Ana"), ("late (very) (Ana)", "late (very)", "Ana"),
      // Brackets of the reason itself.
      ("too late (by far)", "too late (by far)", nil),
      ("too dear (by 5,000)", "too dear (by 5,000)", nil),
      ("late (it slipped)", "late (it slipped)", nil),
      ("(Ana)", "(Ana)", nil),
      ("yes but only if Legal agrees", "yes but only if Legal agrees", nil),
    ] as [(String?, String?, String?)])
  func `has its reason and its settler apart`(note: String?, why: String?, settler: String?) throws
  {
    let read = OutcomeRead(outcome: "A1", verdict: .disputed, text: "x", by: "p2", note: note)
    let dispute = try #require(Dispute(read, try meeting([]).state))
    #expect(dispute.why == why)
    #expect(dispute.settler == settler)
    #expect(dispute.words { _ in "Bo" } == "by Bo" + (note.map { ": \($0)" } ?? ""))
  }

  private static let friday = CalendarDate(iso: "2026-11-27")
  private static let changes: [(LaterWord, String, String)] = [
    (LaterWord(status: "open", text: nil, owner: nil, due: nil), "agreed", "agreed"),
    (LaterWord(status: "open", text: nil, owner: nil, due: nil), "disputed", "disputed"),
    (LaterWord(status: "open", text: nil, owner: nil, due: nil), "to confirm", "to confirm"),
    (LaterWord(status: "open", text: nil, owner: "Bo", due: friday), "agreed", "agreed"),
    (LaterWord(status: "open", text: nil, owner: "Cy", due: nil), "agreed", "to confirm"),
    (
      LaterWord(status: nil, text: nil, owner: nil, due: friday?.adding(days: 1)), "agreed",
      "to confirm"
    ),
    (LaterWord(status: nil, text: "call us", owner: nil, due: nil), "agreed", "to confirm"),
    (LaterWord(status: nil, text: "call us", owner: nil, due: nil), "disputed", "disputed"),
    (LaterWord(status: nil, text: "call us", owner: nil, due: nil), "open", "open"),
    (LaterWord(status: "done", text: nil, owner: "Cy", due: nil), "agreed", "done"),
  ]

  @Test(arguments: changes)
  func `and a yes are what they were, unless a later meeting changes what was read`(
    word: LaterWord, left: String, now: String
  ) throws {
    let isChanged = word.changes("call them", owner: "Bo", due: Self.friday)
    #expect(word.standing(after: left, isChanged: isChanged) == now)
    guard ["agreed", "disputed"].contains(left), word.status != "done" else { return }
    let read = left == "agreed" ? ["y", ""] : ["n not mine", ""]
    let meeting = try meeting(["x", "y"] + read)
    let summary = Summary(of: meeting.session).followed { $0 == "A1" ? word : nil }
    #expect(summary.actions[0].standing == now)
  }
}
