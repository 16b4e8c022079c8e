import TestSupport
import Testing

/// Whole meetings, played from their answers: journal and documents byte for byte.
@Suite struct GoldenMeetingTests {
  static let meetings = documents.keys.sorted()

  /// The documents of each meeting that are kept, besides the minutes and the actions.
  static let documents = [
    "pre-mortem": ["agreement"], "model-scoping": ["agreement"], "project-reset": ["agreement"],
    "retrospective": ["write-up", "case-study"], "debrief": ["post-mortem"],
    "decision": ["decision-record"], "one-on-one": ["notes"],
  ]

  private static func kept(of meeting: String) -> [String] {
    ["actions", "minutes"] + (documents[meeting] ?? [])
  }

  /// The files that a meeting leaves, by the names that they are kept under.
  private static func files(of meeting: String) throws -> [String: String] {
    let desk = try Desk()
    let journal = try desk.play(meeting)
    let ended = try desk.huddle(
      "export", "--format", "markdown,json", "--document",
      kept(of: meeting).joined(separator: ","), "--out", desk.folder.path("out"))
    guard ended.status == 0 else { throw ProgramFailure(description: ended.errors) }
    var files = ["journal.jsonl": try Disk.text(journal)]
    for path in ended.lines {
      let documents = kept(of: meeting).map { "\($0).md" }
      let name = (documents + ["session.json"]).first { path.hasSuffix("-\($0)") }
      files[name ?? path] = try Disk.text(path)
    }
    return files
  }

  @Test(arguments: meetings)
  func `a meeting comes out as it is kept, and the second time too`(_ meeting: String) throws {
    let files = try Self.files(of: meeting)
    let documents = Self.kept(of: meeting).map { "\($0).md" }
    #expect(files.keys.sorted() == (documents + ["journal.jsonl", "session.json"]).sorted())
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
