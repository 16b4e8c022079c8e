import Facilitation
import MeetingKit
import PlaybookLanguage
import Testing

struct `A list in order` {
  @Test func `is one line of numbers, best first, and the rest keeps its order`() throws {
    let playbook = try TestPlaybook.steps(
      """
      - ask: Reasons?
        id: reasons
        kind: list
      - ask: Which matter most?
        id: order
        kind: rank
        of: reasons
      - say: "{order.first} before {order.last}; {reasons.map(r, r.rank)}"
        time: 1m
      """)
    hold(
      """
      reasons> the bank slips⏎nobody owns it⏎too dear
        ? 3 lines, as that many entries? o makes one of them. [Y/n]
      > y
        ✓ 1 to 3 added
      reasons> ⏎
      order> 3 1
        | 1 too dear
        | 2 the bank slips
        | 3 nobody owns it
      ready> /back order
        · Back to order. After it we go on from where we were.
      order [3 1]> nobody
        | 1 nobody owns it
        | 2 the bank slips
        | 3 too dear
      ready> /undo
        ✓ Taken back: order “2”, it is “3 1” again
      order [3 1]> 3 1
        | 1 too dear
        | 2 the bank slips
        | 3 nobody owns it
      ready>
      """, TestMeeting(playbook, people: "Ana, Bo"))
  }

  @Test(arguments: [
    ("2 2", "“green” stands there twice."), ("4", "There is no “4” here."),
    ("red, mauve", "There is no “mauve” here."),
  ])
  func `says what does not fit`(_ line: String, _ problem: String) throws {
    var meeting = TestMeeting(try Self.colours, people: "Ana")
    let said = meeting.type(line).decision.say
    #expect("\(said)".contains(problem), "\(said)")
    meeting.type("/undo")
  }

  @Test func `may be of options`() throws {
    var meeting = TestMeeting(try Self.colours, people: "Ana")
    meeting.type("blue, red")
    #expect(meeting.text("{colours}; {colours.first}") == "blue, red and green; blue")
  }

  private static var colours: Playbook {
    get throws {
      try TestPlaybook.steps(
        """
        - ask: Which colour?
          id: colours
          kind: rank
          options: [red, green, blue]
        """)
    }
  }
}
