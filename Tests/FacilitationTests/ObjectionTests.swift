import MeetingKit
import Outcomes
import Session
import Testing

@testable import Facilitation

struct `A no at the read-back` {
  private func meeting(_ lines: [String] = []) throws -> TestMeeting {
    let playbook = try TestPlaybook.steps(
      """
      - ask: Goal?
        id: goal
      - ask: Right?
        id: reading
        kind: readback
      """)
    var meeting = TestMeeting(
      playbook, people: "Leah Stein (Legal), Dan Abel, Dan Brun, Eve (Data), Helen, Bo (Data)")
    meeting.type(lines: lines)
    return meeting
  }

  private static let sayings: [(String, Objection.Speaker, String?)] = [
    ("too early", .owner, "too early"), ("Eve: too early", .person("p4"), "too early"),
    ("eve says it is too early", .person("p4"), "it is too early"),
    ("Eve said: not now", .person("p4"), "not now"),
    ("eve objects", .person("p4"), nil),
    ("eve doubts the day", .person("p4"), "eve doubts the day"),
    ("Dan Brun: too early", .person("p3"), "too early"), ("eve:", .person("p4"), nil),
    ("Legal: not before the review", .person("p1"), "not before the review"),
    // Of two, nobody knows which one said it.
    ("Dan: too early", .unclear, "Dan: too early"),
    ("Data: too early", .unclear, "Data: too early"),
    ("Ewe: too early", .unclear, "Ewe: too early"),
    ("too late: the spec slipped", .owner, "too late: the spec slipped"),
    ("he says it is too early", .owner, "he says it is too early"),
    ("the figure says otherwise", .owner, "the figure says otherwise"),
  ]

  @Test(arguments: sayings)
  func `is of whoever is named before it, else of the owner`(
    typed: String, by: Objection.Speaker, why: String?
  ) throws {
    let objection = Objection(typed, Room(try meeting().session, moment: TestMeeting.moment))
    #expect(objection.by == by)
    #expect(objection.why == why)
  }

  private static let replies: [(String, ReadbackReply)] = [
    ("no objection from me", .words("no objection from me")), ("no, fine", .words("no, fine")),
    ("no worries, it is mine", .words("no worries, it is mine")),
    ("no, too early", .dispute("too early")), ("n too early", .dispute("too early")),
    ("no", .dispute(nil)), ("n", .dispute(nil)),
  ]

  @Test(arguments: replies)
  func `is none where it may be a yes, and then it is asked`(_ line: String, _ reply: ReadbackReply)
  {
    #expect(ReadbackReply(line) == reply)
  }

  @Test func `is put into nobody's mouth`() throws {
    let after = hold(
      """
      A1> n Eve: too early, needs data
      settled by> ⏎
        ✓ A1 disputed by Eve: too early, needs data
      A2> n
      objection> eve: too dear
      settled by> bo fri
        ✓ A2 disputed by Eve: too dear (Bo by Fri 27 Nov 2026)
      A3> n not mine
      settled by> the board
        ✓ A3 disputed: not mine (the board)
      A4> n Dan: too early
      settled by> ⏎
        ✓ A4 disputed: Dan: too early
      close>
      """,
      try meeting([
        "/a write the test, leah fri", "/a call them, leah mon", "/a ring up, leah mon",
        "/a pay, leah mon", "x", "n",
      ]))
    let actions = Summary(of: after.session).actions
    #expect(
      actions.map { $0.disputeWords(after.state.name) } == [
        "by Eve: too early, needs data", "by Eve: too dear (Bo by Fri 27 Nov 2026)",
        "by Leah Stein: not mine (the board)", "at the read-back: Dan: too early",
      ])
    #expect(
      actions.map { $0.disputes.first?.settler } == [nil, "Bo by Fri 27 Nov 2026", nil, nil])
  }
}
