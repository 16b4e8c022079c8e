import TestSupport
import Testing

/// Whole meetings, played from their answers: journal and documents byte for byte.
@Suite struct GoldenMeetingTests {
  static let meetings = ["pre-mortem", "model-scoping", "project-reset"]

  /// The files that a meeting leaves, by the names that they are kept under.
  private static func files(of meeting: String) throws -> [String: String] {
    let desk = try Desk()
    let journal = try desk.play(meeting)
    let ended = try desk.huddle(
      "export", "--format", "markdown,json", "--document", "agreement,minutes,actions",
      "--out", desk.folder.path("out"))
    guard ended.status == 0 else { throw ProgramFailure(description: ended.errors) }
    var files = ["journal.jsonl": try Disk.text(journal)]
    for path in ended.lines {
      let name = path.split(separator: "-").last.map(String.init) ?? path
      files[name] = try Disk.text(path)
    }
    return files
  }

  @Test(arguments: meetings)
  func `a meeting comes out as it is kept, and the second time too`(_ meeting: String) throws {
    let files = try Self.files(of: meeting)
    #expect(
      files.keys.sorted()
        == ["actions.md", "agreement.md", "journal.jsonl", "minutes.md", "session.json"])
    for (name, text) in files.sorted(by: { $0.key < $1.key }) {
      try Kept.expect(text, is: "\(Fixtures.folder)/Meetings/expected/\(meeting)/\(name)")
    }
    #expect(try Self.files(of: meeting) == files)
  }

  @Test(arguments: meetings)
  func `what is kept is sound and leaves nothing open`(_ meeting: String) throws {
    let desk = try Desk()
    let journal = try desk.play(meeting)
    let verified = try desk.huddle("verify", journal)
    #expect(verified.status == 0, "\(verified.output)")
    #expect(verified.output.contains("closed"))
  }
}
