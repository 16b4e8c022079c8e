import Outcomes
import PlaybookLanguage
import Session
import Values

/// The close: every outcome as it stands, flat, and then the end, in one write.
struct Closing {
  let facts: [Fact]

  init(_ session: MeetingSession) {
    let outcomes = Summary(of: session).outcomes.map { Fact(.outcomeSettled(Self.settled($0))) }
    facts = outcomes + [Fact(.sessionClosed)]
  }

  private static func settled(_ outcome: Outcome) -> OutcomeSettled {
    OutcomeSettled(
      kind: outcome.kind.rawValue, id: outcome.id, text: outcome.text,
      owner: outcome.owner?.name, due: outcome.due ?? outcome.date, doneWhen: outcome.doneWhen,
      state: outcome.read?.verdict.rawValue ?? "open")
  }
}
