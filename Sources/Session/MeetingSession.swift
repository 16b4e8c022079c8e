package import PlaybookLanguage
package import Values

/// A session with its playbook: the one value from which everything on the screen is worked out.
package struct MeetingSession: Sendable {
  package private(set) var log: SessionLog
  package private(set) var index: PlaybookIndex
  /// What was read from earlier sessions: `open.actions`, `last_time.goal` by full name.
  package var outside: [String: Value]

  package init(log: SessionLog, playbook: Playbook, outside: [String: Value] = [:]) {
    self.log = log
    self.index = PlaybookIndex(playbook)
    self.outside = outside.merging(EarlierAnswers.values(log.state, index)) { given, _ in given }
  }

  package var state: SessionState { log.state }
  package var playbook: Playbook { index.playbook }

  package mutating func append(_ record: SessionRecord) { log.append(record) }

  /// What names mean now.
  package func scope() -> SessionScope { SessionScope(index, state, outside: outside) }

  package func agenda() -> Agenda { Agenda(scope()) }

  /// Reading answers typed now, on this date.
  package func answerContext(today: CalendarDate) -> AnswerContext {
    AnswerContext(people: state.people, today: today, currency: currency)
  }

  /// The playbook's currency, else the one that an answer was given in first.
  package var currency: String? {
    if let currency = playbook.currency { return currency }
    for record in log.records where !log.dead.contains(record.number) {
      if case .answerSet(let answer) = record.fact.event,
        let code = answer.value["currency"]?.string
      {
        return code
      }
    }
    return nil
  }
}

// MARK: - Completing facts

extension MeetingSession {
  /// What a fact would change about the agenda.
  package struct Consequences: Sendable {
    /// Questions that are no longer asked, and those that are asked from now on.
    package let gone: [Place]
    package let come: [Place]
  }

  /// Adds to a fact what it asks again: questions that come back into sight with an answer from
  /// before are settled no longer; their answer becomes the offer.
  package func completed(_ fact: Fact, at moment: Instant) -> (Fact, Consequences) {
    let before = agenda().places
    let after = Agenda(
      SessionScope(index, log.state(with: fact, at: moment), outside: outside)
    ).places
    let known = Set(before.map(\.address))
    let remaining = Set(after.map(\.address))
    let come = after.filter { !known.contains($0.address) }
    var fact = fact
    let returning = come.map(\.address).filter {
      state.settled.contains($0) && !fact.done.contains($0)
    }
    fact.again += returning.filter { !fact.again.contains($0) }
    return (
      fact,
      Consequences(gone: before.filter { !remaining.contains($0.address) }, come: come)
    )
  }
}
