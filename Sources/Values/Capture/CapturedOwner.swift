/// A word that stands where an owner stands, and whom it means.
package struct CapturedOwner: Sendable, Hashable {
  /// As it was typed, without its punctuation.
  package let said: String
  package let match: NameMatch

  /// A word and its match.
  package init(said: String, match: NameMatch) {
    self.said = said
    self.match = match
  }
}
