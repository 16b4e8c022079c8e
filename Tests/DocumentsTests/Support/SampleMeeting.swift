import Testing
import Documents
import Outcomes
import PlaybookLanguage
import Session
import Values

/// A meeting of four people on 24 November 2026, put together record by record.
struct SampleMeeting {
  private(set) var session: MeetingSession
  private var minute = 0

  /// Opened at 10:00 in a zone an hour east of Greenwich.
  init(playbook: Playbook) throws {
    session = MeetingSession(log: SessionLog(), playbook: playbook)
    let today = try #require(CalendarDate(iso: "2026-11-24"))
    add(
      .sessionOpened(
        SessionOpened(
          session: "0199754e-2a10-7c3e-9b1f-6f0d2b7a4c11", title: "Churn offers",
          project: "Apollo", zone: "Europe/Oslo", offset: 3600, today: today, app: "huddle")))
    add(
      .playbookPinned(
        PlaybookPinned(id: playbook.id, version: "1.0.0", sha256: "9f2c", body: .null)))
  }

  mutating func add(_ event: SessionEvent, done: [String] = []) {
    let start = Instant(iso8601: "2026-11-24T09:00:00.000Z") ?? Instant(milliseconds: 0)
    let record = SessionRecord(
      number: session.log.nextNumber, at: start.adding(TimeSpan(seconds: minute * 60)),
      fact: Fact(event, done: done.compactMap { Address(text: $0) }))
    session.append(record)
    minute += 1
  }

  mutating func answer(_ address: String, _ value: JSONValue, why: String? = nil) {
    guard let place = Address(text: address) else { return }
    add(.answerSet(AnswerSet(address: place, value: value, why: why)), done: [address])
  }

  mutating func join(_ id: String, _ name: String, _ function: String? = nil, roles: [String] = [])
  {
    add(.peopleJoined([PersonJoined(person: id, name: name, roles: roles, function: function)]))
  }

  /// Rows or entries of a list: id, words, by whom, columns.
  mutating func items(_ list: String, _ items: [ItemsAdded.NewItem], done: Bool = true) {
    guard let place = Address(text: list) else { return }
    add(.itemsAdded(ItemsAdded(list: place, items: items)), done: done ? [list] : [])
  }

  mutating func sign(
    _ person: String, _ verdict: SignoffGiven.Verdict, note: String? = nil, by: String? = nil,
    role: String? = nil
  ) {
    let place = Address("signatures")
    add(
      .signoffGiven(
        SignoffGiven(
          address: place, person: person, role: role, verdict: verdict, note: note,
          by: by.flatMap { CalendarDate(iso: $0) },
          contentSHA256: SignedContent(session, before: place).sha256)))
  }

  var builder: DocumentBuilder {
    DocumentBuilder(
      session: session, summary: Summary(of: session),
      details: MeetingDetails(of: session))
  }

  func document(_ id: String) throws -> Document { try #require(builder.document(id: id)) }
}

extension ItemsAdded.NewItem {
  static func row(_ id: String, _ row: [JSONValue.Member]) -> Self {
    Self(id: id, text: "", row: row)
  }
}

extension JSONValue.Member {
  static func cell(_ name: String, _ text: String) -> Self { Self(name, .string(text)) }
}
