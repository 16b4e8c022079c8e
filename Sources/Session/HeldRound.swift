/// What has been said in a silent round, before the reveal.
package struct HeldRound: Sendable, Equatable {
  /// The list, and how often it was revealed before: another number is another round.
  package let round: Key
  package let isAnonymous: Bool
  /// Sorted by their text, so that the order tells nobody who wrote what.
  package private(set) var lines: [Line] = []
  /// Chat lines that were taken before, so that a chat can be pasted whole each time.
  package var turned: [String] = []

  package struct Key: Sendable, Hashable {
    package let list: Address
    package let reveals: Int

    package init(list: Address, reveals: Int) {
      self.list = list
      self.reveals = reveals
    }
  }

  package struct Line: Sendable, Equatable {
    package let text: String
    /// Whose it is; nil where the round is anonymous or nobody said.
    package let by: String?

    package init(_ text: String, by: String? = nil) {
      self.text = text
      self.by = by
    }
  }

  package init(round: Key, isAnonymous: Bool) {
    self.round = round
    self.isAnonymous = isAnonymous
  }

  /// Adds lines; in an anonymous round whose they are is dropped here and never reaches a disk.
  package mutating func add(_ new: [Line]) {
    lines += isAnonymous ? new.map { Line($0.text) } : new
    lines.sort { ($0.text, $0.by ?? "") < ($1.text, $1.by ?? "") }
  }

  /// The same lines as those of another round: after a reveal, or its undoing.
  package func belonging(to round: Key) -> HeldRound {
    var other = HeldRound(round: round, isAnonymous: isAnonymous)
    other.lines = lines
    other.turned = turned
    return other
  }

  /// Takes out the line at a place in `lines`; nothing where there is none.
  package mutating func remove(at index: Int) {
    if lines.indices.contains(index) { lines.remove(at: index) }
  }
}

extension Address {
  /// The place of writing alone, before the round of this list.
  package var writing: Address { Address(question + ".alone", items: items) }

  var isWriting: Bool { question.hasSuffix(".alone") }
}

extension MeetingSession {
  /// The silent round of a list as it is now: how often its writing was ended.
  package func round(of list: Address) -> HeldRound.Key {
    HeldRound.Key(list: list, reveals: state.writingsEnded[list.writing] ?? 0)
  }

  /// Whether lines that were kept on a disk still wait in this meeting.
  ///
  /// Lines of one reveal before may: a kill can come between the reveal and the file's removal.
  package func isWaiting(_ round: HeldRound.Key) -> Bool {
    let now = self.round(of: round.list).reveals
    return !state.settled.contains(round.list) && (now == round.reveals || now == round.reveals + 1)
  }

  /// Kept lines as they stand now: what the reveal has recorded already is held no longer.
  package func caughtUp(_ held: HeldRound) -> HeldRound? {
    let now = round(of: held.round.list)
    guard isWaiting(held.round) else { return nil }
    guard now != held.round else { return held }
    let said = Set(state.items.filter { $0.list == held.round.list }.map(\.text))
    var rest = HeldRound(round: now, isAnonymous: held.isAnonymous)
    rest.add(held.lines.filter { !said.contains($0.text) })
    return rest.lines.isEmpty ? nil : rest
  }
}
