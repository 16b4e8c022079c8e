import Documents
import Session
import Testing
import Values

/// Whether a text is in force, and what stands on its first line.
@Suite struct SignoffStandingTests {
  fileprivate struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let line: String
    let steps: @Sendable (inout SampleMeeting) -> Void

    init(
      _ testDescription: String, _ line: String,
      _ steps: @escaping @Sendable (inout SampleMeeting) -> Void
    ) {
      self.testDescription = testDescription
      self.line = line
      self.steps = steps
    }
  }

  private static let cases = [
    Case("nobody has answered", "NOT IN FORCE: waits for Vera (Sales) and Leah (Legal). Text 1") {
      _ in
    },
    Case("all agree", "IN FORCE. Text 1") {
      $0.sign("p2", .agree)
      $0.sign("p3", .agree)
    },
    Case(
      "one on a condition", "IN FORCE, with 1 reservation: Leah (Legal), “only in May”. Text 1"
    ) {
      $0.sign("p2", .agree)
      $0.sign("p3", .reservation, note: "only in May")
    },
    Case(
      "two on conditions, of one of which nobody knows the words",
      "IN FORCE, with 2 reservations: Vera (Sales), without a word why; Leah (Legal), “only "
        + "in May”. Text 1"
    ) {
      $0.sign("p2", .reservation)
      $0.sign("p3", .reservation, note: "only in May")
    },
    Case(
      "a colleague speaks for an absent one, on a condition",
      "IN FORCE, with 1 reservation: Lea speaks for Legal, Leah has not agreed; Lea (Legal), "
        + "“only in May”. Text 1"
    ) {
      $0.join("p4", "Lea", "Legal")
      $0.sign("p2", .agree)
      $0.sign("p3", .absent)
      $0.sign("p4", .reservation, note: "only in May")
    },
    Case("one later", "NOT IN FORCE: waits for Leah (Legal), by Fri 11 Dec 2026. Text 1") {
      $0.sign("p2", .agree)
      $0.sign("p3", .later, by: "2026-12-11")
    },
    Case(
      "one later, and another has not answered",
      "NOT IN FORCE: waits for Vera (Sales) and Leah (Legal, by Fri 11 Dec 2026). Text 1"
    ) { $0.sign("p3", .later, by: "2026-12-11") },
    Case("one declines", "NOT IN FORCE: declined by Vera (Sales); waits for Leah (Legal). Text 1") {
      $0.sign("p2", .decline)
    },
    Case(
      "a colleague speaks for an absent one",
      "IN FORCE: Lea speaks for Legal, Leah has not agreed. Text 1"
    ) {
      $0.join("p4", "Lea", "Legal")
      $0.sign("p2", .agree)
      $0.sign("p3", .absent)
      $0.sign("p4", .agree)
    },
    Case(
      "functions that were taken out make nobody a colleague",
      "NOT IN FORCE: waits for Leah and Lea. Text 1"
    ) {
      for (id, name) in [("p2", "Vera"), ("p3", "Leah"), ("p4", "Lea")] {
        $0.join(id, name, "[redacted]")
      }
      $0.sign("p2", .agree)
    },
    Case(
      "one of several functions was taken out", "NOT IN FORCE: waits for Leah. Text 1"
    ) {
      $0.join("p3", "Leah", "[redacted]")
      $0.sign("p2", .agree)
    },
    Case(
      "two without a function are parties by the role that they signed in, and both count",
      "NOT IN FORCE: declined by Cy (observer). Text 1"
    ) {
      $0.join("p4", "Lea")
      $0.join("p5", "Bo")
      $0.join("p6", "Cy")
      for id in ["p2", "p3"] { $0.sign(id, .agree) }
      for id in ["p4", "p5"] { $0.sign(id, .agree, role: "observer") }
      $0.sign("p6", .decline, role: "observer")
    },
    Case("two colleagues have not answered", "NOT IN FORCE: waits for Leah or Lea (Legal). Text 1")
    {
      $0.join("p4", "Lea", "Legal")
      $0.sign("p2", .agree)
    },
    Case(
      "the text changes after it was signed",
      "NOT IN FORCE: waits for Vera (Sales) and Leah (Legal). Text 2"
    ) {
      $0.sign("p2", .agree)
      $0.sign("p3", .agree)
      $0.answer("objective", "something else")
    },
    Case("the changed text is signed again", "IN FORCE. Text 2") {
      $0.sign("p2", .agree)
      $0.answer("objective", "something else")
      $0.sign("p2", .agree)
      $0.sign("p3", .agree)
    },
    Case("parking and notes change nothing", "IN FORCE. Text 1") {
      $0.sign("p2", .agree)
      $0.sign("p3", .agree)
      $0.items("room.parked", [.init(id: "P1", text: "later")], done: false)
    },
    Case("a signature is taken back", "NOT IN FORCE: waits for Leah (Legal). Text 1") {
      $0.sign("p2", .agree)
      $0.sign("p3", .agree)
      $0.add(.eventsUndone(targets: [$0.session.log.nextNumber - 1]))
    },
  ]

  @Test(arguments: cases)
  fileprivate func `the first line is honest`(_ example: Case) throws {
    var meeting = try SampleMeeting(playbook: SamplePlaybook.sample.get())
    meeting.join("p1", "Rosa", roles: ["facilitator"])
    meeting.join("p2", "Vera", "Sales")
    meeting.join("p3", "Leah", "Legal")
    example.steps(&meeting)
    guard case .paragraph(let words) = try meeting.document("agreement").blocks.first else {
      Issue.record("no first line")
      return
    }
    let line = words.prefix { $0 != .lineBreak }.map(\.plain).joined()
    #expect(line.hasPrefix(example.line + ", "))
  }

  @Test func `a playbook without a sign-off has no line about force`() throws {
    let text = SamplePlaybook.text.replacing(
      "        kind: signoff\n        of: agreement\n", with: ""
    )
    .replacing("      - signoff: agreement\n", with: "")
    .replacing("- signoff: agreement", with: "- text: end")
    var meeting = try SampleMeeting(
      playbook: SamplePlaybook.load(text.replacing("id: signatures", with: "id: consent")))
    meeting.join("p1", "Rosa", roles: ["facilitator"])
    let page = MarkdownWriter.write(try meeting.document("agreement"))
    #expect(!page.contains("IN FORCE"))
    #expect(page.contains("Tue 24 Nov 2026, 10:00–10:02, recorded by Rosa."))
  }
}
