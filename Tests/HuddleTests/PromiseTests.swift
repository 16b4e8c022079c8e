import TestSupport
import Testing

/// What a meeting hands on of who promised what: nobody's yes that was not theirs.
@Suite struct PromiseTests {
  private static let playbook = """
    huddle: 1
    id: promises
    version: 1.0.0
    title: Promises
    summary: Promise and look again.
    sections:
      - id: all
        title: All
        steps:
          - ask: What became of it?
            id: carried
            kind: review
            of: open.actions
            if: open.actions.count > 0
          - ask: Aim?
            id: aim
          - ask: Is each right?
            id: reading
            kind: readback

    """

  /// Holds a meeting to its end by these lines, and gives its file and what was said.
  private static func hold(_ lines: [String], _ desk: Desk) throws -> (
    journal: String, said: String
  ) {
    try Disk.write(playbook, to: "\(desk.work)/promises.yaml")
    let before = (try? Disk.names(desk.sessions)) ?? []
    let held = try desk.huddle(
      "run", "promises.yaml", input: (["Apollo", "Ana, Bo, Cy"] + lines).joined(separator: "\n"))
    #expect(held.output.contains("Finished"), "\(held.output) \(held.errors)")
    let new = try Disk.names(desk.sessions).first { !before.contains($0) && $0.hasSuffix(".jsonl") }
    return ("\(desk.sessions)/\(try #require(new))", held.output)
  }

  private static func disputed(_ desk: Desk) throws -> (journal: String, said: String) {
    try hold(
      [
        "/d use the old bank", "/a call the printer, cy fri",
        "/a bo call them 5 dec", "/dispute A2 ana: too late", "",
        "/dispute D1 cy: no proof", "bo fri", "10k", "n", "", "", "", "", "", "", "",
      ], desk)
  }

  @Test func `what is disputed is no promise in anything that is handed on`() throws {
    let desk = try Desk()
    let (journal, said) = try Self.disputed(desk)
    #expect(said.contains("1 decision disputed"), "\(said)")
    #expect(said.contains("1 action agreed, 1 action disputed"), "\(said)")
    let summary = try desk.huddle(
      "export", journal, "--document", "summary", "--format", "markdown", "--out", "-")
    Case(
      "summary",
      says: [
        "- use the old bank **(disputed by Cy: no proof)**\n",
        "**Bo**: call them, by Sat 5 Dec **(disputed)**",
        // Whoever settles it has an open point; of the other nobody has.
        "- “use the old bank”, disputed by Cy: no proof · Bo, Fri 27 Nov\n",
        "- Disputed: call them (by Ana: too late)\n",
      ]
    ).check(summary)
    #expect(!summary.output.contains("Disputed: use the old bank"))
    let agreement = try desk.huddle(
      "export", journal, "--document", "agreement", "--format", "markdown", "--out", "-")
    // A reason is no settler.
    #expect(agreement.output.contains("| A2 | Disputed: call them (by Ana: too late) | – |"))
    for format in ["todotxt", "trello", "jira", "asana", "github", "gitlab", "icalendar"] {
      let text = try desk.huddle("export", journal, "--format", format, "--out", "-").output
      #expect(text.contains("call them (disputed)"), "\(format): \(text)")
    }
    let record = try desk.huddle("export", journal, "--format", "madr", "--out", "-").output
    #expect(record.contains("status: proposed\n") && record.contains("disputed by Cy: no proof"))
    let actions = try desk.huddle("actions").lines
    #expect(actions.contains { $0.contains("Bo") && $0.contains("call them (disputed)") })
    #expect(actions.contains { $0.contains("Cy") && !$0.contains("(") }, "\(actions)")
  }

  @Test func `a later meeting hands on no yes of somebody who was not asked, and lifts no doubt`()
    throws
  {
    let desk = try Desk()
    let (journal, _) = try Self.disputed(desk)
    // The day is another, the owner is another, and nothing is said of the day of the second.
    _ = try Self.hold(["s bo 30 nov", "s", "s", "10k", "n", "", ""], desk)
    let actions = try desk.huddle("actions").lines
    #expect(
      actions.contains { $0.hasPrefix("2026-11-30  Bo  call the printer (to confirm)") },
      "\(actions)")
    #expect(actions.contains { $0.hasPrefix("2026-12-05  Bo  call them (disputed)") }, "\(actions)")
    let table = try desk.huddle("export", journal, "--format", "csv", "--out", "-").output
    #expect(table.contains("A1,call the printer,Bo,2026-11-30,,open,,to confirm,"), "\(table)")
    #expect(table.contains("A2,call them,Bo,2026-12-05,,open,,agreed,by Ana: too late"), "\(table)")
    let tasks = try desk.huddle("export", journal, "--format", "todotxt", "--out", "-").output
    #expect(tasks.contains("call the printer (to confirm)"), "\(tasks)")
  }
}
