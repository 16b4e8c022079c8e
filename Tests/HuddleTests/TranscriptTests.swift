import TestSupport
import Testing

/// Pages whose commands print what the page says.
@Suite struct TranscriptTests {
  private static let pages =
    ["README.md"]
    + ["answer-files", "checker", "every-kind", "first-steps", "replay", "two-machines", "upgrade"]
    .map { "Tests/Fixtures/Transcripts/\($0).md" }

  @Test(arguments: pages)
  func `the commands of a page print what it says`(_ page: String) throws {
    let path = "\(Fixtures.root)/\(page)"
    // The tests are also run where only a part of the tree was brought along.
    guard Disk.exists(path) else { return }
    let desk = try Desk()
    // The fixtures are at hand where the page's reader has them.
    let links = "ln -s '\(Fixtures.root)/Tests' Tests; ln -s '\(Fixtures.root)/Playbooks' Playbooks"
    #expect(try desk.shell(links).status == 0)
    let transcript = Transcript(try Disk.text(path))
    for file in transcript.files { try Disk.write(file.text, to: "\(desk.work)/\(file.name)") }
    #expect(!transcript.commands.isEmpty)
    for command in transcript.commands {
      let ended = try desk.shell("{ \(command.line)\n} 2>&1")
      #expect(ended.status == command.status, "\(page):\(command.number): \(ended.output)")
      if let missing = Transcript.missing(command.output, in: ended.lines) {
        Issue.record("\(page):\(command.number): no “\(missing)” in\n\(ended.output)")
      }
    }
  }

  @Test func `a page is cut into commands`() {
    let page = """
      Words.
      ```console
      $ huddle list
      one
      …
      $ huddle rnu
      [status 64]
      ```
      ```yaml
      # small.yaml
      $ not: this
      ```
      """
    #expect(
      Transcript(page).files == [.init(name: "small.yaml", text: "# small.yaml\n$ not: this\n")])
    #expect(
      Transcript(page).commands == [
        .init(number: 3, line: "huddle list", output: ["one", "…"], status: 0),
        .init(number: 6, line: "huddle rnu", output: [], status: 64),
      ])
  }

  @Test func `dots stand for what may be anything`() {
    let printed = ["one", "two 2026-11-20", "three"]
    let shown: [([String], Bool)] = [
      (["one", "two 2026-11-20", "three"], true), (["…"], true), (["one", "…"], true),
      (["…", "three"], true), (["one", "two …", "three"], true), (["…", "two …-20", "…"], true),
      (["one"], false), (["…", "four"], false), (["one", "three"], false),
      (["one", "two …x", "three"], false), (["one", "two 2026-11-20", "three", "four"], false),
    ]
    for (lines, isShown) in shown {
      #expect((Transcript.missing(lines, in: printed) == nil) == isShown, "\(lines)")
    }
  }
}
