import MeetingKit
import Outcomes
import PlaybookLanguage
import Session
import Testing
import Values

struct `A review of earlier actions` {
  private static let earlier = OpenItem.body([
    OpenItem(
      list: .actions, session: "0199754e-0000-7c3e-9b1f-6f0d2b7a4c10", id: "A1",
      text: "get a signed SLA", owner: "Ana", due: CalendarDate(iso: "2026-11-20"), revision: 4,
      from: "Apollo pre-mortem"),
    OpenItem(
      list: .actions, session: "0199754e-0000-7c3e-9b1f-6f0d2b7a4c10", id: "A2",
      text: "name a budget owner", owner: "Vera", due: nil, from: "Apollo pre-mortem"),
    OpenItem(
      list: .risks, session: "0199754e-0000-7c3e-9b1f-6f0d2b7a4c10", id: "K1", text: "it rains",
      owner: nil, due: nil, from: "Apollo pre-mortem",
      fields: [.init("likelihood", .number(2)), .init("impact", .number(3))]),
  ])

  private static func meeting(_ rest: String = "") throws -> TestMeeting {
    let playbook = try TestPlaybook.steps(
      """
      - ask: What became of it?
        id: carried
        kind: review
        of: open.actions
        if: open.actions.count > 0
      - each: r in open.risks
        steps:
          - ask: "{r}, how likely?"
            id: likely
            kind: number
      - ask: Anything else?
        id: more
      """, rest: rest)
    return TestMeeting(playbook, people: "Ana, Bo", linked: ["open": earlier])
  }

  @Test func `takes one key each, with another day or owner`() throws {
    let after = hold(
      """
      1 of 2> what
        ✗ d done, s still open (s fri, s bo fri), x dropped.
        [what]
      1 of 2> 2 s bo 11 Dec
        ✓ 2 Bo: name a budget owner, by Fri 11 Dec 2026 · still open
      1 of 2> ⏎
        ? 1 is not read. Leave it as it is? [y/N]
      > n
      1 of 2> s 17 nov
        ? Which day is that? 1 Tue 17 Nov 2026 · 2 Wed 17 Nov 2027
      > 2
        ✓ 1 Ana: get a signed SLA, by Wed 17 Nov 2027 · still open
      likely K1> /undo
        ✓ Taken back: the update of A1
      1 of 2> d signed on Monday
        ✓ 1 Ana: get a signed SLA, by Fri 20 Nov 2026 (4 days over) · done, signed on Monday
      likely K1> /undo
        ✓ Taken back: the update of A1
      1 of 2> s zed
        ? Nobody here is “zed”. Is that the owner all the same? [y/N]
      > y
        ✓ 1 zed: get a signed SLA, by Fri 20 Nov 2026 (4 days over) · still open
      likely K1> /back carried
        · Back to carried. After it we go on from where we were.
      carried> 1 x
        ✓ 1 zed: get a signed SLA, by Fri 20 Nov 2026 (4 days over) · dropped
      likely K1>
      """, try Self.meeting())
    #expect(after.text("{open.actions.map(a, a.state)}; {carried.count}") == "dropped and open; 2")
    let updates = after.state.followUps
    #expect(updates.map(\.revision) == [1, 5, 6])
    #expect(updates.map(\.status) == ["open", "open", "dropped"])
  }

  @Test func `is not asked where nothing is open, and needs no earlier file`() throws {
    var meeting = try Self.meeting()
    meeting.kill()
    #expect(meeting.place == Address("carried"))
    let fresh = TestMeeting(meeting.playbook, people: "Ana")
    #expect(fresh.place == Address("more"))
    #expect(fresh.text("{open.actions.count}") == "0")
  }

  @Test func `an outcome that updates an earlier one is none of its own`() throws {
    var meeting = try Self.meeting(
      """
      outcomes:
        - risk: "{r}"
          each: r in open.risks
          likelihood: r.likely
          impact: r.impact
          state: if(r.likely == 0, 'closed', 'open')
          updates: r
      """)
    meeting.type(lines: ["d", "d", "0"])
    let summary = Summary(of: meeting.session)
    #expect(summary.risks.isEmpty)
    #expect(summary.updates.map(\.outcome.score) == [0])
    meeting.type(lines: ["", ""])
    let closing = meeting.state.followUps.last
    #expect(meeting.state.isClosed)
    #expect(closing?.action == "K1")
    #expect(closing?.status == "closed")
    #expect(meeting.state.outcomes.isEmpty)
  }
}
