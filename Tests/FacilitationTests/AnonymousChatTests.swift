import Facilitation
import MeetingKit
import PlaybookLanguage
import Session
import Testing
import Values

/// A chat that is pasted whole, wherever the meeting is: what of it was anonymous stays so.
struct `A chat with anonymous lines` {
  private static let ballots = "10:00:01 Ana: 1 2⏎10:00:05 Bo: 2 3⏎10:00:09 Cy: 3 3"
  private static let more = "⏎10:05:01 Ana: 1 1⏎10:05:03 Bo: 2 2"

  private func votes(_ first: String, _ second: String) throws -> TestMeeting {
    var meeting = TestMeeting(
      try TestPlaybook.steps(
        """
        - {ask: Ideas?, id: ideas, kind: list}
        - {ask: First?, id: first, kind: vote, of: ideas, votes: 2\(first)}
        - {ask: Then?, id: then, kind: vote, of: ideas, votes: 2\(second)}
        - {ask: Last?, id: last, kind: vote, of: ideas, votes: 2}
        """), people: "Ana, Bo, Cy")
    meeting.type(lines: ["one", "two", "three", ""])
    return meeting
  }

  @Test func `gives no secret ballot to the named vote after it`() throws {
    let after = hold(
      """
      first> \(Self.ballots)
        ✓ 3 ballots held, one for each who is here. Enter counts them.
      first> ⏎
        = three 3
        = two 2
        = one 1
      then> \(Self.ballots)⏎10:05:01 Ana: 1 2
        ✓ Ana voted · waiting for Bo and Cy
      then> (killed)
      then> \(Self.ballots)⏎10:05:01 Ana: 1 2⏎10:05:09 Cy: 1 2
        ✓ Cy voted · waiting for Bo
      then> \(Self.ballots)⏎10:05:01 Ana: 1 2⏎10:05:09 Cy: 1 2
        ? These numbers of the chat have counted before. Count them here again? [y/N]
      > n
      then>
      """, try votes(", anonymous: yes", ""))
    #expect(after.state.ballots[Address("then")]?.map(\.person) == ["p1", "p3"])
  }

  @Test func `counts no named ballot as a secret one, nor a secret one twice`() throws {
    hold(
      """
      first> \(Self.ballots)
        ✓ Everybody has voted.
        = three 3
        = two 2
        = one 1
      then> \(Self.ballots)\(Self.more)
        ✓ 2 of 3 ballots held, not shown.
      then> \(Self.ballots)\(Self.more)
        ✗ These numbers of the chat are held or have counted already.
        · Nothing of it counts, and it is not shown again: type it anew.
      then> \(Self.ballots)\(Self.more)⏎10:06:00 Cy: 1 2
        ✓ 3 ballots held, one for each who is here. Enter counts them.
      then> ⏎
        = one 3
        = two 3
        · No dot: three
      last> \(Self.ballots)\(Self.more)⏎10:06:00 Cy: 1 2⏎10:07:00 Bo: 1 2
        ✓ Bo voted · waiting for Ana and Cy
      last>
      """, try votes("", ", anonymous: yes"))
  }

  private func lists() throws -> TestMeeting {
    TestMeeting(
      try TestPlaybook.steps(
        """
        - {ask: Worries?, id: worry, kind: list, from: everyone, anonymous: yes}
        - {ask: Notes?, id: notes, kind: list, from: everyone}
        """), people: "Ana, Bo, Cy")
  }

  private static let said = "10:00:01 Ana: the boss lies⏎10:00:05 Bo: we ship too early"

  @Test func `does not bring back what the room left unsaid, but where it was written`() throws {
    let after = hold(
      """
      write> \(Self.said)
        ✓ held 2
      write> /skip
        ? 2 written lines were not said. Add them? [Y/n]
      > n
        ✓ worry: not talked about, on the list
      Ana> \(Self.said)⏎10:07:01 Ana: a note⏎10:07:02 Bo: another
        ? 4 lines: 2 new entries (Ana 1, Bo 1), 2 from before? Numbers take in or out, l lists. [Y/n]
      > 1
        ? 4 lines: 3 new entries (Ana 1, Bo 1), 1 from before? Numbers take in or out, l lists. [Y/n]
      > l
        | 1 the boss lies
        | 2 from before
        | 3 a note  (Ana)
        | 4 another  (Bo)
        ? 4 lines: 3 new entries (Ana 1, Bo 1), 1 from before? Numbers take in or out, l lists. [Y/n]
      > ⏎
        ✓ 1 to 3 added
      Ana> /back worry
        · Back to worry. After it we go on from where we were.
      write> \(Self.said)
        ✓ held 1
      write>
      """, try lists())
    #expect(
      after.state.liveItems(in: Address("notes")).map(\.by) == [[], ["p1"], ["p2"]])
  }

  @Test func `names nobody for a line that was shown, or is held still, and is taken in again`()
    throws
  {
    for ends in [true, false] {
      var meeting = try lists()
      meeting.type(Self.said.split(separator: "⏎").joined(separator: "\n"))
      meeting.type(lines: ends ? ["", ""] : [])
      if !ends { meeting.type(lines: ["/skip", "y"]) }
      meeting.type(
        (Self.said + "⏎10:07:01 Ana: a note").split(separator: "⏎").joined(separator: "\n"))
      let asked = meeting.facilitator.dialog?.question ?? ""
      #expect(asked.contains("2 from before"))
      meeting.type(lines: ["1 2", "o"])
      let noted = meeting.state.liveItems(in: Address("notes"))
      #expect(noted.map(\.by) == [[]], "\(noted)")
    }
  }
}
