import Facilitation
import MeetingKit
import PlaybookLanguage
import Session
import Testing
import Values

/// A newer playbook for a session that goes on.
struct `An upgrade` {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let before: String
    let typed: [String]
    let after: String
    /// What is said of it, and then the place where the meeting stands with it.
    let plan: [String]
    let place: String?
    /// What stands in the line there.
    var offer = ""
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(
      name: "nothing is another one", before: "- {ask: Why?, id: a}", typed: ["words"],
      after: "- {ask: Why?, id: a}", plan: [], place: nil),
    Case(
      name: "added", before: "- {ask: Why?, id: a}", typed: ["words"],
      after: "- {ask: Why?, id: a}\n- {ask: How?, id: b}", plan: ["added b: How?"], place: "b"),
    Case(
      name: "renamed", before: "- {ask: Why?, id: a}\n- {ask: How?, id: b}", typed: ["words"],
      after: "- {ask: Why?, id: c, was: [old, a]}\n- {ask: How?, id: b}",
      plan: ["renamed a to c"], place: "b"),
    Case(
      name: "a list renamed, and a loop over it",
      before: "- {ask: What?, id: a, kind: list}\n- {ask: 'Why {r}?', each: r in a, id: why}",
      typed: ["one", "two", "", "because"],
      after:
        "- {ask: What?, id: b, was: [a], kind: list}\n"
        + "- {ask: 'Why {r}?', each: r in b, id: why}",
      plan: ["renamed a to b"], place: "why@a2"),
    Case(
      name: "removed", before: "- {ask: Why?, id: a}\n- {ask: How?, id: b}", typed: ["words"],
      after: "- {ask: How?, id: b}", plan: ["removed a, 1"], place: "b"),
    Case(
      name: "reworded", before: "- {ask: 'Why {project}?', id: a}", typed: ["words"],
      after: "- {ask: 'Why now, {project}?', id: a}",
      plan: ["reworded a: Why {project}? to Why now, {project}?"], place: nil),
    Case(
      name: "an option that is gone",
      before: "- {ask: Which?, id: a, kind: choice, options: [red, green]}", typed: ["red"],
      after: "- {ask: Which?, id: a, kind: choice, options: [blue, green]}",
      plan: ["again a “red”: refused"], place: "a", offer: "red"),
    Case(
      name: "an option that stays",
      before: "- {ask: Which?, id: a, kind: choice, options: [red, green]}", typed: ["red"],
      after: "- {ask: Which?, id: a, kind: choice, options: [blue, red]}", plan: [], place: nil),
    Case(
      name: "a bound that is tighter", before: "- {ask: How many?, id: a, kind: number}",
      typed: ["12"], after: "- {ask: How many?, id: a, kind: number, max: 10}",
      plan: ["again a “12”: refused"], place: "a", offer: "12"),
    Case(
      name: "a check that says no", before: "- {ask: How many?, id: a, kind: number}",
      typed: ["12"],
      after: "- {ask: How many?, id: a, kind: number, check: a < 10, else: Too many.}",
      plan: ["again a “12”: Too many."], place: "a", offer: "12"),
    Case(
      name: "a text that is a number", before: "- {ask: How many?, id: a}", typed: ["12"],
      after: "- {ask: How many?, id: a, kind: number}", plan: ["converted a “12” to “12”"],
      place: nil),
    Case(
      name: "a text that is none", before: "- {ask: How many?, id: a}", typed: ["a dozen"],
      after: "- {ask: How many?, id: a, kind: number}",
      plan: ["again a “a dozen”: text to number"], place: "a", offer: "a dozen"),
    Case(
      name: "a text that would lose its words", before: "- {ask: When?, id: a}",
      typed: ["next friday"], after: "- {ask: When?, id: a, kind: date}",
      plan: ["again a “next friday”: text to date"], place: "a", offer: "next friday"),
    Case(
      name: "a person who is one of the people", before: "- {ask: Who?, id: a, kind: person}",
      typed: ["bo"], after: "- {ask: Who?, id: a, kind: people}",
      plan: ["converted a “Bo” to “Bo”"], place: nil),
    Case(
      name: "a list that is a table", before: "- {ask: What?, id: a, kind: list}",
      typed: ["one", "two", ""],
      after: "- {ask: What?, id: a, kind: table, columns: {step: text, owner: person}}",
      plan: ["again a “one and two”: list to table"], place: "a"),
    Case(
      name: "a column more",
      before: "- {ask: What?, id: a, kind: table, columns: {step: text}}", typed: ["one", ""],
      after: "- {ask: What?, id: a, kind: table, columns: {step: text, cost: number}}",
      plan: ["again a “1 row”: column cost"], place: "a"),
    Case(
      name: "a question hidden now",
      before: "- {ask: Sure?, id: s, kind: yesno}\n- {ask: Why?, id: a}", typed: ["n", "words"],
      after: "- {ask: Sure?, id: s, kind: yesno}\n- {ask: Why?, id: a, if: s}", plan: [],
      place: nil),
  ]

  @Test(arguments: cases)
  func `says what becomes of each answer, and does it`(_ example: Case) throws {
    var meeting = TestMeeting(try TestPlaybook.steps(example.before), people: "Ana, Bo")
    meeting.type(lines: example.typed)
    let upgraded = try Self.upgrade(meeting, to: TestPlaybook.steps(example.after))
    #expect(upgraded.plan == example.plan)
    #expect(upgraded.session.place?.address.description == example.place)
    #expect(Facilitator(upgraded.session).prompt(TestMeeting.moment).offer == example.offer)
    Self.checkUndo(Self.pinning(meeting), upgraded.session)
  }

  @Test func `moves answers along with what hangs on them`() throws {
    let list = Self.cases[3]
    var meeting = TestMeeting(try TestPlaybook.steps(list.before), people: "Ana, Bo")
    meeting.type(lines: list.typed)
    let session = try Self.upgrade(meeting, to: TestPlaybook.steps(list.after)).session
    #expect(session.state.liveItems(in: Address("b")).map(\.text) == ["one", "two"])
    #expect(session.state.settled.contains(Address("b")))
    #expect(session.state.liveItems(in: Address("a")).isEmpty)
  }

  /// The session with the body of its playbook in it, as it is on a disk.
  private static func pinning(_ meeting: TestMeeting) -> MeetingSession {
    let records = meeting.session.log.records.map { record -> SessionRecord in
      guard case .playbookPinned(var pinned) = record.fact.event else { return record }
      pinned.body = meeting.playbook.body
      return SessionRecord(
        number: record.number, at: record.at, fact: Fact(.playbookPinned(pinned)))
    }
    return MeetingSession(log: SessionLog(replaying: records), playbook: meeting.playbook)
  }

  /// The session with the new playbook, and what is said of that in short.
  private static func upgrade(_ meeting: TestMeeting, to playbook: Playbook) throws
    -> (session: MeetingSession, plan: [String])
  {
    let moment = TestMeeting.moment
    let meeting = pinning(meeting)
    let upgrade = PlaybookUpgrade(
      of: meeting, to: playbook, at: moment.now, offset: moment.offset)
    return (meeting.with(upgrade.fact, at: moment.now), upgrade.changes.map(words))
  }

  private static func words(_ change: PlaybookUpgrade.Change) -> String {
    switch change {
    case .added(let id, let words): "added \(id): \(words)"
    case .renamed(let from, let to): "renamed \(from) to \(to)"
    case .reworded(let id, let from, let to): "reworded \(id): \(from) to \(to)"
    case .converted(let address, let from, let to): "converted \(address) “\(from)” to “\(to)”"
    case .askedAgain(let address, let words, let why):
      "again \(address) “\(words)”: \(Self.words(why))"
    case .removed(let id, let answers): "removed \(id), \(answers)"
    }
  }

  private static func words(_ why: PlaybookUpgrade.Why) -> String {
    switch why {
    case .refused: "refused"
    case .check(let words): words
    case .kind(let from, let to): "\(from.rawValue) to \(to.rawValue)"
    case .column(let name): "column \(name)"
    }
  }

  /// The last record is the change; without it everything is as it was.
  private static func checkUndo(_ before: MeetingSession, _ after: MeetingSession) {
    let undone = after.with(
      Fact(.eventsUndone(targets: [after.log.nextNumber - 1])), at: TestMeeting.moment.now)
    #expect(undone.place?.address == before.place?.address)
    #expect(undone.state.answers == before.state.answers)
    #expect(Array(undone.state.items) == Array(before.state.items))
    #expect(undone.state.pinned == before.state.pinned)
    let again = undone.with(
      Fact(.eventsUndone(targets: [undone.log.nextNumber - 1])), at: TestMeeting.moment.now)
    #expect(again.place == after.place && again.index.order == after.index.order)
  }

  @Test func `is newer by its numbers, and facts about the file are never undone`() throws {
    var meeting = TestMeeting(try TestPlaybook.steps("- {ask: Why?, id: a}"), people: "Ana")
    meeting.type("words")
    let all = Array(1..<meeting.session.log.nextNumber)
    let hostile = meeting.session.with(
      Fact(.eventsUndone(targets: all)), at: TestMeeting.moment.now)
    #expect(hostile.state.opened != nil && hostile.state.pinned != nil)
    #expect(hostile.state.lastStep == meeting.state.lastStep)
    #expect(hostile.state.people.isEmpty && hostile.state.answers.isEmpty)
  }
}
