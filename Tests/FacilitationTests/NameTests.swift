import MeetingKit
import Testing

/// What a screen calls an entry or a question is what a command understands.
struct `A name` {
  private func stages() throws -> TestMeeting {
    TestMeeting(
      try TestPlaybook.steps(
        """
        - {ask: Stages?, id: stages, kind: list}
        - ask: "{s}: which tasks?"
          each: s in stages
          id: plan
          kind: table
          columns: {work: text, owner: person, due: date}
        - {ask: When?, id: times, kind: schedule}
        - {ask: Right?, id: reading, kind: readback}
        """,
        rest: """
          outcomes:
            - {action: "{b.work}", each: "s in stages, b in s.plan", owner: b.owner, due: b.due}
            - {decision: We go, id: go}
          """), people: "Ana, Bo, Mia")
  }

  @Test func `of an entry is its number, its id, or its list's name and number`() throws {
    hold(
      """
      stages> label
        ✓ 1
      stages> train
        ✓ 2
      stages> ship
        ✓ 3
      stages> /drop #3
        ✓ 3 “ship” is taken out. /undo brings it back.
      stages> /undo
        ✓ Taken back: the removal of 3
      stages> /edit stages 2 train it
        ✓ 2 train → train it
      stages> /merge stages 3, s2
        ✓ 3 is part of 2 train it now.
      stages> /undo
        ✓ Taken back: 3 merged into 2
      stages> ⏎
      plan 1> ⏎
      plan 2> ⏎
      plan 3> ⏎
      times> set up, ana 3 days
        ✓ 1 set up · Ana · 3 days · Tue 24 Nov–Thu 26 Nov 2026
      times> deploy, bo 2 days after 1
        ✓ 2 deploy · Bo · 2 days · Fri 27 Nov–Mon 30 Nov 2026 · after 1
      times> ⏎
        (a picture)
        ✓ It ends on Mon 30 Nov 2026.
        · A day later there is a day later at the end: set up → deploy
      go> /n said in passing
        ✓ N1 said in passing. Still reading.
      go> /show stages 2
        | s2 train it · 10:00
      go> /edit task 2 deploy it, bo 2 days after 1
        ✓ 2 deploy it · Bo · 2 days · Fri 27 Nov–Mon 30 Nov 2026 · after 1
      go> /edit times 1 set it up, ana 3 days
        ✓ 1 set it up · Ana · 3 days · Tue 24 Nov–Thu 26 Nov 2026
      go> /drop note 1
        ✓ N1 “said in passing” is taken out. /undo brings it back.
      go> /drop stages 9
        ✗ There is no entry “stages 9”: /drop ti2 or /drop times 2; /show WORDS finds others.
        [/drop stages 9]
      go> /drop times
        ✗ “times” is a question and no entry: it has ti1 and ti2.
        [/drop times]
      go> /edit go
        ✗ “We go” comes from the playbook’s questions: /back goes to them.
        [/edit go]
      go> /dispute go bo: too soon
        ✗ “We go” comes from the playbook’s questions: /back goes to them.
        [/dispute go bo: too soon]
      go> /dispute stages 1 bo: too soon
        ✓ s1 disputed by Bo: too soon
      settled by> ⏎
      go> /move stages 3 actions
        ✓ A1 ship. Still reading.
        · It was s3. /undo puts it back.
      go>
      """, try stages())
  }

  @Test func `of a question in a loop is what stands before the cursor there`() throws {
    hold(
      """
      stages> label
        ✓ 1
      stages> train
        ✓ 2
      stages> ⏎
      plan 1> draft it, ana fri
        ✓ A1 Ana · draft it · due Fri 27 Nov 2026
      plan 1> /move A1 plan 2
        ✓ A2 Ana · draft it · due Fri 27 Nov 2026
        · It was A1, and stands under plan 2 now. /undo puts it back.
      plan 1> /undo
        ✓ Taken back: A1 merged into A2
      plan 1> /move A1 to plan s2
        ✓ A3 Ana · draft it · due Fri 27 Nov 2026
        · It was A1, and stands under plan 2 now. /undo puts it back.
      plan 1> /move A3 plan 7
        ✗ Where is “plan 7”? A theme (t1), out, actions, decisions, agreements, risks, notes, open or parked, a question (plan 1).
        [/move A3 plan 7]
      plan 1> /move A3 stages 1
        ✗ “stages 1” is one entry: /move A3 stages puts another into its list.
        [/move A3 stages 1]
      plan 1> /move A3 plan 2
        ✗ A3 is there already.
      plan 1> /drop plan 2
        ✗ “plan 2” is a question and no entry: it has A3.
        [/drop plan 2]
      plan 1> /show plan 2
        · train: which tasks?
        | A3 Ana · draft it · due Fri 27 Nov 2026
      plan 1> /show plan s1
      plan 1> /back plan 2
        ✗ “plan 2” is not answered yet: >plan@s2 WORDS keeps words for it.
      plan 1> /edit plan 1
        ✗ “plan 1” is what is asked now.
      plan 1> ⏎
      plan 2> /edit plan 1
        · Back to plan 1. After it we go on from where we were.
      plan 1> ⏎
      plan 2> /move A3 times
        ✓ 1 draft it · Ana · Tue 24 Nov 2026
        · Fri 27 Nov 2026 is not kept: a task ends by its start and its days.
        · It was A3, and stands under times now. /undo puts it back.
      ti1 duration> ⏎
      plan 2> /move ti1 stages
        · 1 comes
        ✓ s3 draft it · Ana · Tue 24 Nov 2026
        · It was ti1, and stands under stages now. /undo puts it back.
      plan 2> ⏎
      plan 3>
      """, try stages())
  }
}

/// What a typed line was understood as, and nothing of it is lost.
struct `A cell` {
  private func meeting() throws -> TestMeeting {
    TestMeeting(
      try TestPlaybook.steps(
        """
        - ask: Steps?
          id: steps
          kind: table
          columns: {work: text, owner: person, due: date}
        - ask: Risks?
          id: risks
          kind: table
          columns: {risk: text, guard: person, note: text}
        - ask: Decided?
          id: decided
          kind: table
          columns: {what: text, because: text}
        - {ask: When?, id: times, kind: schedule}
        - {ask: Right?, id: reading, kind: readback}
        """,
        rest: """
          outcomes:
            - {action: "{s.work}", each: s in steps, owner: s.owner, due: s.due}
            - {decision: "{d.what}", each: d in decided, because: d.because}
          """), people: "Ana, Bo, Mia")
  }

  @Test func `says of its day that it is past, and that its time is not kept`() throws {
    hold(
      """
      steps> phones | bo | 11 dec 3pm
        ✓ A1 Bo · phones · due Fri 11 Dec 2026
        · The day is kept, and not the time: 3pm.
      steps> lines | bo | 10 nov
        ✓ A2 Bo · lines
        ? A2 due: “10 nov”: which? 1 Tue 10 Nov 2026 · 2 Wed 10 Nov 2027
      > 1
        ✓ A2 Bo · lines · due Tue 10 Nov 2026
        ! Tue 10 Nov 2026 is past.
      steps> desks, ana 10 Nov 2026
        ✓ A3 Ana · desks · due Tue 10 Nov 2026
        ! Tue 10 Nov 2026 is past.
      steps> chairs
        ✓ A4 chairs
      A4 owner> bo
      A4 due> 9 Nov 2026, 2pm
        ✓ A4 Bo · chairs · due Mon 9 Nov 2026
        · The day is kept, and not the time: 2pm.
        ! Mon 9 Nov 2026 is past.
      steps> a | ana | 2 Nov 2026⏎b | bo | 27 Nov 2026 at 10am⏎c | bo | 3 Nov 2026
        ? 3 lines, as that many rows? [Y/n]
      > ⏎
        ✓ A5 Ana · a · due Mon 2 Nov 2026
        ✓ A6 Bo · b · due Fri 27 Nov 2026
        ✓ A7 Bo · c · due Tue 3 Nov 2026
        ! A5: Mon 2 Nov 2026 is past. A7: Tue 3 Nov 2026 is past.
        · The day is kept, and not the time: 10am.
      steps> /edit A1 phones | bo | 3 Nov 2026 4pm
        ✓ A1 Bo · phones · due Fri 11 Dec 2026 → Bo · phones · due Tue 3 Nov 2026
        ! Tue 3 Nov 2026 is past.
        · The day is kept, and not the time: 4pm.
      steps> ⏎
      risks> ⏎
      decided> ⏎
      times> set up, ana 3 days from 30 nov 3pm
        ✓ 1 set up · Ana · 3 days · Mon 30 Nov–Wed 2 Dec 2026
        · The day is kept, and not the time: 3pm.
      times> servers | bo | 1 dec 3pm | 2d
        ✓ 2 servers · Bo · 2 days · Tue 1 Dec–Wed 2 Dec 2026
        · The day is kept, and not the time: 3pm.
      times>
      """, try meeting())
  }

  @Test func `of a row is changed by a name or a day alone, and its words are not`() throws {
    hold(
      """
      steps> ⏎
      risks> fire | ana | x
        ✓ r1 fire · Ana · x
      risks> /edit r1 mia
        ✓ r1 fire · Ana · x → fire · Mia · x
      risks> /edit r1 gas
        ✓ r1 fire · Mia · x → gas · Mia · x
      risks> /edit r1 11 dec
        ? r1 has no day. Are these its new words: “11 dec”? [y/N]
      > ⏎
        [11 dec]
      r1 [gas | Mia | x]> ⏎
      risks> /edit r1 11 dec
        ? r1 has no day. Are these its new words: “11 dec”? [y/N]
      > y
        ✓ r1 gas · Mia · x → 11 dec · Mia · x
      risks> ⏎
      decided> go now | cheap
        ✓ D1 go now · cheap
      decided> wait | dear
        ✓ D2 wait · dear
      decided> /edit D2 mia, 11 dec
        ? D2 has no owner and no day. Are these its new words: “mia, 11 dec”? [y/N]
      > n
        [mia, 11 dec]
      D2 [wait | dear]> wait a week
        ✓ D2 wait · dear → wait a week · dear
      decided> /d buy it
        ✓ D3 buy it · decided. Still decided.
      decided> /edit D3 fri
        ? D3 has no day. Are these its new words: “fri”? [y/N]
      > y
        ✓ D3 buy it → fri
      decided> ⏎
      times> ⏎
      D1> e mia, 11 dec
        ? D1 has no owner and no day. Are these its new words: “mia, 11 dec”? [y/N]
      > n
        [mia, 11 dec]
      D1 [go now | cheap]> ⏎
      D1> e mia
        ? D1 has no owner. Are these its new words: “mia”? [y/N]
      > y
        ✓ D1 go now · cheap → mia · cheap
      D1> ⏎
      D2> e bo
        ? D2 has no owner. Are these its new words: “bo”? [y/N]
      > n
        [bo]
      D2 [wait a week | dear]> buy two
        ✓ D2 wait a week · dear → buy two · dear
      D2>
      """, try meeting())
  }
}
