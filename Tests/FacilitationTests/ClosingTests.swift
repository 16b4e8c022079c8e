import MeetingKit
import Outcomes
import Session
import Testing
import Values

@testable import Facilitation

struct `The close` {
  private func meeting(
    _ lines: [String], people: String = "Ana (Data), Bo (Legal), Cy"
  ) throws -> TestMeeting {
    let playbook = try TestPlaybook.steps(
      """
      - ask: Goal?
        id: goal
      - ask: Right?
        id: reading
        kind: readback
      - ask: Sign?
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
    var meeting = TestMeeting(playbook, people: people)
    meeting.type(lines: lines)
    return meeting
  }

  @Test func `reads every line back, and settles with the last`() throws {
    let after = hold(
      """
      D1> perhaps
        ? “perhaps”: y as it was read · e new words for it · n why not · Enter puts it back into the line
      > ⏎
        [perhaps]
      D1> perhaps
        ? “perhaps”: y as it was read · e new words for it · n why not · Enter puts it back into the line
      > y
        · Left out: “perhaps”. The up arrow brings it back.
      A1> /back
        · Back to D1.
      D1> y
      A1> /undo
        ✓ Taken back: D1 agreed
      D1> perhaps
        ? “perhaps”: y as it was read · e new words for it · n why not · Enter puts it back into the line
      > n it was never said
      settled by> ?
        · A name and a day, such as ana fri: it becomes an open point of theirs. Enter leaves it open.
      settled by> Bo, on Friday
        ✓ D1 disputed: it was never said (Bo by Fri 27 Nov 2026)
      A1> ⏎
      A1 done when> signed by both
      A2> e
      A2 [look around, Bo]> look at it, bo fri
        ✓ A2 look around → look at it · Bo · due Fri 27 Nov 2026
      A2> by mon
        ? “by mon”: y as it was read · e new words for it · n why not · Enter puts it back into the line
      > e
        ✓ A2 look at it · Bo · due Mon 30 Nov 2026
      A2> e ana
        ✓ A2 look at it · Ana · due Mon 30 Nov 2026
      A2> the words of another meeting
        ? “the words of another meeting”: y as it was read · e new words for it · n why not · Enter puts it back into the line
      > n
      settled by> /undo
        ✓ Taken back: the change of A2
      A2> y
        ✓ A2 to confirm
      A2 done when> ⏎
      A3> ⏎
        ✓ A3 to confirm
      A3 done when> ⏎
      Ana (Data)>
      """,
      try meeting([
        "/a get an SLA, ana fri", "/d go ahead", "/a look around, bo", "/leave bo", "n",
        "/a later mon", "x", "n",
      ]))
    let verdicts = Summary(of: after.session).outcomes.map {
      "\($0.id) \($0.read?.verdict.rawValue ?? "-")"
    }
    #expect(verdicts == ["D1 disputed", "A1 agreed", "A2 to confirm", "A3 to confirm"])
    #expect(
      after.state.read["D1"]?.last?.note == "it was never said (Bo by Fri 27 Nov 2026)")
  }

  @Test func `offers what sounds like an outcome once, and takes it only on a yes`() throws {
    let after = hold(
      """
      take> what?
        ✗ y takes it, n leaves it.
        [what?]
      take> ⏎
        ✓ A1 Ana · send the draft · due Fri 27 Nov 2026. Still reading.
      take> n
      take> y
        ✓ D1 two markets only · decided. Still reading.
      D1> ⏎
      A1> ⏎
      A1 done when> ⏎
      Ana (Data)>
      """,
      try meeting([
        "/n Ana to send the draft by Friday", "/n Bo will call the bank",
        "/n the bank will call Bo", "/n Decision: two markets only", "x", "n",
      ]))
    let summary = Summary(of: after.session)
    #expect(summary.outcomes.map(\.text) == ["two markets only", "send the draft"])
    #expect(summary.outcomes.allSatisfy { $0.read?.verdict == .agreed })
  }

  private static let sayings: [(said: String, offered: [String])] = [
    ("#action bo: book the room by 27 nov", ["book the room · Bo · Fri 27 Nov 2026"]),
    ("#agreed we ship on Monday", ["we ship on Monday · Mon 30 Nov 2026"]),
    ("We talked. ACTION: bo rings the bank", ["rings the bank · Bo"]),
    ("so we said #action ana: fix it. Then lunch", ["fix it · Ana"]),
    ("RESOLVED: two markets ACTION: Bo to tell Support", ["two markets", "tell Support · Bo"]),
    (
      "Bo to call Legal by Friday; we agreed: nothing leaves",
      ["call Legal by Friday; we agreed: nothing leaves · Bo · Fri 27 Nov 2026"]
    ),
    ("#nothing to do with it", []), ("They took action: Bo sent it", []),
  ]

  @Test(arguments: sayings)
  func `hears a marker of any convention, wherever in the line it stands`(
    _ said: String, _ offered: [String]
  ) throws {
    let meeting = try meeting(["/n \(said)", "x"])
    #expect(
      Suggestion.open(Room(meeting.session, moment: TestMeeting.moment)).map(\.line) == offered)
  }

  @Test(arguments: [
    ("Ana (Data), Bo (Legal), Cy", ["Ana", "Bo"]), ("Ana, Bo (IT), Cy", ["Ana", "Bo", "Cy"]),
    ("Ana (Data), Bo", ["Ana", "Bo"]), ("Ana, Bo", ["Ana", "Bo"]),
  ])
  func `has those as parties who have a function, where most have one`(
    _ people: String, _ parties: [String]
  ) throws {
    #expect(try meeting([], people: people).state.parties.map(\.name) == parties)
  }

  @Test func `asks each party whether it signs`() throws {
    hold(
      """
      Ana (Data)> ⏎
        ✗ Silence is not consent: a, r WHY, d WHY, l DATE or x for Ana.
      Ana (Data)> maybe
        ✗ a agrees, r WHY has a reservation, d WHY declines, l DATE signs later, x is absent.
        [maybe]
      Ana (Data)> r £12 tested next
        ✓ Ana: agrees with a reservation, £12 tested next
      Bo (Legal)> l
        ✗ Later, by when? l fri, l 11 Dec waiting for the test.
        [l ]
      Bo (Legal)> l someday
        ✗ “someday” begins with no day that I know: l 11 Dec.
        [l someday]
      Bo (Legal)> l 17 nov
        ? Wed 17 Nov 2027? [y/N]
      > ⏎
        [l 17 nov]
      Bo (Legal)> l 17 nov 2026
        ✗ Tue 17 Nov 2026 is past: l 11 Dec.
        [l 17 nov 2026]
      Bo (Legal)> l by 11 Dec: the test
        ✓ Bo: later, by Fri 11 Dec 2026, the test
      close> /undo
        ✓ Taken back: Bo’s sign-off
      Bo (Legal)> /leave bo
        ✓ Bo has left.
        ? Bo holds an unsigned agreement. Read it out now? [Y/n]
      > n
      Bo (Legal) is not here> a
        ✗ Bo is not here to say it: l DATE signs later, x is absent. On the line now? /join bo. What comes by mail: huddle sign, afterwards.
        [a]
      Bo (Legal) is not here> ?
        · a agrees · r WHY with a reservation · d WHY declines · l DATE later · x absent
        · /help lists all commands.
      Bo (Legal) is not here> x
        ✓ Bo: absent
      close> /back
        · Back to signing. After it we go on from where we were.
      signing> nobody a
        ✗ Whose answer changes? A name before it: bo a.
        [nobody a]
      signing> bo l fri
        ✓ Bo: later, by Fri 27 Nov 2026
      close> /back
        · Back to signing. After it we go on from where we were.
      signing> ⏎
      close>
      """, try meeting(["x", "n", ""]))
  }

  @Test func `a text that changes asks those again who answered for the one before`() throws {
    hold(
      """
      Ana (Data)> a
        ✓ Ana: agrees
      Bo (Legal)> cy r only in May
        ✓ Cy: agrees with a reservation, only in May
      Bo (Legal)> zed a
        ✗ Nobody here is “zed”: /people lists them.
        [zed a]
      Bo (Legal)> /a write, ana fri
        ! The text changed: the answers of Ana and Cy were for the one before, and are asked again.
        ✓ A1 Ana · write · due Fri 27 Nov 2026. Still signing.
      Ana (Data)> /undo
        · The text is as before: the answers of Ana and Cy hold.
        ✓ Taken back: A1 “write”
      Bo (Legal)> Bo: l fri
        ✓ Bo: later, by Fri 27 Nov 2026
      close> /a write, ana fri
        ! The text changed: the answers of Ana and Cy were for the one before, and are asked again.
        ✓ A2 Ana · write · due Fri 27 Nov 2026
      Ana (Data)>
      """, try meeting(["x", "n", ""]))
  }

  @Test func `a signature stands for what was agreed, not for what was parked`() throws {
    var meeting = try meeting(["x", "n", "/a write, ana fri", "", "", ""])
    let signed = { (meeting: TestMeeting) in
      SignedContent(meeting.session, before: Address("signing")).sha256
    }
    let before = signed(meeting)
    var same: [String] = []
    for line in [
      "/p logo", "/n coffee", "/time +5", "a", "/a more, bo mon", "/undo", "/drop A1", "/undo",
      "/edit goal", "y", "/undo",
    ] {
      meeting.type(line)
      same.append("\(line) \(signed(meeting) == before ? "stands" : "void")")
    }
    #expect(
      same == [
        "/p logo stands", "/n coffee stands", "/time +5 stands", "a stands", "/a more, bo mon void",
        "/undo stands", "/drop A1 void", "/undo stands", "/edit goal stands", "y void",
        "/undo stands",
      ])
  }

  @Test func `settles every outcome and closes in one write`() throws {
    var meeting = try meeting([
      "/a write, ana fri done when sent", "/d go", "x", "n", "y", "y", "a", "a",
    ])
    let records = meeting.type("").records
    #expect(records.map { "\($0.fact.event)".prefix { $0 != "(" } }.last == "sessionClosed")
    let settled = meeting.state.outcomes.map {
      "\($0.kind) \($0.id) \($0.text) \($0.owner ?? "-") \($0.due?.iso ?? "-") \($0.doneWhen ?? "-") \($0.state)"
    }
    #expect(
      settled == [
        "decision D1 go - - - agreed", "action A1 write Ana 2026-11-27 sent agreed",
      ])
    #expect(meeting.state.isClosed)
  }
}
