package import Session
package import Values

/// Something that became of a closed session: an action that went on, or a later signature.
package struct FollowUp: Sendable, Equatable {
  /// The session that it is about.
  package let session: String
  /// Who wrote it down: a writer's name, or the id of the session that reviewed the action.
  package let writer: String
  /// Its number in its own file.
  package let number: Int
  package let at: Instant
  package let change: Change

  package enum Change: Sendable, Equatable {
    case action(ActionUpdated)
    case signature(SignoffGiven)
  }

  package var action: ActionUpdated? {
    if case .action(let update) = change { update } else { nil }
  }

  package var signature: SignoffGiven? {
    if case .signature(let signoff) = change { signoff } else { nil }
  }
}

extension FollowUp {
  /// A signature names its session beside itself, an action in itself.
  init?(_ record: SessionRecord, writer: String) {
    switch record.fact.event {
    case .actionUpdated(let update):
      session = update.session
      change = .action(update)
    case .signoffGiven(let signoff):
      let named = record.extra.first { $0.name == "session" }?.value.string
      guard let named else { return nil }
      session = named
      change = .signature(signoff)
    default: return nil
    }
    self.writer = writer
    number = record.number
    at = record.at
  }

  /// Every order in which files are read gives this one; clocks play no part.
  static func precedes(_ a: FollowUp, _ b: FollowUp) -> Bool {
    let left = (a.session, a.action?.action ?? "", a.action?.revision ?? 0)
    let right = (b.session, b.action?.action ?? "", b.action?.revision ?? 0)
    return left == right ? (a.writer, a.number) < (b.writer, b.number) : left < right
  }
}
