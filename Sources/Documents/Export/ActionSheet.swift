package import Outcomes
import PlaybookLanguage
package import Session
package import Values

/// What a meeting hands over to other tools: its actions, and the days to come back to.
package struct ActionSheet: Sendable, Equatable {
  package enum State: String, Sendable { case open, done, dropped }

  package struct Action: Sendable, Equatable {
    /// `A1`.
    package let id: String
    /// Unique over all sessions: `k7f3q-A1`.
    package let reference: String
    /// With its doubt behind it: `Ask the bank (to confirm)`.
    package let text: String
    package let doubt: String?
    package let owner: String?
    /// The owner's address, for tools that know people by it.
    package let email: String?
    /// When work on it begins, where its row says so; never after it is due.
    package let start: CalendarDate?
    package let due: CalendarDate?
    package let doneWhen: String?
    package let state: State
    /// When a later meeting or follow-up last said something of it.
    package let followed: Instant?
  }

  /// A day that goes into a calendar.
  package struct Day: Sendable, Equatable {
    /// The kind and the outcome's id: `event-again`.
    package let id: String
    package let text: String
    package let date: CalendarDate
    package let owner: String?
    /// How often it comes again; nil for once.
    package let every: TimeSpan?
  }

  package let actions: [Action]
  /// Open points and signatures that somebody has promised for a day: a calendar's, no tracker's.
  package let promises: [Action]
  package let days: [Day]
  /// `For Rosa Lund and Dan only.`, where the meeting is private.
  package let audience: String?
  package let title: String
  package let project: String
  package let playbook: String
  package let session: String
  package let date: CalendarDate
  /// When the session was last written: the time stamp of what is exported, the same every time.
  package let stamp: Instant

  /// The same as a day where the meeting was.
  func day(of moment: Instant) -> CalendarDate { moment.date(offsetSeconds: offset) }

  private let offset: Int

  /// `emails` maps the names of people to addresses that the session itself does not know; `later`
  /// says what became of an action or of a promised answer since.
  package init(
    session: MeetingSession, summary: Summary, details: MeetingDetails,
    emails: [String: String] = [:], later: (_ id: String) -> LaterWord? = { _ in nil }
  ) {
    let opened = session.state.opened
    let id = opened?.session ?? ""
    let tag = Identifier.shortTag(of: id)
    let known = session.state.people.compactMap { person in
      person.email.map { (person.name, $0) }
    }
    let emails = Dictionary(known) { first, _ in first }.merging(emails) { own, _ in own }
    let scope = session.scope()
    actions = summary.actions.map { outcome in
      Action(
        // Whoever said no at the read-back, or never heard of it, has promised nothing.
        id: outcome.id, reference: "\(tag)-\(outcome.id)",
        text: outcome.text.singleLine + (outcome.doubt.map { " (\($0))" } ?? ""),
        doubt: outcome.doubt,
        owner: outcome.owner?.name, email: outcome.owner.flatMap { Self.email($0, emails) },
        start: Self.start(outcome, scope), due: outcome.due,
        doneWhen: outcome.doneWhen?.singleLine, state: Self.state(outcome),
        followed: later(outcome.id)?.at)
    }
    promises = OpenPromise.all(in: session, summary).map { promise in
      let word = later(promise.id)
      return Action(
        id: promise.id, reference: "\(tag)-\(promise.id)", text: promise.words.singleLine,
        doubt: nil,
        owner: promise.owner.name, email: Self.email(promise.owner, emails), start: nil,
        due: word?.due ?? promise.due, doneWhen: nil,
        state: word?.status.flatMap { State(rawValue: $0) } ?? .open, followed: word?.at)
    }
    days = Self.days(summary)
    audience = DocumentBuilder(session: session, summary: summary, details: details).audience?.plain
    title = opened.map(\.title).flatMap { $0.isEmpty ? nil : $0 } ?? session.playbook.title
    project = opened?.project ?? ""
    playbook = session.playbook.id
    self.session = id
    date = details.date
    offset = opened?.offset ?? 0
    stamp = session.log.records.last?.at ?? Instant(milliseconds: 0)
  }

  private static func email(_ person: PersonValue, _ emails: [String: String]) -> String? {
    emails[person.name] ?? (person.name.contains("@") ? person.name : nil)
  }

  /// When work on it begins: its own field, or the day in the row that it is made of.
  static func start(_ outcome: Outcome, _ scope: SessionScope) -> CalendarDate? {
    if case .date(let start) = outcome["start"] { return start }
    guard let item = outcome.item.flatMap(scope.state.item) else { return nil }
    let row = ItemValue(id: item.id, list: item.list.question, chain: item.list.items)
    guard case .date(let start) = scope.member("start", of: row) else { return nil }
    return outcome.due.map { start <= $0 } ?? true ? start : nil
  }

  private static func state(_ outcome: Outcome) -> State {
    let word: String? =
      switch outcome["state"] {
      case .choice(let key), .text(let key): key
      default: nil
      }
    return word.flatMap { State(rawValue: $0.lowercased()) } ?? .open
  }

  /// Events and milestones, and the days on which a decision or a risk is looked at again.
  private static func days(_ summary: Summary) -> [Day] {
    (summary.events + summary.milestones).compactMap { outcome in
      outcome.date.map { day(outcome, outcome.text, $0) }
    }
      + (summary.decisions + summary.risks).compactMap { outcome in
        guard case .date(let date) = outcome["review"] else { return nil }
        return day(outcome, "Look again: \(outcome.text)", date)
      }
  }

  private static func day(_ outcome: Outcome, _ text: String, _ date: CalendarDate) -> Day {
    let every: TimeSpan? =
      switch outcome["every"] {
      case .span(let span) where span.seconds > 0: span
      case .choice(let words), .text(let words): TimeSpan(rhythm: words)
      default: nil
      }
    return Day(
      id: "\(outcome.kind.rawValue)-\(outcome.id)", text: text.singleLine, date: date,
      owner: outcome.owner?.name, every: every)
  }

  /// What a tracker makes tasks of: nobody works on what is done or dropped.
  var open: [Action] { actions.filter { $0.state == .open } }

  /// How much of an action fits into an issue's title: Jira and GitLab take 255 signs, GitHub 256.
  private static let longestTitle = 255

  /// An action as the title of an issue: cut where it is too long, its doubt kept.
  func title(of action: Action) -> String {
    guard action.text.utf16.count > Self.longestTitle else { return action.text }
    let doubt = action.doubt.map { " (\($0))" } ?? ""
    let end = "…" + (doubt.utf16.count < Self.longestTitle / 2 ? doubt : "")
    var title = ""
    var count = end.utf16.count
    for sign in action.text {
      count += sign.utf16.count
      guard count <= Self.longestTitle else { break }
      title.append(sign)
    }
    return title.trimmed + end
  }

  /// `Done when: filed. Owner: Leah Stein. From: Churn offers, 24 Nov 2026 (k7f3q-A1)`; an action that
  /// is too long for a title stands before it.
  func description(of action: Action) -> String {
    [
      title(of: action) == action.text ? nil : action.text, audience,
      action.doneWhen.map { "Done when: \($0)" }, action.owner.map { "Owner: \($0)" },
      "From: \(title.singleLine), \(date.display) (\(action.reference))",
    ].compactMap { $0 }.joined(separator: "\n")
  }
}
