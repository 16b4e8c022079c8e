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

  /// What is typed or pasted at an anonymous question, and what is held of it.
  private static let parts: [(text: String, held: [String])] = [
    (
      """
      and so on, says the last line of a message
      15:01:39 From Cy to Bo(Privately) : he is fired
      for good
      15:01:50 From Hans Meier : the boss lies
      15:02:00 From Bo to Everyone : we ship too early
      """,
      ["and so on, says the last line of a message", "the boss lies", "we ship too early"]
    ),
    ("15:01:50 From Ana : the boss lies", ["the boss lies"]),
    ("15:01:50 From Cy to Bo (Direct Message): the boss lies", []),
    ("15:01:50 From Hans Meier to Everyone: it is late", ["it is late"]),
    ("tail\n15:01:50 From Ana to Everyone:\n\tthe boss lies", ["tail", "the boss lies"]),
    (
      """
      from here to everyone: words
      From Hans Meier to Everyone: the boss lies
      From Cy to Bo (Direct Message): he is fired
      From Bo to Me (privately): soon
      """, ["from here to everyone: words", "the boss lies"]
    ),
    ("10:02 Bo: the boss lies", ["the boss lies"]),
    ("24/11/2026, 10:02 - Ana: the boss lies", ["the boss lies"]),
    ("[10:02 AM] <bo> the boss lies", ["the boss lies"]),
    (
      "of the end\nAna  10:02 AM\nthe boss lies\nit is late",
      ["it is late", "of the end", "the boss lies"]
    ),
    ("of the end\nBo\n10:02 AM\nthe boss lies", ["of the end", "the boss lies"]),
    (
      "10:30 From planning to launch: what changed", ["10:30 From planning to launch: what changed"]
    ),
    ("10:30 we stop: all of us", ["10:30 we stop: all of us"]),
    ("at 10:30\nwe stop", ["at 10:30", "we stop"]),
  ]

  @Test(arguments: parts.indices)
  func `is rid of names and messages to one person, wherever it was cut`(_ row: Int) throws {
    let part = Self.parts[row]
    var meeting = try lists()
    meeting.type(part.text)
    let asked = meeting.facilitator.dialog?.question
    #expect(asked == nil, "\(part.text)")
    let held = meeting.facilitator.held?.lines.map(\.text) ?? []
    #expect(held.sorted() == part.held, "\(part.text)")
  }

  @Test func `is asked about strangers in a part of it`() throws {
    hold(
      """
      write> the end⏎more of it⏎and more⏎[10:02] Hans Meier: secret⏎Ida  10:03⏎24/11/2026, 10:02 - Jo: too
        ? “Hans Meier:”, “Ida:” and “Jo:”: nobody here is called so, and this is anonymous. Leave them out, as names? [Y/n]
      > ⏎
        ✓ held 5
      write> 10:30 Break: everyone leaves
        ? “Break:”: nobody here is called so, and this is anonymous. Leave it out, as a name? [Y/n]
      > n
        ✓ held 6
      write> ⏎
        | 1 10:30 Break: everyone leaves
        | 2 and more
        | 3 more of it
        | 4 secret
        | 5 the end
        | 6 too
      Ana>
      """, try lists())
  }
}
