import FoundationEssentials
import PlaybookLanguage
import Testing

/// The page beside the playbooks is written by the language's tables.
private let page = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .appending(path: "Playbooks/README.md")

/// `HUDDLE_RECORD=1 Scripts/test --filter reference` writes it anew, and fails, so that nobody does
/// so by accident.
@Test func `the reference beside the playbooks is what the tables say`() throws {
  let made = Reference.make()
  if ProcessInfo.processInfo.environment["HUDDLE_RECORD"] == "1" {
    try Data(made.utf8).write(to: page)
    Issue.record("recorded anew: look at what changed, then run the tests without HUDDLE_RECORD")
  }
  let kept = try String(contentsOf: page, encoding: .utf8)
  #expect(kept == made, "HUDDLE_RECORD=1 Scripts/test --filter reference writes it anew")
}
