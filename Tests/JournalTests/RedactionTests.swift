import Session
import TestSupport
import Testing
import Values

@testable import Journal

/// A session on disk that says a word that has to go.
struct Told {
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

@Test func `a copy that still has words which were redacted is told of as that`() throws {
  var session: OpenSession? = try OpenSession()
  let folder = try #require(session?.folder)
  let (path, stick) = (folder.path("library/s.jsonl"), folder.path("stick"))
  try session?.journal.alsoWrite(to: stick)
  try session?.say("Hobbes")
  let number = try #require(session?.journal.lastNumber)
  let before = try WholeFile.read(stick + "/s.jsonl")
  session = nil
  _ = try Redaction.redact(path, [.record(number)], on: Samples.date)
  let again = try JournalFile.open(path).journal
  let refused = #expect(throws: JournalError.self) { try again.alsoWrite(to: stick) }
  #expect(refused?.problem == .copyKeeps(copy: stick + "/s.jsonl", records: [number]))
  #expect(refused?.exitStatus == 73)
  #expect(try WholeFile.read(stick + "/s.jsonl") == before)
  try WholeFile.remove(stick + "/s.jsonl")
  try again.alsoWrite(to: stick)
  #expect(try WholeFile.read(stick + "/s.jsonl") == WholeFile.read(path))
}
