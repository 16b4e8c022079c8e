import MeetingKit
import Testing

struct `A computed value` {
  @Test func `is shown as the playbook's own words show it`() throws {
    let steps = """
      - {ask: Cost?, id: offer, kind: number}
      - set:
          even: offer / 40
          inner: offer * 3
          points: offer / 1000
      - say: It breaks even at {percent(even)}, with {points * 100} points.
        if: inner > 1
      - {ask: More?, id: more}
      """
    hold(
      """
      offer> 12
      more> /try offer=20
        “even 30 % → 50 %, points 1.2 → 2”
        ? Keep? [y/N]
      > ⏎
      more> /show off
        | offer 12
      more>
      """, TestMeeting(try TestPlaybook.steps(steps), people: "Ana, Bo"))
  }
}
