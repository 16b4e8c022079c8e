/// How much colour may be written.
package enum ColourDepth: Int, Sendable, Comparable {
  /// No escape codes at all: a pipe, a file, `TERM=dumb`.
  case none
  /// Bold and dim, no colour: a terminal where `NO_COLOR` is set.
  case attributes
  /// The sixteen colours that the person's own theme defines.
  case sixteen

  package static func < (left: ColourDepth, right: ColourDepth) -> Bool {
    left.rawValue < right.rawValue
  }
}
