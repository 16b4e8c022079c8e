import Documents
import Outcomes
import Session
import Testing
import Values

/// What other tools are told of an action beside its words.
@Suite struct ActionSheetTests {
  /// One action in a table, as its owner said of it.
  private static func sheet(_ verdict: OutcomeRead.Verdict?) throws -> SampleMeeting {
    var meeting = try SampleMeeting(playbook: SamplePlaybook.sample.get())
    meeting.join("p3", "Leah")
    meeting.items(
      "todo",
      [
        .row("A1", [.cell("step", "Write it"), .cell("owner", "p3"), .cell("due", "2026-12-11")])
      ])
    guard let verdict else { return meeting }
    meeting.add(
      .outcomeRead(
        OutcomeRead(outcome: "A1", verdict: verdict, text: "Write it · Leah · Fri 11 Dec 2026")))
    return meeting
  }

  @Test func `nobody is called by what was said of an action`() throws {
    var meeting = try SampleMeeting(playbook: SamplePlaybook.sample.get())
    meeting.join("p3", "@octocat")
    meeting.items(
      "todo",
      [.row("A1", [.cell("step", "Ask @org/everyone, a@b.example"), .cell("owner", "p3")])])
    let session = meeting.session
    let exporter = Exporter(
      session: session, summary: Summary(of: session), details: MeetingDetails(of: session))
    let body = exporter.files(formats: [.github])[0].text.split(separator: "--body=").dropFirst()
    #expect(body.joined().contains("@<!-- -->octocat"), "\(body)")
    #expect(!body.joined().contains("@o"), "\(body)")
  }

  @Test(
    arguments: [
      (.agreed, "Write it"), (nil, "Write it"), (.disputed, "Write it (disputed)"),
      (.toConfirm, "Write it (to confirm)"),
    ] as [(OutcomeRead.Verdict?, String)])
  func `what is no promise says so in every tool`(
    _ verdict: OutcomeRead.Verdict?, _ words: String
  ) throws {
    let meeting = try Self.sheet(verdict)
    let session = meeting.session
    let exporter = Exporter(
      session: session, summary: Summary(of: session), details: MeetingDetails(of: session))
    for format in [ExportFormat.jira, .asana, .gitlab, .github, .todotxt, .trello, .icalendar] {
      let text = exporter.files(formats: [format])[0].text
      #expect(text.contains(words), "\(format.rawValue): \(text)")
      #expect(text.contains("(") == words.contains("(") || !text.contains("it ("))
    }
    let page = SlackWriter.write(try meeting.document("summary"))
    let mark = verdict == nil || verdict == .agreed ? "" : " *\(words.dropFirst(9))*"
    #expect(page.contains("☐ *Leah*: Write it, by Fri 11 Dec\(mark)\n"), "\(page)")
  }

  @Test func `what somebody disputes is no promise, whoever said yes to it`() throws {
    var meeting = try Self.sheet(.agreed)
    meeting.join("p4", "Dee")
    meeting.add(
      .itemEdited(
        ItemEdited(
          item: "A1", row: [.cell("disputed_by", "p4"), .cell("disputed", "the spec was late")])))
    let session = meeting.session
    let exporter = Exporter(
      session: session, summary: Summary(of: session), details: MeetingDetails(of: session))
    for format in [ExportFormat.jira, .asana, .gitlab, .github, .todotxt, .trello, .icalendar] {
      let text = exporter.files(formats: [format])[0].text
      #expect(text.contains("Write it (disputed)"), "\(format.rawValue): \(text)")
    }
    let page = SlackWriter.write(try meeting.document("summary"))
    #expect(page.contains("Write it, by Fri 11 Dec *(disputed)*\n"), "\(page)")
    #expect(page.contains("Disputed: Write it (by Dee: the spec was late)\n"), "\(page)")
  }
}
