import Session
package import Values

/// All follow-ups of a library, the same whatever file was read first.
package struct FollowUps: Sendable, Equatable {
  /// By session, action, revision and writer.
  package let all: [FollowUp]
  /// Lines and files that could not be read.
  package let unreadable: [JournalError]

  package init(_ followUps: [FollowUp], unreadable: [JournalError] = []) {
    all = Self.numbered(followUps).sorted(by: FollowUp.precedes)
    self.unreadable = unreadable
  }

  /// What became of an action; nil where nobody wrote of it.
  package func action(_ action: String, in session: String) -> ActionFollowUp? {
    let found = all.filter { $0.session == session && $0.action?.action == action }
    return found.isEmpty ? nil : ActionFollowUp(found)
  }

  /// The number of the next update of an action: one more than the highest seen.
  package func nextRevision(of action: String, in session: String) -> Int {
    let highest = self.action(action, in: session)?.revision ?? 0
    return min(highest, FollowUp.revisions.upperBound) + 1
  }

  /// Signatures that were given after the meeting; of each person the last one counts.
  package func signatures(in session: String) -> LaterSignatures {
    LaterSignatures(all.filter { $0.session == session })
  }

  /// The number of a person's next signature: one more than the highest seen.
  func nextRevision(of signoff: SignoffGiven, in session: String) -> Int {
    let seen = all.filter {
      $0.session == session && $0.signature?.person == signoff.person
        && $0.signature?.address == signoff.address
    }
    let highest = seen.map(\.revision).max() ?? 0
    return min(highest, FollowUp.revisions.upperBound) + 1
  }

  /// A signature that says no revision is its writer's next one.
  private static func numbered(_ followUps: [FollowUp]) -> [FollowUp] {
    var highest: [String: Int] = [:]
    return followUps.sorted { ($0.writer, $0.number) < ($1.writer, $1.number) }.map { followUp in
      guard let signoff = followUp.signature else { return followUp }
      var followUp = followUp
      let key = "\(followUp.writer) \(followUp.session) \(signoff.address) \(signoff.person)"
      let last = highest[key] ?? 0
      if followUp.revision <= 0 { followUp.revision = last + 1 }
      highest[key] = max(last, followUp.revision)
      return followUp
    }
  }
}

/// An action as its updates leave it: for each field the highest (revision, writer) wins.
package struct ActionFollowUp: Sendable, Equatable {
  package private(set) var revision = 0
  package private(set) var status: String?
  package private(set) var owner: String?
  /// As a date of ISO 8601: `2026-12-03`.
  package private(set) var due: String?
  package private(set) var text: String?
  package private(set) var why: String?
  /// When the last of them was written.
  package private(set) var at: Instant?
  /// Fields that two people changed at once, with the values that they gave; the last one stands.
  package private(set) var conflicts: [Conflict] = []

  package struct Conflict: Sendable, Equatable {
    package let field: String
    /// Each once, in the order of their writers.
    package let values: [String]

    package init(field: String, values: [String]) {
      self.field = field
      self.values = values
    }
  }

  /// Whether nothing is left to do; not while somebody else says at once that there is.
  package var isFinished: Bool {
    let said = conflicts.first { $0.field == "status" }?.values ?? [status ?? ""]
    return said.allSatisfy(["done", "dropped", "closed"].contains)
  }

  /// Takes the updates of one action, in the order of revision and writer.
  init(_ ordered: [FollowUp]) {
    let updates = ordered.compactMap(\.action)
    at = ordered.map(\.at).max()
    revision = updates.map(\.revision).max() ?? 0
    status = settle("status", updates) { $0.status }
    owner = settle("owner", updates) { $0.owner }
    due = settle("due", updates) { $0.due?.iso }
    text = settle("text", updates) { $0.text }
    why = settle("why", updates) { $0.why }
  }

  private mutating func settle(
    _ field: String, _ updates: [ActionUpdated], _ value: (ActionUpdated) -> String?
  ) -> String? {
    guard let highest = updates.last(where: { value($0) != nil })?.revision else { return nil }
    let values = updates.filter { $0.revision == highest }.compactMap(value)
    let different = values.enumerated().filter { !values[..<$0.offset].contains($0.element) }
    if different.count > 1 {
      conflicts.append(Conflict(field: field, values: different.map(\.element)))
    }
    return values.last
  }
}
