import MeetingKit
import Session
import Testing

struct `A question back` {
  private let playbook = Result {
    try TestPlaybook.steps(
      """
      - ask: Goal?
        id: goal
      - ask: To do?
        id: todo
        kind: table
        columns: {step: text, owner: person, due: date}
      """,
      rest: """
        outcomes:
          - action: "{t.step}"
            each: t in todo
        """)
  }

  @Test func `keeps what waits behind it, whatever is noted meanwhile`() throws {
    let after = hold(
      """
      goal> /a fix it, anna fri
        ? Nobody here is “anna”: did you mean Ana? [Y/n]
      > /a draft it, ana fri
        ✓ A1 Ana · draft it · due Fri 27 Nov 2026. Still goal.
        ? Nobody here is “anna”: did you mean Ana? [Y/n]
      > /dispute A1 bo: too soon
        ✓ A1 disputed by Bo: too soon
      settled by> ⏎
      > /quit
        ? Nobody here is “anna”: did you mean Ana? [Y/n]
      > bo
        ✗ Type y or n.
        ? Nobody here is “anna”: did you mean Ana? [Y/n]
      > ana
        ✓ A2 Ana · fix it · due Fri 27 Nov 2026. Still goal.
      goal> x
      todo> ask around, boo fri
        ? Nobody here is “boo”: did you mean Bo? [Y/n]
      > /a more, bo mon
        ✓ A3 Bo · more · due Mon 30 Nov 2026. Still todo.
        ? Nobody here is “boo”: did you mean Bo? [Y/n]
      > y
        ✓ A4 Bo · ask around · due Fri 27 Nov 2026
      todo> call, anna
        ✓ A5 call, anna
      A5 owner> /p logo
        ✓ P1 logo · parked. Still todo.
      A5 owner> ana
      A5 due> fri
        ✓ A5 Ana · call, anna · due Fri 27 Nov 2026
      todo>
      """, TestMeeting(try playbook.get(), people: "Ana, Bo"))
    #expect(after.state.items.map(\.id) == ["A1", "A2", "A3", "A4", "A5", "P1"])
  }

  @Test func `may be answered by words that fit one of its options only`() throws {
    hold(
      """
      first> germany
        ? “germany” begins several. Which? 1 Germany only · 2 Germany + Austria
      > german
        ✗ Type 1 or 2 first. Your words wait in the line; Ctrl-U clears it.
        ? “germany” begins several. Which? 1 Germany only · 2 Germany + Austria
        [german]
      > austria
        ✓ Germany + Austria
      second> switz
        ✓ Austria and Switzerland
      date> 3/12
        ? “3/12” could be two days. Which? 1 Thu 3 Dec 2026 · 2 Fri 12 Mar 2027
      > mar
        ✓ Fri 12 Mar 2027
      close>
      """,
      TestMeeting(
        try TestPlaybook.steps(
          """
          - {ask: Where?, id: first, kind: choice, options: [Germany only, Germany + Austria]}
          - {ask: Then?, id: second, kind: choice, options: [Austria and Switzerland, Austria]}
          - {ask: When?, id: date, kind: date}
          """), people: "Ana, Bo"))
  }

  @Test func `goes with what it was about`() throws {
    hold(
      """
      goal> x
      todo> ask around
        ✓ A1 ask around
      A1 owner> /drop A1
        ✓ A1 “ask around” is taken out, with 1 of its outcomes. /undo brings it back.
      todo> call them
        ✓ A2 call them
      A2 owner> /undo
        ✓ Taken back: A2 “call them”
      todo> call again
        ✓ A3 call again
      A3 owner> /edit A3
      A3 [call again]> ship it, ana
        ✓ A3 call again → Ana · ship it
      todo> /edit A3
      A3 [ship it, Ana]> /back
        · Back to goal. After it we go on from where we were.
      goal [x]> /edit goal
        ✗ “goal” is what is asked now.
      goal [x]> ⏎
      todo> /undo
        ✓ Taken back: goal skipped
      goal [x]>
      """, TestMeeting(try playbook.get(), people: "Ana, Bo"))
  }
}
