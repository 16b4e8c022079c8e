import Testing

@testable import Values

/// Today is Tuesday 24 November 2026; Ana, Bo, Cy, Leah, Mark and Mary Ann Hill are in the room.
@Suite struct CaptureTests {
  static let today = CalendarDate(iso: "2026-11-24")!
  static let room = RoomNames(people: [
    (id: "ana", name: "Ana"), (id: "bo", name: "Bo"), (id: "cy", name: "Cy"),
    (id: "leah", name: "Leah Stein"), (id: "mark", name: "Mark"),
    (id: "mary", name: "Mary Ann Hill"),
  ])

  /// `text | owners | day | done when | tags`, without what is missing at the end.
  private func spelled(_ line: String) -> String {
    spelled(Capture.action(line, people: Self.room, today: Self.today))
  }

  private func spelled(_ action: CapturedAction) -> String {
    let parts = [
      action.text, action.owners.map(spelled).joined(separator: ","),
      action.due.map(DatePhraseTests.spelled) ?? "", action.doneWhen ?? "",
      action.tags.joined(separator: ","),
    ]
    let used = parts.lastIndex { !$0.isEmpty } ?? 0
    return parts[...used].joined(separator: "|")
  }

  private func spelled(_ owner: CapturedOwner) -> String {
    switch owner.match {
    case .one(let id): id
    case .several(let ids): ids.joined(separator: "/")
    case .near(let id): "\(owner.said)~\(id)"
    case .none: "\(owner.said)?"
    }
  }

  @Test(arguments: [
    ("Ana drafts the pilot plan by Friday #legal", "drafts the pilot plan|ana|2026-11-27||legal"),
    (
      "get a signed SLA from the vendor, ana fri", "get a signed SLA from the vendor|ana|2026-11-27"
    ),
    ("pair Cy on the scorer bob 03/12", "pair Cy on the scorer|bob~bo|2026-12-03 or 2027-03-12"),
    ("pair Cy on the scorer bo 03/12", "pair Cy on the scorer|bo|2026-12-03 or 2027-03-12"),
    ("write the test, bo 1.12.", "write the test|bo|2026-12-01"),
    ("write the test, bo/ana fri", "write the test|bo,ana|2026-11-27"),
    ("write the test, bo / ana", "write the test|bo,ana"),
    // Two owners are never one of them in silence; after a tie the first is whom it is about.
    ("check the ledger bo, ana fri", "check the ledger|bo,ana|2026-11-27"),
    ("check the ledger, bo, ana, fri", "check the ledger|bo,ana|2026-11-27"),
    ("check the ledger, bo, cy, ana by fri", "check the ledger|bo,cy,ana|2026-11-27"),
    ("check the ledger bo, and ana fri", "check the ledger|bo,ana|2026-11-27"),
    ("check the ledger with bo, ana fri", "check the ledger with bo|ana|2026-11-27"),
    ("call bo, ana fri", "call bo|ana|2026-11-27"),
    ("check the ledger, bo, ana TBD", "check the ledger|bo,ana"),
    ("write the test, TBD fri", "write the test||2026-11-27"),
    ("write the test, nobody", "write the test"), ("leave the door open", "leave the door open"),
    ("write the test, TBD", "write the test"), ("write the test TBD", "write the test"),
    ("write the test, ana TBD", "write the test|ana"),
    ("write the test ana TBD", "write the test|ana"),
    ("write the test, ana by tbd", "write the test|ana"),
    ("write the test, owner tbd", "write the test"),
    ("write the test, owner: TBD", "write the test"),
    ("write the test, owner and date tbd", "write the test"),
    ("write the test, owner to be confirmed", "write the test"),
    ("write the test, ana, date tbd", "write the test|ana"),
    ("write the test, tbd, fri", "write the test||2026-11-27"),
    ("write the test, fri, owner tbd", "write the test||2026-11-27"),
    ("TBD: write the test", "write the test"), ("ana TBD", "|ana"), ("TBD", ""),
    ("owner tbd", ""), ("find an owner TBD", "find an owner"),
    ("list the TBD items", "list the TBD items"),
    ("ask what is not known", "ask what is not known"),
    ("call ana TBD", "call ana"), ("call nobody", "call nobody"),
    ("finn fri", "finn||2026-11-27"), ("bo fri", "|bo|2026-11-27"),
    ("name a data owner", "name a data owner"),
    ("Ana and Bo draft the plan", "draft the plan|ana,bo"),
    ("Ana & Bo draft the plan", "draft the plan|ana,bo"),
    ("Ana, Bo and Cy draft it fri", "draft it|ana,bo,cy|2026-11-27"),
    ("Ana and Zed draft the plan", "draft the plan|ana,Zed?"),
    ("Ana and the vendor agree", "Ana and the vendor agree|ana"),
    ("Ana: draft the plan", "draft the plan|ana"), ("Ana, draft the plan", "draft the plan|ana"),
    ("Ana to draft the plan by 3 Dec", "draft the plan|ana|2026-12-03"),
    ("Ana will draft the plan", "draft the plan|ana"),
    ("ana drafts the plan", "drafts the plan|ana"),
    ("Leah Stein files the test", "files the test|leah"),
    ("leah files the test", "files the test|leah"), ("Mary Ann Hill files it", "files it|mary"),
    ("Leahh files the test", "files the test|Leahh~leah"),
    ("Leahh: the test", "the test|Leahh~leah"),
    ("Mark the tests as flaky", "Mark the tests as flaky"),
    ("Mark marks the tests", "marks the tests|mark"),
    ("Mark: the tests", "the tests|mark"), ("Draft the plan", "Draft the plan"),
    ("call ana fri", "call ana||2026-11-27"),
    ("get the logs from ana by fri", "get the logs from ana||2026-11-27"),
    ("talk to ana and bo fri", "talk to ana and bo||2026-11-27"),
    ("write the test, ana and bo fri", "write the test|ana,bo|2026-11-27"),
    ("write the test ana and bo by fri", "write the test|ana,bo|2026-11-27"),
    ("write the test, ana", "write the test|ana"), ("write the test (ana)", "write the test|ana"),
    ("write the test – ana fri", "write the test|ana|2026-11-27"),
    ("invite the team: Ana, Bo", "invite the team: Ana, Bo"),
    ("write the test, zed fri", "write the test|zed?|2026-11-27"),
    ("write the test, lea fri", "write the test|leah|2026-11-27"),
    ("write the test, leahh fri", "write the test|leahh~leah|2026-11-27"),
    ("write the test, zed by fri", "write the test|zed?|2026-11-27"),
    ("write the test zed by fri", "write the test zed||2026-11-27"),
    ("send the report fri", "send the report||2026-11-27"), ("ship it fri", "ship it||2026-11-27"),
    ("send it to Legal fri", "send it to Legal||2026-11-27"),
    ("get the SLA fri", "get the SLA||2026-11-27"),
    ("write the test, asap fri", "write the test, asap||2026-11-27"),
    ("write the test @bo", "write the test|bo"),
    ("@bo write the test fri", "write the test|bo|2026-11-27"),
    ("write the test @zed fri", "write the test|zed?|2026-11-27"),
    ("ask @bo about the API", "ask @bo about the API|bo"),
    (
      "Ana drafts the plan, done when Legal has mailed yes",
      "drafts the plan|ana||Legal has mailed yes"
    ),
    (
      "Ana drafts the plan by Friday, done when Legal has mailed yes #legal",
      "drafts the plan|ana|2026-11-27|Legal has mailed yes|legal"
    ),
    (
      "draft the plan, done when Legal has mailed yes, ana fri",
      "draft the plan|ana|2026-11-27|Legal has mailed yes"
    ),
    (
      "Ana drafts the plan; done when it is filed, signed and mailed; by Friday",
      "drafts the plan|ana|2026-11-27|it is filed, signed and mailed"
    ),
    ("done when filed; Ana drafts the plan", "drafts the plan|ana||filed"),
    ("Done when filed: write the test", "|||filed: write the test"),
    ("tell them we are done when", "tell them we are done when"),
    ("draft plan #legal by Friday", "draft plan||2026-11-27||legal"),
    ("ask #legal for a view #gdpr", "ask #legal for a view||||legal,gdpr"),
    ("#legal Ana drafts it", "drafts it|ana|||legal"), ("fix issue #12", "fix issue #12"),
    ("we march on, ana", "we march on|ana"), ("it may work", "it may work"), ("", ""), ("   ", ""),
    ("Ana", "|ana"), ("Ana and Bo", "|ana,bo"), ("by Friday", "||2026-11-27"),
    ("#x", "||||x"), ("@", "@"), ("#", "#"), (",", ""), ("Ana,", "|ana"),
    ("and Bo fri", "and Bo||2026-11-27"),
    ("prüfe die Verträge, ana 3.12.2026", "prüfe die Verträge|ana|2026-12-03"),
    ("日本語の計画を書く, bo fri", "日本語の計画を書く|bo|2026-11-27"),
  ])
  func `an action is taken apart`(line: String, parts: String) {
    #expect(spelled(line) == parts)
  }

  @Test(arguments: [
    ("ana, 11 dec", "|ana|2026-12-11"), ("ana 11 dec", "|ana|2026-12-11"), ("fri", "||2026-11-27"),
    (", ana", "|ana"), ("ana", "|ana"), ("ana,", "|ana"), ("by fri", "||2026-11-27"),
    ("Ana and Bo", "|ana,bo"), ("ana, bo", "|ana,bo"), ("zed fri", "|zed?|2026-11-27"),
    ("zed", "zed"), ("leahh fri", "|leahh~leah|2026-11-27"),
    ("03/12", "||2026-12-03 or 2027-03-12"),
    ("ana fri, done when filed", "|ana|2026-11-27|filed"),
    ("ana fri #legal", "|ana|2026-11-27||legal"),
    ("TBD", ""), ("ana TBD", "|ana"), ("owner tbd", ""), ("by tbd", ""),
    ("tbd fri", "||2026-11-27"),
    ("check the terms, ana fri", "check the terms|ana|2026-11-27"),
    ("check the terms", "check the terms"), ("ana to check it", "ana to check it"), ("", ""),
  ])
  func `owner and day are read where the words stand already`(line: String, parts: String) {
    #expect(spelled(Capture.terms(line, people: Self.room, today: Self.today)) == parts)
  }

  @Test(arguments: [
    ("write the test, TBD", true, false), ("write the test, owner tbd", true, false),
    ("write the test, ana TBD", false, true), ("write the test, ana by tbd", false, true),
    ("write the test, by tbd", false, true), ("write the test, owner and date tbd", true, true),
    ("write the test, TBD, TBD", true, true), ("write the test, TBD fri", true, false),
    ("write the test, ana fri", false, false), ("write the test, fri", false, false),
  ])
  func `what is not known yet is the owner or the day`(
    line: String, isNobodys: Bool, isUndated: Bool
  ) {
    let action = Capture.action(line, people: Self.room, today: Self.today)
    #expect(action.isNobodys == isNobodys)
    #expect(action.isUndated == isUndated)
  }

  @Test func `the words with their names are kept for when a name is none`() {
    let action = Capture.action(
      "pair Cy on the scorer bob fri", people: Self.room, today: Self.today)
    #expect(action.textWithNames == "pair Cy on the scorer bob")
    #expect(action.owners == [CapturedOwner(said: "bob", match: .near("bo"))])
  }
}
