/// One thing that a person did at the keyboard.
enum Key: Sendable, Equatable {
  /// A character, control characters such as Enter and Ctrl-A among them.
  case scalar(Unicode.Scalar)
  /// A character with Alt, or after Escape.
  case meta(Unicode.Scalar)
  /// A key that has no character.
  case named(Named)
  /// Escape alone.
  case escape
  /// A pasted block, as the terminal sent it.
  case paste([UInt8])

  /// The keys that terminals send as sequences.
  enum Named: Sendable, Equatable, CaseIterable {
    case up, down, left, right, home, end, delete, insert, pageUp, pageDown
    case wordLeft, wordRight, backTab, newline, enter
  }
}
