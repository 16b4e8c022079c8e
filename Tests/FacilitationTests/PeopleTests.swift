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
      people> ,;-
      people> Ana, ana
      people> Ana (Data, and Science); Bo <bo@x.org>⏎Cy (), Dee
      lead> zz
      lead> Anna
      > n
      lead> Anna
      > ⏎
      lead> An
      team> bo, cy
      goal> /people
      goal> /people bo=Boris
      goal> /people zz=Y
      goal> /people bo=
      goal> /people bo=Ana
      goal>
      """, TestMeeting(try playbook.get()))
  }

  @Test func `people come, go, and come back`() throws {
    hold(
      """
      goal> /join
      goal> /join Hal (Finance), Ed
      goal> /join Ana
      goal> /join Ha
      goal> /join Ivy, Ivy
      goal> /away bo, cy
      goal> /away zz
      goal> /leave
      goal> /leave hal
      goal> /people hal=Hall
      goal> /people
      goal> /join hall
      goal> /leave b
      goal> /people
      goal> /undo
      goal> /undo
      goal> /redo
      goal>
      """, TestMeeting(try playbook.get(), people: "Ana, Bo, Cy, Bob"))
  }
}
