import PlaybookLanguage
package import Values

/// What became of an action after its meeting: what later meetings and follow-ups say of it.
///
/// A member that nobody has changed is nil.
package struct LaterWord: Sendable, Equatable {
  package let status: String?
  package let text: String?
  package let owner: String?
  package let due: CalendarDate?

  package init(status: String?, text: String?, owner: String?, due: CalendarDate?) {
    self.status = status
    self.text = text
    self.owner = owner
    self.due = due
  }
}

extension Summary {
  /// The same with its actions as they stand by now: what other tools are handed.
  ///
  /// The minutes say what was said, and stay as they were.
  package func followed(by later: (_ action: String) -> LaterWord?) -> Summary {
    var summary = self
    summary.outcomes = outcomes.map { outcome in
      guard outcome.kind == .action, let word = later(outcome.id) else { return outcome }
      return outcome.followed(by: word)
    }
    return summary
  }
}

extension Outcome {
  fileprivate func followed(by later: LaterWord) -> Outcome {
    let changes: [(String, Value?)] = [
      ("state", later.status.map { .text($0) }),
      ("owner", later.owner.map { .person(PersonValue(id: $0, name: $0)) }),
      ("due", later.due.map { .date($0) }),
    ]
    var fields = self.fields
    for case (let name, let value?) in changes {
      fields.removeAll { $0.name == name }
      fields.append(Value.Field(name, value))
    }
    var outcome = Outcome(
      id: id, kind: kind, text: later.text ?? text, fields: fields, item: item)
    outcome.read = read
    return outcome
  }
}
