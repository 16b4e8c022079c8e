import MeetingKit
import Testing

struct `Who is here` {
  private let playbook = Result {
    try TestPlaybook.steps(
      """
      - ask: Goal?
        id: goal
      """, top: "roles: {lead: person, team: people}")
  }

  @Test func `names, functions and roles are read as people type them`() throws {
    hold(
      """
      people> ⏎
      people> ,;
      people> Ana, ana
      people> Ana (Data, and Science); Bo <bo@x.org>⏎Cy (), Dee
      lead> zz
      lead> An
      lead> Anna
      > n
      lead> Anna
      > ⏎
      team> bo, cy
      goal> /people
      goal> /people bo=Boris
      goal> /people zz=Y
      goal> /people bo=
      goal>
      """, TestMeeting(try playbook.get()))
  }

}
