/// Pasted or prepared text, made fit to stand in a line.
enum PastedText {
  /// The text of pasted bytes: line ends as `\n`, without control characters.
  ///
  /// Bidirectional controls go too: libedit would hand them to the terminal as they are.
  /// Bytes that are not UTF-8 become U+FFFD. Newlines at the very end go: they come from marking
  /// whole lines, and nobody means an empty item by them.
  /// A tab becomes `tab`: a blank, or what stands between cells where a table is filled.
  static func clean(_ bytes: [UInt8], tab: String = " ") -> String {
    clean(String(decoding: bytes, as: UTF8.self), tab: tab)
  }

  /// The same for text that is already text.
  static func clean(_ text: String, tab: String = " ") -> String {
    var kept = String.UnicodeScalarView()
    var followsReturn = false
    for scalar in text.unicodeScalars {
      defer { followsReturn = scalar == "\r" }
      switch scalar.value {
      case 0x0a: if !followsReturn { kept.append("\n") }
      case 0x0d, 0x2028, 0x2029: kept.append("\n")
      case 0x09: kept.append(contentsOf: tab.unicodeScalars)
      case 0xfffc: break
      default: if !TerminalText.steers(scalar) { kept.append(scalar) }
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
