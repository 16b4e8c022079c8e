import Facilitation
import Outcomes
import PlaybookLanguage
import Session
import Values

/// The last line of a meeting: how long it took, and what came of it.
struct FinalWord {
  let words: String

  init(_ session: MeetingSession) {
    let minutes = Timeline(of: session).spent.minutes
    let planned = session.playbook.time.map { " of \($0.minutes)" } ?? ""
    let summary = Summary(of: session)
    let agreed = summary.actions.count(where: \.isAgreed)
    let disputed = summary.actions.count(where: \.isDisputed)
    let open = summary.actions.count - agreed - disputed
    let refused = summary.agreements.count(where: \.isDisputed)
    let doubted = summary.decisions.count(where: \.isDisputed)
    let parts: [(Int, String, String)] = [
      (summary.agreements.count - refused, "agreement", "agreements"),
      (refused, "agreement disputed", "agreements disputed"),
      (summary.decisions.count - doubted, "decision", "decisions"),
      (doubted, "decision disputed", "decisions disputed"),
      (summary.risks.count, "risk", "risks"),
      (agreed, "action agreed", "actions agreed"),
      (open, "action to confirm", "actions to confirm"),
      (disputed, "action disputed", "actions disputed"),
      (summary.openPoints.count, "open point", "open points"),
      (summary.parked.count, "parked", "parked"),
    ]
    let counts = parts.filter { $0.0 > 0 }.map { $0.0.counted($0.1, $0.2) }
    words =
      "Finished in \(minutes)\(planned) min"
      + (counts.isEmpty ? "." : ": \(counts.joined(separator: ", ")).")
  }
}
