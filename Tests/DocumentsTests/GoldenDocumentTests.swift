import Documents
import Outcomes
import Session
import Testing

/// Whole documents as they are printed, so that any change of layout is seen.
@Suite struct GoldenDocumentTests {
  @Test func `every file of a meeting comes out as it is kept`() throws {
    for file in try SampleMeeting.told().exporter.files(
      formats: ExportFormat.allCases.filter { $0 != .docx })
    {
      guard Self.isKept(file.name) else { continue }
      Golden.expect(file.text, file.name)
    }
  }

  /// Every format once, and Markdown for all documents.
  private static func isKept(_ name: String) -> Bool {
    name.hasPrefix("agreement.") || name.hasPrefix("actions.") || name.hasPrefix("decision-")
      || name == "calendar.ics" || name == "plan.mermaid.mmd" || name == "session.json"
      || (name.hasSuffix(".md") && !name.contains(".notion."))
  }

  @Test func `the same session gives the same bytes`() throws {
    let first = try SampleMeeting.told().exporter.files(formats: ExportFormat.allCases)
    let second = try SampleMeeting.told().exporter.files(formats: ExportFormat.allCases)
    #expect(first == second)
  }

  @Test func `no two files have one name`() throws {
    let names = try SampleMeeting.told().exporter.files(formats: ExportFormat.allCases).map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { !$0.contains("/") && !$0.hasPrefix(".") })
  }
}

extension SampleMeeting {
  var exporter: Exporter {
    Exporter(
      session: session, summary: Summary(of: session), details: MeetingDetails(of: session),
      emails: ["Leah Stein": "leah@example.com"])
  }
}
