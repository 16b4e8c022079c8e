import Facilitation
import MeetingKit
import PlaybookLanguage
import Session
import Testing
import Values

/// A meeting run again for a new project, with the earlier answers on offer.
struct `A replayed meeting` {
  private static let steps = """
    - {ask: What is it for?, id: goal}
    - {ask: How many?, id: count, kind: number}
    - {ask: What could fail?, id: fears, kind: list}
    - {ask: Which belong together?, id: themes, kind: group, of: fears}
    - {ask: 'Who watches {t}?', each: t in themes, id: watch, kind: person}
    - {ask: What do we do?, id: plan, kind: table, columns: {step: text, owner: person, due: date}}
    """

  /// The earlier meeting, and the new one at its first prompt.
  private static func replay() throws -> TestMeeting {
    let playbook = try TestPlaybook.steps(steps)
    var earlier = TestMeeting(playbook, people: "Ana (Data), Bo")
    earlier.type(lines: [
      "Replace billing", "3", "the bank slips", "nobody owns the data", "too dear", "",
      "2 3 Money", "", "Bo", "Ana", "get an SLA | bo | fri", "call them | ana", "", "",
    ])
    let link = ReplayedMeeting.link(to: earlier.session, TestMeeting.moment)
    guard case .sessionLinked(_, let name, let body) = link.event else { return earlier }
    return TestMeeting(playbook, linked: [name: body])
  }

  /// Types each line at its prompt; `⏎` takes what stands in it, as Enter does.
  private static func play(_ lines: [String], _ meeting: inout TestMeeting) -> [String] {
    lines.map { line in
      let prompt = meeting.prompt
      meeting.type(line == "⏎" ? prompt.offer : line)
      return "\(prompt.label) [\(prompt.offer)]"
    }
  }

  @Test func `takes everything by Enter`() throws {
    var meeting = try Self.replay()
    let prompts = Self.play(Array(repeating: "⏎", count: 14), &meeting)
    #expect(
      prompts == [
        "people [Ana (Data), Bo]", "goal [Replace billing]", "count [3]",
        "fears 1/3 [the bank slips]", "fears 2/3 [nobody owns the data]", "fears 3/3 [too dear]",
        "fears []", "themes 1/1 [2 3 Money]", "group []", "watch T1 [Bo]", "watch 1 [Ana]",
        "plan 1/2 [get an SLA | Bo | Fri 27 Nov 2026]", "plan 2/2 [call them | Ana]", "plan []",
      ])
    #expect(meeting.place == nil)
    let sources = meeting.state.items.map { $0.source?.split(separator: "/").last ?? "" }
    #expect(sources == ["f1", "f2", "f3", "T1", "pl1", "pl2"])
    #expect(meeting.text("{plan.count} {fears.count} {themes.count}") == "2 3 2")
  }

  @Test func `leaves out, changes and finds what hung on the entries that were taken`() throws {
    var meeting = try Self.replay()
    let prompts = Self.play(
      [
        "Cy, Bo", "Replace the ledger", "⏎", "-", "⏎", "far too dear", "a new one", "⏎", "⏎", "⏎",
        "⏎",
      ], &meeting)
    #expect(meeting.state.answers[Address("goal")]?.via == .typed)
    #expect(meeting.state.answers[Address("count")]?.via == .carried)
    let fears = meeting.state.liveItems(in: Address("fears"))
    #expect(fears.map(\.text) == ["nobody owns the data", "far too dear", "a new one"])
    #expect(
      prompts.suffix(5) == [
        "fears []", "fears []", "themes 1/1 [1 2 Money]", "group []", "watch T1 [Bo]",
      ])
    #expect(meeting.prompt.label == "watch 3" && meeting.prompt.offer == "")
  }

  @Test func `takes or leaves the rest by one word, and takes that back`() throws {
    var meeting = try Self.replay()
    _ = Self.play(["⏎", "⏎", "⏎", "⏎", "all"], &meeting)
    #expect(meeting.state.liveItems(in: Address("fears")).count == 3)
    meeting.type("/undo")
    #expect(meeting.prompt.label == "fears 2/3")
    meeting.type("none")
    #expect(meeting.prompt.label == "fears")
    meeting.type("/undo")
    #expect(meeting.prompt.offer == "nobody owns the data")
  }

  @Test func `keeps whose words they were, and names tasks by their words`() throws {
    let steps = """
      - {ask: Red lines?, id: lines, kind: list, from: everyone, style: round_robin}
      - {ask: Tasks?, id: plan, kind: table, columns: {task: text, after: text}}
      """
    let playbook = try TestPlaybook.steps(steps)
    var earlier = TestMeeting(playbook, people: "Ana (Data), Bo (Legal), Cy")
    earlier.type(lines: [
      "no old scores", "nobody who objected", "no weekends", "", "", "", "set up | ",
      "train | 1", "go live | pl2, budget", "",
    ])
    let link = ReplayedMeeting.link(to: earlier.session, TestMeeting.moment)
    guard case .sessionLinked(_, let name, let body) = link.event else { return }
    var meeting = TestMeeting(playbook, linked: [name: body])
    _ = Self.play(["Ana (Data), Leah (Legal)", "⏎", "⏎", "⏎"], &meeting)
    let lines = meeting.state.liveItems(in: Address("lines"))
    #expect(lines.map(\.text) == ["no old scores", "nobody who objected", "no weekends"])
    #expect(
      lines.map { $0.by.map(meeting.state.name) } == [["Ana"], ["Leah"], []],
      "the same person, else the only one of the same function")
    let offers = (body["items"]?.array ?? []).compactMap { $0["words"]?.string }
    #expect(offers.suffix(3) == ["set up |", "train | set up", "go live | train, budget"])
  }
}
