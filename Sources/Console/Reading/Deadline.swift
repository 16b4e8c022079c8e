/// A moment at which a message appears above the line, whatever is being typed.
///
/// A reader announces equal deadlines once in its life, however many reads carry them, so the
/// caller may hand over the same list with each question.
package struct Deadline: Sendable, Hashable {
  /// When, on the clock that also counts sleep.
  package var at: MonotonicTime
  /// What to say then.
  package var message: String
  /// How to show it.
  package var style: Style

  package init(at: MonotonicTime, message: String, style: Style = .warn) {
    self.at = at
    self.message = message
    self.style = style
  }
}
