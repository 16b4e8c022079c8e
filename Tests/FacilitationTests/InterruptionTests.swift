import MeetingKit
import Outcomes
import PlaybookLanguage
import Session
import Testing
import Values

@testable import Facilitation

/// What comes between two questions leaves the one that was asked, and its words, as they are.
struct `An interruption` {
  private static func people(_ steps: String, _ people: String = "Ana, Bo") throws -> TestMeeting {
    TestMeeting(try TestPlaybook.steps(steps), people: people)
  }

  @Test func `by a dispute answers nothing that is asked`() throws {
    let after = hold(
      """
      limits> at most 5,000
        ✓ 1
      limits> ⏎
      goal> /dispute r1 bo too low
        ✗ There is no entry “r1”: /dispute l1 dee: … or /dispute limits 1 dee: …; /show WORDS finds others.
        [/dispute r1 bo too low]
      goal> /dispute l1 bo too low
        ✓ l1 disputed by Bo: too low
      settled by> ana fri
        ✓ O1 Ana: “at most 5,000”, disputed by Bo: too low · by Fri 27 Nov 2026
      goal> fewer leave
      reading> /back
        · Back to goal. After it we go on from where we were.
      goal [fewer leave]> all stay
      reading>
      """,
      try Self.people(
        "- {ask: Limits?, id: limits, kind: list}\n- {ask: Goal?, id: goal}\n"
          + "- {ask: Right?, id: reading, kind: readback}"))
    #expect(Summary(of: after.session).openPoints.map(\.id) == ["O1"])
  }

  @Test func `by an edit that is refused stays an edit`() throws {
    hold(
      """
      data> CRM | yes
        ✓ d1 CRM · allowed
      data> ⏎
      goal> /edit d1
      d1 [CRM | allowed]> CRM | Vera | no
        ✗ 3 cells for 2 columns: name | use.
        [CRM | Vera | no]
      d1 [CRM | allowed]> CRM | forbidden
        ✓ d1 CRM · allowed → CRM · forbidden
      goal>
      """,
      try Self.people(
        """
        - ask: Data?
          id: data
          kind: table
          columns: {name: text, use: {kind: choice, options: {yes: allowed, no: forbidden}}}
        - {ask: Goal?, id: goal}
        """))
  }

  @Test func `by a row that is taken out leaves the questions about the others`() throws {
    hold(
      """
      data> CRM | soon⏎Web | 5⏎Mail | some
        ? 3 lines, as that many rows? [Y/n]
      > ⏎
        ✓ d1 CRM
        ✓ d2 Web · 5
        ✓ d3 Mail
      d1 size [soon]> /drop d1
        ✓ d1 “CRM” is taken out. /undo brings it back.
      d3 size [some]> 7
        ✓ d3 Mail · 7
      data>
      """,
      try Self.people("- {ask: Data?, id: data, kind: table, columns: {name: text, size: number}}"))
  }

  @Test func `by an answer to a cell settles its open point, and taking it back opens it`() throws {
    hold(
      """
      data> CRM
        ✓ d1 CRM
      d1 size> ?? bo fri
        ✓ O1 Bo: CRM: size · by Fri 27 Nov 2026
      d1 owner> ⏎
      data> /edit d1
      d1 [CRM |  | ]> CRM | 7
        · O1 is settled by it.
        ✓ d1 CRM → CRM · 7
      data> /undo
        · O1 is open again.
        ✓ Taken back: the change of d1
      data> /edit d1 | 8
        · O1 is settled by it.
        ✓ d1 CRM → CRM · 8
      data>
      """,
      try Self.people(
        "- {ask: Data?, id: data, kind: table, columns: {name: text, size: number, owner: person}}")
    )
  }

  @Test func `by a figure that comes late says what it does`() throws {
    hold(
      """
      saved> ?? ana fri
        ✓ O1 Ana: Saved? · by Fri 27 Nov 2026
      goal> /edit saved
        · Back to saved. After it we go on from where we were.
      saved> 5
        · gain — → -15
        ! It loses money.
        · O1 is settled by it.
      goal> /undo
        · O1 is open again.
        ✓ Taken back: saved “5”
      saved>
      """,
      try Self.people(
        """
        - {ask: Saved?, id: saved, kind: number}
        - set: {gain: saved - 20}
        - {warn: It loses money., if: gain < 0}
        - {ask: Goal?, id: goal}
        """))
  }

  @Test func `by the wrap ends a repeat as well`() throws {
    hold(
      """
      because 1> nobody looked
      ours 1> /wrap
        ✓ Not talked about, on the list. /undo takes this back.
        | – Ours?
        | – What else?
      reading> /undo
        ✓ Taken back: ours deferred
      ours 1> n
        ✓ no
      because 2>
      """,
      TestMeeting(
        try TestPlaybook.load(
          """
          huddle: 1
          id: whys
          version: 1.0.0
          title: Whys
          summary: Why?
          sections:
            - id: facts
              title: Facts
              steps:
                - repeat: why in whys
                  max: 5
                  until: why.ours
                  steps:
                    - {ask: Why?, id: because}
                    - {ask: Ours?, id: ours, kind: yesno}
                - {ask: What else?, id: else_}
            - id: end
              title: End
              steps:
                - {ask: Right?, id: reading, kind: readback}
          """), people: "Ana, Bo"))
  }
}

/// What is said at the read-back, and by whom.
struct `Read back` {
  @Test func `new words keep who and when, and nobody is quoted who is not here`() throws {
    let playbook = try TestPlaybook.steps("- {ask: Right?, id: reading, kind: readback}")
    var meeting = TestMeeting(playbook, people: "Ana, Bo")
    meeting.type(lines: [
      "/a brief the agents, ana fri", "/a look around, bo mon", "/leave bo", "n",
    ])
    let after = hold(
      """
      A1> e brief all agents, not just north
        ✓ A1 brief the agents → brief all agents, not just north · Ana · due Fri 27 Nov 2026
      A1> n not mine
      settled by> bo fri
        ✓ A1 disputed: not mine (Bo by Fri 27 Nov 2026)
      A2> n
      objection> ⏎
      settled by> ⏎
        ✓ A2 disputed
      close>
      """, meeting)
    let read = after.state.read
    #expect(read["A1"]?.last?.by == after.state.people[0].id)
    #expect(read["A1"]?.last?.note == "not mine (Bo by Fri 27 Nov 2026)")
    #expect(read["A2"]?.last?.by == nil)
  }

  @Test func `a name or a day alone leaves the words, in a row of a plan too`() throws {
    let playbook = try TestPlaybook.load(
      """
      huddle: 1
      id: plan
      version: 1.0.0
      title: Plan
      summary: A plan.
      sections:
        - id: all
          title: All
          steps:
            - ask: Tasks?
              id: tasks
              kind: table
              columns: {task: text, owner: person, start: date, due: date}
            - {ask: Right?, id: reading, kind: readback}
      outcomes:
        - {action: "{t.task}", each: t in tasks, owner: t.owner, due: t.due}
      """)
    hold(
      """
      tasks> write the deck | | 1 dec | 8 dec
        ✓ A1 write the deck · – · Tue 1 Dec 2026 · Tue 8 Dec 2026
      tasks> /a call the bank | Ana | 11 dec
        ✓ A2 Ana · call the bank · due Fri 11 Dec 2026. Still tasks.
      tasks> /edit a2 | Bo
        ✓ A2 call the bank · Bo · due Fri 11 Dec 2026
      tasks> /edit a2 call both banks | | | both have said yes
        ✓ A2 call the bank → call both banks · Bo · due Fri 11 Dec 2026
      tasks> /edit a2 x | soon
        ✗ “soon” is no owner and no day. An action is words | owner | day | done when.
        [x | soon]
      A2 [call both banks, Bo 2026-12-11 done when both have said yes]> ⏎
      tasks> ⏎
      A1> e bo, 11 dec
        ✓ A1 write the deck · – · Tue 1 Dec 2026 · Tue 8 Dec 2026 → write the deck · Bo · Tue 1 Dec 2026 · Fri 11 Dec 2026
      A1> e ana
        ✓ A1 write the deck · Bo · Tue 1 Dec 2026 · Fri 11 Dec 2026 → write the deck · Ana · Tue 1 Dec 2026 · Fri 11 Dec 2026
      A1> e TBD
        ✗ What is not known yet? owner tbd, or by tbd.
        [e TBD]
      A1> e by tbd
        ✓ A1 write the deck · Ana · Tue 1 Dec 2026 · Fri 11 Dec 2026 → write the deck · Ana · Tue 1 Dec 2026
      A1> e draw the deck
        ✓ A1 write the deck · Ana · Tue 1 Dec 2026 → draw the deck · Ana · Tue 1 Dec 2026
      A1>
      """, TestMeeting(playbook, people: "Ana, Bo"))
  }
}
