import Values

/// What every writer does to words before it escapes them for its own format.
enum PrintableText {
  /// Controls and marks that turn the direction of writing are shown and not obeyed; a tab is a
  /// space, and every kind of line break is a newline.
  static func clean(_ text: String) -> String {
    var plain = ""
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where previous == "\r": break
      case "\r", "\n", "\u{85}", "\u{2028}", "\u{2029}", "\u{0B}", "\u{0C}": plain += "\n"
      case "\t": plain += " "
      default: plain.unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    return DisplayText.visible(plain)
  }

  /// The same on one line.
  static func line(_ text: String) -> String { clean(text).singleLine }
}

extension String {
  /// Each scalar through a table of replacements.
  func replacing(_ replacement: (Unicode.Scalar) -> String?) -> String {
    var text = ""
    for scalar in unicodeScalars {
      if let words = replacement(scalar) {
        text += words
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
