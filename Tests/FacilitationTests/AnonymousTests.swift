import Facilitation
import MeetingKit
import PlaybookLanguage
import Session
import Testing
import Values

/// What is anonymous is written without a name, whatever the style and whichever way it comes in.
struct `An anonymous question` {
  private func meeting(_ style: String = "", people: String = "Ana, Bo, Cy") throws -> TestMeeting {
    TestMeeting(
      try TestPlaybook.steps(
        """
        - {ask: Worries?, id: worry, kind: list, from: everyone, anonymous: yes\(style)}
        - {ask: Dots?, id: dots, kind: vote, of: worry, anonymous: yes, votes: 3}
        - {ask: Sure?, id: sure, kind: fist, anonymous: yes}
        """), people: people)
  }

  /// Whether a line is for no history and no draft.
  private func isSecret(_ line: String, _ meeting: TestMeeting) -> Bool {
    meeting.facilitator.isSecret(line, TestMeeting.moment)
  }

  /// Nothing of the records after people have come names any of them.
  private func holdsNobody(_ meeting: TestMeeting) -> Bool {
    let records = meeting.session.log.records.dropFirst(3)
    return !records.contains { "\($0)".contains("\"p1\"") || "\($0)".contains("\"p2\"") }
  }

  @Test(arguments: ["", ", style: silent", ", alone: 5m"])
  func `is written in silence, and what comes late has no name either`(style: String) throws {
    let after = hold(
      """
      write> bo: zebra
        ✓ held 1
      write> 10:02 Ana: apple⏎10:03 A. Smith: secret
        ✓ held 3
      write> ⏎
        | 1 apple
        | 2 secret
        | 3 zebra
      dots> /back worry
        · Back to worry. After it we go on from where we were.
      worry> bo: late
        ✓ 4
      worry> Bo =1
        ✗ Nobody’s name stands beside a line here: this is anonymous.
      worry> /edit 4 ana: later
        ✓ 4 late → later
      worry> ⏎
        ✓ 4 in all
      dots>
      """, try meeting(style))
    #expect(after.state.items.allSatisfy { $0.by.isEmpty })
    #expect(holdsNobody(after))
  }

  @Test func `asks whether what nobody is called is a name`() throws {
    hold(
      """
      write> Hans: a stranger's word
        ? “Hans:”: nobody here is called so, and this is anonymous. Leave it out, as a name? [Y/n]
      > ⏎
        ✓ held 1
      write> Dr. Bo: secret⏎hello there: no name⏎http://x.org is down
        ? “Dr. Bo:”: nobody here is called so, and this is anonymous. Leave it out, as a name? [Y/n]
      > y
        ✓ held 4
      write> Risk: the API
        ? “Risk:”: nobody here is called so, and this is anonymous. Leave it out, as a name? [Y/n]
      > n
        ✓ held 5
      write> ⏎
        | 1 Risk: the API
        | 2 a stranger's word
        | 3 hello there: no name
        | 4 http://x.org is down
        | 5 secret
      dots>
      """, try meeting())
  }

  @Test func `is voted on without names, and only the counts are written`() throws {
    var start = try meeting()
    start.type(lines: ["a", "b", ""])
    let after = hold(
      """
      dots> ana 1 1 2
        ✗ This is anonymous: no names, the numbers alone: 1 1 2; 2 3 3.
        · Nothing of it counts, and it is not shown again: type it anew.
      dots> 1 1 2 2
        ✗ A ballot has 3 dots, and one has 4. ; stands between two ballots.
        · Nothing of it counts, and it is not shown again: type it anew.
      dots> 1 2 3
        ✗ A ballot has a number that nothing has; they go from 1 to 2.
        · Nothing of it counts, and it is not shown again: type it anew.
      dots> 2 1
        ✓ 1 of 3 ballots held, not shown.
      dots> (killed)
      dots> ⏎
        ? 1 of 3 ballots held. Count them without the others? [y/N]
      > n
      dots> 10:02 Ana: 1 1 2⏎10:03 Bo: 2
        ✓ 3 ballots held, one for each who is here. Enter counts them.
      dots> 1
        ✗ That makes 4 ballots, and 3 people are here. /undo takes the last back.
        · Nothing of it counts, and it is not shown again: type it anew.
      dots> ⏎
        = a 3
        = b 3
      sure> ana 4
        ✗ This is anonymous: no names, the numbers alone: 4 4 2.
        · Nothing of it counts, and it is not shown again: type it anew.
      sure> 4 6
        ✗ A hand shows 0 to 5 fingers.
        · Nothing of it counts, and it is not shown again: type it anew.
      sure> 4 2
        ✓ 2 of 3 hands held, not shown.
      sure> /undo
        ✓ Taken back: 2 held lines. 0 in all.
      sure> 4 2 -
        ✓ 3 hands held, one for each who is here. Enter counts them.
      sure> ⏎
        = 4 1
        = 2 1
        ✓ Not yet: 1 of 2 hands below 3. 1 abstains.
      close>
      """, start)
    #expect(after.state.ballots.isEmpty)
    #expect(holdsNobody(after))
    #expect(FistTally(after.state, Address("sure")).fingers == [4, 2])
  }

  @Test(arguments: ["yes", "no"])
  func `and any silent one is written by a file of answers as at the prompt`(anonymous: String)
    throws
  {
    let playbook = try TestPlaybook.steps(
      """
      - ask: Worries?
        id: worry
        kind: list
        from: everyone
        style: silent
        anonymous: \(anonymous)
      - {ask: Dots?, id: dots, kind: vote, of: worry}
      """)
    let text = """
      people: [Ana, Bo]
      worry: {Ana: zebra, Bo: [apple, mango]}
      dots: {Ana: [1, 1, 2], Bo: [3]}
      """
    let (file, diagnostics) = AnswerFile.read(Array(text.utf8), file: "f", for: playbook)
    guard case .answers(let answers)? = file else {
      Issue.record("\(diagnostics)")
      return
    }
    var script = AnswerScript(answers)
    var meeting = TestMeeting(playbook)
    while meeting.place != nil {
      guard case .line(let line) = try script.next(meeting.facilitator, TestMeeting.moment) else {
        break
      }
      meeting.type(line)
    }
    #expect(meeting.state.items.map(\.text) == ["apple", "mango", "zebra"])
    #expect(
      meeting.state.items.map(\.by)
        == (anonymous == "yes" ? [[], [], []] : [["p2"], ["p2"], ["p1"]]))
    #expect(
      VoteTally(meeting.state, Address("dots")).row(for: meeting.state.items[0].id).votes == 2)
  }

  @Test func `counts or lets go what is held, where it is skipped`() throws {
    var start = try meeting()
    start.type(lines: ["a", "b", ""])
    hold(
      """
      dots> 1 1 2
        ✓ 1 of 3 ballots held, not shown.
      dots> /skip
        ? 1 vote is held. Count it? [Y/n]
      > y
        = a 2
        = b 1
      sure> 4
        ✓ 1 of 3 hands held, not shown.
      sure> /skip
        ? 1 vote is held. Count it? [Y/n]
      > n
        ✓ sure: not talked about, on the list
      close>
      """, start)
  }

  @Test func `is anonymous in totals as well, which count instead of what is held`() throws {
    var start = try meeting()
    start.type(lines: ["a", "b", "", "1 1 2", "g: 3 5"])
    #expect(start.facilitator.held == nil)
    #expect(start.state.counts[Address("dots")]?.map(\.votes) == [3, 5])
  }

  @Test(arguments: ["ana 1 1 2", "ana 1 1 2; bo 2 2 1", "sure> ana 4", "sure> bo 2; cy 3"])
  func `takes no ballot that comes late with a name for an answer`(late: String) throws {
    let isFist = late.hasPrefix("sure> ")
    let line = late.split(separator: "> ").last.map(String.init) ?? ""
    let vote = isFist ? "sure" : "dots"
    var start = TestMeeting(
      try TestPlaybook.steps(
        """
        - {ask: Worries?, id: worry, kind: list}
        - ask: Vote?
          id: \(vote)
          kind: \(isFist ? "fist" : "vote\n  of: worry")
          anonymous: yes
        - {ask: Why?, id: why}
        """), people: "Ana, Bo, Cy")
    start.type(lines: ["a", "b", "", isFist ? "4" : "1 1 2", "", "y"])
    let secrets = [line, "ana is late"].map { isSecret($0, start) }
    #expect(secrets == [true, false])
    let asks =
      "This reads as a vote, with a name, in “\(vote)”, which is anonymous and over. "
      + "Are they words for this question? [y/N]"
    hold(
      """
      why> \(line)
        ? \(asks)
      > ⏎
        ✗ Nothing of it is kept. /vote \(vote) holds the vote again.
      why> \(line)
        ? \(asks)
      > y
      close>
      """, start)
  }

  @Test func `lets no words wait for it, where they would stand with their author`() throws {
    let meeting = TestMeeting(
      try TestPlaybook.steps(
        """
        - {ask: Goal?, id: goal}
        - {ask: Worries?, id: worry, kind: list, from: everyone, anonymous: yes}
        - {ask: Notes?, id: notes, kind: list, from: everyone}
        """), people: "Ana, Bo, Cy")
    hold(
      """
      goal> >worry Ana: a secret
        ✗ worry is anonymous: nothing waits there, where it would stand with whoever said it. It is written when it is asked.
      goal> >notes Ana: a note
        ✓ kept for notes
        draft notes: Ana: a note
      goal>
      """, meeting)
    let secrets = [">worry Ana: a secret", ">notes Ana: a note", "> worry less"]
      .map { isSecret($0, meeting) }
    #expect(secrets == [true, false, false])
  }

  @Test func `is written in no editor, whose file would stay`() throws {
    let refusal =
      "✗ What is written here stands in no file before its time, and an editor makes one. "
      + "Type it, or paste it."
    hold(
      """
      write> /editor
        \(refusal)
      write> a
        ✓ held 1
      write> ⏎
        | 1 a
      dots> /editor
        \(refusal)
      dots>
      """, try meeting())
  }

  @Test func `asks of an entry's new words too whether they begin with a name`() throws {
    var start = try meeting()
    start.type(lines: ["a", "", "1", "", "y", "4", "", "y"])
    let secrets = ["/edit w1 Hans: third", "/edit w1", "/drop w1"].map { isSecret($0, start) }
    #expect(secrets == [true, false, false])
    hold(
      """
      close> /edit w1 Hans: third
        ? “Hans:”: nobody here is called so, and this is anonymous. Leave it out, as a name? [Y/n]
      > ⏎
        ✓ w1 a → third
      close> /edit w1
      w1 [third]> 10:02 bo: fourth
        ✓ w1 third → fourth
      close>
      """, start)
    start.type("/edit w1")
    let prompt = start.facilitator.prompt(TestMeeting.moment)
    #expect(prompt.isWiped)
  }
}
