import Session
import Values

@testable import Journal

/// Facts and files to test with.
enum Samples {
  static let moment = Instant(milliseconds: 1_790_154_002_114)
  static let later = Instant(milliseconds: 1_790_154_062_000)
  static let session = "0199754e-2a10-7c3e-9b1f-6f0d2b7a4c11"
  static let date = CalendarDate(iso: "2026-09-23") ?? moment.date(offsetSeconds: 0)

  static let opened = Fact(
    .sessionOpened(
      SessionOpened(
        session: session, title: "Apollo pre-mortem", project: "Apollo", zone: "Europe/Oslo",
        offset: 7200, today: date, app: "huddle 1.0.0")))

  static let body: JSONValue = [
    "playbook": "pre-mortem", "title": "Pre-mortem", "sections": [["title": "Start"]],
  ]

  static let pinned = Fact(
    .playbookPinned(
      PlaybookPinned(
        id: "pre-mortem", version: "1.0.0", sha256: Digest.sha256(body.canonical),
        body: body)))

  static func answer(_ question: String, _ text: String) -> Fact {
    let address = Address(question)
    return Fact(.answerSet(AnswerSet(address: address, value: .string(text))), done: [address])
  }

  static func joined(_ id: String, _ name: String) -> Fact {
    Fact(.peopleJoined([PersonJoined(person: id, name: name)]))
  }

  /// A meeting of so many facts.
  static func meeting(_ count: Int) -> [Fact] {
    let answers = (0..<max(0, count - 3)).map { answer("q\($0)", "Größe \($0) — 日本 \u{1F600}") }
    return Array(([opened, pinned, joined("p1", "Ida")] + answers).prefix(count))
  }

  static func records(_ facts: [Fact], from first: Int = 1) -> [SessionRecord] {
    facts.enumerated().map { SessionRecord(number: first + $0, at: moment, fact: $1) }
  }

  static func bytes(_ facts: [Fact]) -> [UInt8] {
    records(facts).flatMap { RecordCodec.line($0) }
  }

  static func text(_ line: String) -> [UInt8] { Array(line.utf8) }
}
