import MeetingKit
import Testing

struct `A question with one answer` {
  /// One question of a kind, and a second one after it.
  private func one(_ fields: String) throws -> TestMeeting {
    TestMeeting(
      try TestPlaybook.steps("- ask: First?\n  id: first\n\(fields)\n- ask: Second?\n  id: second"),
      people: "Ana Berg, Bo, Ana Kim")
  }

  private static let tables: [(fields: String, transcript: String)] = [
    (
      "  required: yes",
      """
      first> ⏎
        ✗ This one is needed to go on. Nobody knows? “?? name day” keeps it as an open point.
      first> ?
        · Any words, on one line.
        · It is needed to go on; “?? name day” keeps it as an open point.
        · /help lists all commands.
      first> /next
        ✗ first is needed: ?? keeps it as an open point, /skip defers it.
      first> two   words⏎
      second> /back
        · Back to first. After it we go on from where we were.
      first [two   words]> other
      second> /back first
        · Back to first. After it we go on from where we were.
      first [other]> /next
      second> /skip
        ✓ second: not talked about, on the list
      close> x
        ✗ Enter closes the meeting. To keep these words, type /note before them.
        [/note x]
      close> /back zwei
        ✗ No earlier question is called “zwei”. /agenda lists them.
      close> //home
        ✗ Enter closes the meeting. To keep these words, type /note before them.
        [/note /home]
      close>
      """
    ),
    (
      "  kind: note",
      """
      first> a⏎b  ⏎⏎
      second> /back
        · Back to first. After it we go on from where we were.
      first [a
      b  ]>
      """
    ),
    (
      "  kind: number\n  min: 0.5\n  max: 2.25",
      """
      first> 0.4
        ✗ From 0.5 to 2.25 is asked for.
        · Enter again keeps your words as an open point.
        [0.4]
      first [0.4]> 2.26
        ✗ From 0.5 to 2.25 is asked for.
        · Enter again keeps your words as an open point.
        [2.26]
      first [2.26]> 2.25
      second> /back
        · Back to first. After it we go on from where we were.
      first [2.25]> .5
        ✓ 0.5
      second>
      """
    ),
    (
      "  kind: number\n  unit: people",
      """
      first> many
        ✗ “many” is not a number. Type a number, such as 12, 1,200 or 0.5, in people.
        · Enter again keeps your words as an open point.
        [many]
      first [many]> 1,200 People
        ✓ 1,200 people
      second> /back
        · Back to first. After it we go on from where we were.
      first [1,200 people]> 1e99
        ✗ “1e99” is not a number. Type a number, such as 12, 1,200 or 0.5, in people.
        · Enter again keeps your words as an open point.
        [1e99]
      first [1e99]> about 60
        ✗ “about 60” is not a number. As a figure: 60 people.
        · Enter again keeps your words as an open point.
        [about 60]
      first [about 60]> 15-20 euro
        ✗ “15-20 euro” is not a number. That is a range. As one figure: 15 people, or 20 people.
        · Enter again keeps your words as an open point.
        [15-20 euro]
      first [15-20 euro]> -
        ✓ asked, none
      second> /back
        · Back to first. After it we go on from where we were.
      first>
      """
    ),
    (
      "  kind: money",
      """
      first> 6
        ✗ In which currency? Say it once, such as £6 or 6 EUR; after that the number is enough.
        · Enter again keeps your words as an open point.
        [6]
      first [6]> six
        ✗ “six” is not an amount. Type an amount, such as £6.50 or 6.50 EUR.
        · Enter again keeps your words as an open point.
        [six]
      first [six]> £6.5
        ✓ £6.50
      second> /back
        · Back to first. After it we go on from where we were.
      first [£6.50]> 15-20
        ✗ “15-20” is not an amount. That is a range. As one figure: £15, or £20.
        · Enter again keeps your words as an open point.
        [15-20]
      first [15-20]> €15 to 20
        ✗ “€15 to 20” is not an amount. That is a range. As one figure: €15, or €20.
        · Enter again keeps your words as an open point.
        [€15 to 20]
      first [€15 to 20]> 7
        ✓ £7
      second>
      """
    ),
    (
      "  kind: percent",
      """
      first> lots
        ✗ “lots” is not a percentage. Type a percentage: 12 or 12 % or 12.5.
        · Enter again keeps your words as an open point.
        [lots]
      first [lots]> 12.5
        ✓ 12.5 %
      second> /back
        · Back to first. After it we go on from where we were.
      first [12.5 %]> 1 in 3
        ✗ “1 in 3” is no whole percentage. As a figure: 33.33 %.
        · Enter again keeps your words as an open point.
        [1 in 3]
      first [1 in 3]> up to 30 %
        ✗ “up to 30 %” is not a percentage. As a figure: 30 %.
        · Enter again keeps your words as an open point.
        [up to 30 %]
      first [up to 30 %]> 1 in 8
        ✓ 12.5 %
      second> /back
        · Back to first. After it we go on from where we were.
      first [12.5 %]> 0.5%
        ✓ 0.5 %
      second>
      """
    ),
    (
      "  kind: date",
      """
      first> 15 sept
        ? “15 sept”: which? 1 Tue 15 Sep 2026 · 2 Wed 15 Sep 2027
      > 1
        ✓ Tue 15 Sep 2026, 70 days ago
      second> /back
        · Back to first. After it we go on from where we were.
      first [Tue 15 Sep 2026]> 15 feb
        ✓ Mon 15 Feb 2027
      second> /back
        · Back to first. After it we go on from where we were.
      first [Mon 15 Feb 2027]> in 10 months
        ✓ Fri 24 Sep 2027
      second>
      """
    ),
    (
      "  kind: date\n  check: first > today\n  else: Pick a day after today.",
      """
      first> someday
        ✗ “someday” is not a day that I know. Type a day: 3 Dec, fri, in 2 weeks, eom, 2026-12-03.
        · Enter again keeps your words as an open point.
        [someday]
      first [someday]> yesterday
        ✗ Pick a day after today.
        [yesterday]
      first> 3/4/2027
        ? “3/4/2027” could be two days. Which? 1 Sat 3 Apr 2027 · 2 Thu 4 Mar 2027
      > 9
        ✗ Type 1 or 2.
        ? “3/4/2027” could be two days. Which? 1 Sat 3 Apr 2027 · 2 Thu 4 Mar 2027
      > ⏎
        ✗ Type 1 or 2.
        ? “3/4/2027” could be two days. Which? 1 Sat 3 Apr 2027 · 2 Thu 4 Mar 2027
      > 2
        ✓ Thu 4 Mar 2027
      second> /back
        · Back to first. After it we go on from where we were.
      first [Thu 4 Mar 2027]> fri
        ✓ Fri 27 Nov 2026
      second>
      """
    ),
    (
      "  kind: duration",
      """
      first> long
        ✗ “long” is not a length of time. Type a length of time: 2 weeks, 3 days, 1h30, 45 min.
        · Enter again keeps your words as an open point.
        [long]
      first [long]> 30 apr
        ✗ “30 apr” is a day, and here it is how long. Type a length of time: 2 weeks, 3 days, 1h30, 45 min.
        · Enter again keeps your words as an open point.
        [30 apr]
      first [30 apr]> 2 weeks
      second> /back
        · Back to first. After it we go on from where we were.
      first [2 weeks]>
      """
    ),
    (
      "  kind: choice\n  options: [red, green, grey]",
      """
      first> blue
        ✗ “blue” is not among them. Type one of: 1 red · 2 green · 3 grey
        · Enter again keeps your words as an open point.
        [blue]
      first [blue]> gr
        ? “gr” begins several. Which? 1 green · 2 grey
      > grey
        ✓ grey
      second> /back
        · Back to first. After it we go on from where we were.
      first [grey]> rde
        ? There is no “rde”. Did you mean “red”? [Y/n]
      > n
        [rde]
      first [grey]> 1
        ✓ red
      second>
      """
    ),
    (
      "  kind: choices\n  options: [red, green, grey]",
      """
      first> red, blue
        ✗ “blue” is not among them. Type one of: 1 red · 2 green · 3 grey, several with commas between them.
        · Enter again keeps your words as an open point.
        [red, blue]
      first [red, blue]> 1, grey, red
        ✓ red, grey
      second> /back
        · Back to first. After it we go on from where we were.
      first [red, grey]>
      """
    ),
    (
      "  kind: yesno",
      """
      first> perhaps
        ✗ “perhaps” is neither. Type y or n.
        · Enter again keeps your words as an open point.
        [perhaps]
      first [perhaps]> N
        ✓ no
      second> /back
        · Back to first. After it we go on from where we were.
      first [no]>
      """
    ),
    (
      "  kind: scale",
      """
      first> 6
        ✗ “6” is not on the scale. Type one of: 1 · 2 · 3 · 4 · 5
        · Enter again keeps your words as an open point.
        [6]
      first [6]> 0
        ✗ “0” is not on the scale. Type one of: 1 · 2 · 3 · 4 · 5
        · Enter again keeps your words as an open point.
        [0]
      first [0]> x
        ✗ “x” is not on the scale. Type one of: 1 · 2 · 3 · 4 · 5
        · Enter again keeps your words as an open point.
        [x]
      first [x]> 4
      second> /back
        · Back to first. After it we go on from where we were.
      first [4]>
      """
    ),
    (
      "  kind: person",
      """
      first> ana
        ? Which ana? 1 Ana Berg · 2 Ana Kim
      > 3
        ✗ Type 1 or 2.
        ? Which ana? 1 Ana Berg · 2 Ana Kim
      > 2
        ✓ Ana Kim
      second> /back
        · Back to first. After it we go on from where we were.
      first [Ana Kim]> bo / ana k
        ? “bo / ana k” is two names, and one is asked for. 1 Bo · 2 Ana Kim
      > ana kim
        ✓ Ana Kim
      second> /back
        · Back to first. After it we go on from where we were.
      first [Ana Kim]> TBD
        ✗ “TBD” is nobody yet. Type a name: Ana Berg, Bo or Ana Kim.
        · Enter again keeps your words as an open point.
        [TBD]
      first [TBD]> ana k
        ✓ Ana Kim
      second> /back
        · Back to first. After it we go on from where we were.
      first [Ana Kim]> Zed
        ? Nobody here is “Zed”. Keep the name all the same? [y/N]
      > y
      second> /back
        · Back to first. After it we go on from where we were.
      first [Zed]> Boo
        ? Nobody here is “Boo”. Did you mean Bo? 1 Bo · 2 Boo, who is not here
      > n
        ✗ Type 1 or 2.
        ? Nobody here is “Boo”. Did you mean Bo? 1 Bo · 2 Boo, who is not here
      > bo
        ✓ Bo
      second>
      """
    ),
    (
      "  kind: people",
      """
      first> ana, bo
        ✗ Which ana? Ana Berg or Ana Kim? Type it in full.
        · Enter again keeps your words as an open point.
        [ana, bo]
      first [ana, bo]> bo, ana k
        ✓ Bo, Ana Kim
      second> /back
        · Back to first. After it we go on from where we were.
      first [Bo, Ana Kim]>
      """
    ),
    (
      "  kind: matrix\n  rows: [likelihood, impact]\n  options: {1: low, 2: medium, 3: high}",
      """
      first> 4
        ✗ 2 ratings are needed, one for each of likelihood and impact. For likelihood and impact: 1 low · 2 medium · 3 high. Such as 33.
        · Enter again keeps your words as an open point.
        [4]
      first [4]> 34
        ✗ “4” does not rate impact. For likelihood and impact: 1 low · 2 medium · 3 high. Such as 33.
        · Enter again keeps your words as an open point.
        [34]
      first [34]> 32
        ✓ 3 2
      second> /back
        · Back to first. After it we go on from where we were.
      first [3 2]> 3 1
      second> /back
        · Back to first. After it we go on from where we were.
      first [3 1]> low high
        ✓ 1 3
      second>
      """
    ),
  ]

  @Test(arguments: tables.indices)
  func `takes what fits and says what does not`(_ row: Int) throws {
    hold(Self.tables[row].transcript, try one(Self.tables[row].fields))
  }

  @Test func `defaults and earlier answers stand in the line, nothing is taken silently`() throws {
    let playbook = try TestPlaybook.steps(
      """
      - {ask: Goal?, id: goal}
      - ask: When?
        id: day
        kind: date
        default: = today
      - ask: Again?
        id: again
        default: "we want {goal}"
      """)
    hold(
      """
      goal> ⏎
      day [Tue 24 Nov 2026]> /back
        · Back to goal. After it we go on from where we were.
      goal> peace
      day [Tue 24 Nov 2026]> ⏎
      again [we want peace]> yes {goal}
      close>
      """, TestMeeting(playbook, people: "Ana"))
  }
}
