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
  /// 1 + the highest that its writer had seen for the same action, or the same person's signature; 0
  /// where a signature says none.
  package internal(set) var revision: Int

  /// What a revision may be; behind the last one nothing can be written.
  static let revisions = 0...1_000_000_000

  package enum Change: Sendable, Equatable {
    case action(ActionUpdated)
    case signature(SignoffGiven)
  }

  package init(
    session: String, writer: String, number: Int, at: Instant, change: Change, revision: Int = 0
  ) {
    self.session = session
    self.writer = writer
    self.number = number
    self.at = at
    self.change = change
    self.revision = revision
    if case .action(let update) = change { self.revision = update.revision }
  }

  package var action: ActionUpdated? {
    if case .action(let update) = change { update } else { nil }
  }

  package var signature: SignoffGiven? {
    if case .signature(let signoff) = change { signoff } else { nil }
  }
}

extension FollowUp {
  /// A signature names its session and its revision beside itself, an action in itself.
  init?(_ record: SessionRecord, writer: String) {
    func member(_ name: String) -> JSONValue? {
      record.extra.first { $0.name == name }?.value
    }
    switch record.fact.event {
    case .actionUpdated(let update):
      self.init(
        session: update.session, writer: writer, number: record.number, at: record.at,
        change: .action(update))
    case .signoffGiven(let signoff):
      guard let session = member("session")?.string else { return nil }
      self.init(
        session: session, writer: writer, number: record.number, at: record.at,
        change: .signature(signoff), revision: member("rev")?.int ?? 0)
    default: return nil
    }
  }

  /// Every order in which files are read gives this one; clocks play no part.
  static func precedes(_ a: FollowUp, _ b: FollowUp) -> Bool {
    let left = (a.session, a.action?.action ?? "", a.revision)
    let right = (b.session, b.action?.action ?? "", b.revision)
    return left == right ? (a.writer, a.number) < (b.writer, b.number) : left < right
  }
}
