import Session
import TestSupport
import Testing
import Values

@testable import Journal

/// A session on disk that says a word that has to go.

@Test func `what another program puts in place meanwhile stays, and so does a file's mode`() throws
{
  let told = try Told()
  let newer = try told.bytes + Samples.text("newer")
  for isReplaced in [true, false] {
    let refused = #expect(throws: JournalError.self) {
      try JournalRewrite.replace(told.path) { journal, bytes throws(JournalError) in
        let aside = told.folder.path("aside")
        try? WholeFile.replace(isReplaced ? aside : told.path, with: newer, care: .quick)
        if isReplaced { try? WholeFile.move(aside, to: told.path) }
        return (bytes.dropLast(), ())
      }
    }
    #expect(refused?.problem == .changedMeanwhile && refused?.exitStatus == 75)
    #expect(try told.bytes == newer)
  }
  let shared = try Told()
  try permit(shared.path, 0o660)
  _ = try Redaction.redact(shared.path, [.record(4)], on: Samples.date)
  #expect(try FileStatus(of: shared.path).mode == 0o660)
}

@Test func `nothing is rewritten under a writer`() throws {
  let told = try Told(Samples.bytes(Array(Told.facts.dropLast())))
  let writer = try JournalFile.open(told.path).journal
  for rewrite in [
    { _ = try Redaction.redact(told.path, [.record(4)], on: Samples.date) },
    { _ = try Reseal.reseal(told.path) },
  ] {
    let error = #expect(throws: JournalError.self) { try rewrite() }
    #expect(error?.problem == .locked)
  }
  #expect(writer.lastNumber == Told.facts.count - 1)
}

@Test func `a line edited by hand is accepted once it is resealed`() throws {
  let told = try Told()
  let edited = try told.text.replacing("Ask \(Told.secret)", with: "Ask somebody")
    .replacing("\"by\":[\"p1\"]", with: "\"by\": [\"p1\"]", maxReplacements: 1)
  try WholeFile.replace(told.path, with: Samples.text(edited), care: .quick)
  #expect(try Verification(of: told.path).lost.map(\.line) == [4, 5])
  #expect(try Reseal.reseal(told.path).map(\.line) == [4, 5])
  #expect(try Verification(of: told.path).isSound)
  #expect(try told.text.contains("\"by\": [\"p1\"]"))
  #expect(try Reseal.reseal(told.path) == [])
}

private let handmade = #"{"crc":"x","n":2,"at":"2026-09-23T09:00:05Z","type":"session.closed"}"#

@Test func `a line without a check, or with one in another place, gets its own`() throws {
  let opened = Samples.bytes([Samples.opened])
  for ending in ["\r\n", "", " \n"] {
    let told = try Told(opened + Samples.text(handmade + ending))
    #expect(try Reseal.reseal(told.path).map(\.line) == [2])
    #expect(try JournalReader.read(told.path).isClosed)
  }
}

@Test func `what resealing cannot mend is named, and nothing is changed`() throws {
  let opened = Samples.bytes([Samples.opened])
  for bad in ["garbage", handmade.replacing("\"n\":2", with: "\"n\":7"), "[1]"] {
    let told = try Told(opened + Samples.text(bad + "\n"))
    let before = try told.bytes
    let error = #expect(throws: JournalError.self) { try Reseal.reseal(told.path) }
    #expect(error?.description.hasPrefix("\(told.path):2: ") == true)
    #expect(try told.bytes == before)
  }
}

@Test func `verifying says what is lost and changes nothing`() throws {
  var bytes = Samples.bytes(Told.facts)
  let third = JournalRewrite.lines(bytes)[2]
  bytes[third.startIndex + 2] ^= 4
  let told = try Told(bytes + Samples.text("{\"torn"))
  try permit(told.path, 0o640)
  let found = try Verification(of: told.path)
  #expect(found.lost.map(\.line) == [3] && found.missing == [3] && !found.isSound)
  #expect(found.lost.first?.preview.contains("person.joined") == true)
  #expect(found.tail == .torn(bytes: 6) && found.looseMode == "0640" && found.isClosed)
  #expect(found.recordCount == Told.facts.count - 1)
  #expect(try told.bytes == bytes + Samples.text("{\"torn"))
}

@Test func `a last line that was edited and lost its newline is a bad line, and no torn one`()
  throws
{
  let bytes = Samples.bytes(Told.facts.dropLast())
  let last = try #require(JournalRewrite.lines(bytes).last)
  let edited = Array(String(decoding: last, as: UTF8.self).replacing("r2", with: "r3").utf8)
  #expect(edited != Array(last))
  let told = try Told(Array(bytes.dropLast(last.count + 1)) + edited)
  let contents = try JournalReader.read(told.path)
  #expect(contents.tail == .unterminated && contents.damage.count == 1)
  let refused = #expect(throws: JournalError.self) { _ = try JournalFile.open(told.path) }
  #expect(refused?.exitStatus == 65)
  #expect(try told.bytes.suffix(edited.count) == edited[...])
  let look = SessionLook(try told.bytes)
  #expect(look.trouble(told.path, checksAll: false) == contents.trouble(told.path))
  #expect(try Reseal.reseal(told.path).map(\.line) == [contents.records.count + 1])
  _ = try JournalFile.open(told.path)
}

@Test func `an edit by hand is shown as it reads now, and is not called missing`() throws {
  let told = try Told()
  let edited = try told.text.replacing("Ask \(Told.secret)", with: "Ask somebody")
    .replacing("\"type\":\"item.edited\"", with: "\"type\" \"item.edited\"")
  try WholeFile.replace(told.path, with: Samples.text(edited), care: .quick)
  let found = try Verification(of: told.path)
  #expect(found.lost.map(\.line) == [4, 6] && found.missing == [6])
  #expect(found.lost.map { $0.edited?.what } == ["answer.set goal", nil])
  #expect(found.lost[0].edited?.words == ["Ask somebody"] && !found.isMendedByReseal)
  let error = #expect(throws: JournalError.self) { try Reseal.reseal(told.path) }
  #expect(error?.description.contains("mend this line in an editor") == true)
}

@Test func `an edited line before a torn end is accepted, the end set aside`() throws {
  let edited = String(decoding: Samples.bytes(Told.facts), as: UTF8.self)
    .replacing("Ask \(Told.secret)", with: "Ask somebody")
  let told = try Told(Samples.text(edited + "{\"n\":10,\"at"))
  #expect(try Verification(of: told.path).isMendedByReseal)
  #expect(try Reseal.reseal(told.path).map(\.line) == [4])
  #expect(try Verification(of: told.path).isSound)
  #expect(try WholeFile.read(told.folder.path("s.torn")) == Samples.text("{\"n\":10,\"at"))
}

private let newer: [(name: String, bytes: [UInt8])] = {
  let facts = Array(Told.facts.dropLast())
  let bytes = Samples.bytes(facts)
  let lines = JournalRewrite.lines(bytes)
  let first = String(decoding: lines[0].dropLast(RecordSeal.byteCount), as: UTF8.self)
    .replacing("\"huddle\":1", with: "\"huddle\":2")
  let version = RecordSeal.sealed(Array(first.utf8) + [UInt8(ascii: "}")])
  let unknown = SessionRecord(
    number: facts.count + 1, at: Samples.moment, fact: Fact(.unknown(type: "vote.sung")))
  return [
    ("a type", bytes + RecordCodec.line(unknown)),
    ("a version", version + bytes.dropFirst(lines[0].count)),
  ]
}()

@Test(arguments: newer.indices)
func `what a newer huddle wrote is not rewritten`(_ index: Int) throws {
  let (name, bytes) = newer[index]
  let told = try Told(bytes)
  let before = try told.bytes
  for rewrite in [
    { _ = try Redaction.redact(told.path, [.record(4)], on: Samples.date) },
    { _ = try Redaction.plan(told.path, [.record(4)], on: Samples.date) },
    { _ = try Reseal.reseal(told.path) },
  ] {
    let error = #expect(throws: JournalError.self, "\(name)") { try rewrite() }
    #expect(error?.description.contains("newer huddle") == true)
  }
  #expect(try told.bytes == before)
}

@Test func `what stands behind the end, or begins a second time, is no sound session`() throws {
  let late = Samples.answer("late", "word")
  let own = Fact(.unknown(type: "x.mood"))
  let cases: [(facts: [Fact], numbers: [Int])] = [
    (Told.facts + [own], []), (Told.facts + [late, own, late], [10, 12]),
    ([Samples.opened, Samples.pinned, Samples.opened, Samples.pinned, late], [3, 4]),
  ]
  for (facts, numbers) in cases {
    let told = try Told(Samples.bytes(facts))
    let found = try Verification(of: told.path)
    #expect(found.misplaced.map(\.number) == numbers && found.isSound == numbers.isEmpty)
  }
}

@Test func `a playbook that is not the one that was pinned is no sound one`() throws {
  let told = try Told(Samples.bytes(Told.facts))
  let edited = try told.text.replacing("Pre-mortem\",\"sections", with: "Post-mortem\",\"sections")
  try WholeFile.replace(told.path, with: Samples.text(edited), care: .quick)
  #expect(try Reseal.reseal(told.path).map(\.line) == [2])
  let found = try Verification(of: told.path)
  #expect(found.lost == [] && found.editedPlaybooks == [2] && !found.isSound)
}

@Test func `nothing is rewritten where nothing can be`() throws {
  let folder = TemporaryFolder()
  try Folder.make(folder.path("s.jsonl"))
  for name in ["s.jsonl", "none.jsonl"] {
    let error = #expect(throws: JournalError.self) { try Reseal.reseal(folder.path(name)) }
    #expect(error?.exitStatus == 66, "\(name)")
  }
}
