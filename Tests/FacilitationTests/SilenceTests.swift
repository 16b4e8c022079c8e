import MeetingKit
import Testing

/// Before the room agrees to anything, whoever has said nothing is named.
struct `Somebody who has said nothing` {
  private func meeting(_ people: String, _ lines: [String]) throws -> TestMeeting {
    let playbook = try TestPlaybook.steps(
      """
      - ask: Ideas?
        id: ideas
        kind: list
      - ask: Right?
        id: reading
        kind: readback
      """, top: "roles: {facilitator: person}")
    var meeting = TestMeeting(playbook)
    meeting.type(lines: [people] + lines)
    return meeting
  }

  @Test func `is named by their function, and asked with one key`() throws {
    hold(
      """
      ask> ?x
        ✗ Type y or n.
      ask> ⏎
        · What would be missing without you? Enter is “asked, none”.
      Leah> /p the logo
        ✓ P1 the logo · parked. Still reading.
      Leah> no objector may be contacted
        ✓ N1 Leah: no objector may be contacted. Still reading.
      D1>
      """,
      try meeting(
        "Ana (Data), Bo (Data), Leah (Legal), Ros", ["ros", "ana: too late", "/d go", ""]),
      showsOpenings: false)
  }

  @Test func `is asked in turn, and that they had nothing is kept`() throws {
    hold(
      """
      ask> y
        · What would be missing without you? Enter is “asked, none”.
      Cy> ⏎
        ✓ Cy: asked, none
      Dee> wait for the audit
        ✓ N1 Dee: wait for the audit. Still reading.
      reading> /undo
        ✓ Taken back: N1 “wait for the audit”
      ask> n
        ✓ Not asked: Dee
      reading> ⏎
      close>
      """,
      try meeting("Ana, Bo, Ed, Cy, Dee", ["", "ana: too late", "bo: too dear", "ed: no", ""]))
  }

  @Test func `is asked once, together with all others`() throws {
    hold(
      """
      ask> ⏎
        · What would be missing without you? Enter is “asked, none”.
      Ana> too late
        ✓ N1 Ana: too late. Still reading.
      Bo> too dear
        ✓ N2 Bo: too dear. Still reading.
      reading>
      """, try meeting("Ana (Data), Bo (Legal), Cy", ["", ""]))
  }

  @Test func `is not named where nobody keeps track of names`() throws {
    hold("reading>", try meeting("Ana, Bo, Cy", ["", "ana: too late", "too dear", ""]))
    hold("reading>", try meeting("Ana, Bo, Cy", ["", "too late", ""]))
  }
}
