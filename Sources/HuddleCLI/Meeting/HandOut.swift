import Documents
import Outcomes
import PlaybookLanguage
import Session
import Values

/// At most fifteen lines for the call's chat, before anybody leaves.
///
/// Whether an agreement is in force stands first, then what was agreed, who does what, when one
/// meets again, what is open.
struct HandOut {
  let text: String

  private static let mostLines = 15

  init(_ session: MeetingSession) {
    let title = session.state.opened?.title ?? session.playbook.title
    let head = Self.standings(session) + [title]
    let lines = Self.lines(Summary(of: session))
    let room = Self.mostLines - head.count
    let shown =
      lines.count > room
      ? lines.prefix(room - 1) + ["… and \(lines.count - room + 1) more"] : lines[...]
    text = (head + shown).map(\.onOneLine).joined(separator: "\n")
  }

  /// `NOT IN FORCE: waits for Leah Stein (Legal), by Fri 11 Dec 2026.` for each text that is signed.
  private static func standings(_ session: MeetingSession) -> [String] {
    let details = MeetingDetails(of: session)
    return session.agenda().places.filter { $0.question?.kind == .signoff }.prefix(3)
      .compactMap(\.question).map {
        SignoffStanding(session: session, question: $0, details: details).words
      }
  }

  private static func lines(_ summary: Summary) -> [String] {
    let actions = summary.actions.map { action in
      let who = action.owner?.name ?? "nobody yet"
      let due = action.due.map { ", by \($0.display)" } ?? ""
      let line = "\(who): \(action.text)\(due)" + standing(action)
      return action.calledBy.map { "\($0) \(line)" } ?? line
    }
    let agreed =
      summary.agreements.map { "Agreed: \($0.text)" + standing($0) }
      + summary.decisions.map { "Decided: \($0.text)" + standing($0) }
    let open = summary.openPoints.map { point in
      let who = point.owner.map { " · \($0.name)" } ?? ""
      return "Open: \(point.text)\(who)" + (point.due.map { ", by \($0.display)" } ?? "")
    }
    let next = summary.events.map { event in
      "Next: \(event.text)" + (event.date.map { ", \($0.display)" } ?? "")
    }
    return agreed + actions + next + open + summary.parked.map { "Parked: \($0.text)" }
  }

  private static func standing(_ outcome: Outcome) -> String {
    outcome.doubt.map { " (\($0))" } ?? ""
  }
}
