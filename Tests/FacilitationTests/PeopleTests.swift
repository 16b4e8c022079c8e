import MeetingKit
import Session
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
        ✗ At least one name is needed: Ana, Bo, Cy.
      people> ,;
        ✗ At least one name is needed: Ana, Bo, Cy.
        [,;]
      people> -, 12
        ✗ At least one name is needed: Ana, Bo, Cy.
        [-, 12]
      people> Ana, ana
        ✗ Two people are called “ana”. Tell them apart: ana K, ana L.
        [Ana, ana]
      people> Ana (Data, and Science); Bo <bo@x.org>⏎Cy (), Dee
        ✓ 4 people: Ana, Bo, Cy and Dee
      lead> zz
        ? Nobody here is “zz”. 1 Zz is here too · 2 Zz is not here today · Enter puts it back into the line
      > Anna
        ? Nobody here is “Anna”. Did you mean Ana? [Y/n]
      > n
        [Anna]
      lead> Anna
        ? Nobody here is “Anna”. Did you mean Ana? [Y/n]
      > ⏎
        ✓ lead: Ana
      team> bo, cy
        ✓ team: Bo and Cy
      goal> /people
        | Ana Data, and Science · lead
        | Bo team
        | Cy team
        | Dee
      goal> /people bo=Boris
        ✓ Bo is Boris now, everywhere.
      goal> /people zz=Y
        ✗ Nobody here is “zz”: /people lists them.
      goal> /people bo=
        ✗ What is Boris called now? /people bo=Boris
      goal> /people dee=Dee (IT, remote)
        ✓ Dee: IT · remote
      goal> /people dee=Dana (lead)
        ✓ Dee is Dana now, everywhere: lead
      goal> /people dana=Dee, Dana
        ✗ One name for Dana, without a comma: /people dana=Boris (Legal)
      goal> /people
        | Ana Data, and Science · lead
        | Boris team
        | Cy team
        | Dana IT · lead · remote
      goal> /people bo=Ana
        ✗ Two people would be called “Ana”. Tell them apart: Ana K, Ana L.
      goal>
      """, TestMeeting(try playbook.get()))
  }

  @Test func `a role in brackets is not asked for again, and who is far away is noted`() throws {
    var meeting = TestMeeting(try playbook.get())
    meeting.type("Ana (Legal, lead), Bo (remote), Cy (Team), Dee (Team, online)")
    #expect(meeting.session.state.people.map(\.roles) == [["lead"], [], ["team"], ["team"]])
    #expect(meeting.session.state.people.map(\.function) == ["Legal", nil, nil, nil])
    #expect(meeting.session.state.people.map(\.isRemote) == [false, true, false, true])
    hold(
      """
      goal> /people
        | Ana Legal · lead
        | Bo remote
        | Cy team
        | Dee team · remote
      goal> /join Eve (remote), Bo (Sales)
        ✓ Eve and Bo are here. The wall shows for two minutes:
        · Welcome, Eve. Small, part 1 of 1: All.
        · Now: Goal?
      goal> /people
        | Ana Legal · lead
        | Bo Sales · remote
        | Cy team
        | Dee team · remote
        | Eve remote
      goal>
      """, meeting)
  }

  @Test func `a role may be of somebody who is not here`() throws {
    let playbook = try TestPlaybook.steps(
      "- {ask: Right?, id: reading, kind: readback}\n- {ask: Goal?, id: goal}",
      top: "roles: {sponsor: person}")
    hold(
      """
      people> Ana, Bo
        ✓ 2 people: Ana and Bo
      sponsor> vera (Sales)
        ? Nobody here is “vera (Sales)”. 1 Vera is here too · 2 Vera is not here today · Enter puts it back into the line
      > 2
        ✓ sponsor: Vera, who is not here
      reading> /people
        | Ana
        | Bo
        | Vera Sales · sponsor · away
      reading> /undo
        ✓ Taken back: Vera as sponsor
      sponsor> vera
        ? Nobody here is “vera”. 1 Vera is here too · 2 Vera is not here today · Enter puts it back into the line
      > ⏎
        [vera]
      sponsor> vera
        ? Nobody here is “vera”. 1 Vera is here too · 2 Vera is not here today · Enter puts it back into the line
      > 1
        ✓ sponsor: Vera, who is here
      reading> /people
        | Ana
        | Bo
        | Vera sponsor
      reading>
      """, TestMeeting(playbook))
  }

  @Test func `a role that two are given is asked`() throws {
    hold(
      """
      people> Ana (lead), Bo (lead)
        ✓ 2 people: Ana and Bo
      lead [Ana, Bo]> bo
        ✓ lead: Bo
      team>
      """, TestMeeting(try playbook.get()))
  }

  @Test func `a role is given anew, and addresses of an invitation are names`() throws {
    hold(
      """
      people> Berg, Ana <ana@x.org>; Ek, Bo <bo@x.org>⏎Cy Lo <cy@x.org>
        ✓ 3 people: Ana Berg, Bo Ek and Cy Lo
      lead> ana
        ✓ lead: Ana Berg
      team> bo, cy
        ✓ team: Bo Ek and Cy Lo
      goal> /back lead
        · Back to lead. After it we go on from where we were.
      lead [Ana Berg]> ⏎
      goal> /back lead
        · Back to lead. After it we go on from where we were.
      lead [Ana Berg]> bo
        ✓ lead: Bo Ek
      goal> /people
        | Ana Berg
        | Bo Ek team · lead
        | Cy Lo team
      goal> /undo
        ✓ Taken back: Bo Ek as lead
      lead [Ana Berg]> /people
        | Ana Berg lead
        | Bo Ek team
        | Cy Lo team
      lead [Ana Berg]>
      """, TestMeeting(try playbook.get()))
  }

  @Test func `people come, go, and come back`() throws {
    hold(
      """
      goal> /join
        ✗ Who joins? /join Hal (Finance)
      goal> /join Hal (Finance), Ed
        ✓ Hal and Ed are here. The wall shows for two minutes:
        · Welcome, Hal and Ed. Small, part 1 of 1: All.
        · Now: Goal?
      goal> /join Ana
        ✗ Ana is here already.
      goal> /join Ha
        ✓ Ha is here. The wall shows for two minutes:
        · Welcome, Ha. Small, part 1 of 1: All.
        · Now: Goal?
      goal> /join Ivy, Ivy
        ✗ Two people would be called “Ivy”. Tell them apart: Ivy K, Ivy L.
      goal> /away bo, cy
        ✓ Bo and Cy are away; rounds and votes skip them.
      goal> /undo
        ✓ Taken back: Bo leaving; Cy leaving
      goal> /redo
        ✓ Brought back: Bo leaving; Cy leaving
      goal> /join bo and cy
        ✓ Bo and Cy are here.
      goal> /away Bob cy
        ✓ Bob and Cy are away; rounds and votes skip them.
      goal> /join bob, cy
        ✓ Bob and Cy are here.
      goal> /away zz
        ✗ Nobody here is “zz”: /people lists them.
      goal> /leave
        ✗ Who? /leave NAME
      goal> /leave anna
        ? Nobody here is “anna”: did you mean Ana? [Y/n]
      > n
      goal> /leave hal
        ✓ Hal has left.
      goal> /people hal=Hall
        ✓ Hal is Hall now, everywhere.
      goal> /people
        | Ana
        | Bo
        | Cy
        | Bob
        | Hall Finance · left
        | Ed
        | Ha
      goal> /join hall
        ✓ Hall is here.
      goal> /leave b
        ? Which b? 1 Bo · 2 Bob
      > 2
        ✓ Bob has left.
      goal> /undo
        ✓ Taken back: Bob leaving
      goal> /people
        | Ana
        | Bo
        | Cy
        | Bob
        | Hall Finance
        | Ed
        | Ha
      goal> /undo
        ✓ Taken back: Hall joining
      goal> /undo
        ✓ Taken back: the name Hall for Hal
      goal> /redo
        ✓ Brought back: the name Hall for Hal
      goal>
      """, TestMeeting(try playbook.get(), people: "Ana, Bo, Cy, Bob"))
  }
}
