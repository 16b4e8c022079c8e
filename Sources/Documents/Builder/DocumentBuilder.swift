package import Outcomes
import PlaybookLanguage
package import Session
import Values

/// Makes documents from a session: those that its playbook describes, and those of every meeting.
///
/// The same session, summary and details give the same trees, to the byte.
package struct DocumentBuilder {
  package let session: MeetingSession
  package let summary: Summary
  package let details: MeetingDetails
  let scope: SessionScope
  let agenda: Agenda
  let context: AnswerContext

  package init(session: MeetingSession, summary: Summary, details: MeetingDetails) {
    self.session = session
    self.summary = summary
    self.details = details
    scope = session.scope()
    agenda = Agenda(scope)
    context = session.answerContext(today: details.date)
  }

  /// A document that every meeting has, whatever its playbook says.
  package enum Standard: String, Sendable, CaseIterable {
    case agreement, minutes, summary, actions, decisions, risks
  }

  /// Ids of all documents of this session: the playbook's in its order, then the standard ones.
  package var documentIDs: [String] {
    let own = session.playbook.documents.map(\.id)
    return own + Standard.allCases.map(\.rawValue).filter { !own.contains($0) }
  }

  /// The document with this id; nil where there is none.
  ///
  /// A playbook's own document stands before a standard one of the same id.
  package func document(id: String) -> Document? {
    let template = session.playbook.documents.first { $0.id == id }
    return (template.map(document) ?? Standard(rawValue: id).map(document)).map(addressed)
  }

  /// A private meeting's document begins with whom it is for; a playbook that says the same in it
  /// says it once.
  func addressed(_ document: Document) -> Document {
    guard let audience else { return document }
    var document = document
    document.blocks.removeAll { block in
      if case .paragraph(let words) = block { words.plain == audience.plain } else { false }
    }
    document.blocks.insert(.paragraph(audience), at: 0)
    return document
  }

  /// `For Rosa Lund and Dan only.`; nil where the meeting is not private.
  package var audience: [Inline]? {
    guard session.state.isPrivate else { return nil }
    let names = DisplayText.joined(session.state.people.map(\.name))
    return [.strong("For \(names.isEmpty ? "those who were there" : names) only.")]
  }

  private func document(_ standard: Standard) -> Document {
    switch standard {
    case .agreement: agreement
    case .minutes: minutes
    case .summary: onePage
    case .actions: listing("actions", "Actions", actionBlocks)
    case .decisions: listing("decisions", "Decisions", decisionBlocks)
    case .risks: listing("risks", "Risks", riskBlocks + riskPicture)
    }
  }

  func listing(_ id: String, _ name: String, _ blocks: [Block]) -> Document {
    Document(id: id, title: "\(name): \(meetingTitle)", blocks: [meetingLine] + blocks)
  }
}

// MARK: - The meeting itself

extension DocumentBuilder {
  /// The session's title, else its playbook's.
  var meetingTitle: String {
    let title = session.state.opened?.title ?? ""
    return title.isEmpty ? session.playbook.title : title
  }

  /// `Tue 24 Nov 2026, 10:00–11:14, recorded by Rosa Lund. Vera Holt left 10:52.`.
  var meetingLine: Block { .paragraph([.text(meetingWords)]) }

  var meetingWords: String {
    var parts = [details.date.display]
    if let start = details.start {
      let end = details.end.flatMap { $0 == start ? nil : "–" + $0.display }
      parts.append(start.display + (end ?? ""))
    }
    if let recorder = details.recorder { parts.append("recorded by \(recorder)") }
    return ([parts.joined(separator: ", ")] + departures).joined(separator: ". ") + "."
  }

  /// Who left before the end, and when.
  private var departures: [String] {
    session.state.people.filter { $0.presence == .left }.map { person in
      let record = session.log.records.last { record in
        !session.log.dead.contains(record.number)
          && record.fact.event == .personLeft(person: person.id, isAway: false)
      }
      let time = record.map { " " + $0.at.clockTime(offsetSeconds: details.offset).display }
      return "\(person.name) left\(time ?? "")"
    }
  }

  /// A day of the meeting's year without it, any other with it.
  func day(_ date: CalendarDate) -> String {
    date.year == details.date.year ? date.shortDisplay : date.display
  }
}
