import Values

/// libyaml's refusals worded for people, from its problem, the problem's own mark and the source.
enum YAMLTrouble {
  static func explain(_ problem: String, at index: Int, in lines: inout SourceLines) -> Diagnostic {
    if let tab = explainTab(problem, at: index, in: &lines) { return tab }
    if let key = explainLongKey(problem, at: index, in: &lines) { return key }
    if problem.hasPrefix("could not find expected ':'") { return missingColon(index, &lines) }
    if problem.hasPrefix("mapping values are not allowed") { return colon(index, &lines) }
    if let quoted = insideQuotes(problem, index, &lines) { return quoted }
    if let start = explainStart(at: index, in: &lines) { return start }
    if problem.contains("<document start>"), let end = documentEnd(before: index, &lines) {
      return end
    }
    if problem.hasPrefix("did not find expected ',' or") { return unclosed(problem, index, &lines) }
    return indentation(problem, index, &lines)
  }

  private static func insideQuotes(
    _ problem: String, _ index: Int, _ lines: inout SourceLines
  ) -> Diagnostic? {
    if problem.hasPrefix("found unexpected end of") || problem.hasPrefix("found unexpected doc") {
      return Diagnostic(
        .yamlSyntax, at: lines.span(index, index + 1),
        "the file ends inside a text that began with a quotation mark",
        notes: ["close the text with the same quotation mark that opened it"])
    }
    if problem.hasPrefix("found invalid Unicode character escape") {
      return Diagnostic(
        .yamlSyntax, at: lines.span(index, index + 1), "this escape is not a character",
        notes: ["write the character itself, such as 😀: the file is UTF-8"])
    }
    guard problem.hasPrefix("found unknown escape") || problem.contains("hexdecimal number") else {
      return nil
    }
    return Diagnostic(
      .yamlSyntax, at: lines.span(index, index + 1),
      "a backslash inside double quotes needs one of a few letters after it",
      notes: ["write \\\\ for a backslash"])
  }

  /// Words after a line `...`.
  private static func documentEnd(
    before index: Int, _ lines: inout SourceLines
  ) -> Diagnostic? {
    var line = lines.line(of: index)
    while line > 0, !lines.text(ofLine: line).hasPrefix("...") { line -= 1 }
    let range = lines.range(ofLine: line)
    guard lines.text(range).hasPrefix("...") else { return nil }
    return Diagnostic(
      .secondDocument, at: lines.span(range.lowerBound, range.lowerBound + 3),
      "'...' ends the document, and what follows would be lost", notes: ["delete the line"])
  }

  private static func explainTab(
    _ problem: String, at index: Int, in lines: inout SourceLines
  ) -> Diagnostic? {
    let isTab = index < lines.scalars.count && lines.scalars[index] == "\t"
    guard isTab || problem.contains("tab character") else { return nil }
    return Diagnostic(
      .tab, at: lines.span(index, index + 1), "there is a tab here, and YAML counts only spaces",
      notes: ["replace the tab with spaces"])
  }

  /// `time:5m` on a line of its own; the mark is where the next line begins.
  private static func missingColon(_ index: Int, _ lines: inout SourceLines) -> Diagnostic {
    var line = max(0, lines.line(of: index) - (index >= lines.scalars.count ? 0 : 1))
    while line > 0, lines.text(ofLine: line).allSatisfy({ $0 == " " }) { line -= 1 }
    let range = lines.range(ofLine: line)
    let start = range.first { lines.scalars[$0] != " " } ?? range.lowerBound
    let words = lines.text(start..<range.upperBound)
    if words.hasPrefix("-"), !words.hasPrefix("--") {
      return Diagnostic(
        .missingSpace, at: lines.span(start, start + 2), "there is no space after the dash",
        label: mend(start, &lines))
    }
    if let mark = range.first(where: { lines.scalars[$0] == ":" && $0 > start }) {
      return Diagnostic(
        .missingSpace, at: lines.span(start, mark + 1), "there is no space after the colon",
        label: "a colon needs a space after it")
    }
    return Diagnostic(
      .yamlSyntax, at: lines.span(start, range.upperBound),
      "'\(words.prefix(30))' is neither a field nor part of the text above",
      notes: [
        "a field is written 'name: value'",
        "text that goes on over several lines is indented more than its field",
      ])
  }

  private static func colon(_ index: Int, _ lines: inout SourceLines) -> Diagnostic {
    let range = lines.range(ofLine: lines.line(of: index))
    let before = lines.text(range.lowerBound..<index)
    if before.allSatisfy({ $0 != ":" }) {
      let start = range.first { lines.scalars[$0] != " " } ?? index
      return Diagnostic(
        .indentation, at: lines.span(start, index),
        "this field does not line up with the fields above it",
        notes: ["fields of one step stand exactly below each other"])
    }
    return Diagnostic(
      .colonInProse, at: lines.span(index, index + 1),
      "a colon and a space inside a text start a new field for YAML",
      notes: ["put the whole text in double quotes"])
  }

  private static func unclosed(
    _ problem: String, _ index: Int, _ lines: inout SourceLines
  ) -> Diagnostic {
    let closing = problem.contains("]") ? "]" : "}"
    return Diagnostic(
      .yamlSyntax, at: lines.span(index, index + 1),
      "a ',' or '\(closing)' should stand before this",
      notes: [
        "put text in double quotes if a '\(closing == "]" ? "[" : "{")' in it is meant as text"
      ])
  }

  /// YAML looks for a field's colon in the first 1,024 characters.
  private static func explainLongKey(
    _ problem: String, at index: Int, in lines: inout SourceLines
  ) -> Diagnostic? {
    let isOfKey =
      problem.hasPrefix("mapping values") || problem.hasPrefix("could not find expected ':'")
    guard isOfKey, index < lines.scalars.count || index > 0 else { return nil }
    let range = lines.range(ofLine: lines.line(of: min(index, lines.scalars.count - 1)))
    let start = range.first { !" -".unicodeScalars.contains(lines.scalars[$0]) } ?? range.lowerBound
    guard min(index, range.upperBound) - start > 1_024 else { return nil }
    return Diagnostic(
      .complexKey, at: lines.span(start, start + 1),
      "a field's name cannot be longer than 1,024 characters",
      notes: ["put a text that has a colon in it in double quotes"])
  }

  private static func indentation(
    _ problem: String, _ index: Int, _ lines: inout SourceLines
  ) -> Diagnostic {
    if let dash = dashWithoutSpace(index, &lines) { return dash }
    if problem.hasPrefix("did not find expected key") || problem.contains("'-' indicator") {
      return Diagnostic(
        .indentation, at: lines.span(index, index + 1),
        "this line does not line up with the lines above it",
        notes: ["entries of one list, and fields of one step, stand exactly below each other"])
    }
    if problem.hasPrefix("block sequence entries") {
      return Diagnostic(
        .indentation, at: lines.span(index, index + 1),
        "a list's dash cannot stand here", notes: ["start the list on the next line"])
    }
    if problem.hasPrefix("did not find expected node content") {
      return Diagnostic(
        .yamlSyntax, at: lines.span(index, index + 1), "a value is missing here",
        notes: ["put text that starts with a colon or another sign in double quotes"])
    }
    if problem.hasPrefix("did not find expected <document start>") {
      return Diagnostic(
        .secondDocument, at: lines.span(index, index + 1),
        "the document above has ended, and this would be another one",
        notes: ["delete '---' and '...', or set the text below them further to the right"])
    }
    if problem.contains("indentation indicator") || problem.contains("comment or line break") {
      return Diagnostic(
        .yamlSyntax, at: lines.span(index, index + 1),
        "a text of several lines begins on the line after its '|' or '>'",
        notes: ["write nothing else on this line, and indent the text by two spaces"])
    }
    if problem.hasPrefix("found unexpected ':'") {
      return Diagnostic(
        .yamlSyntax, at: lines.span(index, index + 1), "this colon has no value after it",
        notes: ["write a value, or delete the colon", "put a text with colons in double quotes"])
    }
    return Diagnostic(.yamlSyntax, at: lines.span(index, index + 1), "YAML says: \(problem)")
  }

  /// `-say: hello` among entries of a list.
  private static func dashWithoutSpace(
    _ index: Int, _ lines: inout SourceLines
  ) -> Diagnostic? {
    guard index + 1 < lines.scalars.count, lines.scalars[index] == "-",
      lines.scalars[index + 1].properties.isAlphabetic
    else { return nil }
    return Diagnostic(
      .missingSpace, at: lines.span(index, index + 2), "there is no space after the dash",
      label: mend(index, &lines))
  }

  /// A dash that is off its column as well needs more than its space.
  private static func mend(_ dash: Int, _ lines: inout SourceLines) -> String {
    let own = lines.line(of: dash)
    let column = dash - lines.range(ofLine: own).lowerBound
    for line in (0..<own).reversed() {
      let text = lines.text(ofLine: line)
      let indent = text.prefix { $0 == " " }.count
      guard text.dropFirst(indent).hasPrefix("- "), abs(indent - column) <= 1 else { continue }
      if indent == column { break }
      return "it needs a space after it, and to stand below the dash of line \(line + 1)"
    }
    return "a dash needs a space after it"
  }
}
