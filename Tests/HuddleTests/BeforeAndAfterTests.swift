import TestSupport
import Testing

/// A meeting that was thought of before, and what leaves the room with it.
@Suite struct BeforeAndAfterTests {
  private static let playbook = """
    huddle: 1
    id: small
    title: Small
    summary: A small meeting.
    time: 10m
    sections:
      - id: all
        title: All of it
        time: 10m
        steps:
          - {ask: Goal?, id: goal, required: yes}
          - {ask: Ideas?, id: ideas, kind: list}
          - {ask: Right?, id: reading, kind: readback}
          - {ask: Do you sign?, id: signing, kind: signoff, of: paper}
    outcomes:
      - {agreement: "{i}", each: i in ideas}
    documents:
      - id: paper
        title: Paper
        body: [{answers: [goal]}]
    """

  private func desk() throws -> Desk {
    let desk = try Desk()
    try Disk.write(Self.playbook, to: "\(desk.work)/small.yaml")
    try Disk.write(
      "project: Apollo\ngoal: Replace billing by May\nideas: [one, two]\nsigning: {Ana: agree}\n",
      to:
        "\(desk.work)/drafts.yaml")
    return desk
  }

  @Test func `drafts stand in the lines, and nothing is begun before Enter`() throws {
    let desk = try desk()
    let left = try desk.huddle("prepare", "small.yaml", "--draft", "drafts.yaml", input: "")
    #expect(left.output.contains("2 drafts stand ready"), "\(left.output)")
    #expect(left.output.contains("the room does it together: signing"), "\(left.output)")
    #expect(left.output.contains("Nothing is begun."))
    #expect(try desk.huddle("list").output.contains("Apollo") == false)

    let played = try desk.huddle(
      "prepare", "small.yaml", "--draft", "drafts.yaml", input: "\nAna, Bo\n\n/quit\n")
    #expect(played.status == 0, "\(played.errors)")
    #expect(played.output.contains("Now: Replace billing by May"), "\(played.output)")
    let session = try #require(try Disk.names(desk.sessions).first)
    let journal = try Disk.text("\(desk.sessions)/\(session)")
    #expect(journal.contains(#""value":"Replace billing by May","via":"typed""#))
    #expect(!journal.contains("\"text\":\"one\""), "a draft was taken for an answer")
    let resumed = try desk.huddle("resume", input: "/quit\n")
    #expect(resumed.output.contains("Now: one"), "\(resumed.output)")
  }

  @Test func `a project's open session is resumed by its name, and several are listed`() throws {
    let desk = try desk()
    let begin = { (project: String) in
      _ = try desk.huddle("run", "small.yaml", "--project", project, input: "Ana, Bo\n/quit\n")
    }
    try begin("Apollo")
    try begin("Borealis")
    let resumed = try desk.huddle("resume", "apollo", input: "/quit\n")
    #expect(resumed.status == 0, "\(resumed.errors)")
    #expect(resumed.output.contains("Apollo small"), "\(resumed.output)")
    #expect(try desk.huddle("resume", "bor", input: "/quit\n").output.contains("Borealis small"))
    try begin("Borneo")
    #expect(try desk.huddle("resume", "bor", input: "/quit\n").status == 66)
    try begin("Apollo")
    let several = try desk.huddle("resume", "Apollo", input: "/quit\n")
    #expect(several.status == 66)
    #expect(several.errors.contains("Apollo has 2 open sessions: huddle resume 20"))
    // What is listed can be typed as it is.
    let name = try #require(several.errors.split { " \n".contains($0) }.last.map(String.init))
    let chosen = try desk.huddle("resume", name, input: "/quit\n")
    #expect(chosen.status == 0, "\(chosen.errors)")
  }

  @Test func `the hand-out begins with whether the agreement is in force, in fifteen lines`() throws
  {
    let desk = try desk()
    let actions = (1...20).map { "/a write part \($0), ana fri" }.joined(separator: "\n")
    let played = try desk.huddle(
      "run", "small.yaml", "--project", "Apollo", "--with", "Ana (Data), Bo (Legal)",
      input: "It\n\(actions)\none idea\n/copy\n/quit\n")
    let lines = played.output.split(separator: "\n").map(String.init)
    let first = try #require(
      lines.firstIndex { $0.contains("NOT IN FORCE: waits for Ana (Data) and Bo (Legal).") },
      "\(played.output)")
    #expect(lines[first + 1].hasSuffix("Apollo small"))
    #expect(lines[first + 2].hasSuffix("Agreed: one idea"))
    #expect(lines[first + 14].hasSuffix("… and 9 more"), "\(lines[first...])")
  }

  @Test func `an earlier meeting of the project is asked too`() throws {
    let desk = try desk()
    let first = try desk.huddle(
      "run", "small.yaml", "--project", "Apollo", "--with", "Ana, Bo",
      input: "It\nlabels come from Legal\n\n\n\na\na\n\n")
    #expect(first.output.contains("Finished"), "\(first.output)")
    let second = try desk.huddle(
      "run", "small.yaml", "--project", "apollo", "--with", "Ana, Bo",
      input: "New labels\n/show labels\n/show nothing\n/quit\n")
    #expect(second.output.contains("goal  New labels · "), "\(second.output)")
    #expect(second.output.contains("Earlier in this project:"), "\(second.output)")
    #expect(
      second.output.contains("labels come from Legal · agreed · signed"), "\(second.output)")
    #expect(second.output.contains("Nothing about “nothing” so far."))
  }
}
