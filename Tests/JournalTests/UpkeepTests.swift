import Session
import TestSupport
import Testing
import Values

@testable import Journal

/// A session on disk that says a word that has to go.
private struct Told {
  let folder = TemporaryFolder()
  let path: String
  static let secret = "Hobbes"

  static let facts: [Fact] = [
    Samples.opened, Samples.pinned, Samples.joined("p1", "Ida"),
    Samples.answer("goal", "Ask \(secret)"),
    Fact(
      .itemsAdded(
        ItemsAdded(
          list: Address("reasons"),
          items: [
            .init(id: "r1", text: "The bank slipped", by: ["p1"]),
            .init(
              id: "r2", text: "\(secret) left", by: ["p1"],
              row: [.init("owner", .string(secret)), .init("votes", 3)]),
          ]))),
    Fact(.itemEdited(ItemEdited(item: "r2", text: "\(secret) left early"))),
    Fact(
      .ballotsCast(address: Address("vote"), ballots: [.init(person: "p1", value: ["r2", "r2"])])),
    Fact(.outcomeRead(OutcomeRead(outcome: "r2", verdict: .agreed, text: "\(secret) left early"))),
    Fact(.sessionClosed),
  ]

  init(_ bytes: [UInt8] = Samples.bytes(Told.facts)) throws {
    path = folder.path("s.jsonl")
    try WholeFile.replace(path, with: bytes, care: .quick)
  }

  var bytes: [UInt8] { get throws { try WholeFile.read(path) ?? [] } }
  var text: String { get throws { String(decoding: try bytes, as: UTF8.self) } }
}

@Test func `redacting an item takes its words wherever they are, and nothing else`() throws {
  let told = try Told()
  let report = try Redaction.redact(told.path, [.item("r2"), .record(4)], on: Samples.date)
  #expect(report.taken.map(\.number) == [4, 5, 6, 8])
  let text = try told.text
  #expect(!text.contains(Told.secret) && text.contains("The bank slipped"))
  let contents = try JournalReader.read(told.path)
  #expect(contents.damage == [] && contents.records.count == Told.facts.count)
  #expect(contents.records.map(\.at) == Samples.records(Told.facts).map(\.at))
  #expect(contents.records[3].extra == [.init("redacted", "2026-09-23")])
  #expect(
    contents.records[4].fact.event
      == .itemsAdded(
        ItemsAdded(
          list: Address("reasons"),
          items: [
            .init(id: "r1", text: "The bank slipped", by: ["p1"]),
            .init(
              id: "r2", text: "[redacted]", by: ["p1"],
              row: [.init("owner", "[redacted]"), .init("votes", .null)]),
          ])))
}

@Test(arguments: Samples.everyEvent)
func `every record that is redacted can still be read`(_ event: SessionEvent) throws {
  if case .playbookPinned = event { return }
  if case .playbookChanged = event { return }
  let told = try Told(Samples.bytes([Fact(event, done: [Address("goal")])]))
  let words = try #require(JournalRewrite.lines(try told.bytes).first)
  guard LineGist(line: 1, try RecordCodec.members(words)).words != [] else {
    let refused = #expect(throws: JournalError.self) {
      _ = try Redaction.redact(told.path, [.record(1)], on: Samples.date)
    }
    #expect(refused?.exitStatus == 65)
    return
  }
  let report = try Redaction.redact(told.path, [.record(1)], on: Samples.date)
  let contents = try JournalReader.read(told.path)
  #expect(report.taken.map(\.number) == [1] && contents.damage == [] && contents.records.count == 1)
  #expect(contents.records.first?.fact.done == [Address("goal")])
}

@Test func `how a signature came goes with its words`() throws {
  let given = SignoffGiven(
    address: Address("sign"), person: "p1", verdict: .agree, given: .signed,
    how: "mail to \(Told.secret)", contentSHA256: "00")
  let told = try Told(Samples.bytes(Told.facts + [Fact(.signoffGiven(given))]))
  _ = try Redaction.redact(told.path, [.record(Told.facts.count + 1)], on: Samples.date)
  #expect(!(try told.text).contains("mail to"))
}

@Test func `the playbook is not redacted, and then nothing is`() throws {
  let told = try Told()
  let before = try told.bytes
  let error = #expect(throws: JournalError.self) {
    try Redaction.redact(told.path, [.record(4), .record(2)], on: Samples.date)
  }
  #expect(error?.exitStatus == 65)
  #expect(try told.bytes == before)
}

@Test func `redaction names the copies beside it that it did not touch`() throws {
  let told = try Told(Samples.bytes(Told.facts) + Samples.text("{\"torn"))
  try WholeFile.replace(told.folder.path("s-minutes.md"), with: [], care: .quick)
  try WholeFile.replace(told.folder.path("other.md"), with: [], care: .quick)
  let report = try Redaction.redact(told.path, [.record(4)], on: Samples.date)
  #expect(report.copies == ["s-minutes.md", "s.torn"].map { told.folder.path($0) })
}

@Test func `what still says the words is named, however it writes them`() throws {
  let told = try Told(Samples.bytes(Told.facts + [Samples.answer("why", "He said \"no\"")]))
  let number = Told.facts.count + 1
  let report = try Redaction.redact(told.path, [.record(number)], on: Samples.date)
  let files = ["plain", "json", "none"].map { told.folder.path($0) }
  for (file, text) in zip(
    files, ["it was: He said \"no\".", "{\"line\":\"He said \\\"no\\\"\"}", "no"])
  {
    try WholeFile.replace(file, with: Samples.text(text), care: .quick)
  }
  try makePipe(told.folder.path("pipe"))
  #expect(report.stillSaid(in: files + [told.folder.path("pipe")]) == Array(files.dropLast()))
  #expect(!report.names("/lib/2026-09-23-he-said.jsonl"))
  #expect(report.names("/lib/2026-09-23-he-said-no-retro-aaaaa.jsonl"))
}

@Test func `votes go with a redaction, and what has no words is refused`() throws {
  let counted = Fact(
    .ballotCounted(address: Address("dots"), counts: [.init(item: "r1", votes: 3)]))
  let told = try Told(
    Samples.bytes(Array(Told.facts.dropLast()) + [counted, .init(.sessionClosed)]))
  let report = try Redaction.redact(told.path, [.record(7), .record(9)], on: Samples.date)
  #expect(report.taken.map(\.words) == [["r2", "r2"], ["r1", "3"]])
  let records = try JournalReader.read(told.path).records.map(\.fact.event)
  #expect(
    records[6]
      == .ballotsCast(address: Address("vote"), ballots: [.init(person: "p1", value: .null)]))
  #expect(records[8] == .ballotCounted(address: Address("dots"), counts: []))
  let before = try told.bytes
  for number in [9, 10] {
    let refused = #expect(throws: JournalError.self) {
      _ = try Redaction.redact(told.path, [.record(number)], on: Samples.date)
    }
    #expect(refused?.description.contains("no words in it") == true)
  }
  #expect(try told.bytes == before)
}

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

@Test func `what redacting would take is shown, and nothing is changed`() throws {
  let told = try Told()
  let before = try told.bytes
  let plan = try Redaction.plan(told.path, [.item("r2"), .record(4)], on: Samples.date)
  #expect(
    plan.taken.map { "\($0.line) \($0.what): \($0.words.joined(separator: ", "))" } == [
      "4 answer.set goal: Ask \(Told.secret)",
      "5 items.added reasons: \(Told.secret) left, \(Told.secret), 3",
      "6 item.edited r2: \(Told.secret) left early",
      "8 outcome.read r2: \(Told.secret) left early",
    ])
  #expect(try told.bytes == before)
  #expect(try Redaction.plan(told.path, [.item("r9")], on: Samples.date).taken == [])
  #expect(throws: JournalError.self) {
    try Redaction.plan(told.path, [.record(2)], on: Samples.date)
  }
  #expect(try Redaction.redact(told.path, [.item("r2"), .record(4)], on: Samples.date) == plan)
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

@Test func `a damaged file is not redacted, in earnest or to look`() throws {
  let edited = String(decoding: Samples.bytes(Told.facts), as: UTF8.self)
    .replacing("Ask \(Told.secret)", with: "Ask somebody")
  let told = try Told(Samples.text(edited))
  for isTried in [true, false] {
    let error = #expect(throws: JournalError.self) {
      _ =
        isTried
        ? try Redaction.plan(told.path, [.record(4)], on: Samples.date)
        : try Redaction.redact(told.path, [.record(4)], on: Samples.date)
    }
    #expect(error?.exitStatus == 65 && error?.description.contains("s.jsonl:4: ") == true)
  }
  #expect(try told.text == edited)
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

@Test func `another session's action of the same id keeps its words`() throws {
  func update(_ session: String) -> Fact {
    Fact(
      .actionUpdated(
        ActionUpdated(session: session, action: "r2", revision: 1, text: "said of \(session)")))
  }
  let told = try Told(
    Samples.bytes(Array(Told.facts.dropLast()) + [update("0199-other"), update(Samples.session)]))
  let report = try Redaction.redact(told.path, [.item("r2")], on: Samples.date)
  #expect(report.taken.map(\.number) == [5, 6, 8, 10])
  #expect(try told.text.contains("said of 0199-other"))
}

@Test func `records that still say the words are named`() throws {
  let told = try Told()
  let plan = try Redaction.plan(told.path, [.record(6)], on: Samples.date)
  #expect(plan.taken.map(\.number) == [6] && plan.elsewhere.map(\.number) == [8])
  let report = try Redaction.redact(told.path, [.record(6)], on: Samples.date)
  #expect(report.elsewhere.map(\.number) == [8])
  let all = try Redaction.redact(told.path, [.record(8), .record(5), .record(4)], on: Samples.date)
  #expect(all.elsewhere == [])
  #expect(try !told.text.contains(Told.secret))
}

@Test func `an answer that a newer playbook converted goes along, and the playbook stays`() throws {
  let changed = PlaybookChanged(
    id: "pre-mortem", version: "2", sha256: Digest.sha256(Samples.body.canonical),
    body: Samples.body, renamed: ["goal": "aim"],
    converted: [
      Address("aim"): .string("as a note: Ask \(Told.secret)"), Address("other"): "as it was",
    ])
  let facts = Array(Told.facts.prefix(4)) + [Fact(.playbookChanged(changed))]
  for (target, kept) in [(4, true), (5, false)] {
    let told = try Told(Samples.bytes(facts))
    let report = try Redaction.redact(told.path, [.record(target)], on: Samples.date)
    #expect(report.taken.map(\.number).contains(5), "\(target)")
    let records = try JournalReader.read(told.path).records
    guard case .playbookChanged(let left)? = records.last?.fact.event else {
      Issue.record("it cannot be read")
      return
    }
    #expect(left.body == Samples.body)
    #expect(left.converted[Address("aim")] == "[redacted]", "\(target)")
    #expect(left.converted[Address("other")] == (kept ? "as it was" : "[redacted]"))
    if kept { #expect(try !told.text.contains(Told.secret)) }
  }
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
