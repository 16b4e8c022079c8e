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

  /// Takes out the line at a place in `lines`; nothing where there is none.
  package mutating func remove(at index: Int) {
    if lines.indices.contains(index) { lines.remove(at: index) }
  }
}
