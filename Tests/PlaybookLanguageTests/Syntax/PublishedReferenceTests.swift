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

struct `Examples of the reference` {
  private func said(_ text: String) -> String {
    let parts = page.deletingLastPathComponent()
    let (_, diagnostics) = PlaybookLoader.load(text: text, file: "examples") { name in
      let file = parts.appending(path: "\(name).yaml")
      return (try? Data(contentsOf: file)).map { (Array($0), name) }
    }
    return DiagnosticRenderer(sources: ["examples": text]).text(diagnostics)
  }

  @Test func `are there for each kind, verb, outcome and part, and together check clean`() {
    #expect(Question.Kind.allCases.filter { ReferenceExamples.kinds[$0] == nil } == [])
    #expect(LanguageTable.verbs.filter { ReferenceExamples.verbs[$0.verb.name] == nil }.isEmpty)
    #expect(OutcomeRule.Kind.allCases.filter { ReferenceExamples.outcomes[$0] == nil } == [])
    #expect(DocumentPart.Kind.allCases.filter { ReferenceExamples.parts[$0] == nil } == [])
    #expect(said(ReferenceExamples.playbook()) == "")
  }

  @Test func `begin with a whole meeting that checks clean`() throws {
    let start = ReferenceExamples.start
    let from = try #require(start.firstRange(of: "```yaml\n")?.upperBound)
    let to = try #require(start[from...].firstRange(of: "```")?.lowerBound)
    #expect(said(String(start[from..<to])) == "")
  }
}
