import Session
import TestSupport
import Testing

@testable import Journal

/// Where this package stands.
private let package = Folder.parent(of: Folder.parent(of: Folder.parent(of: #filePath)))

@Test func `kills, errors at every call, full disks and races cost no acknowledged record`() throws {
  let folder = TemporaryFolder()
  let (status, words) = try run(
    ["/bin/sh", package + "/Scripts/soak", "short", BuiltProduct.path("journal-probe")],
    output: folder.path("words"))
  #expect(status == 0, "\(words)")
  #expect(words.contains("nothing lost"))
}

@Test func `the golden file of version 1 is read for ever, and would be written the same`() throws {
  let golden = package + "/Tests/JournalTests/Golden/version-1.jsonl"
  let facts = Samples.everyEvent.map { Fact($0) }
  let contents = try JournalReader.read(golden)
  #expect(contents.damage == [] && contents.tail == .clean && contents.newer == nil)
  #expect(contents.records.map(\.fact) == facts)
  let written = contents.records.flatMap { RecordCodec.line($0) }
  #expect(try WholeFile.read(golden) == written)
}
