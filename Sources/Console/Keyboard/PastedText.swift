/// Pasted or prepared text, made fit to stand in a line.
enum PastedText {
  /// The text of pasted bytes: line ends as `\n`, without control characters, tabs as blanks.
  ///
  /// Bytes that are not UTF-8 become U+FFFD. Newlines at the very end go: they come from marking
  /// whole lines, and nobody means an empty item by them.
  static func clean(_ bytes: [UInt8]) -> String {
    clean(String(decoding: bytes, as: UTF8.self))
  }

  /// The same for text that is already text.
  static func clean(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    var followsReturn = false
    for scalar in text.unicodeScalars {
      defer { followsReturn = scalar == "\r" }
      switch scalar.value {
      case 0x0a: if !followsReturn { kept.append("\n") }
      case 0x0d, 0x2028, 0x2029: kept.append("\n")
      case 0x09: kept.append(" ")
      case 0x00...0x1f, 0x7f...0x9f, 0xfffc: break
      default: kept.append(scalar)
      }
    }
    while kept.last == "\n" { kept.removeLast() }
    return String(kept)
  }

  /// The text on one line: each run of newlines, with the blanks around it, becomes one blank.
  static func flattened(_ text: String) -> String {
    guard text.contains("\n") else { return text }
    return text.split(separator: "\n").map { line in
      String(line.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: " ")
  }
}
