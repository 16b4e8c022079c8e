import PlaybookLanguage
import Session
package import Values

/// What became of an action after its meeting: what later meetings and follow-ups say of it.
///
/// A member that nobody has changed is nil.
package struct LaterWord: Sendable, Equatable {
  package let status: String?
  package let text: String?
  package let owner: String?
  package let due: CalendarDate?
  /// When it was last said.
  package let at: Instant?

  package init(
    status: String?, text: String?, owner: String?, due: CalendarDate?, at: Instant? = nil
  ) {
    self.status = status
    self.text = text
    self.owner = owner
    self.due = due
    self.at = at
  }
}

extension LaterWord {
  /// Whether it gives an action that stood so other words, another owner or another day.
  package func changes(_ text: String, owner: String?, due: CalendarDate?) -> Bool {
    self.text.map { $0 != text } ?? false || self.owner.map { $0 != owner } ?? false
      || self.due.map { $0 != due } ?? false
  }

  /// How an action stands that its meeting left so: what is said of it later ends it or leaves it
  /// open, and who was not asked about other words, another owner or another day has yet to confirm.
  package func standing(after left: String, isChanged: Bool) -> String {
    guard status == nil || status == "open" else { return status ?? left }
    return isChanged && left == OutcomeRead.Verdict.agreed.rawValue
      ? OutcomeRead.Verdict.toConfirm.rawValue : left
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
    outcome.disputes = disputes
    outcome.read = read
    // Whoever has it now, or has it for another day, has not said yes to that.
    if var unread = read, later.changes(text, owner: owner?.name, due: due) {
      unread.verdict = .toConfirm
      outcome.read = unread
    }
    return outcome
  }
}
