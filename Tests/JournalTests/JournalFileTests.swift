import Session
import TestSupport
import Testing
import Values

@testable import Journal

/// A session that is open for writing, in a folder of its own.
struct OpenSession {
  let folder = TemporaryFolder()
  let path: String
  let journal: JournalFile

  init(_ facts: Int = 3) throws {
    path = folder.path("library/s.jsonl")
    journal = try JournalFile.create(
      path, facts: Samples.meeting(facts), at: Samples.moment
    ).journal
  }

  func say(_ text: String) throws(JournalError) {
    try journal.append([Samples.answer("said", text)], at: Samples.later)
  }
}

@Test func `what is appended is read back, by this huddle and the next`() throws {
  let session = try OpenSession()
  let more = try session.journal.append(
    [Samples.answer("goal", "By May"), Fact(.stepEntered(step: "reasons"))], at: Samples.later)
  #expect(more.map(\.number) == [4, 5])
  let read = try JournalReader.read(session.path)
  #expect(read.records == Samples.records(Samples.meeting(3)) + more)
  #expect(read.opened?.project == "Apollo" && read.nextNumber == 6)
}

@Test func `a session is its owner's alone, in a folder that is too`() throws {
  let session = try OpenSession()
  #expect(try FileStatus(of: session.path).mode == 0o600)
  #expect(try FileStatus(of: session.folder.path("library")).mode == 0o700)
}

@Test func `a new session takes nobody's file`() throws {
  let session = try OpenSession()
  let error = #expect(throws: JournalError.self) {
    try JournalFile.create(session.path, facts: Samples.meeting(1), at: Samples.moment)
  }
  #expect(error?.problem == .alreadyThere && error?.exitStatus == 73)
  #expect(try JournalReader.read(session.path).records.count == 3)
}

private let notFiles: [(name: String, problem: JournalError.Problem, status: Int32)] = [
  ("nowhere.jsonl", .missing, 66), ("link.jsonl", .notAFile, 66), ("library", .notAFile, 66),
  ("library/s.jsonl/x.jsonl", .missing, 66),
]

@Test(arguments: notFiles.indices)
func `what is no session's file is refused with its reason`(_ index: Int) throws {
  let session = try OpenSession()
  try link(session.path, session.folder.path("link.jsonl"))
  let (name, problem, status) = notFiles[index]
  let path = session.folder.path(name)
  let reading = #expect(throws: JournalError.self) { try JournalReader.read(path) }
  #expect(reading?.problem == problem && reading?.exitStatus == status)
  if name == "library" { return }
  let writing = #expect(throws: JournalError.self) { try JournalFile.open(path) }
  #expect(writing?.problem == problem)
}

@Test func `a folder that cannot be made says why, and nothing is begun`() throws {
  let session = try OpenSession()
  let path = session.path + "/deeper/t.jsonl"
  let error = #expect(throws: JournalError.self) {
    try JournalFile.create(path, facts: Samples.meeting(1), at: Samples.moment)
  }
  #expect(error?.exitStatus == 73)
  #expect(error?.description.contains("Not a directory") == true)
}

@Test func `a second writer is refused, and the first goes on`() throws {
  let session = try OpenSession()
  let error = #expect(throws: JournalError.self) { try JournalFile.open(session.path) }
  #expect(error?.problem == .locked && error?.exitStatus == 75)
  try session.say("still here")
  #expect(try JournalReader.read(session.path).records.count == 4)
}

@Test func `a closed session takes nothing more`() throws {
  let session = try OpenSession()
  try session.journal.append([Fact(.sessionClosed)], at: Samples.later)
  let error = #expect(throws: JournalError.self) { try session.say("late") }
  #expect(error?.problem == .closed && error?.isNotSaved == true)
  #expect(try JournalReader.read(session.path).isClosed)
}

@Test func `an empty file and a foreign one are no sessions`() throws {
  let folder = TemporaryFolder()
  let cases: [(String, [UInt8], JournalError.Problem)] = [
    ("a.jsonl", [], .empty), ("b.jsonl", Samples.bytes([Samples.pinned]), .notASession),
    ("c.jsonl", Array(Samples.bytes([Samples.opened]).dropLast(30)), .empty),
  ]
  for (name, bytes, problem) in cases {
    try WholeFile.replace(folder.path(name), with: bytes, care: .quick)
    let error = #expect(throws: JournalError.self) { try JournalFile.open(folder.path(name)) }
    #expect(error?.problem == problem)
  }
}

// MARK: - What others do to the file meanwhile

private let meddling: [(name: String, meddle: @Sendable (OpenSession) throws -> Void)] = [
  ("renamed", { try move($0.path, $0.path + ".old") }),
  ("removed", { try WholeFile.remove($0.path) }),
  ("replaced", { try WholeFile.replace($0.path, with: Samples.text("other\n"), care: .quick) }),
  ("appended to", { try WholeFile.add(Samples.text("other\n"), to: $0.path) }),
  ("cut", { try OpenFile($0.path, for: .update).cut(to: 40) }),
  (
    "overwritten",
    {
      let file = try OpenFile($0.path, for: .update)
      try file.cut(to: 0)
      try file.write(Samples.bytes(Samples.meeting(1)), at: 0)
    }
  ),
  (
    "a link now",
    {
      try move($0.path, $0.path + ".old")
      try link($0.path + ".old", $0.path)
    }
  ),
]

@Test(arguments: meddling.indices)
func `a file that was meddled with gets nothing; what was said goes beside it`(
  _ index: Int
) throws {
  let (name, meddle) = meddling[index]
  let session = try OpenSession()
  let acknowledged = try WholeFile.read(session.path) ?? []
  try meddle(session)
  let rescued = session.folder.path("library/s.rescued.jsonl")
  for text in ["first", "second"] {
    let error = #expect(throws: JournalError.self, "\(name)") { try session.say(text) }
    #expect(error?.rescued?.path == rescued && error?.exitStatus == 75, "\(name)")
  }
  // What was acknowledged goes along byte for byte, so that one can go on with it.
  #expect(try WholeFile.read(rescued)?.starts(with: acknowledged) == true, "\(name)")
  let found = try JournalReader.read(rescued)
  let said = ["first", "second"].map { Samples.answer("said", $0) }
  #expect(found.records.map(\.fact) == Samples.meeting(3) + said, "\(name)")
  #expect(found.damage.isEmpty, "\(name)")
}

@Test(arguments: meddling.indices)
func `before it ends, what is not in its place is rescued, and nothing else`(_ index: Int) throws {
  let (name, meddle) = meddling[index]
  let session = try OpenSession()
  let state = session.folder.path("state")
  try session.journal.checkInPlace(orKeepIn: state)
  let acknowledged = try WholeFile.read(session.path) ?? []
  try meddle(session)
  let rescued = session.folder.path("library/s.rescued.jsonl")
  if name == "appended to" {
    // All of it stands there still.
    try session.journal.checkInPlace(orKeepIn: state)
    #expect(try WholeFile.read(rescued) == nil)
    return
  }
  let error = #expect(throws: JournalError.self, "\(name)") {
    try session.journal.checkInPlace(orKeepIn: state)
  }
  #expect(error?.rescued?.path == rescued && error?.exitStatus == 75, "\(name)")
  #expect(try WholeFile.read(rescued) == acknowledged, "\(name)")
  // It was told.
  try session.journal.checkInPlace(orKeepIn: state)
  #expect(try Folder.names(in: session.folder.path).contains("state") == false)
}

@Test func `where nothing can be written beside it, a copy in step is named, or it is kept apart`()
  throws
{
  for hasCopy in [true, false] {
    let session = try OpenSession()
    let (stick, state) = (session.folder.path("stick"), session.folder.path("state/0199"))
    if hasCopy { try session.journal.alsoWrite(to: stick) }
    try session.say("saved")
    let acknowledged = try WholeFile.read(session.path) ?? []
    let library = session.folder.path("library")
    try move(library, library + ".gone")
    // A file in the folder's place: nothing can be made there.
    try WholeFile.create(library, with: [])
    let lost = #expect(throws: JournalError.self) { try session.say("not saved") }
    #expect(lost?.description.contains("make room and press Enter again") == true)
    let error = #expect(throws: JournalError.self) {
      try session.journal.checkInPlace(orKeepIn: state)
    }
    let kept = (hasCopy ? stick : state) + "/s.jsonl"
    #expect(error?.rescued?.path == kept)
    #expect(error?.description.contains("cp \(kept) \(session.path)") == true)
    #expect(try WholeFile.read(kept) == acknowledged)
    #expect((try? FileStatus(of: state)) == nil || !hasCopy)
  }
}

@Test func `what could be rescued nowhere is saved once its file is back`() throws {
  let session = try OpenSession()
  let library = session.folder.path("library")
  try move(library, library + ".gone")
  try WholeFile.create(library, with: [])
  for _ in 1...2 {
    let error = #expect(throws: JournalError.self) { try session.say("said") }
    #expect(error?.exitStatus == 75 && error?.rescued == nil)
  }
  try WholeFile.remove(library)
  try move(library + ".gone", library)
  try session.say("said")
  let found = try JournalReader.read(session.path)
  #expect(found.damage.isEmpty && found.records.count == 4)
  #expect(try Folder.names(in: library) == ["s.jsonl"])
}

@Test func `a folder that is gone is made anew for what is rescued`() throws {
  let session = try OpenSession()
  try move(session.folder.path("library"), session.folder.path("gone"))
  #expect(throws: JournalError.self) { try session.say("first") }
  let rescued = session.folder.path("library/s.rescued.jsonl")
  #expect(try JournalReader.read(rescued).records.count == 4)
  #expect(RescuedSession.all(in: session.folder.path("library")).map(\.path) == [rescued])
  let (journal, _) = try JournalFile.open(rescued)
  #expect(journal.lastNumber == 4 && journal.notices == [])
}

@Test
func `what is rescued takes no other file's place, and is told of until it is in the session`()
  throws
{
  let session = try OpenSession()
  let library = session.folder.path("library")
  try link("/nowhere", library + "/s.rescued.jsonl")
  try WholeFile.replace(
    library + "/s.rescued-2.jsonl", with: Samples.text("mine\n"), care: .quick)
  let before = try WholeFile.read(session.path) ?? []
  try move(session.path, session.path + ".old")
  let error = #expect(throws: JournalError.self) { try session.say("first") }
  let rescued = library + "/s.rescued-3.jsonl"
  #expect(error?.rescued?.path == rescued)
  #expect(try WholeFile.read(library + "/s.rescued-2.jsonl") == Samples.text("mine\n"))
  try WholeFile.remove(library + "/s.rescued-2.jsonl")
  try WholeFile.replace(session.path, with: before, care: .quick)
  let notices = try JournalFile.open(session.path).journal.notices
  #expect(notices.contains { $0.isLoss && $0.description.contains("huddle resume \(rescued)") })
  try WholeFile.replace(session.path, with: try WholeFile.read(rescued) ?? [], care: .quick)
  #expect(try JournalFile.open(session.path).journal.notices == [])
  #expect(RescuedSession.all(in: library) == [])
}

private let places: [(name: String, isTaken: Bool, there: @Sendable ([UInt8]) -> [UInt8]?)] = [
  ("free", true, { _ in nil }),
  ("an older one", true, { Array($0.prefix($0.count / 2)) }),
  ("the same", true, { $0 }),
  ("one that went on", false, { $0 + Samples.text("more\n") }),
  ("another", false, { _ in Samples.text("other\n") }),
]

@Test(arguments: places.indices)
func `what is rescued takes its session's place over what it holds, and over nothing else`(
  _ index: Int
) throws {
  let (name, isTaken, there) = places[index]
  let session = try OpenSession()
  let before = try WholeFile.read(session.path) ?? []
  #expect(!session.journal.takePlace(), "\(name): a session is in its place")
  try move(session.path, session.path + ".old")
  #expect(throws: JournalError.self) { try session.say("first") }
  let rescued = session.folder.path("library/s.rescued.jsonl")
  let all = try WholeFile.read(rescued)
  let other = there(before)
  if let other { try WholeFile.create(session.path, with: other) }
  let journal = try JournalFile.open(rescued).journal
  if other != nil {
    let holder = try OpenFile(session.path, for: .update)
    try holder.lock()
    #expect(!journal.takePlace(), "\(name): another has it open")
    #expect(try WholeFile.read(session.path) == other)
  }
  #expect(journal.takePlace() == isTaken, "\(name)")
  #expect(try WholeFile.read(session.path) == (isTaken ? all : other), "\(name)")
  #expect(try WholeFile.read(rescued) == (isTaken ? nil : all), "\(name)")
  try journal.append([Samples.answer("said", "on")], at: Samples.later)
  #expect(try JournalReader.read(journal.path).records.count == 5, "\(name)")
}

@Test func `a mode that lets others read is noticed`() throws {
  let folder = TemporaryFolder()
  let path = folder.path("s.jsonl")
  try WholeFile.replace(path, with: Samples.bytes(Samples.meeting(2)), care: .quick)
  try permit(path, 0o644)
  #expect(try JournalFile.open(path).journal.notices == [.openToOthers(mode: "0644")])
}

@Test func `a record longer than a line may be is refused whole`() throws {
  let session = try OpenSession()
  let before = try WholeFile.read(session.path)
  let long = String(repeating: "x", count: RecordCodec.longestLine)
  let error = #expect(throws: JournalError.self) { try session.say(long) }
  #expect(error?.exitStatus == 65 && error?.isNotSaved == true)
  #expect(try WholeFile.read(session.path) == before)
  try session.say("short")
}

@Test func `a fact that would not read back is never written`() throws {
  let session = try OpenSession()
  let twice: JSONValue = .object([.init("a", 1), .init("a", 2)])
  let answer = AnswerSet(address: Address("q"), value: twice)
  let error = #expect(throws: JournalError.self) {
    try session.journal.append([Fact(.answerSet(answer))], at: Samples.later)
  }
  #expect(error?.exitStatus == 70)
  #expect(try JournalReader.read(session.path).records.count == 3)
}

// MARK: - The second copy

@Test func `a second folder gets the same bytes`() throws {
  let session = try OpenSession()
  let other = session.folder.path("stick")
  try session.journal.alsoWrite(to: other)
  try session.say("both")
  #expect(try WholeFile.read(other + "/s.jsonl") == WholeFile.read(session.path))
}

@Test func `a second folder that goes away stops the copy and not the session`() throws {
  let session = try OpenSession()
  let other = session.folder.path("stick")
  try session.journal.alsoWrite(to: other)
  try move(other, other + ".gone")
  try session.say("one")
  try session.say("two")
  #expect(session.journal.notices.count == 1)
  #expect(try JournalReader.read(session.path).records.count == 5)
}

@Test func `the session's own folder is no second one`() throws {
  let session = try OpenSession()
  #expect(throws: JournalError.self) {
    try session.journal.alsoWrite(to: session.folder.path("library"))
  }
}

@Test func `a copy with which somebody went on is refused, and stays as it is`() throws {
  let session = try OpenSession()
  let stick = session.folder.path("stick")
  try session.journal.alsoWrite(to: stick)
  var there: JournalFile? = try JournalFile.open(stick + "/s.jsonl").journal
  try there?.append([Samples.answer("said", "there")], at: Samples.later)
  let before = try WholeFile.read(stick + "/s.jsonl")
  let held = #expect(throws: JournalError.self) { try session.journal.alsoWrite(to: stick) }
  #expect(held?.problem == .copyHeld(copy: stick + "/s.jsonl") && held?.exitStatus == 75)
  there = nil
  let ahead = #expect(throws: JournalError.self) { try session.journal.alsoWrite(to: stick) }
  #expect(ahead?.problem == .copyDiffers(copy: stick + "/s.jsonl") && ahead?.exitStatus == 73)
  #expect(try WholeFile.read(stick + "/s.jsonl") == before)
}

@Test func `a copy that lags behind is caught up, its torn end set aside`() throws {
  let session = try OpenSession()
  let stick = session.folder.path("stick")
  try session.journal.alsoWrite(to: stick)
  try WholeFile.add(Samples.text("{\"n\":4"), to: stick + "/s.jsonl")
  try session.say("later")
  #expect(session.journal.notices.count == 1)
  try session.journal.alsoWrite(to: stick)
  try session.say("both")
  #expect(try WholeFile.read(stick + "/s.jsonl") == WholeFile.read(session.path))
  #expect(try WholeFile.read(stick + "/s.torn") == Samples.text("{\"n\":4"))
}

extension JournalError {
  /// What was rescued, where something was.
  fileprivate var rescued: RescuedSession? {
    if case .moved(let rescued) = problem { rescued } else { nil }
  }
}
