import Documents
import Facilitation
import Journal
import PlaybookLanguage
import Session
import Values

/// What closed meetings of the same project settled about something, newest first.
struct ProjectRecollection {
  private let store: SessionStore
  private let session: MeetingSession

  init(_ store: SessionStore, _ session: MeetingSession) {
    self.store = store
    self.session = session
  }

  /// `6 Nov A1  get a signed SLA · Ana · Fri 27 Nov 2026 · agreed · signed`.
  func lines(about words: String, most: Int) -> [Utterance.Entry] {
    guard most > 0, let outcomes = try? store.library.outcomes(),
      let project = session.state.opened?.project
    else { return [] }
    let wanted = TextFolding.fold(words)
    let sessions = outcomes.settled.filter {
      TextFolding.fold($0.project) == TextFolding.fold(project)
        && $0.session != session.state.opened?.session
    }.sorted { ($1.closed, $1.session) < ($0.closed, $0.session) }
    var lines: [Utterance.Entry] = []
    for settled in sessions where lines.count < most {
      let found = settled.outcomes.filter { TextFolding.fold($0.text).contains(wanted) }
      guard !found.isEmpty, let folded = try? store.read(settled.path).session,
        folded.mayBeRead(by: session.playbook, among: PrivateEarlier.people(of: session))
      else { continue }
      let standing = Self.standing(folded)
      lines += found.map { line($0, settled, standing) }
    }
    return Array(lines.prefix(most))
  }

  private static func standing(_ session: MeetingSession) -> String? {
    let details = MeetingDetails(of: session)
    return session.agenda().places.last { $0.question?.kind == .signoff }?.question.map {
      let standing = SignoffStanding(session: session, question: $0, details: details)
      guard standing.isKnown else { return "not known whether signed" }
      guard standing.isInForce else { return "not signed" }
      let conditions = standing.reservations.count
      return conditions == 0 ? "signed" : "signed with \(conditions.counted("reservation"))"
    }
  }

  private func line(_ outcome: OutcomeSettled, _ settled: SettledSession, _ standing: String?)
    -> Utterance.Entry
  {
    let day = settled.closed.date(offsetSeconds: session.state.opened?.offset ?? 0).display
    let words = [outcome.text, outcome.owner, outcome.due?.display, outcome.state, standing]
    return .init(
      "\(outcome.id), \(day)", words.compactMap { $0 }.joined(separator: " · "))
  }
}
