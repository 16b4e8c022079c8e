import TestSupport
import Testing
import Values

/// Words are found where they still stand, in every session that may be shown.
@Suite struct FindTests {
  @Test func `what was said is found under its question, each thing once`() throws {
    let desk = try Desk()
    try desk.play("model-scoping")
    try desk.play("pre-mortem")
    let found = try desk.huddle("find", "BALANCING", "test")
    // Whatever the session's own tag is.
    let lines = found.lines.filter { !$0.hasPrefix("  2026-11-20-churn-offers-model-scoping-") }
    #expect(
      lines.joined(separator: "\n") + "\n" == """
        Churn offers model scoping · Fri 20 Nov 2026
          Sign-off
            Legal · Leah Stein · later, by Fri 11 Dec · The balancing test comes first
          Actions
            A1 · Leah Stein · Write the balancing test for legitimate interest · Fri 11 Dec · \
        it is filed and the verdict is mailed to all five · yes

        “balancing” and “test”: 2 places in 1 session.

        """)
    // A phrase stands together, and a figure is found as it is shown.
    let pieces = [
      ("test balancing", "No session here says “test balancing”.\n"),
      ("£240", "    £240\n"), ("12 weeks", "    12 weeks\n"),
      ("apollo", "Apollo pre-mortem · Fri 20 Nov 2026\n"),
    ]
    for (words, says) in pieces { Case("find", says: [says]).check(try desk.huddle("find", words)) }
    let answered = "  Does it pay? What does one offer cost us?\n    £6\n"
    Case("find", says: [answered]).check(try desk.huddle("find", "£6", "--project", "churn"))
    Case("find", says: ["No session"]).check(try desk.huddle("find", "£6", "--project", "apollo"))
  }

  @Test func `what was taken back or put otherwise is not found, what is half done is`() throws {
    let desk = try Desk()
    try Disk.write(SmallMeeting.playbook, to: "\(desk.work)/small.yaml")
    let input = "Ana, Bo\nA quarry\n/undo\nA harbour\nGulls\n/edit 1 Cranes\n\n/quit\n"
    let left = try desk.huddle("run", "small.yaml", "--project", "Bay", input: input)
    #expect(left.status == 0, "\(left.errors)")
    for (word, count) in [("quarry", 0), ("gulls", 0), ("harbour", 1), ("cranes", 1), ("bay", 1)] {
      let objects = try JSONValue(
        parsing: Array(try desk.huddle("find", word, "--json").output.utf8)
      ).array
      #expect(objects?.count == count, "\(word)")
    }
    // In what the playbook asks, which nobody said, nothing is looked for.
    Case("find", says: ["No session here says “why”."]).check(try desk.huddle("find", "why"))
  }

  @Test func `a private meeting is found only where it is named`() throws {
    let desk = try Desk()
    let path = try desk.play("one-on-one")
    let said = try desk.huddle("show", path).output
    let word = "dashboard"
    #expect(said.lowercased().contains(word), "the fixture says other things now: \(said)")
    Case("find", says: ["No session here says"]).check(try desk.huddle("find", word))
    Case("find", says: ["in 1 session."]).check(try desk.huddle("find", word, "--in", path))
  }

  @Test func `without names a person is neither shown nor found`() throws {
    let desk = try Desk()
    try desk.play("model-scoping")
    let shown = try desk.huddle("find", "balancing", "--no-names").output
    #expect(shown.contains("Participant") && !shown.contains("Leah") && !shown.contains("Stein"))
    Case("find", says: ["No session"]).check(try desk.huddle("find", "leah", "--no-names"))
  }

  @Test func `a damaged session is told and the others are searched; no words are a mistake`()
    throws
  {
    let desk = try Desk()
    let path = try desk.play("pre-mortem")
    try desk.play("model-scoping")
    let text = try Disk.text(path)
    try Disk.write(text.replacing("The bank", with: "The Bank"), to: path)
    let found = try desk.huddle("find", "bank")
    #expect(found.status == 65 && found.errors.contains("huddle verify"), "\(found.errors)")
    let harmless = try desk.huddle("find", "balancing")
    #expect(harmless.status == 0 && harmless.output.contains("2 places"), "\(harmless.output)")
    Case("find", status: 64, complains: ["Find what?", "huddle find \"data feed\" vendor"])
      .check(try desk.huddle("find"))
    Case("find", status: 64, complains: ["Find what?"]).check(try desk.huddle("find", " "))
  }
}
