import MeetingKit
import PlaybookLanguage
import Session
import Testing

struct `A schedule` {
  private static func plan(_ rest: String = "") throws -> TestMeeting {
    let steps = "- ask: The plan?\n  id: plan\n  kind: schedule\n"
    return TestMeeting(
      try TestPlaybook.steps(steps, rest: rest), people: "Ana, Bo Ek, Bo Lund, Eve")
  }

  @Test func `is read as people say it, and its days follow`() throws {
    let after = hold(
      """
      plan> set up servers, eve 3 days
        ✓ 1 set up servers · Eve · 3 days · Tue 24 Nov–Thu 26 Nov 2026
      plan> router live, ana, 2w, after 1
        ✓ 2 router live · Ana · 10 days · Fri 27 Nov–Thu 10 Dec 2026 · after 1
      plan> train people, bo 2 days from 7 Dec
        ? Which bo? 1 Bo Ek · 2 Bo Lund
      > 2
        ✓ 3 train people · Bo Lund · 2 days · Mon 7 Dec–Tue 8 Dec 2026
      plan> clean up after the party, ana
        ✓ 4 clean up after the party · Ana · Tue 24 Nov 2026
      4 duration> someday
        ✗ “someday” is not a length of time. Type days of work: 3, 3 days, 2 weeks; 0 is a milestone.
        · Enter again keeps your words as an open point.
        [someday]
      4 duration [someday]> 1
        ✓ 4 clean up after the party · Ana · 1 day · Tue 24 Nov 2026
      plan> 4 after 2 and 3
        ✓ 4 clean up after the party · Ana · 1 day · Fri 11 Dec 2026 · after 2, 3
      plan> live, milestone after router live
        ✓ 5 live · milestone · Thu 10 Dec 2026 · after 2
      plan> 1 after 4
        ✗ These would wait for one another for ever: 1 set up servers → 2 router live → 4 clean up after the party → 1 set up servers.
      plan> more, eve 1 day after 9
        ✗ There is no task 9 to come after.
        [more, eve 1 day after 9]
      plan> 9 after 1
        ✗ There is no task 9 here.
        [9 after 1]
      plan> /edit 3
      3 [train people, Bo Lund from 2026-12-07 2 days]> train people, eve 2 days after 1
        ✓ 3 train people · Eve · 2 days · Fri 27 Nov–Mon 30 Nov 2026 · after 1
      plan> tell them, eve 1 day from 17 nov
        ? Which day is that? 1 Tue 17 Nov 2026 · 2 Wed 17 Nov 2027
      > 1
        ✓ 6 tell them · Eve · 1 day · Tue 17 Nov 2026
      plan> /undo
        ✓ Taken back: 6 “tell them”
      plan> ⏎
        (a picture)
        ✓ It ends on Fri 11 Dec 2026.
        · A day later there is a day later at the end: set up servers → router live → clean up after the party
      close>
      """, try Self.plan())
    let words = "{plan.end}; {plan.critical.count}; {plan.map(t, t.slack)}; {plan.last.after}"
    #expect(after.text(words) == "Fri 11 Dec 2026; 3; 0, 0, 8, 0 and 1; router live")
  }

  @Test func `takes a pasted plan, whose lines may come after later ones`() throws {
    let after = hold(
      """
      plan> go live, ana 1 day after 2⏎test, eve 2 days
        ? 2 lines, as that many tasks? [Y/n]
      > y
        ✓ 1 go live · Ana · 1 day · Thu 26 Nov 2026 · after 2
        ✓ 2 test · Eve · 2 days · Tue 24 Nov–Wed 25 Nov 2026
      plan> a | eve | 7 Dec | 2 days | 1
        ✓ 3 a · Eve · 2 days · Mon 7 Dec–Tue 8 Dec 2026 · after 1
      plan> ask, eve 1 day after ask⏎x, eve 1 day after 4
        ✗ These would wait for one another for ever: 4 ask → 4 ask.
        [ask, eve 1 day after ask
      x, eve 1 day after 4]
      plan> | Task | Owner | After | Duration |⏎|---|---|---|---|⏎| hire | Ana | 3 | soon |⏎| train | TBD | hire | 2 days |
        ? 2 tasks without the heading “Task, Owner, After, Duration”? [Y/n]
      > ⏎
        ✓ 4 hire · Ana · Wed 9 Dec 2026 · after 3
        ✓ 5 train · 2 days · Thu 10 Dec–Fri 11 Dec 2026 · after 4
      4 duration [soon]> 3 days
        ✓ 4 hire · Ana · 3 days · Wed 9 Dec–Fri 11 Dec 2026 · after 3
      plan> x | ana | mon⏎y | ana | | | z
        ✗ “y | ana | | | z”: “y” comes after “z”, which is no task here.
        [x | ana | mon
      y | ana | | | z]
      plan>
      """, try Self.plan())
    #expect(after.state.items.count == 5)
  }

  @Test func `keeps what it means when something is taken out, taken back or killed`() throws {
    var meeting = try Self.plan(
      """
      outcomes:
        - action: "{t.task}"
          each: t in plan
          owner: t.owner
          due: t.end
      """)
    meeting.type(lines: ["one, eve 2 days", "two, ana 1 day after 1", "/drop 1"])
    #expect(meeting.text("{plan.map(t, t.start)}") == "Tue 24 Nov 2026")
    meeting.type("/undo")
    meeting.kill()
    #expect(meeting.text("{plan.last.start}") == "Thu 26 Nov 2026")
    #expect(
      meeting.text("{outcomes.actions.map(a, a.due)}") == "Wed 25 Nov 2026 and Thu 26 Nov 2026")
    #expect(meeting.state.items.map(\.id) == ["A1", "A2"])
  }

  @Test func `plans the tasks of a list one by one`() throws {
    let playbook = try TestPlaybook.steps(
      """
      - ask: Tasks?
        id: tasks
        kind: list
      - ask: When?
        id: plan
        kind: schedule
        of: tasks
      """)
    hold(
      """
      tasks> label data⏎train
        ? 2 lines, as that many entries? o makes one of them. [Y/n]
      > y
        ✓ 1 to 2 added
      tasks> ⏎
      label data> ana 3 days
        ✓ 1 label data · Ana · 3 days · Tue 24 Nov–Thu 26 Nov 2026
      train> ⏎
        ? Not planned yet: train. Leave them out? [y/N]
      > n
      train> eve 1 week after label data
        ✓ 2 train · Eve · 5 days · Fri 27 Nov–Thu 3 Dec 2026 · after 1
      plan>
      """, TestMeeting(playbook, people: "Ana, Eve"))
  }

  @Test func `says by itself what a change does to its end`() throws {
    let playbook = try TestPlaybook.steps(
      "- ask: The plan?\n  id: plan\n  kind: schedule\n- {ask: More?, id: more}")
    var meeting = TestMeeting(playbook, people: "Ana, Eve")
    meeting.type(lines: ["set up, eve 3 days", ""])
    hold(
      """
      more> /edit pl1 set up, eve 1 week
        · the plan’s end Thu 26 Nov 2026 → Mon 30 Nov 2026
        ✓ 1 set up · Eve · 5 days · Tue 24 Nov–Mon 30 Nov 2026
      more>
      """, meeting)
  }

  @Test func `says what a change does to the end that was read out, and is drawn again`() throws {
    let steps = """
      - ask: The plan?
        id: plan
        kind: schedule
      - set:
          finish: plan.end
      - say: The new end is {finish}.
      - ask: More?
        id: more
      """
    let meeting = TestMeeting(try TestPlaybook.steps(steps), people: "Ana, Eve")
    hold(
      """
      plan> set up, eve 3 days
        ✓ 1 set up · Eve · 3 days · Tue 24 Nov–Thu 26 Nov 2026
      plan> train, ana 1 day
        ✓ 2 train · Ana · 1 day · Tue 24 Nov 2026
      plan> ⏎
        (a picture)
        ✓ It ends on Thu 26 Nov 2026.
        · A day later there is a day later at the end: set up
      more> /edit pl1 set up, eve 1 week
        · finish Thu 26 Nov 2026 → Mon 30 Nov 2026
        ✓ 1 set up · Eve · 5 days · Tue 24 Nov–Mon 30 Nov 2026
      more> /edit pl2 train, ana 2 days
        ✓ 2 train · Ana · 2 days · Tue 24 Nov–Wed 25 Nov 2026
      more> /drop pl1
        · finish Mon 30 Nov 2026 → Wed 25 Nov 2026
        ✓ pl1 “set up · Eve · 5 days · Tue 24 Nov–Mon 30 Nov 2…” is taken out. /undo brings it back.
      more> /show pla
        · The plan?
        | pl2 train · Ana · 2 days · Tue 24 Nov–Wed 25 Nov 2026
        (a picture)
      more>
      """, meeting)
  }
}
