import MeetingKit
import Testing

struct `Group moves` {
  private func meeting(_ steps: String, lines: [String] = []) throws -> TestMeeting {
    var meeting = TestMeeting(
      try TestPlaybook.steps(
        """
        - ask: Reasons?
          id: reasons
          kind: list
        \(steps)
        """), people: "Ana, Bo, Cy")
    meeting.type(lines: ["the bank api slips", "nobody owns it", "the bank api is late", "too dear", ""])
    meeting.type(lines: lines)
    return meeting
  }

  private static let themes = """
    - ask: Alike?
      id: themes
      kind: group
      of: reasons
      headings: [Vendor, People, Law]
    """

  @Test func `group, add, free and rename by numbers`() throws {
    hold(
      """
      group> 1 3 Vendor
      group> 1, 9 More
      group> Vendor
      group> 2
      group> t1 4
      group> t1 -4
      group> t1 4 -3
      group> t1 =
      group> t1 = Bank
      group> t1
      group> t1 99
      group> t9 1
      group> 2 People
      group> t2 4
      group> /merge T2 T1
      group> /undo
      group> /merge 2 T1
      group> /drop 4
      group> /drop T1
      group> /undo
      group> ⏎
      more> bo: no contract
      more> ⏎
      close>
      """, try meeting(Self.themes))
  }

  private static let dots = themes + "\n- ask: Dots?\n  id: dots\n  kind: vote\n  of: themes\n  votes: 2"

  @Test func `votes are blind until all have voted, and within the budget`() throws {
    hold(
      """
      dots> 1 2
      dots> zed 1
      dots> ana 1 2 3
      dots> ana 1 9
      dots> g: 1 2
      dots> ana 1 1
      dots> bo 2⏎Cy: 3, t1
      close> /back
      dots> ana 2
      close> /back
      dots> ⏎
      close> /back
      dots> g: 0 5 0
      close> /undo
      dots> /undo
      close>
      """, try meeting(Self.dots, lines: ["1 3 Vendor", "", ""]))
  }

  @Test func `a vote closes without those who are missing, when the room says so`() throws {
    hold(
      """
      dots> ⏎
      > n
      dots> bo 1
      dots> ⏎
      > y
      close> /back
      dots> /away ana
      dots> /leave cy
      dots> ⏎
      close>
      """, try meeting(Self.dots, lines: ["1 3 Vendor", "", ""]))
  }

  private static let fist = "- ask: Support?\n  id: support\n  kind: fist"

  @Test func `a fist of five in one line`() throws {
    hold(
      """
      support> ⏎
      support> 6
      support> zed 4
      support> bo
      support> ana 2
      support> ⏎
      > ⏎
      support> 4 bo5
      close> /back
      support> ana 3
      close> /back
      support> /join Dee
      support> /leave dee
      support> ⏎
      close>
      """, try meeting(Self.fist))
  }
}
