import Facilitation
import MeetingKit
import Session
import Testing
import Values

/// What the room sees on a second screen, and never sees.
struct `The wall` {
  private func meeting() throws -> TestMeeting {
    let playbook = try TestPlaybook.steps(
      """
      - ask: Ideas?
        id: ideas
        kind: list
        from: everyone
        style: round_robin
        alone: 5m
      - ask: Alike?
        id: themes
        kind: group
        of: ideas
      - ask: Dots?
        id: dots
        kind: vote
        of: themes
        votes: 1
      - ask: So what?
        id: so
      - ask: Right?
        id: reading
        kind: readback
      """)
    return TestMeeting(playbook, people: "Ana, Bo")
  }

  /// All words on the wall, on one line.
  private func wall(_ meeting: TestMeeting, _ view: Wall.View = .list, at later: Int = 0) -> String
  {
    let moment = Moment(
      now: TestMeeting.moment.now.adding(TimeSpan(seconds: later)),
      offset: TestMeeting.moment.offset)
    return Wall(meeting.session, view, moment).utterances.flatMap { said -> [String] in
      switch said {
      case .words(let words), .question(let words), .hint(let words), .noted(let words): [words]
      case .entries(let entries), .table(let entries): entries.map { "\($0.label) \($0.text)" }
      case .bars(let bars): bars.map { "\($0.label) \($0.count)" }
      default: []
      }
    }.joined(separator: " | ")
  }

  @Test func `shows who disputes a row of a table, and an action of it`() throws {
    var meeting = TestMeeting(
      try TestPlaybook.steps(
        """
        - {ask: Steps?, id: steps, kind: table, columns: {step: text, owner: person, due: date}}
        - {ask: So?, id: so}
        """), people: "Ana, Bo")
    meeting.type(lines: ["write it, ana fri", "/dispute 1 bo: too late", ""])
    #expect(
      wall(meeting)
        == "Steps? | s1 Ana · write it · due Fri 27 Nov 2026, disputed by Bo: too late")
    meeting.type("/a call them, ana fri")
    meeting.type("/dispute A1 bo: not now")
    meeting.type("")
    #expect(
      wall(meeting, .actions) == "A1 call them · Ana · by Fri 27 Nov 2026, disputed by Bo: not now")
  }

  @Test func `shows what was said, and never what is held, voted blind or typed`() throws {
    var meeting = try meeting()
    meeting.type("ana: a secret\nbo: another secret", isPasted: true)
    #expect(wall(meeting) == "Ideas?")
    meeting.type(lines: ["", "first idea", "second idea", "", ""])
    if meeting.facilitator.dialog != nil { meeting.type("n") }
    #expect(wall(meeting) == "Alike? | 1 first idea | 2 second idea")
    meeting.type(lines: ["1 Money", "nonsense", "/p the logo", "/x"])
    #expect(wall(meeting) == "Alike? | T1 Money  (1) | 2 second idea")
    meeting.type(lines: ["", "ana 2"])
    #expect(wall(meeting) == "Dots? | 1 Money | 2 second idea | 1 of 2 has voted")
    meeting.type("bo 2")
    #expect(wall(meeting) == "So what? | second idea 2")
    meeting.type(lines: ["/d we go on", "well"])
    #expect(wall(meeting) == "Right? | D1 we go on")
    #expect(wall(meeting, .actions) == "D1 we go on")
    #expect(wall(meeting, .blank).isEmpty)
  }

  @Test func `keeps a picture until something is said, and says how long the time is over`() throws
  {
    let playbook = try TestPlaybook.load(
      """
      huddle: 1
      id: timed
      version: 1.0.0
      title: Timed
      sections:
        - id: plan
          title: Plan
          time: 10m
          steps:
            - {ask: When?, id: times, kind: schedule}
            - show: {gantt: times}
            - {ask: What is missing?, id: missing, kind: list}
      """)
    var meeting = TestMeeting(playbook, people: "Ana, Bo")
    meeting.type("set up, ana 3 days")
    #expect(wall(meeting) == "When? | 1 set up · Ana · 3 days · Tue 24 Nov–Thu 26 Nov 2026")
    meeting.type("")
    func page(at later: Int) -> (time: String?, hasPicture: Bool, changesIn: Int?) {
      let now = TestMeeting.moment.now.adding(TimeSpan(seconds: later))
      let page = Wall(meeting.session, .list, Moment(now: now, offset: TestMeeting.moment.offset))
      var (time, hasPicture) = (String?.none, false)
      for said in page.utterances {
        if case .section(_, _, _, let words) = said { time = words }
        if case .part = said { hasPicture = true }
      }
      return (time, hasPicture, page.changesAt?.since(now).seconds)
    }
    #expect(page(at: 0) == ("until 10:10", true, 660))
    #expect(page(at: 600) == ("until 10:10", true, 60))
    #expect(page(at: 665) == ("was until 10:10, 1 min over", true, 55))
    meeting.type("a router")
    #expect(page(at: 720) == ("was until 10:10, 2 min over", false, 60))
  }

  @Test func `tells somebody who comes late where we are, for two minutes`() throws {
    var meeting = try meeting()
    meeting.type(lines: ["", "first idea", "/join Hal (Finance), Ivy"])
    let late = "Welcome, Hal and Ivy. Small, part 1 of 1: All."
    #expect(wall(meeting) == "\(late) | So far: ideas 1 | Ideas? | 1 first idea  (Ana) | Now Bo.")
    #expect(wall(meeting, at: 119).hasPrefix(late))
    #expect(wall(meeting, at: 120) == "Ideas? | 1 first idea  (Ana) | Now Bo.")
    meeting.type("/undo")
    #expect(wall(meeting) == "Ideas? | 1 first idea  (Ana) | Now Bo.")
  }
}

struct `A paste` {
  private func meeting() throws -> TestMeeting {
    TestMeeting(
      try TestPlaybook.steps(
        """
        - ask: Ideas?
          id: ideas
          kind: list
          from: everyone
          style: round_robin
        """), people: "Fay, Gus, Ida")
  }

  @Test func `is one question, and numbers leave lines out`() throws {
    hold(
      """
      Fay> 10:02 Fay: too late⏎10:03 Gus: too dear⏎10:03 Gus: hello⏎10:04 Ida: no data⏎10:05 Fay: no staff
        ? 5 lines: 4 entries (Fay 2, Gus 1, Ida 1), 1 left out (hello, reactions, private)? Numbers take in or out, l lists. [Y/n]
      > l
        | 1 too late  (Fay)
        | 2 too dear  (Gus)
        | 3 hello  (Gus), left out
        | 4 no data  (Ida)
        | 5 no staff  (Fay)
        ? 5 lines: 4 entries (Fay 2, Gus 1, Ida 1), 1 left out (hello, reactions, private)? Numbers take in or out, l lists. [Y/n]
      > 2 9
        ✗ Enter takes them, a number leaves one out or takes it in, l lists, o makes one entry of all, n puts them into the line.
        ? 5 lines: 4 entries (Fay 2, Gus 1, Ida 1), 1 left out (hello, reactions, private)? Numbers take in or out, l lists. [Y/n]
      > 2 3
        ? 5 lines: 4 entries (Fay 2, Gus 1, Ida 1), 1 left out? Numbers take in or out, l lists. [Y/n]
      > 3
        ? 5 lines: 3 entries (Fay 2, Ida 1), 2 left out (hello, reactions, private)? Numbers take in or out, l lists. [Y/n]
      > ⏎
        ✓ 1 to 3 added
      Fay> - one⏎- two
        ? 2 lines, as that many entries? o makes one of them. No names here. [Y/n]
      > 1 2
        ? 2 lines: nothing to take, 2 left out? Numbers take in or out, l lists. [Y/n]
      > ⏎
        · Nothing is taken.
      Fay> - three⏎- four
        ? 2 lines, as that many entries? o makes one of them. No names here. [Y/n]
      > /undo
        · Nothing of it is recorded: it stands in the line again.
        [- three
      - four]
      Fay>
      """, try meeting())
  }
}
