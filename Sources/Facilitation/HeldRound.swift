/// Lines of a silent round that nobody sees yet: kept beside the session, never in it.
///
/// Saved whole after each line, so that a kill loses nothing; without authors where the round is
/// anonymous.
package struct HeldRound: Sendable, Equatable {
  package struct Line: Sendable, Equatable {
    package let text: String
    /// Nil in an anonymous round, and for lines without a name.
    package let by: String?

    package init(text: String, by: String?) {
      self.text = text
      self.by = by
    }
  }

  /// The list's address: another round's lines are not ours.
  package let round: String
  package var lines: [Line]
  /// Text of chat lines that were taken before, so that a chat can be pasted whole each time.
  package var turned: [String]

  package init(round: String, lines: [Line] = [], turned: [String] = []) {
    self.round = round
    self.lines = lines
    self.turned = turned
  }
}
