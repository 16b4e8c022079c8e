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
      first> ?
      first> /next
      first>   two   words⏎
      second> /back
      first [two words]> other
      second> /back first
      first [other]> /next
      second> /skip
      close> x
      close> /back zwei
      close> //home
      close>
      """
    ),
    ("  kind: note", "first> a⏎b  ⏎⏎\nsecond> /back\nfirst>"),
    (
      "  kind: number\n  unit: people",
      "first> many\nfirst> 1,200 People\nsecond> /back\nfirst> 1e99\nfirst> -\nsecond> /back\nfirst>"
    ),
    (
      "  kind: money",
      "first> 6\nfirst> six\nfirst> £6.5\nsecond> /back\nfirst> 7\nsecond>"
    ),
    ("  kind: percent", "first> lots\nfirst> 12.5\nsecond> /back\nfirst> 0.5%\nsecond>"),
    (
      "  kind: date\n  check: first > today\n  else: Pick a day after today.",
      """
      first> someday
      first> yesterday
      first> 1.2.
      first> 3/4/2027
      > 9
      > ⏎
      > 2
      second> /back
      first> fri
      second>
      """
    ),
    ("  kind: duration", "first> long\nfirst> 2 weeks\nsecond> /back\nfirst>"),
    (
      "  kind: choice\n  options: [red, green, grey]",
      """
      first> blue
      first> gr
      > 2
      second> /back
      first> rde
      > n
      first> 1
      second>
      """
    ),
    (
      "  kind: choices\n  options: [red, green, grey]",
      "first> red, blue\nfirst> 1, grey, red\nsecond> /back\nfirst>"
    ),
    ("  kind: yesno", "first> perhaps\nfirst> N\nsecond> /back\nfirst>"),
    ("  kind: scale", "first> 6\nfirst> 0\nfirst> x\nfirst> 4\nsecond> /back\nfirst>"),
    (
      "  kind: person",
      """
      first> ana
      > 3
      > 2
      second> /back
      first> Zed
      > y
      second> /back
      first> Boo
      > n
      first> bo
      second>
      """
    ),
    ("  kind: people", "first> ana, bo\nfirst> bo, ana k\nsecond> /back\nfirst>"),
    (
      "  kind: matrix\n  rows: [likelihood, impact]\n  options: {1: low, 2: medium, 3: high}",
      "first> 4\nfirst> 34\nfirst> 32\nsecond> /back\nfirst> 3 1\nsecond> /back\nfirst> low high\nsecond>"
    ),
  ]

  @Test(arguments: tables.indices)
  func `takes what fits and says what does not`(_ row: Int) throws {
    hold(Self.tables[row].transcript, try one(Self.tables[row].fields))
  }

  @Test func `defaults and earlier answers stand in the line, nothing is taken silently`() throws {
    let playbook = try TestPlaybook.steps(
      """
      - ask: Goal?
        id: goal
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
      goal> peace
      day [Tue 24 Nov 2026]> ⏎
      again [we want peace]> yes {goal}
      close>
      """, TestMeeting(playbook, people: "Ana"))
  }
}
