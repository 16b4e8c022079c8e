import MeetingKit
import Session
import Testing
import Values

struct `A table` {
  private func table(_ fields: String) throws -> TestMeeting {
    TestMeeting(
      try TestPlaybook.steps("- ask: Rows?\n  id: rows\n  kind: table\n\(fields)"),
      people: "Ana, Bo Ek, Bo Lund")
  }

  @Test func `is mended in one line, when all is answered too, and keeps who and when`() throws {
    var meeting = try table("  columns: {step: text, owner: person, due: date}")
    meeting.type(lines: ["get an SLA, ana fri", "", "/edit r1 get a signed SLA"])
    let row = try #require(meeting.state.item("r1"))
    let cells = ["step", "owner", "due"].map { row[$0].string }
    #expect(cells == ["get a signed SLA", "p1", "2026-11-27"])
    var decisions = try table("  columns: {what: text, because: text}")
    decisions.type(lines: ["keep it | cheap", "", "/edit r1 keep all of it"])
    let decision = try #require(decisions.state.item("r1"))
    #expect(["what", "because"].map { decision[$0].string } == ["keep all of it", "cheap"])
  }

  @Test func `of actions is read as people say them`() throws {
    hold(
      """
      rows> get an SLA, ana fri
        ✓ r1 Ana · get an SLA · due Fri 27 Nov 2026
      rows> ask around, bo
        ? Which bo? 1 Bo Ek · 2 Bo Lund
      > 2
        ✓ r2 Bo Lund · ask around
      r2 due> someday
        ✗ “someday” is not a day that I know. Type a day: 3 Dec, fri, in 2 weeks, eom, 2026-12-03.
        · Enter again keeps your words as an open point.
        [someday]
      r2 due [someday]> fri
        ✓ r2 Bo Lund · ask around · due Fri 27 Nov 2026
      rows> call them
        ✓ r3 call them
      r3 owner> zed
        ? Nobody here is “zed”. Keep the name all the same? [y/N]
      > n
      r3 owner> zed
        ? Nobody here is “zed”. Keep the name all the same? [y/N]
      > y
      r3 due> ⏎
      rows> write it | ana | 11 Dec
        ✓ r4 Ana · write it · due Fri 11 Dec 2026
      rows> a | b | c | d
        ✗ 4 cells for 3 columns: step | owner | due.
        [a | b | c | d]
      rows> write | ana | never
        ✗ due: “never” is not a day that I know. Type a day: 3 Dec, fri, in 2 weeks, eom, 2026-12-03.
        [write | ana | never]
      rows> x, ana fri⏎y, zed mon
        ? 2 lines, as that many rows? [Y/n]
      > y
        ✓ r5 Ana · x · due Fri 27 Nov 2026
        ✓ r6 y, zed mon
      rows> /edit r1
      r1 [get an SLA, Ana 2026-11-27]> get an SLA, bo e
        ✓ r1 Ana · get an SLA · due Fri 27 Nov 2026 → get an SLA, bo e
      rows> ship it
        ✓ r7 ship it
      r7 owner> /a other thing, ana fri
        ✓ A1 Ana · other thing · due Fri 27 Nov 2026. Still rows.
      r7 owner> /merge r7 r1
        ✓ r7 is part of r1 get an SLA, bo e now.
      rows> sell more
        ✓ r8 sell more
      r8 owner> ana
      r8 due> fri
        ✓ r8 Ana · sell more · due Fri 27 Nov 2026
      rows> sell it
        ✓ r9 sell it
      r9 owner> /undo
        ✓ Taken back: r9 “sell it”
      rows> ⏎
      close>
      """, try table("  columns: {step: text, owner: person, due: date}"))
  }

  @Test func `of facts goes on with the next where a cell is left open`() throws {
    hold(
      """
      rows> - load test
        ✓ r1 load test · not done · unsourced
      r1 source> ! no address (API)
        ✓ r2 no address · blocked · API
      rows> + cart
        ✓ r3 cart · done · unsourced
      r3 source> - tax | blocked | mail
        ✓ r4 tax · blocked · mail
      rows> ⏎
      close>
      """, try table("  columns: {what: text, state: [done, not done, blocked], source: text}"))
  }

  @Test func `takes a spreadsheet's rows, without its headings, and asks for what cannot be read`()
    throws
  {
    hold(
      """
      rows> option | value | risk⏎Rules | 60% | low⏎Model | 85% | high
        ? 2 rows without the heading “option, value, risk”? [Y/n]
      > ⏎
        ✓ r1 Rules · 60 % · low
        ✓ r2 Model · 85 % · high
      rows> Whole | much | high⏎Half | 50% | low
        ? 2 lines, as that many rows? [Y/n]
      > ⏎
        ✓ r3 Whole · – · high
        ✓ r4 Half · 50 % · low
      r3 value [much]> 60%
        ✓ r3 Whole · 60 % · high
      rows> More | some | 9⏎Less | 20% | low⏎None | 5% | low, or high
        ? 3 lines, as that many rows? [Y/n]
      > ⏎
        ✓ r5 More
        ✓ r6 Less · 20 % · low
        ✓ r7 None · 5 %
      r5 value [some]> some
        ✓ O1 More: value (some)
      r5 risk [9]> 8
        ✗ “8” is not among them. Type one of: 1 low · 2 medium · 3 high
        · Enter again keeps your words as an open point.
        [8]
      r5 risk [8]> 8
        ✓ O2 More: risk (8)
      r7 risk [low, or high]> ⏎
      rows> a | b | c | d⏎e | 5% | low
        ✗ “a | b | c | d”: 4 cells for 3 columns: option | value | risk.
        ? Take 1 row, and keep 1 line to mend? [Y/n]
      > n
        [a | b | c | d
      e | 5% | low]
      rows> a | b | c | d⏎e | much | low
        ✗ “a | b | c | d”: 4 cells for 3 columns: option | value | risk.
        ? Take 1 row, and keep 1 line to mend? [Y/n]
      > ⏎
        ✓ r8 e · – · low
        draft rows: a | b | c | d
      r8 value [much]> 5%
        ✓ r8 e · 5 % · low
      rows> ⏎
      close>
      """, try table("  columns: {option: text, value: percent, risk: [low, medium, high]}"))
  }

  @Test func `takes a Markdown table, its columns in any order and what is not certain asked`()
    throws
  {
    hold(
      """
      rows> | Owner | **Step** | Due |⏎|:---|---|---:|⏎| Ana | **Get an SLA** | fri |⏎| TBD | Say a \\| b | n/a |⏎| Ana / Bo Ek | `Ship` it | 13 nov |
        ? 3 rows without the heading “Owner, Step, Due”? [Y/n]
      > ⏎
        ✓ r1 Ana · Get an SLA · due Fri 27 Nov 2026
        ✓ r2 Say a | b
        ✓ r3 `Ship` it
        ? r3 owner: “Ana / Bo Ek” is two names, and one is asked for. 1 Ana · 2 Bo Ek
      > 3
        ✗ Type 1 or 2.
        ? r3 owner: “Ana / Bo Ek” is two names, and one is asked for. 1 Ana · 2 Bo Ek
      > bo l
        ? r3 due: “13 nov”: which? 1 Fri 13 Nov 2026 · 2 Sat 13 Nov 2027
      > /agree fine
        ✓ G1 fine · agreed. Still rows.
        ? r3 due: “13 nov”: which? 1 Fri 13 Nov 2026 · 2 Sat 13 Nov 2027
      > fri
        ✓ r3 Bo Lund · `Ship` it · due Fri 27 Nov 2026
      rows> | pay | ana | fri |
        ✓ r4 Ana · pay · due Fri 27 Nov 2026
      rows> sell | bo | tbd
        ✓ r5 sell
        ? r5 owner: Which bo? 1 Bo Ek · 2 Bo Lund
      > ⏎
      rows> wait
        ✓ r6 wait
      r6 owner> I don't know
      r6 due> n/a
      rows> and see, TBD fri
        ✓ r7 and see · due Fri 27 Nov 2026
      rows> 15/1
        ✗ That is only a day. What is to be done? It stands first.
        [15/1]
      rows> ana
        ✗ That is only a name. What is to be done? It stands first.
        [ana]
      rows> | ana | fri
        ✗ What is to be done? It stands first.
        [| ana | fri]
      rows> | step | owner |⏎|---|---|
        ✗ There is a heading, and no row.
        [| step | owner |
      |---|---|]
      rows> 10:02 Bo Ek: call them, ana fri⏎10:03 Ana Berg: hello⏎10:04 Ana Berg: write it
        ? 3 lines: 2 entries (Bo Ek 1, Ana 1), 1 left out (hello, reactions, private)? Numbers take in or out, l lists. [Y/n]
      > ⏎
        ✓ r8 Ana · call them · due Fri 27 Nov 2026
        ✓ r9 write it
      rows> ⏎
      ask>
      """, try table("  columns: {step: text, owner: person, due: date}"))
  }

  @Test func `shows an open cell between others as a dash, and asks within a column’s check`()
    throws
  {
    hold(
      """
      rows> a | | 1 feb
        ✓ r1 a · – · Mon 1 Feb 2027
      rows> b | tbd | 13 nov
        ✓ r2 b
        ? r2 day: Sat 13 Nov 2027? [Y/n]
      > ⏎
        ✓ r2 b · – · Sat 13 Nov 2027
      rows> ⏎
      close>
      """,
      try table(
        "  columns: {what: text, size: number, day: {kind: date, check: day > today, else: Later.}}"
      ))
  }

  @Test func `knows a spreadsheet’s heading by near words, and puts its cells in order`() throws {
    hold(
      """
      rows> Work | Blocked by | Needs | Owner | Due date⏎router | no servers | order them | ana | fri
        ? 1 row without the heading “Work, Blocked by, Needs, Owner, Due date” (Needs is step)? [Y/n]
      > ⏎
        ✓ r1 Ana · router · no servers · order them · due Fri 27 Nov 2026
      rows> Deadline | Who | Task | Next step | Blockers⏎fri | ana | labels | buy them | tools⏎mon | ana | tests | ask | data
        ? 2 rows without the heading “Deadline, Who, Task, Next step, Blockers” (Deadline is due, Who is owner, Task is work, Blockers is blocked by)? [Y/n]
      > ⏎
        ✓ r2 Ana · labels · tools · buy them · due Fri 27 Nov 2026
        ✓ r3 Ana · tests · data · ask · due Mon 30 Nov 2026
      rows> Work | none | order them | Ana | fri⏎Owner | none | ask | Ana | mon
        ? 2 lines, as that many rows? [Y/n]
      > n
        [Work | none | order them | Ana | fri
      Owner | none | ask | Ana | mon]
      rows> /edit r1
      r1 [router | no servers | order them | Ana | Fri 27 Nov 2026]> router | no servers | | Ana | Fri 27 Nov 2026
        ✓ r1 Ana · router · no servers · order them · due Fri 27 Nov 2026 → Ana · router · no servers · due Fri 27 Nov 2026
      rows> write it | | Legal | ana |
        ✓ r4 Ana · write it · – · Legal
      rows>
      """,
      try table(
        "  columns: {work: text, blocked_by: text, step: text, owner: person, due: date}"))
  }

  @Test func `of facts is pasted and changed as it is typed`() throws {
    hold(
      """
      rows> Item | Status | Source⏎router live | done | Jira 4⏎labels | not done |
        ? 2 rows without the heading “Item, Status, Source” (Item is what, Status is state)? [Y/n]
      > ⏎
        ✓ r1 router live · done · Jira 4
        ✓ r2 labels · not done · unsourced
      rows> Item | done | source⏎labels | not done | Jira 3
        ? 2 lines, as that many rows? [Y/n]
      > n
        [Item | done | source
      labels | not done | Jira 3]
      rows> /edit r1
      r1 [router live | done | Jira 4]> ! router broken (ops log)
        ✓ r1 router live · done · Jira 4 → router broken · blocked · ops log
      rows> /edit r1 - router down
        ✓ r1 router broken · blocked · ops log → router down · not done · ops log
      rows> /edit r2 + labels | | mail
        ✓ r2 labels · not done · unsourced → labels · done · mail
      rows> ! servers | | ops log
        ✓ r3 servers · blocked · ops log
      rows>
      """, try table("  columns: {what: text, state: [done, not done, blocked], source: text}"))
  }

  @Test func `needs a currency once`() throws {
    hold(
      """
      rows> a | 20k
        ✗ cost: In which currency? Say it once, such as £20k or 20k EUR; after that the number is enough.
        [a | 20k]
      rows> a | €20k⏎b | 30k
        ? 2 lines, as that many rows? [Y/n]
      > ⏎
        ✓ r1 a · €20,000
        ✓ r2 b · €30,000
      rows> c | 40k
        ✓ r3 c · €40,000
      rows> d
        ✓ r4 d
      r4 cost> 5
        ✓ r4 d · €5
      rows>
      """, try table("  columns: {what: text, cost: money}"))
  }

  @Test func `offers the currency that somebody has named, and asks what a check refuses`() throws {
    hold(
      """
      rows> /note we have £20k for it
        ✓ N1 we have £20k for it. Still rows.
      rows> a
        ✓ r1 a
      r1 cost> 6k
        ? £6,000? [Y/n]
      > ⏎
      r1 days> ⏎
      rows> b | 5 | 2⏎c | 6 | -1
        ? 2 lines, as that many rows? [Y/n]
      > ⏎
        ✓ r2 b · £5 · 2
        ✓ r3 c · £6
      r3 days [-1]> -2
        ✗ More than none.
        · Enter again keeps your words as an open point.
        [-2]
      r3 days [-2]> 3
        ✓ r3 c · £6 · 3
      rows>
      """,
      try table(
        "  columns: {what: text, cost: money, days: {kind: number, check: days > 0, else: More than none.}}"
      ))
  }

  @Test func `of facts is read by its signs`() throws {
    hold(
      """
      rows> - router not deployed (Jira 41)
        ✓ r1 router not deployed · not done · Jira 41
      rows> + contract signed
        ✓ r2 contract signed · done · unsourced
      r2 source> ⏎
      rows> ! waiting (
        ✓ r3 waiting ( · blocked · unsourced
      r3 source> mail
        ✓ r3 waiting ( · blocked · mail
      rows> plain
        ✓ r4 plain · – · unsourced
      r4 state> 9
        ✗ “9” is not among them. Type one of: 1 done · 2 not done · 3 blocked
        · Enter again keeps your words as an open point.
        [9]
      r4 state [9]> 2
      r4 source> /undo
        ✓ Taken back: the change of r4
      rows> /dispute 1 ana: it is
        ✓ r1 disputed by Ana: it is
      settled by> ⏎
      rows>
      """, try table("  columns: {fact: text, state: [done, not done, blocked], source: text}"))
  }

  @Test func `checks its cells, bare`() throws {
    hold(
      """
      rows> plan
        ✓ r1 plan
      r1 days> 9
        ✗ At most four.
        · Enter again keeps your words as an open point.
        [9]
      r1 days [9]> 2
        ✓ r1 plan · 2
      rows> build | 8
        ✗ days: At most four.
        [build | 8]
      rows> /edit r1
      r1 [plan | 2]> plan | 7
        ✗ days: At most four.
        · Enter on an empty line leaves it as it was.
        [plan | 7]
      r1 [plan | 2]> plan | 2
        · r1 stays as it was.
      rows> /edit r1
      r1 [plan | 2]> plan | 1
        ✓ r1 plan · 2 → plan · 1
      rows> build | 3
        ✓ r2 build · 3
      rows> more
        ✓ r3 more
      r3 days> ⏎
      rows> over
        ✗ At most 3 rows here.
        [over]
      rows>
      """,
      try table(
        "  max: 3\n  columns: {task: text, days: {kind: number, check: days < 5, else: At most four.}}"
      ))
  }
}
