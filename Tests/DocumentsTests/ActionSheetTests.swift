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

  @Test func `a long action is cut for a title, its doubt is kept, and all of it stands below`()
    throws
  {
    let words = String(repeating: "Écrire la page 😀 ", count: 30) + "at last"
    var meeting = try SampleMeeting(playbook: SamplePlaybook.sample.get())
    meeting.items("todo", [.row("A1", [.cell("step", words)])])
    let line = try #require(Summary(of: meeting.session).actions.first?.readingLine)
    meeting.add(.outcomeRead(OutcomeRead(outcome: "A1", verdict: .toConfirm, text: line)))
    for format in [ExportFormat.jira, .gitlab] {
      let text = meeting.exporter.files(formats: [format])[0].text
      let row = CSVReader.rows(text)[1]
      #expect(row[0].utf16.count <= 255 && row[0].hasSuffix("… (to confirm)"), "\(row[0])")
      #expect(row.contains { $0.contains("at last (to confirm)\n") }, "\(row)")
    }
    let script = meeting.exporter.files(formats: [.github])[0].text
    #expect(script.contains("… (to confirm)' \\") && script.contains("at last"), "\(script)")
  }

  @Test func `what is done or dropped makes no task anew`() throws {
    let meeting = try Self.sheet(.agreed)
    for (status, ending) in [("done", "COMPLETED"), ("dropped", "CANCELLED")] {
      let exporter = Exporter(
        session: meeting.session, summary: Summary(of: meeting.session),
        details: MeetingDetails(of: meeting.session)
      ) { _ in LaterWord(status: status, text: nil, owner: nil, due: nil) }
      for format in [ExportFormat.jira, .asana, .gitlab] {
        let rows = CSVReader.rows(exporter.files(formats: [format])[0].text)
        #expect(rows.count == 1, "\(format) \(rows)")
      }
      let list = exporter.files(formats: [.todotxt]).first?.text ?? ""
      #expect(list.isEmpty == (status == "dropped") && list.hasPrefix("x ") == (status == "done"))
      let calendar = exporter.files(formats: [.icalendar])[0].text
      #expect(calendar.contains("STATUS:\(ending)"), "\(calendar)")
      // The day on which it was due goes from calendars that have it.
      #expect(calendar.contains("STATUS:CANCELLED") && calendar.contains("Due: "))
    }
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
