/// Text without its capitals and diacritics, for comparing names and for slugs.
package enum TextFolding {
  /// Lower-case, Latin letters without their marks, `ß` as `ss`, apostrophes dropped.
  ///
  /// `Ærøskøbing` → `aeroskobing`. Letters of other scripts keep their marks.
  package static func fold(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 && $0 != UInt8(ascii: "'") }) { return text.lowercased() }
    var folded = ""
    for scalar in text.lowercased().unicodeScalars { append(scalar, to: &folded) }
    return folded
  }

  /// The words of a text, folded, without what stands between them: `Due date:` → `due`, `date`.
  package static func words(in text: String) -> [String] {
    fold(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  private static func append(_ scalar: Unicode.Scalar, to text: inout String) {
    if scalar == "'" || scalar == "\u{2019}" { return }
    if isCombining(scalar), text.unicodeScalars.last?.isASCII == true { return }
    if scalar.isASCII {
      text.unicodeScalars.append(scalar)
    } else if let letters = special[scalar] {
      text += letters
    } else {
      text.unicodeScalars.append(base(of: scalar) ?? scalar)
    }
  }

  private static func isCombining(_ scalar: Unicode.Scalar) -> Bool {
    (0x300...0x36F).contains(scalar.value)
  }

  private static let special: [Unicode.Scalar: String] = [
    "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i", "ŋ": "n", "ĳ": "ij", "ſ": "s",
    "ĸ": "k", "ŉ": "n",
  ]

  /// `ą` → `a`: Unicode names each such letter `LATIN SMALL LETTER A WITH OGONEK`.
  private static func base(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    let prefix = "LATIN SMALL LETTER "
    guard let name = scalar.properties.name, name.hasPrefix(prefix) else { return nil }
    let words = name.dropFirst(prefix.count).split(separator: " ")
    guard words.count > 2, words[0].utf8.count == 1, words[1] == "WITH" else { return nil }
    return words[0].lowercased().unicodeScalars.first
  }
}
