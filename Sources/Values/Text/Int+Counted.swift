extension Int {
  /// A number with its noun, as a sentence counts: `1 person`, `3 people`.
  ///
  /// Without another word for several, that is the noun with an s.
  package func counted(_ one: String, _ several: String? = nil) -> String {
    "\(self) \(agreeing(one, several ?? one + "s"))"
  }

  /// The word that goes with this many: `is` with one, `are` with several and with none.
  package func agreeing(_ one: String, _ several: String) -> String {
    self == 1 ? one : several
  }
}
