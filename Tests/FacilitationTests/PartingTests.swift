import MeetingKit
import Outcomes
import Session
import Testing

struct `Whoever leaves` {
  private func meeting(_ lines: [String]) throws -> TestMeeting {
    let playbook = try TestPlaybook.steps(
      """
      - ask: Goal?
        id: goal
      - ask: Right?
        id: reading
        kind: readback
      - ask: Do you sign?
        id: signing
        kind: signoff
        of: paper
      """,
      rest: """
        documents:
          - id: paper
            title: Paper
            body:
              - answers: [goal]
        """)
    var meeting = TestMeeting(playbook, people: "Vera (Marketing), Bo (Legal), Cy")
    meeting.type(lines: lines)
    return meeting
  }

  @Test func `hears what they hold, one key each, and the room is back at its prompt`() throws {
    let after = hold(
      """
      goal> /leave vera
        ✓ Vera has left.
        ? Vera holds 3 actions and an unsigned agreement. Read them out now? [Y/n]
      > ⏎
      > ⏎
      > maybe
        ? “maybe”: y as it was read · e new words for it · n why not · Enter puts it back into the line
      > ⏎
        [maybe]
      > e
       [book a room, Vera]> book the room, vera mon
        ✓ A2 book a room → book the room · Vera · due Mon 30 Nov 2026
      > y
      > n too dear
      settled by> Bo, on Monday
        ✓ A3 disputed: too dear (Bo by Mon 30 Nov 2026)
      > sometime
        ✗ a agrees, r WHY has a reservation, d WHY declines, l DATE signs later, x is absent.
        [sometime]
      > l 1/2
        ? Which day is that? 1 Mon 1 Feb 2027 · 2 Sat 2 Jan 2027
      > 1
        ✓ Vera: later, by Mon 1 Feb 2027
      goal> ⏎
      ask>
      """,
      try meeting([
        "/a write the letter, vera fri", "/a book a room, vera", "/a pay, vera mon", "/a x, bo",
      ]))
    let verdicts = Summary(of: after.session).actions.map { $0.read?.verdict.rawValue ?? "-" }
    #expect(verdicts == ["agreed", "agreed", "disputed", "-"])
  }

  @Test func `is let go at once where they hold nothing, or where nobody wants to hear it`() throws
  {
    hold(
      """
      goal> /leave cy
        ✓ Cy has left.
      goal> /leave vera, bo
        ✓ Vera and Bo have left.
        ? Vera holds an action and an unsigned agreement. Read them out now? [Y/n]
      > n
        ? Bo holds an unsigned agreement. Read it out now? [Y/n]
      > n
      goal> /leave zz
        ✗ Nobody here is “zz”: /people lists them.
      goal>
      """, try meeting(["/a pay, vera mon"]))
  }
}
