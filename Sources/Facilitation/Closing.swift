import Outcomes
import PlaybookLanguage
import Session
import Values

/// The close: every outcome as it stands, flat, and then the end, in one write.
struct Closing {
  let facts: [Fact]

  init(_ session: MeetingSession) {
    let summary = Summary(of: session)
    let outcomes = summary.outcomes.map { Fact(.outcomeSettled(Self.settled($0))) }
    let promises = OpenPromise.all(in: session, summary).map {
      Fact(
        .outcomeSettled(
          OutcomeSettled(
            kind: $0.kind.rawValue, id: $0.id, text: $0.text, owner: $0.owner.name, due: $0.due,
            state: "open")))
    }
    let scope = session.scope()
    let updates = summary.updates.compactMap { Self.update($0, scope) }
    facts = updates + outcomes + promises + [Fact(.sessionClosed)]
  }

  /// An outcome that changes an earlier one: what is new about it, or nothing.
  private static func update(_ update: Summary.Update, _ scope: SessionScope) -> Fact? {
    let item = update.item
    let known = scope.review(of: item)
    let now = update.outcome
    var change = ActionUpdated(
      session: item.session, action: item.id, revision: scope.nextRevision(of: item))
    change.status = stateWords(now).flatMap { $0 == known?.status ?? "open" ? nil : $0 }
    change.owner = (now.owner?.name).flatMap { $0 == known?.owner ?? item.owner ? nil : $0 }
    change.due = now.due.flatMap { $0 == known?.due ?? item.due ? nil : $0 }
    change.text = now.text == known?.text ?? item.text ? nil : now.text
    let isChanged = [change.status, change.owner, change.due?.iso, change.text].contains {
      $0 != nil
    }
    return isChanged ? Fact(.actionUpdated(change)) : nil
  }

  /// What is over already stays over, however it was read back.
  private static func ending(of outcome: Outcome) -> String? {
    stateWords(outcome).flatMap { ["done", "dropped", "closed"].contains($0) ? $0 : nil }
  }

  private static func stateWords(_ outcome: Outcome) -> String? {
    switch outcome["state"] {
    case .text(let words), .choice(let words): words
    default: nil
    }
  }

  private static func settled(_ outcome: Outcome) -> OutcomeSettled {
    OutcomeSettled(
      kind: outcome.kind.rawValue, id: outcome.id, text: outcome.text,
      owner: outcome.owner?.name, due: outcome.due ?? outcome.date, doneWhen: outcome.doneWhen,
      state: ending(of: outcome) ?? outcome.standing)
  }
}
