/// Text as a terminal may see it: what would steer the terminal is shown instead of done.
package enum TerminalText {
  /// The text with control and bidirectional characters written out, as in `<U+001B>`.
  ///
  /// Shown are C0 but newline and tab, DEL, C1, and U+2028–E, U+2066–9, U+200E, U+200F, U+061C.
  /// All else, combining marks and emoji too, stays as it is.
  package static func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: steers) else { return text }
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if steers(scalar) {
        shown.append(contentsOf: name(scalar).unicodeScalars)
      } else {
        shown.append(scalar)
      }
    }
    return String(shown)
  }

  /// The same on one line: newlines and tabs become spaces.
  package static func visibleLine(_ text: String) -> String {
    String(visible(text).map { $0.isNewline || $0 == "\t" ? " " : $0 })
  }

  /// Whether a terminal would do something at this character instead of showing it.
  static func steers(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0a: false
    case 0x00...0x1f, 0x7f...0x9f: true
    case 0x061c, 0x200e, 0x200f, 0x2028...0x202e, 0x2066...0x2069: true
    default: false
    }
  }

  private static func name(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "<U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)>"
  }
}
