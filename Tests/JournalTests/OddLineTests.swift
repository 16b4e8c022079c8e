import Session
import TestSupport
import Testing
import Values

@testable import Journal

/// A line's head as the look over a library sees it: its number and its type.
private func head(_ line: String) -> String {
  let bytes = Array(line.utf8)
  guard let head = LineHead.read(bytes.span, 0..<bytes.count) else { return "none" }
  return "\(head.number) \(head.type)"
}

private let at = #""at":"2026-09-23T09:00:02.114Z""#

@Test(arguments: [
  (#"{"n":4,\#(at),"type":"answer.set","q":"a"}"#, "4 other"),
  (#"{"n":4,\#(at),"type":"x.mood"}"#, "4 other"),
  (#"{"n":4,\#(at),"type":"vote.sung"}"#, "4 unknown"),
  (#"{"n":4,\#(at),"type":7}"#, "4 unknown"),
  (#"{"n":4,\#(at),"type":"\#(String(repeating: "long.", count: 20))"}"#, "4 unknown"),
  // Other writers of JSON put spaces in, begin elsewhere, or spell a letter by its number.
  (#"{ "n" : 4, \#(at), "type" : "session.closed" }"#, "4 closed"),
  (#"{"type":"session.closed","n":4}"#, "0 closed"),
  (#"{"n":4,"at":"noon","type":"session.closed"}"#, "4 closed"),
  (#"{"n":4,\#(at),"by":{"a":["}",1]},"type":"session.closed"}"#, "4 closed"),
  (#"{"n":4,\#(at),"type":"session\u002eclosed"}"#, "4 unknown"),
  (#"{"n":"4","type":"session.closed"}"#, "0 closed"),
  (#"{"n":12345678901234567890,"type":"session.closed"}"#, "0 closed"),
  // And whatever is no object with a type has no head.
  ("", "none"), ("[4]", "none"), ("{", "none"), (#"{"n":4}"#, "none"), (#"{4:1}"#, "none"),
  (#"{"n" 4,"type":"session.closed"}"#, "none"), (#"{"n":4;"type":"x"}"#, "none"),
  (#"{"n":4,"by":{"type":"session.closed"}"#, "none"), (#"{"n":4,"by":["a"#, "none"),
  (#"{"n":4,"type":"#, "none"), (#"{"n":4,"at":"2026-09"#, "none"), (#"{"n":4,"by":4"#, "none"),
])
func `a line's head is read as far as it says one`(_ line: String, _ expected: String) {
  #expect(head(line) == expected, "\(line)")
}

@Test func `a file whose lines are spaced otherwise is listed the same`() throws {
  let folder = TemporaryFolder()
  let written = Samples.bytes(Samples.meeting(3) + [Fact(.sessionClosed)])
  let spaced = JournalRewrite.lines(written).flatMap { line -> [UInt8] in
    let text = String(decoding: RecordSeal.unsealed(line) ?? [], as: UTF8.self)
    let wider = text.replacing("\",\"", with: "\", \"").replacing("{\"n\":", with: "{ \"n\": ")
    return RecordSeal.sealed(Array(wider.utf8)) + [0x0A]
  }
  try WholeFile.replace(folder.path("a.jsonl"), with: written, care: .quick)
  try WholeFile.replace(folder.path("b.jsonl"), with: spaced, care: .quick)
  let listing = try SessionLibrary(folder.path).listing(checksAll: true)
  // They are one session twice, which is told, and each is listed.
  #expect(listing.unreadable.map(\.problem) == [.sameSession(as: folder.path("b.jsonl"))])
  #expect(listing.entries.count == 2)
  let (one, other) = (listing.entries[0], listing.entries[1])
  #expect(one.title == other.title && one.closed == other.closed)
  #expect(one.people == other.people)
  #expect(one.byteCount < other.byteCount)
}

/// Playbooks that are private, and what else may stand in that field.
@Test(arguments: [
  (#"true"#, true), (#""yes""#, true), (#""Yes""#, true), (#""no""#, false), ("false", false),
  ("1", false), (#"{"private":true}"#, false),
])
func `a session is private where its playbook says so`(_ value: String, _ expected: Bool) throws {
  let body = try JSONValue(parsing: Array(#"{"title":"T","private":\#(value)}"#.utf8))
  let pinned = PlaybookPinned(id: "p", version: "1", sha256: "9f", body: body)
  let bytes = Samples.bytes([Samples.opened, Fact(.playbookPinned(pinned))])
  #expect(SessionLook(bytes).isPrivate == expected)
}

@Test func `the word private elsewhere in a playbook makes nothing private`() {
  let body: JSONValue = ["title": "T", "sections": [["private": true]]]
  let pinned = PlaybookPinned(id: "p", version: "1", sha256: "9f", body: body)
  #expect(!SessionLook(Samples.bytes([Samples.opened, Fact(.playbookPinned(pinned))])).isPrivate)
}

@Test func `several missing records are named by their first and last`() throws {
  let folder = TemporaryFolder()
  let lines = Samples.records(Samples.meeting(6)).map { RecordCodec.line($0) }
  try WholeFile.replace(
    folder.path("s.jsonl"), with: lines[0] + lines[1] + lines[5], care: .quick)
  let found = try Verification(of: folder.path("s.jsonl"))
  #expect(found.missing == [3, 4, 5])
  #expect(found.lost.map(\.why) == ["records 3 to 5 are missing before this line"])
}
