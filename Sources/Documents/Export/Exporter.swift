package import Outcomes
import PlaybookLanguage
package import Session
import Values

/// A file to be written beside the session: what follows the session's stem, and its bytes.
package struct ExportFile: Sendable, Equatable {
  /// `agreement.md`, `decision-d1.madr.md`: `<stem>-<name>` is the file's whole name.
  package let name: String
  package let text: String

  package init(name: String, text: String) {
    self.name = name
    self.text = text
  }

  package var bytes: [UInt8] { Array(text.utf8) }
}

/// Turns a session into files.
///
/// It writes nothing: the shell does, aside and renamed.
package struct Exporter {
  private let builder: DocumentBuilder
  /// The same with its actions as they stand by now.
  private let today: DocumentBuilder
  private let sheet: ActionSheet

  /// `emails` maps the names of people to their addresses, for tools that know people by them;
  /// `later` says what became of an action since: trackers, calendars and spreadsheets are handed
  /// that, and the documents say what the meeting said.
  package init(
    session: MeetingSession, summary: Summary, details: MeetingDetails,
    emails: [String: String] = [:], later: (_ action: String) -> LaterWord? = { _ in nil }
  ) {
    builder = DocumentBuilder(session: session, summary: summary, details: details)
    let now = summary.followed(by: later)
    today = DocumentBuilder(session: session, summary: now, details: details)
    sheet = ActionSheet(
      session: session, summary: now, details: details, emails: emails, later: later)
  }

  /// The files of these formats, in order; `documents` names those that are wanted, nil for all, and
  /// `tables` likewise those for spreadsheets, by the document that prints the same or the kind.
  ///
  /// A document that the session does not have gives no file, so ask `documentIDs` first.
  package func files(
    formats: [ExportFormat], documents: [String]? = nil, tables: [String]? = nil
  ) -> [ExportFile] {
    let wantsTrees = formats.contains { $0.scope == .documents }
    let ids = wantsTrees ? documents ?? builder.documentIDs : []
    // A tree is made once, however many formats print it.
    let trees = ids.compactMap { builder.document(id: $0) }
    return formats.flatMap { files($0, trees, tables) }
  }

  /// Ids of the documents that say nothing but that there is nothing.
  package var emptyDocuments: [String] {
    let heads = [builder.meetingLine] + [builder.audience].compactMap { $0 }.map { .paragraph($0) }
    return documentIDs.filter { id in
      builder.document(id: id)?.blocks.allSatisfy { block in
        block.isHeading || block == DocumentBuilder.none || heads.contains(block)
      } ?? false
    }
  }

  /// Whether a format for other tools has anything to tell them.
  package func isEmpty(_ format: ExportFormat) -> Bool {
    format.scope == .actions && sheet.actions.isEmpty
      && (format != .icalendar || sheet.days.isEmpty && sheet.promises.isEmpty)
  }

  /// Ids of the documents that this session has.
  package var documentIDs: [String] { builder.documentIDs }

  private func files(
    _ format: ExportFormat, _ documents: [Document], _ tables: [String]?
  ) -> [ExportFile] {
    switch format.scope {
    case .documents: documents.map { file(of: $0, format) }
    case .actions: actionFiles(format)
    case .outcomes: format == .madr ? decisionRecords : sheets(tables)
    case .session: sessionFile(format)
    }
  }

  private func file(_ name: String, _ format: ExportFormat, _ text: String) -> ExportFile {
    ExportFile(name: "\(name)\(format.infix).\(format.fileExtension)", text: text)
  }

  private func file(of document: Document, _ format: ExportFormat) -> ExportFile {
    let wantsTasks = document.id == "actions" && (format == .notion || format == .confluence)
    let text = Self.text(of: wantsTasks ? builder.checklist : document, in: format)
    return file(document.id, format, text)
  }

  /// A document in a format that prints documents; Markdown for any other, Word's among them.
  package static func text(of document: Document, in format: ExportFormat) -> String {
    switch format {
    case .text: PlainTextWriter.write(document)
    case .html: HTMLWriter.write(document)
    case .tree: JSONWriter.write(document)
    case .slack: SlackWriter.write(document)
    case .notion: NotionMarkdown.write(document)
    case .confluence: ConfluenceWriter.write(document)
    default: MarkdownWriter.write(document)
    }
  }

  private func actionFiles(_ format: ExportFormat) -> [ExportFile] {
    switch format {
    case .jira:
      let parts = JiraCSV.write(sheet)
      return parts.enumerated().map { place, text in
        file(parts.count == 1 ? "actions" : "actions-\(place + 1)", format, text)
      }
    case .asana: return [file("actions", format, AsanaCSV.write(sheet))]
    case .gitlab: return [file("actions", format, GitLabCSV.write(sheet))]
    case .github: return [file("actions", format, GitHubScriptWriter.write(sheet))]
    case .trello: return [file("actions", format, TrelloWriter.write(sheet))]
    case .todotxt: return [file("actions", format, TodoTxtWriter.write(sheet))]
    case .icalendar: return [file("calendar", format, ICalendarWriter.write(sheet))]
    default: return []
    }
  }

  /// Those with anything in them; where nothing is chosen, actions always.
  private func sheets(_ wanted: [String]?) -> [ExportFile] {
    Outcome.Kind.allCases.compactMap { kind in
      let names = [kind.rawValue, kind.rawValue + "s"]
      if let wanted, !wanted.contains(where: names.contains) { return nil }
      guard kind == .action && wanted == nil || !builder.summary.outcomes(kind).isEmpty else {
        return nil
      }
      return file(kind.rawValue + "s", .csv, CSVWriter.write(kind, today))
    }
  }

  private var decisionRecords: [ExportFile] {
    builder.summary.decisions.map { decision in
      file("decision-\(Slug.make(decision.id))", .madr, MADRWriter.write(decision, builder))
    }
  }

  private func sessionFile(_ format: ExportFormat) -> [ExportFile] {
    guard format == .mermaid else {
      let json = SessionJSON(
        session: builder.session, summary: builder.summary, details: builder.details)
      return [file("session", format, json.text)]
    }
    return builder.timeline.map {
      [
        file(
          "plan", format,
          MermaidWriter.write(
            $0, title: ([sheet.title, sheet.audience].compactMap { $0 }).joined(separator: ". ")))
      ]
    } ?? []
  }
}
