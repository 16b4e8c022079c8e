import Session
import Testing

@testable import Journal

/// One file for each released version of the format, which is never written again.
///
/// Until version 1 is released, `HUDDLE_RECORD=1 swift test --filter golden` writes it anew, and
/// fails, so that nobody does so by accident.
private let golden = Folder.joined(
  Folder.parent(of: #filePath), "Golden/version-\(RecordCodec.version).jsonl")

@Test func `the golden file of version 1 is read for ever, and would be written the same`() throws {
  let facts = Samples.everyEvent.map { Fact($0) }
  if setting("HUDDLE_RECORD") == "1" {
    try WholeFile.replace(golden, with: Samples.bytes(facts), care: .quick)
    try permit(golden, 0o644)
    Issue.record("recorded anew: look at what changed, then run the tests without HUDDLE_RECORD")
  }
  let contents = try JournalReader.read(golden)
  #expect(contents.damage == [] && contents.tail == .clean && contents.newer == nil)
  #expect(contents.records.map(\.fact) == facts)
  #expect(contents.lastWriter == "1a2b3c4d")
  let written = contents.records.flatMap { RecordCodec.line($0) }
  #expect(try WholeFile.read(golden) == written)
}
