import Session
import Testing
import Values

@testable import Journal

@Test(arguments: Samples.everyEvent)
func `a record reads back as what was written`(_ event: SessionEvent) throws {
  let fact = Fact(
    event, done: [Address("goal")], again: [Address("rate", items: ["T1"], person: "p1")])
  let record = SessionRecord(
    number: 7, at: Samples.moment, fact: fact, extra: [.init("mood", ["good": true])])
  let line = RecordCodec.line(record)
  let isOneLine = line.last == 0x0A && !line.dropLast().contains { $0 < 0x20 || $0 == 0x7F }
  #expect(isOneLine)
  #expect(try RecordCodec.record(line.dropLast()) == record)
}

@Test func `a line is flat, its members in their order, its check last`() {
  let record = SessionRecord(number: 4, at: Samples.moment, fact: Samples.answer("goal", "By May"))
  let line = String(decoding: RecordCodec.line(record), as: UTF8.self)
  let body =
    #"{"n":4,"at":"2026-09-23T09:00:02.114Z","type":"answer.set","q":"goal","value":"By May","#
    + #""via":"typed","done":["goal"]"#
  let crc = Digest.hex8(Digest.crc32(Array(body.utf8)))
  #expect(line == body + #","crc":""# + crc + "\"}\n")
}

@Test func `every type of record on disk has a sample, and no other`() {
  let written = Samples.everyEvent.map { event in
    var ignored = WireWriter()
    return WireTable.write(event, to: &ignored)
  }
  #expect(Set(written) == Set(WireTable.readers.keys))
}

private let badLines: [(line: String, fault: RecordFault)] = [
  (#"{"n":1}"#, .sealMissing),
  (#"{"n":1,"crc":"00000000"}"#, .sealBroken(written: "00000000", computed: "ff61ec38")),
  (#"{"n":1,"crc":"0000000G"}"#, .sealMissing),
  ("", .sealMissing),
]

private let badObjects: [(object: String, fault: RecordFault)] = [
  (#"{"at":"x"}"#, .missing(field: "n")),
  (#"{"n":0}"#, .wrong(field: "n", expected: "a whole number from 1 to 999999999999")),
  (
    #"{"n":9223372036854775807}"#,
    .wrong(field: "n", expected: "a whole number from 1 to 999999999999")
  ),
  (
    #"{"n":1,"at":"2026-09-23T09:00:02.114Z","type":"time.changed","step":"a","minutes":-1000001}"#,
    .wrong(field: "minutes", expected: "a whole number from -1000000 to 1000000")
  ),
  (#"{"n":1.5}"#, .wrong(field: "n", expected: "a whole number")),
  (
    #"{"n":1,"at":"noon"}"#,
    .wrong(field: "at", expected: "a moment (2026-09-23T09:00:02.114Z)")
  ),
  (entry(#""type":"answer.set""#), .missing(field: "q")),
  (
    entry(#""type":"answer.set","q":"a@@b""#),
    .wrong(field: "q", expected: "an address (question@item!person)")
  ),
  (entry(#""type":"answer.set","q":"a""#), .missing(field: "value")),
  (
    entry(#""type":"answer.set","q":"a","value":1,"via":"sung""#),
    .wrong(field: "via", expected: #"a word that this huddle knows ("sung")"#)
  ),
  (
    entry(#""type":"events.undone","targets":["x"]"#),
    .wrong(field: "targets", expected: "a list of records' numbers")
  ),
  (
    entry(#""type":"item.removed","items":[1]"#),
    .wrong(field: "items", expected: "a list of texts")
  ),
  (entry(#""type":"session.opened","huddle":2"#), .newerFormat(2)),
  (
    entry(#""type":"ballot.cast","q":"v","ballots":[3]"#),
    .wrong(field: "ballots", expected: "an object")
  ),
  (entry(#""type":7"#), .wrong(field: "type", expected: "a text")),
  (
    entry(#""type":"person.left","person":"p1","away":"yes""#),
    .wrong(field: "away", expected: "true or false")
  ),
  (
    entry(#""type":"item.removed","items":"r1""#),
    .wrong(field: "items", expected: "a list")
  ),
  (
    entry(
      #""type":"session.opened","huddle":1,"session":"s","title":"","project":"","tz":"UTC","#
        + #""today":"2026-02-30","app":"""#),
    .wrong(field: "today", expected: "a date (YYYY-MM-DD)")
  ),
  (
    entry(#""type":"playbook.changed","renamed":["goal"]"#),
    .wrong(field: "renamed", expected: "an object")
  ),
  (
    entry(#""type":"playbook.changed","renamed":{"goal":1}"#),
    .wrong(field: "renamed", expected: "a list of old names and new ones")
  ),
  (
    entry(#""type":"playbook.changed","converted":{"a@@b":1}"#),
    .wrong(field: "converted", expected: "a list of addresses and answers")
  ),
  (#"{"n":1,"n":2}"#, .notJSON(#"column 8: the name "n" stands here a second time"#)),
]

private func entry(_ members: String) -> String {
  #"{"n":1,"at":"2026-09-23T09:00:02.114Z","# + members + "}"
}

@Test func `a bad line says what is wrong with it`() {
  var cases = badLines.map { ($0.line, Array($0.line.utf8), $0.fault) }
  cases += badObjects.map { ($0.object, RecordSeal.sealed(Array($0.object.utf8)), $0.fault) }
  for (text, bytes, fault) in cases {
    #expect(throws: fault, "\(text)") { try RecordCodec.record(bytes[...]) }
  }
}

@Test func `a line may be so long and no longer`() {
  let line = [UInt8](repeating: UInt8(ascii: "x"), count: RecordCodec.longestLine + 1)
  let fault = RecordFault.tooLong(bytes: line.count)
  #expect(throws: fault) { try RecordCodec.record(line[...]) }
  #expect(
    fault.description.contains("1048577 bytes") && fault.description.contains("1048576 at most"))
}

@Test func `a type of somebody's own keeps all its members`() throws {
  let line = RecordSeal.sealed(Array(entry(#""type":"x.mood","done":"yes","q":7"#).utf8))
  let record = try RecordCodec.record(line[...])
  #expect(record.fact == Fact(.unknown(type: "x.mood")))
  #expect(record.extra == [.init("done", "yes"), .init("q", 7)])
  #expect(RecordCodec.line(record).dropLast() == line[...])
}
