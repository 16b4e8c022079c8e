import MeetingKit
import PlaybookLanguage
import Session
import Testing

@testable import Outcomes

struct `A summary` {
  private func playbook() throws -> Playbook {
    try TestPlaybook.steps(
      """
      - ask: Changes?
        id: changes
        kind: list
      - ask: Do?
        id: todo
        kind: table
        columns: {step: text, owner: person, due: date}
      - ask: Serious ones?
        id: risks
        kind: list
      - ask: Right?
        id: reading
        kind: readback
      """,
      rest: """
        outcomes:
          - agreement: "{c}"
            each: c in changes
          - decision: "Do {c}"
            each: c in changes
          - action: "{t.step}"
            each: t in todo
            owner: t.owner
            due: t.due
          - risk: "{r}"
            each: r in risks
            if: r.text != 'small'
        """)
  }

  private func meeting(_ lines: [String]) throws -> TestMeeting {
    var meeting = TestMeeting(try playbook(), people: "Ana, Bo")
    meeting.type(lines: lines)
    return meeting
  }

  private func words(_ meeting: TestMeeting) -> [String] {
    Summary(of: meeting.session).outcomes.map { outcome in
      "\(outcome.kind.rawValue) \(outcome.id) \(outcome.readingLine) \(outcome.read?.verdict.rawValue ?? "-")"
    }
  }

  @Test func `is in the playbook's order, then what was captured`() throws {
    let meeting = try meeting([
      "/a call, bo fri", "later", "", "ship it, ana mon", "", "small", "big", "",
    ])
    #expect(
      words(meeting) == [
        "agreement c1 later -", "decision c1 Do later -",
        "action A2 ship it · Ana · Mon 30 Nov 2026 -",
        "risk r2 big -", "action A1 call · Bo · Fri 27 Nov 2026 -",
      ])
    #expect(Summary(of: meeting.session).deferred.map(\.id) == [])
  }

  @Test func `knows two outcomes of one item apart when they are read back`() throws {
    var meeting = try meeting(["later", "", "", "", "y"])
    #expect(words(meeting) == ["agreement c1 later agreed", "decision c1 Do later -"])
    meeting.type("n")
    meeting.type("Bo, Friday")
    #expect(words(meeting) == ["agreement c1 later agreed", "decision c1 Do later disputed"])
    #expect(meeting.place == nil)
  }

  @Test func `forgets what was read where the words change, until they change back`() throws {
    var meeting = try meeting(["later", "", "", "", "y", "y"])
    meeting.type(lines: ["/edit c1", "sooner"])
    #expect(words(meeting) == ["agreement c1 sooner -", "decision c1 Do sooner -"])
    meeting.type("/undo")
    #expect(words(meeting) == ["agreement c1 later agreed", "decision c1 Do later agreed"])
  }

  @Test func `lists what was not talked about`() throws {
    var meeting = try meeting(["/skip", "/skip", "/skip", "/p logo"])
    let deferred = { (meeting: TestMeeting) in
      Summary(of: meeting.session).deferred.map { "\($0.id) \($0.text)" }
    }
    #expect(deferred(meeting) == ["changes Changes?", "todo Do?", "risks Serious ones?"])
    meeting.type(lines: ["/back risks", "big", ""])
    #expect(deferred(meeting) == ["changes Changes?", "todo Do?"])
  }

  @Test func `names what an action lacks`() throws {
    let meeting = try meeting([
      "/a look into it, ana fri", "/a the plan", "/a write it, bo mon", "/a asap call, bo mon",
    ])
    let flaws = Summary(of: meeting.session).actions.map {
      $0.flaws.map(\.words).joined(separator: "; ")
    }
    #expect(
      flaws == [
        "“look into” cannot be seen to be done",
        "nobody owns it; no date; does not start with a verb",
        "", "“asap” cannot be seen to be done",
      ])
  }
}
