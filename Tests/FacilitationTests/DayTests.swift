import MeetingKit
import Testing

@Test func `days that are past, far off or in no calendar are never passed in silence`() throws {
  let playbook = try TestPlaybook.steps(
    """
    - {ask: Turned?, id: turned, kind: date, check: turned <= today, else: A day before.}
    - {ask: Any day?, id: any, kind: date}
    - {ask: Share?, id: share, kind: percent}
    - {ask: Goal?, id: goal}
    """)
  hold(
    """
    turned> 3 Nov 10am
      ✓ Tue 3 Nov 2026, 21 days ago
      · The day is kept, and not the time: 10am.
    any> 31 feb
      ? There is no 31 feb. Sun 28 Feb 2027? [Y/n]
    > ⏎
      ✓ Sun 28 Feb 2027
    share> 0.2
      ? “0.2” could be two shares. Which? 1 20 % · 2 0.2 %
    > 1
      ✓ 20 %
    goal> /a draft it, bo 31 Feb
      ? There is no 31 Feb. By Sun 28 Feb 2027? [Y/n]
    > y
      ✓ A1 Bo · draft it · due Sun 28 Feb 2027. Still goal.
    goal> /a draft it, bo 1 Nov 2026
      ✓ A2 Bo · draft it · due Sun 1 Nov 2026. Still goal.
      ! Sun 1 Nov 2026 is past.
    goal> /a draft it, bo 3 Nov
      ? Which day is that? 1 Tue 3 Nov 2026 · 2 Wed 3 Nov 2027
    > 2
      ✓ A3 Bo · draft it · due Wed 3 Nov 2027. Still goal.
      ! Wed 3 Nov 2027 is 49 weeks away.
    goal> /a draft it, bo fri at 10:00
      ✓ A4 Bo · draft it · due Fri 27 Nov 2026. Still goal.
      · The day is kept, and not the time: 10:00.
    goal>
    """, TestMeeting(playbook, people: "Ana, Bo"))
}
