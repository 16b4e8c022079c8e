import Session
import Values

/// Says whose answers to a sign-off were for a text that changes now, or whose hold again.
///
/// `The text changed: the answers of Ana and Bo were for the one before, and are asked again.`
struct SignedTextChange {
  private(set) var words: [Utterance] = []
  private let state: SessionState

  init(_ session: MeetingSession, _ facts: [Fact], _ moment: Moment) {
    state = session.state
    guard !facts.isEmpty, !state.signatures.isEmpty else { return }
    let isAnswer = facts.contains { if case .signoffGiven = $0.event { true } else { false } }
    guard !isAnswer else { return }
    let after = facts.reduce(session) { $0.with($1, at: moment.now) }
    for signoff in state.signatures.keys.sorted() {
      let before = session.outdatedAnswers(to: signoff).map(\.person)
      let now = after.outdatedAnswers(to: signoff).map(\.person)
      let kept = (after.state.signatures[signoff] ?? []).map(\.person)
      sayLost(now.filter { !before.contains($0) })
      sayRegained(before.filter { !now.contains($0) && kept.contains($0) })
    }
  }

  private mutating func sayLost(_ people: [String]) {
    guard !people.isEmpty else { return }
    let verbs = people.count == 1 ? ("answer", "was", "is") : ("answers", "were", "are")
    words.append(
      .warning(
        "The text changed: the \(verbs.0) of \(names(people)) \(verbs.1) for the one before, "
          + "and \(verbs.2) asked again."))
  }

  private mutating func sayRegained(_ people: [String]) {
    guard !people.isEmpty else { return }
    let verbs = people.count == 1 ? ("answer", "holds") : ("answers", "hold")
    words.append(.hint("The text is as before: the \(verbs.0) of \(names(people)) \(verbs.1)."))
  }

  private func names(_ people: [String]) -> String {
    DisplayText.joined(people.map(state.name))
  }
}
