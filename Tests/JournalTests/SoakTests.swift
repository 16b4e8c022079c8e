import TestSupport
import Testing

@testable import Journal

/// Where this package stands.
private let package = Folder.parent(of: Folder.parent(of: Folder.parent(of: #filePath)))

@Test func `kills, errors, full disks and races cost no acknowledged record`() throws {
  let folder = TemporaryFolder()
  let (status, words) = try run(
    ["/bin/sh", package + "/Scripts/soak", "short", BuiltProduct.path("journal-probe")],
    output: folder.path("words"))
  #expect(status == 0, "\(words)")
  #expect(words.contains("nothing lost"))
}
