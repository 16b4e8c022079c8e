/// Refusals that come from how a value starts: `{goal} has failed`, `"Done" means`, `> 5`, `@ana`.
extension YAMLTrouble {
  static func explainStart(at index: Int, in lines: inout SourceLines) -> Diagnostic? {
    let range = lines.range(ofLine: lines.line(of: min(index, max(0, lines.scalars.count - 1))))
    guard let start = valueStart(in: range, lines), start <= index else { return nil }
    let span = lines.span(start, range.upperBound)
    let mark = SourceSpan(file: span.file, line: span.line, column: span.column)
    switch lines.scalars[start] {
    case "\"", "'": return afterQuote(start, index, range, &lines)
    case "{", "[":
      let closing: Unicode.Scalar = lines.scalars[start] == "{" ? "}" : "]"
      guard lines.scalars[start..<index].contains(closing) else { return nil }
      return quoteIt(mark, lines.scalars[start], "for YAML that is a map or a list, not text")
    case ">", "|":
      return quoteIt(mark, lines.scalars[start], "for YAML that starts a text on the next lines")
    case "*", "&", "!":
      return quoteIt(mark, lines.scalars[start], "for YAML that names or points at a place")
    case "%", "@", "`", "]", "}", ",", "?":
      return quoteIt(mark, lines.scalars[start], "YAML keeps that character for itself")
    default: return nil
    }
  }

  private static func quoteIt(
    _ span: SourceSpan, _ character: Unicode.Scalar, _ why: String
  ) -> Diagnostic {
    Diagnostic(
      .unquotedStart, at: span, "a text cannot start with '\(character)': \(why)",
      notes: ["put the whole text in double quotes"])
  }

  /// Words after a closing quotation mark.
  private static func afterQuote(
    _ start: Int, _ index: Int, _ range: Range<Int>, _ lines: inout SourceLines
  ) -> Diagnostic? {
    guard index > start + 1, index < range.upperBound else { return nil }
    return Diagnostic(
      .wordsAfterQuote, at: lines.span(index, range.upperBound),
      "the text ends at its second quotation mark, and these words come after it",
      notes: ["put the whole text in double quotes, with curly ones (“ ”) inside"])
  }

  /// Where a line's value begins: after `- ` and `key: `.
  private static func valueStart(in range: Range<Int>, _ lines: SourceLines) -> Int? {
    var index = range.lowerBound
    func skipSpaces() {
      while index < range.upperBound, lines.scalars[index] == " " { index += 1 }
    }
    skipSpaces()
    while index + 1 < range.upperBound, lines.scalars[index] == "-", lines.scalars[index + 1] == " "
    {
      index += 1
      skipSpaces()
    }
    var colon = index
    while colon < range.upperBound, isKey(lines.scalars[colon]) { colon += 1 }
    if colon > index, colon < range.upperBound, lines.scalars[colon] == ":" {
      index = colon + 1
      skipSpaces()
    }
    return index < range.upperBound ? index : nil
  }

  private static func isKey(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar == "_" || scalar == "-" || scalar == " "
      || ("0"..."9").contains(scalar)
  }
}
