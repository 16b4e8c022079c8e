/// Comma-separated values as in RFC 4180: CRLF, and quotes where they are needed.
enum CSVText {
  static func table(_ rows: [[String]]) -> String {
    rows.map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined()
  }

  /// A cell that no spreadsheet takes for a formula: where it starts with `= + - @`, a tab, CR or
  /// NUL, an apostrophe stands before it.
  static func cell(_ words: String) -> String {
    let startsFormula = words.unicodeScalars.first.map {
      "=+-@\t\r\0＝＋－＠".unicodeScalars.contains($0)
    }
    let text = (startsFormula == true ? "'" : "") + PrintableText.clean(words)
    let needsQuotes =
      text.first == " " || text.last == " "
      || text.unicodeScalars.contains { ",\"\n".unicodeScalars.contains($0) }
    guard needsQuotes else { return text }
    return "\"" + text.replacing { $0 == "\"" ? "\"\"" : nil } + "\""
  }
}
