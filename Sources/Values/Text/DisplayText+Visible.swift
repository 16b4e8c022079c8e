extension DisplayText {
  /// The text with what could act on a terminal or reorder a line made visible: `␛`, `\u{202E}`.
  ///
  /// Newlines and tabs stay. Shown are the other controls, the separators that some terminals break a
  /// line at, and the marks that turn the direction of writing, with which a line can read other than
  /// it is.
  package static func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isHidden) else { return text }
    var shown = ""
    for scalar in text.unicodeScalars {
      if isHidden(scalar) {
        shown += picture(of: scalar)
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F...0x9F: true
    case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// The control pictures of Unicode for C0 and DEL, the code point for the others.
  private static func picture(of scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0..<0x20: String(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
    case 0x7F: "\u{2421}"
    default: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    }
  }
}
