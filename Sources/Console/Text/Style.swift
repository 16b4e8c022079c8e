/// What a piece of text means to its reader; the terminal's colours follow from it.
///
/// Styles name meanings, so that a terminal without colour, or a reader who turned colour off,
/// loses nothing but decoration: no style may be the only bearer of a meaning.
package enum Style: String, Sendable, Equatable, CaseIterable {
  /// As the terminal writes by itself.
  case plain
  /// The word that the eye should find first: a question, a title.
  case bold
  /// Help, hints and what is already known.
  case dim
  /// The place where the facilitator types: the prompt, a command's name.
  case accent
  /// Done, agreed, saved.
  case good
  /// Soon over, or worth a second look.
  case warn
  /// Refused or lost.
  case bad
  /// A heading above several lines.
  case heading
}
