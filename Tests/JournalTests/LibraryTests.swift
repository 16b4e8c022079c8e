import Session
import TestSupport
import Testing
import Values

@testable import Journal

/// A library with three sessions: an old one that is closed, and two that are open.
private struct Shelf {
  let folder = TemporaryFolder()
  let library: SessionLibrary

  init() throws {
    library = SessionLibrary(folder.path("library"))
    try write("2026-09-21-apollo-retro-aaaaa.jsonl", at: 1, closing)
    try write("2026-09-22-apollo-pre-mortem-bbbbb.jsonl", at: 3)
    try write("2026-09-23-zeus-pre-mortem-ccccc.jsonl", at: 2)
  }

  func write(_ name: String, at minute: Int64, _ more: [Fact] = []) throws {
    let path = folder.path("library/" + name)
    let at = Instant(milliseconds: Samples.moment.milliseconds + minute * 60_000)
    // Only the second is called as samples are: no two sessions have one id.
    let tag = JournalPath.stem(name).suffix(5)
    let session = tag == "bbbbb" ? Samples.session : "0199-\(tag)"
    let opened = SessionOpened(
      session: session, title: "Apollo pre-mortem", project: "Apollo", zone: "Europe/Oslo",
      offset: 7200, today: Samples.date, app: "huddle 1.0.0")
    let facts = [
      Fact(.sessionOpened(opened)), Samples.pinned, Samples.joined("p1", "Ida"),
      Samples.joined("p2", "Bo"),
      Samples.joined("p1", "Ida K."), Samples.joined("p3", "Cy"),
      Fact(.eventsUndone(targets: [6])),
    ]
    _ = try JournalFile.create(path, facts: facts + more, at: at)
  }

  func name(_ text: String) throws -> String { Folder.name(of: try library.find(text)) }
}

private let outcome = OutcomeSettled(
  kind: "action", id: "A1", text: "Get an \"SLA\"", owner: "Ana", due: Samples.date,
  doneWhen: "signed", state: "agreed")
private let closing = [Fact(.outcomeSettled(outcome)), Fact(.sessionClosed)]

@Test func `a list shows each session and names what is none`() throws {
  let shelf = try Shelf()
  let stray = shelf.folder.path("library/stray.jsonl")
  try WholeFile.replace(stray, with: [], care: .quick)
  try WholeFile.replace(
    shelf.folder.path("library/x.rescued.jsonl"), with: Samples.text("{}\n"), care: .quick)
  let listing = try shelf.library.listing()
  #expect(listing.unreadable == [JournalError(stray, .empty)])
  #expect(listing.entries.map(\.closed).map { $0 != nil } == [true, false, false])
  let entry = listing.entries[1]
  #expect(entry.title == "Apollo pre-mortem" && entry.project == "Apollo")
  #expect(entry.playbook == "pre-mortem" && entry.playbookTitle == "Pre-mortem")
  #expect(entry.people == 2 && entry.session == Samples.session)
  #expect(entry.byteCount == (try WholeFile.read(entry.path))?.count)
}

private let findings: [(typed: String, found: String)] = [
  ("2026-09-23-zeus-pre-mortem-ccccc.jsonl", "2026-09-23-zeus-pre-mortem-ccccc.jsonl"),
  ("2026-09-23-zeus-pre-mortem-ccccc", "2026-09-23-zeus-pre-mortem-ccccc.jsonl"),
  ("2026-09-22", "2026-09-22-apollo-pre-mortem-bbbbb.jsonl"),
]

@Test(arguments: findings.indices)
func `a session is found by its name or any beginning of it`(_ index: Int) throws {
  #expect(try Shelf().name(findings[index].typed) == findings[index].found)
}

@Test func `a session is found by its path`() throws {
  let shelf = try Shelf()
  let path = shelf.folder.path("library/2026-09-23-zeus-pre-mortem-ccccc.jsonl")
  #expect(try shelf.library.find(path) == path)
}

@Test func `a beginning of several and a name of none say what there is`() throws {
  let shelf = try Shelf()
  let several = #expect(throws: JournalError.self) { try shelf.library.find("2026-09") }
  #expect(several?.description.contains("zeus") == true)
  let none = #expect(throws: JournalError.self) {
    try shelf.library.find("2026-09-23-zeus-pre-mortem-cccc1")
  }
  #expect(none?.description.contains("did you mean 2026-09-23-zeus-pre-mortem-ccccc?") == true)
  let empty = #expect(throws: JournalError.self) {
    try SessionLibrary(shelf.folder.path("none")).latest()
  }
  #expect(empty?.problem == .emptyLibrary && empty?.exitStatus == 66)
}

@Test func `the latest session is the one written to last`() throws {
  let shelf = try Shelf()
  #expect(Folder.name(of: try shelf.library.latest()).contains("bbbbb"))
  try shelf.write("2026-09-20-late-retro-ddddd.jsonl", at: 9, closing)
  #expect(Folder.name(of: try shelf.library.latest()).contains("ddddd"))
  #expect(Folder.name(of: try shelf.library.latest(onlyOpen: true)).contains("bbbbb"))
}

@Test func `the end of a session is found behind a line longer than the window`() throws {
  let shelf = try Shelf()
  let path = try shelf.library.find("2026-09-22")
  let long = Samples.answer("goal", String(repeating: "x", count: 60_000))
  try JournalFile.open(path).journal.append([long], at: Samples.later)
  #expect(SessionEnd(path)?.at == Samples.later)
}

@Test func `settled outcomes are read from closed sessions only`() throws {
  let shelf = try Shelf()
  let outcomes = try withExtendedLifetime(shelf) { try shelf.library.outcomes() }
  #expect(outcomes.settled.map(\.outcomes) == [[outcome]])
  #expect(outcomes.settled.first?.project == "Apollo" && outcomes.open.count == 2)
}

@Test func `what a close that was cut short settled is settled again by the next, which counts`()
  throws
{
  let shelf = try Shelf()
  var later = outcome
  later.state = "to confirm"
  let again = [Fact(.outcomeSettled(outcome)), Fact(.outcomeSettled(later)), Fact(.sessionClosed)]
  try shelf.write("2026-09-24-apollo-retro-eeeee.jsonl", at: 4, again)
  #expect(try shelf.library.outcomes().settled.map(\.outcomes) == [[outcome], [later]])
}

@Test func `a new session's name is made of its parts`() {
  let library = SessionLibrary("/lib/")
  let path = library.path(
    date: Samples.date, project: "Überprüfung Q3!", playbook: "pre-mortem", session: Samples.session
  )
  let tag = Identifier.shortTag(of: Samples.session)
  #expect(path == "/lib/2026-09-23-uberprufung-q3-pre-mortem-\(tag).jsonl")
}

@Test func `a library is prepared for git once`() throws {
  let folder = TemporaryFolder()
  let library = SessionLibrary(folder.path("library"))
  #expect(try library.prepare() == made(folder: true, .made))
  let attributes = folder.path("library/.gitattributes")
  #expect(try WholeFile.read(attributes) == Samples.text("*.jsonl -text -merge\n"))
  #expect(try FileStatus(of: library.folder).mode == 0o700)
  #expect(try library.prepare() == made(folder: false, .there))
  try WholeFile.replace(attributes, with: Samples.text("mine\n"), care: .quick)
  #expect(try library.prepare() == made(folder: false, .lacking))
  #expect(try WholeFile.read(attributes) == Samples.text("mine\n"))
}

private func made(
  folder: Bool, _ attributes: SessionLibrary.Preparation.Attributes
) -> SessionLibrary.Preparation {
  var made = SessionLibrary.Preparation()
  made.madeFolder = folder
  made.attributes = attributes
  return made
}

// MARK: - Follow-ups

private func update(_ revision: Int, status: String? = nil, owner: String? = nil) -> ActionUpdated {
  ActionUpdated(
    session: "s1", action: "A1", revision: revision, status: status, owner: owner)
}

private func followUp(_ writer: String, _ number: Int, _ update: ActionUpdated) -> FollowUp {
  FollowUp(
    session: "s1", writer: writer, number: number, at: Samples.moment, change: .action(update))
}

@Test func `follow-ups come out the same whatever was read first`() {
  let written = [
    followUp("b", 1, update(1, status: "done")), followUp("a", 1, update(1, status: "dropped")),
    followUp("a", 2, update(2, owner: "Bo")), followUp("c", 1, update(3)),
  ]
  let joined = FollowUps(written)
  #expect(FollowUps(written.reversed()) == joined)
  let action = joined.action("A1", in: "s1")
  #expect(action?.status == "done" && action?.owner == "Bo" && action?.revision == 3)
  #expect(action?.conflicts == [.init(field: "status", values: ["dropped", "done"])])
  #expect(joined.nextRevision(of: "A1", in: "s1") == 4)
  #expect(joined.nextRevision(of: "A2", in: "s1") == 1)
}

@Test func `follow-ups of every writer and of reviewing sessions are joined`() throws {
  let shelf = try Shelf()
  let library = shelf.library
  let signed = SignoffGiven(
    address: Address("sign"), person: "p1", verdict: .agree, given: .signed, contentSHA256: "41be")
  for writer in ["1a2b3c4d", "5e6f7a8b"] {
    try library.follow(
      up: .action(update(1, status: "done")), session: "s1", writer: writer, at: Samples.later)
  }
  try library.follow(up: .signature(signed), session: "s1", writer: "1a2b3c4d", at: Samples.later)
  let reviewing = [Fact(.actionUpdated(update(2, owner: "Cy"))), Fact(.actionUpdated(update(9)))]
  try shelf.write("2026-09-24-next-review-eeeee.jsonl", at: 4, reviewing)
  try JournalFile.open(library.find("2026-09-24")).journal
    .append([Fact(.eventsUndone(targets: [9]))], at: Samples.later)
  let joined = try library.outcomes().followUps
  #expect(joined.unreadable == [] && joined.all.count == 4)
  #expect(joined.signatures(in: "s1").given.map(\.signoff) == [signed])
  #expect(joined.action("A1", in: "s1")?.owner == "Cy")
  #expect(joined.nextRevision(of: "A1", in: "s1") == 3)
}

private let mentions: [(letters: String?, names: [String])] = [
  (nil, ["aaaaa", "bbbbb", "ccccc"]), ("get an", ["aaaaa"]), ("nobody", []),
  // What stands in the playbook alone, nobody said.
  ("sections", []),
]

@Test(arguments: mentions)
private func `sessions are told apart by what stands in them outside of their playbook`(
  _ letters: String?, _ names: [String]
) throws {
  let shelf = try Shelf()
  let found = try shelf.library.mentions(of: letters.map { Array($0.utf8) })
  #expect(found.paths.map { String($0.dropLast(6).suffix(5)) } == names)
  #expect(found.unreadable == [])
}

@Test func `a file that cannot be opened does not end a search`() throws {
  let shelf = try Shelf()
  let link = shelf.folder.path("library/2026-09-24-link-aaaaa.jsonl")
  try JournalTests.link("/nowhere.jsonl", link)
  let found = try shelf.library.mentions(of: Array("nobody".utf8))
  #expect(found.paths == [] && found.unreadable.map(\.path) == [link])
  #expect(try shelf.library.outcomes().unreadable.map(\.path) == [link])
}

// MARK: - Later signatures

private func signed(
  _ verdict: SignoffGiven.Verdict, _ note: String? = nil
) -> SignoffGiven {
  SignoffGiven(
    address: Address("sign"), person: "p5", verdict: verdict, note: note, given: .signed,
    contentSHA256: "41be")
}

private func given(
  _ writer: String, _ number: Int, _ signoff: SignoffGiven, revision: Int = 0
) -> FollowUp {
  FollowUp(
    session: "s1", writer: writer, number: number, at: Samples.moment, change: .signature(signoff),
    revision: revision)
}

@Test(arguments: ["aaaaaaaa", "cccccccc"])
func `answers of two machines that had not seen each other put nothing in force`(
  _ writer: String
) {
  let both = FollowUps([
    given(writer, 1, signed(.decline, "no")), given("bbbbbbbb", 1, signed(.agree)),
  ]).signatures(in: "s1")
  #expect(both.conflicts == [.init(person: "p5", answers: ["agree", "decline, “no”"])])
  let last = both.given.last?.signoff
  #expect(last?.verdict == .decline)
  #expect(last?.note == "two answers at once: agree; decline, “no”")
  let hopes = FollowUps([
    given(writer, 1, signed(.agree)), given("bbbbbbbb", 1, signed(.reservation, "50k")),
  ]).signatures(in: "s1")
  #expect(hopes.given.last?.signoff.verdict == .later && hopes.conflicts.count == 1)
  // The same answer twice is none; one that has seen both settles it, whoever writes it.
  let same = FollowUps([given(writer, 1, signed(.agree)), given("bbbbbbbb", 1, signed(.agree))])
  #expect(same.signatures(in: "s1").conflicts == [])
  let settled = FollowUps([
    given(writer, 1, signed(.decline, "no")), given("bbbbbbbb", 1, signed(.agree)),
    given("bbbbbbbb", 2, signed(.agree), revision: 2),
  ]).signatures(in: "s1")
  #expect(settled.conflicts == [] && settled.given.last?.signoff == signed(.agree))
}

@Test func `a signature is numbered behind all that its writer can see`() throws {
  let shelf = try Shelf()
  for (writer, revision) in [("bbbbbbbb", 1), ("aaaaaaaa", 2), ("aaaaaaaa", 3)] {
    let written = try shelf.library.follow(
      up: .signature(signed(.agree)), session: "s1", writer: writer, at: Samples.later)
    #expect(written.revision == revision)
  }
  #expect(try shelf.library.laterSignatures(of: "s1").given.count == 3)
  #expect(try shelf.library.laterSignatures(of: "s2").given == [])
}

@Test func `what cannot be read of follow-ups is told, and is nothing sound`() throws {
  let shelf = try Shelf()
  try shelf.library.follow(
    up: .signature(signed(.agree)), session: "s1", writer: "aaaaaaaa", at: Samples.later)
  let path = shelf.library.followUpPath(writer: "aaaaaaaa")
  let session = try shelf.library.find("2026-09-22")
  #expect(try Verification(of: session).isSound)
  let bytes = try WholeFile.read(path) ?? []
  let unknown = SessionRecord(
    number: 2, at: Samples.moment, fact: Fact(.unknown(type: "signoff.sung")))
  let harms = [
    Samples.text(String(decoding: bytes, as: UTF8.self).replacing("agree", with: "agrfe")),
    bytes + RecordCodec.line(unknown),
  ]
  for harm in harms {
    try WholeFile.replace(path, with: harm, care: .quick)
    #expect(try shelf.library.laterSignatures(of: "s1").unreadable.map(\.path) == [path])
    let found = try Verification(of: session)
    #expect(found.followUps.map(\.path) == [path] && !found.isSound)
  }
}

@Test func `nothing is finished while somebody says at once that it is not`() {
  let statuses: [([String], Bool)] = [
    (["done", "open"], false), (["done", "dropped"], true), (["done"], true), (["open"], false),
  ]
  for (said, isFinished) in statuses {
    let updates = said.enumerated().map { followUp("w\($0)", 1, update(1, status: $1)) }
    #expect(FollowUps(updates).action("A1", in: "s1")?.isFinished == isFinished, "\(said)")
  }
}

@Test func `a session that was upgraded to a private playbook is private until that is undone`()
  throws
{
  let shelf = try Shelf()
  let body: JSONValue = ["playbook": "pre-mortem", "title": "Pre-mortem", "private": "yes"]
  let changed = PlaybookChanged(
    id: "pre-mortem", version: "2", sha256: "ab", body: body, renamed: [:])
  let journal = try JournalFile.open(shelf.library.find("2026-09-22")).journal
  try journal.append([Fact(.playbookChanged(changed))], at: Samples.later)
  func isPrivate() throws -> Bool? {
    try shelf.library.listing().entries.first { $0.name.contains("bbbbb") }?.isPrivate
  }
  #expect(try isPrivate() == true)
  #expect(try shelf.library.outcomes().withheld.count == 1)
  #expect(try shelf.library.mentions(of: nil).paths.count == 2)
  try journal.append([Fact(.eventsUndone(targets: [8]))], at: Samples.later)
  #expect(try isPrivate() == false)
}

@Test func `a copy that a program left beside a session is told of, and not counted`() throws {
  let shelf = try Shelf()
  let outcomes = try shelf.library.outcomes()
  let mentions = try shelf.library.mentions(of: nil)
  #expect(outcomes.unreadable == [] && mentions.unreadable == [])
  for (name, count) in [("2026-09-21-apollo-retro-aaaaa.sync-conflict", 0), ("2026-09-20-a", 400)] {
    let session = try WholeFile.read(shelf.library.find("2026-09-21-apollo-retro-aaaaa")) ?? []
    let copy = shelf.folder.path("library/\(name).jsonl")
    try WholeFile.replace(copy, with: session.dropLast(count), care: .quick)
    let doubled = try shelf.library.outcomes()
    #expect(doubled.settled == outcomes.settled && doubled.open == outcomes.open, "\(name)")
    #expect(doubled.unreadable.map(\.path) == [copy], "\(name)")
    #expect(doubled.unreadable.allSatisfy { !$0.isDamage })
    let found = try shelf.library.mentions(of: nil)
    #expect(found.paths == mentions.paths && found.unreadable == doubled.unreadable, "\(name)")
    try WholeFile.remove(copy)
  }
}
