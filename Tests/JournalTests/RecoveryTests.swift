import Session
import TestSupport
import Testing
import Values

@testable import Journal

/// A meeting's bytes, and where each of its lines ends (after the newline).
private struct Written {
  let records: [SessionRecord]
  let bytes: [UInt8]
  let ends: [Int]

  init(_ facts: [Fact]) {
    records = Samples.records(facts)
    var bytes: [UInt8] = []
    var ends: [Int] = []
    for record in records {
      bytes += RecordCodec.line(record)
      ends.append(bytes.count)
    }
    self.bytes = bytes
    self.ends = ends
  }

  /// How many records are whole in so many bytes: a last newline is not needed.
  func whole(in count: Int) -> Int { ends.count { $0 - 1 <= count } }
}

/// Twelve facts; two hundred with `HUDDLE_LONG`.
private let long = Samples.meeting(setting("HUDDLE_LONG") == nil ? 12 : 200)

@Test func `a file cut at any byte keeps every whole record and reports no damage`() {
  let written = Written(long)
  let wrong = (0...written.bytes.count).filter { cut in
    let contents = JournalReader.contents(of: Array(written.bytes.prefix(cut)))
    let expected = Array(written.records.prefix(written.whole(in: cut)))
    return contents.records != expected || !contents.damage.isEmpty
  }
  #expect(wrong == [])
}

@Test func `resuming after a cut sets the torn bytes aside and goes on`() throws {
  let written = Written(Samples.meeting(12))
  var wrong: [Int] = []
  for cut in (written.ends[0] - 1)..<written.bytes.count
  where cut % 5 == 0 || cut > written.ends[10] {
    let folder = TemporaryFolder()
    let path = folder.path("s.jsonl")
    try WholeFile.replace(path, with: Array(written.bytes.prefix(cut)), care: .quick)
    let journal = try JournalFile.open(path).journal
    try journal.append([Samples.answer("next", "on")], at: Samples.later)
    let whole = written.whole(in: cut)
    let after = try JournalReader.read(path)
    let torn = try WholeFile.read(folder.path("s.torn")) ?? []
    let start = whole == 0 ? 0 : written.ends[whole - 1]
    let lost = cut > start ? Array(written.bytes[start..<cut]) : []
    let isRight =
      after.damage.isEmpty && after.tail == .clean && torn == lost
      && Array(after.records.dropLast()) == Array(written.records.prefix(whole))
      && after.records.last?.number == whole + 1
    if !isRight { wrong.append(cut) }
  }
  #expect(wrong == [])
}

@Test func `no flipped bit goes unseen`() {
  let written = Written(long)
  let unseen = written.bytes.indices.filter { index in
    var bytes = written.bytes
    bytes[index] ^= 1 << UInt8(index % 8)
    let contents = JournalReader.contents(of: bytes)
    return contents.damage.isEmpty && contents.tail == .clean && contents.newer == nil
  }
  #expect(unseen == [])
}

@Test(arguments: [1, 2, 511, 512, 4095, 4096])
func `a tail of NULs is set aside, no record with it`(_ count: Int) throws {
  try recovers(tail: [UInt8](repeating: 0, count: count))
}

@Test func `half a character at the end is set aside`() throws {
  try recovers(tail: Array(#"{"n":4,"text":"Gr"#.utf8) + [0xC3])
}

private func recovers(tail: [UInt8]) throws {
  let folder = TemporaryFolder()
  let path = folder.path("s.jsonl")
  let sound = Samples.bytes(Samples.meeting(3))
  try WholeFile.replace(path, with: sound + tail, care: .quick)
  let (journal, contents) = try JournalFile.open(path)
  #expect(contents.records.count == 3)
  // Opening changes nothing: whoever asks before going on may hear no.
  #expect(try WholeFile.read(path) == sound + tail)
  #expect(try Folder.names(in: folder.path) == ["s.jsonl"] && journal.notices == [])
  try journal.append([Samples.answer("next", "on")], at: Samples.later)
  #expect(journal.notices == [.tornTail(bytes: tail.count, keptIn: folder.path("s.torn"))])
  #expect(try WholeFile.read(folder.path("s.torn")) == tail)
  #expect(try WholeFile.read(path)?.starts(with: sound) == true)
  let after = try JournalReader.read(path)
  #expect(after.damage.isEmpty && after.tail == .clean && after.records.count == 4)
}

@Test func `a last newline that became another byte costs no record`() throws {
  let folder = TemporaryFolder()
  let path = folder.path("s.jsonl")
  let sound = Samples.bytes(Samples.meeting(3))
  try WholeFile.replace(path, with: sound.dropLast() + [0x2A], care: .quick)
  let (journal, contents) = try JournalFile.open(path)
  #expect(contents.tail == .trailed(bytes: 1) && contents.records.count == 3)
  #expect(journal.lastNumber == 3)
  try journal.append([Samples.answer("next", "on")], at: Samples.later)
  #expect(try WholeFile.read(path)?.starts(with: sound) == true)
  #expect(try WholeFile.read(folder.path("s.torn")) == [0x2A])
  #expect(try JournalReader.read(path).damage.isEmpty)
}

@Test func `a second copy has the line that lacked its newline too`() throws {
  let folder = TemporaryFolder()
  let path = folder.path("s.jsonl")
  let sound = Samples.bytes(Samples.meeting(3))
  try WholeFile.replace(path, with: Array(sound.dropLast()), care: .quick)
  let journal = try JournalFile.open(path).journal
  try journal.alsoWrite(to: folder.path("stick"))
  try journal.append([Samples.answer("next", "on")], at: Samples.later)
  #expect(journal.notices == [.tailCompleted])
  let after = try WholeFile.read(path) ?? []
  #expect(after.starts(with: sound) && JournalReader.contents(of: after).records.count == 4)
  #expect(try WholeFile.read(folder.path("stick/s.jsonl")) == after)
}

// MARK: - Complete lines that are bad

private let newline: [UInt8] = [0x0A]
private let lines = Samples.records(Samples.meeting(5)).map { RecordCodec.line($0) }

private let damaged: [(name: String, bytes: [UInt8], line: Int, kept: Int)] = [
  ("garbage", lines[0] + lines[1] + Samples.text("garbage\n") + lines[2], 3, 3),
  ("a repeated line", lines[0] + lines[1] + lines[1] + lines[2], 3, 3),
  ("NULs with a newline", lines[0] + lines[1] + [0, 0, 0] + newline, 3, 2),
  ("an empty line", lines[0] + newline + lines[1], 2, 2),
  ("a missing line", lines[0] + lines[1] + lines[3] + lines[4], 3, 4),
  ("a byte order mark", [0xEF, 0xBB, 0xBF] + lines[0] + lines[1], 1, 1),
  ("CRLF", Array(lines[0].dropLast()) + [0x0D, 0x0A] + lines[1], 1, 1),
  ("two lines joined", lines[0] + lines[1].dropLast() + lines[2] + lines[3], 2, 2),
  ("a line cut in two", lines[0] + lines[1].prefix(40) + newline + lines[1].dropFirst(40), 2, 1),
]

@Test(arguments: damaged.indices)
func `a complete bad line is named, refuses writes and changes nothing`(_ index: Int) throws {
  let (name, bytes, line, kept) = damaged[index]
  let folder = TemporaryFolder()
  let path = folder.path("s.jsonl")
  try WholeFile.replace(path, with: bytes, care: .quick)
  let contents = try JournalReader.read(path)
  #expect(contents.damage.first?.line == line, "\(name)")
  #expect(contents.records.count == kept, "\(name)")
  let error = #expect(throws: JournalError.self, "\(name)") { try JournalFile.open(path) }
  #expect(error?.exitStatus == 65 && error?.description.hasPrefix("\(path):\(line): ") == true)
  #expect(try WholeFile.read(path) == bytes, "\(name)")
  #expect(try Folder.names(in: folder.path) == ["s.jsonl"], "\(name)")
}

@Test func `lost records explain the numbers that are missing after them`() {
  let bytes = lines[0] + Samples.text("x\n") + lines[2] + Samples.text("y\n") + lines[4]
  let contents = JournalReader.contents(of: bytes)
  #expect(contents.damage.map(\.line) == [2, 4])
  #expect(contents.records.map(\.number) == [1, 3, 5])
}

// MARK: - Clocks and versions

private let clocks: [Int64] = [0, -3_600_000, 1_790_000_000_000, -62_135_596_800_000]

@Test func `a clock that goes back changes nothing but times`() throws {
  let folder = TemporaryFolder()
  let path = folder.path("s.jsonl")
  let facts = Samples.meeting(5)
  let journal = try JournalFile.create(path, facts: [facts[0]], at: Samples.moment).journal
  for (fact, clock) in zip(facts.dropFirst(), clocks) {
    try journal.append([fact], at: Instant(milliseconds: clock))
  }
  let contents = try JournalReader.read(path)
  #expect(contents.damage == [] && contents.records.map(\.fact) == facts)
}

@Test func `a file with a newer huddle's records is read and not written`() throws {
  let folder = TemporaryFolder()
  let path = folder.path("s.jsonl")
  let own = SessionRecord(number: 3, at: Samples.moment, fact: Fact(.unknown(type: "x.mood")))
  let newer = SessionRecord(number: 4, at: Samples.moment, fact: Fact(.unknown(type: "vote.sung")))
  try WholeFile.replace(path, with: lines[0] + lines[1] + RecordCodec.line(own), care: .quick)
  #expect(try JournalFile.open(path).journal.lastNumber == 3)
  try WholeFile.add(RecordCodec.line(newer), to: path)
  #expect(try JournalReader.read(path).newer == .init(line: 4, what: "vote.sung"))
  let error = #expect(throws: JournalError.self) { try JournalFile.open(path) }
  #expect(error?.problem == .readOnly(line: 4, what: "vote.sung"))
}
