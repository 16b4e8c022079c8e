package import Values

/// A session in memory: its records in order, which of them are undone, and what they add up to.
package struct SessionLog: Sendable {
  package private(set) var records = Pages<SessionRecord>()
  /// Numbers of the records that an undo has taken back.
  package private(set) var dead: Set<Int> = []
  package private(set) var state = SessionState()
  /// Highest number used for each prefix of an id, undone records included: ids are never reused.
  private var used: [String: Int] = [:]

  package init() {}

  package init(replaying records: some Sequence<SessionRecord>) {
    for record in records {
      self.records.append(record)
      count(record)
    }
    refold()
  }

  /// Takes the next record; an undo folds anew, anything else goes on from where the state is.
  package mutating func append(_ record: SessionRecord) {
    records.append(record)
    count(record)
    if case .eventsUndone = record.fact.event { refold() } else { state.apply(record) }
  }

  /// Takes what an earlier session says, which is on no record yet.
  mutating func read(_ session: String, as name: String, _ body: JSONValue) {
    state.read(session, as: name, body)
  }

  package var nextNumber: Int { (records.last?.number ?? 0) + 1 }

  /// The next free id with this prefix: `T3`.
  package func nextID(_ prefix: String, skipping count: Int = 0) -> String {
    prefix + String((used[prefix] ?? 0) + 1 + count)
  }

  /// Whether an id was given before, to a record that may be undone by now.
  package func isUsed(_ id: String) -> Bool {
    let prefix = String(id.prefix { !$0.isNumber })
    guard let number = Int(id.dropFirst(prefix.count)) else { return false }
    return number <= (used[prefix] ?? 0)
  }

  private mutating func refold() {
    dead = Self.deadNumbers(in: records)
    var state = SessionState()
    for record in records where !dead.contains(record.number) { state.apply(record) }
    self.state = state
  }

  /// From the end: an undo that is itself alive kills its targets; facts about the file itself, such
  /// as its opening, stay whatever an undo says.
  private static func deadNumbers(in records: Pages<SessionRecord>) -> Set<Int> {
    var dead: Set<Int> = []
    for record in records.reversed() where !dead.contains(record.number) {
      guard case .eventsUndone(let targets) = record.fact.event else { continue }
      // Nobody takes back what is yet to be said.
      dead.formUnion(targets.filter { $0 < record.number })
    }
    for record in records where dead.contains(record.number) && !record.fact.event.mayBeDead {
      dead.remove(record.number)
    }
    return dead
  }

  private mutating func count(_ record: SessionRecord) {
    switch record.fact.event {
    case .itemsAdded(let added): for item in added.items { count(item.id) }
    case .peopleJoined(let joined): for person in joined { count(person.person) }
    default: break
    }
  }

  private mutating func count(_ id: String) {
    let prefix = String(id.prefix { !$0.isNumber })
    guard let number = Int(id.dropFirst(prefix.count)) else { return }
    used[prefix] = max(used[prefix] ?? 0, number)
  }
}

// MARK: - Undo

extension SessionLog {
  /// What `/undo` takes back: the latest live record that can be taken back.
  package var undoTarget: SessionRecord? {
    records.last { !dead.contains($0.number) && $0.fact.event.isUndoable }
  }

  /// What `/redo` brings back: the latest live undo that no later change has followed.
  package var redoTarget: SessionRecord? {
    for record in records.reversed() where !dead.contains(record.number) {
      if case .eventsUndone(let targets) = record.fact.event {
        if isRedo(targets) { continue }
        return record
      }
      if record.fact.event.isUndoable { return nil }
    }
    return nil
  }

  /// An undo of undos is a redo, which is not brought back itself.
  func isRedo(_ targets: [Int]) -> Bool {
    records.contains { record in
      guard case .eventsUndone = record.fact.event else { return false }
      return targets.contains(record.number)
    }
  }

  /// The state without some records, for showing before and after.
  package func state(without numbers: Set<Int>) -> SessionState {
    SessionLog(replaying: records.filter { !numbers.contains($0.number) }).state
  }

  /// The state as it would be with one more fact, which is not recorded.
  package func state(with fact: Fact, at moment: Instant) -> SessionState {
    var log = self
    log.append(SessionRecord(number: nextNumber, at: moment, fact: fact))
    return log.state
  }
}
