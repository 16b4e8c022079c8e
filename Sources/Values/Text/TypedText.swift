/// What a keyboard or a paste may put in the place of plain ASCII.
enum TypedText {
  /// Trimmed; no-break and thin spaces become spaces, the minus sign `-`, curly quotes `'`.
  static func plain(_ text: String) -> String {
    var plain = ""
    for scalar in text.unicodeScalars { plain.unicodeScalars.append(replacement(scalar)) }
    return plain.trimmed
  }

  private static func replacement(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "\u{2212}", "\u{2010}", "\u{2011}": "-"
    case "\u{2019}", "\u{2018}": "'"
    case "\t", "\u{A0}", "\u{2007}", "\u{2009}", "\u{202F}": " "
    default: scalar
    }
  }
}
