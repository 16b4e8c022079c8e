/// What libyaml 0.2.5 accepts although words are lost: each is caught and named.
extension YAMLTreeBuilder {
  mutating func checkProperties(_ event: YAMLEvent) {
    if let anchor = event.anchor {
      diagnostics.append(
        Diagnostic(
          .anchor, at: lines.span(event.start, event.start + anchor.count + 1),
          "'&\(anchor)' names a place of the file for YAML, and would be lost as text",
          notes: ["put text that starts with '&' in double quotes"]))
    }
    if event.tag != nil { reportTag(event) }
  }

  /// A tag is shown as it is written: libyaml makes an address of `!!str`.
  private mutating func reportTag(_ event: YAMLEvent) {
    let range = lines.range(ofLine: lines.line(of: event.start))
    let end = (event.start..<max(event.start, range.upperBound)).first { index in
      " ,]}".unicodeScalars.contains(lines.scalars[index])
    }
    let tag = lines.text(event.start..<(end ?? range.upperBound))
    diagnostics.append(
      Diagnostic(
        .tag, at: lines.span(event.start, event.start + max(1, tag.unicodeScalars.count)),
        "'\(tag)' is a tag for YAML, and would be lost as text",
        notes: [
          tag.hasPrefix("!!") || tag == "!"
            ? "leave it out: the field decides what its value is"
            : "put text that starts with '!' in double quotes"
        ]))
  }

  mutating func checkPlain(_ text: String, _ event: YAMLEvent) {
    if text == "<<" {
      diagnostics.append(
        Diagnostic(
          .anchor, at: lines.span(event.start, event.end),
          "'<<' merges another map in, which playbooks do not use",
          notes: ["write the fields out, or move them to a part and 'use' it"]))
    }
    checkSpaces(event)
    let first = lines.line(of: event.start)
    let last = lines.line(of: max(event.start, event.end - 1))
    for line in first..<last { checkContinuation(line: line + 1) }
  }

  /// A no-break space looks like a space and is none.
  private mutating func checkSpaces(_ event: YAMLEvent) {
    guard !lines.isASCII else { return }
    for index in event.start..<max(event.start, event.end)
    where lines.scalars[index] == "\u{A0}" {
      let isAfterMark =
        index == event.start || lines.scalars[index - 1] == ":" || lines.scalars[index - 1] == "-"
      guard isAfterMark else { continue }
      diagnostics.append(
        Diagnostic(
          .noBreakSpace, at: lines.span(index, index + 1),
          "this is a no-break space, which YAML takes for a letter",
          notes: ["replace it with a space from the space bar"]))
      return
    }
  }

  /// A line that YAML joined to the text above although it looks like a list entry or a field.
  private mutating func checkContinuation(line: Int) {
    let range = lines.range(ofLine: line)
    guard let start = range.first(where: { lines.scalars[$0] != " " }) else { return }
    let rest = Array(lines.scalars[start..<range.upperBound])
    guard let what = Self.lookalike(rest) else { return }
    diagnostics.append(
      Diagnostic(
        .missingSpace, at: lines.span(start, start + what.length),
        "this line was joined to the text above it", label: what.hint,
        notes: ["if it is meant as text, put the whole text in double quotes"]))
  }

  private static func lookalike(_ rest: [Unicode.Scalar]) -> (length: Int, hint: String)? {
    if rest.count > 1, rest[0] == "-", rest[1] != "-" {
      return rest[1] == " "
        ? (1, "line the dashes up with those of the list")
        : (2, "a dash needs a space after it")
    }
    let word = rest.prefix { $0.properties.isAlphabetic || $0 == "_" }.count
    guard word > 0, word + 1 < rest.count, rest[word] == ":", rest[word + 1] != "/" else {
      return nil
    }
    return (word + 1, "a colon needs a space after it, and fields line up")
  }

  /// The stretch after ` #` on a plain text's line, where it does not look like a comment on purpose.
  ///
  /// Two spaces before it and one after, or a line of its own, is how comments are written.
  mutating func lostComment(after event: YAMLEvent) -> SourceSpan? {
    guard event.end > event.start else { return nil }
    let range = lines.range(ofLine: lines.line(of: event.end - 1))
    guard event.end < range.upperBound else { return nil }
    let rest = lines.scalars[event.end..<range.upperBound]
    let spaces = rest.prefix { $0 == " " || $0 == "\t" }.count
    guard spaces > 0, spaces < rest.count, rest[event.end + spaces] == "#" else { return nil }
    let mark = event.end + spaces
    let isOnPurpose =
      spaces >= 2 && (mark + 1 >= range.upperBound || lines.scalars[mark + 1] == " ")
    return isOnPurpose ? nil : lines.span(mark, range.upperBound)
  }

  /// In `{a: b}` and `{hole}`: a key without a value is a hole without quotes, or prose with a comma.
  mutating func checkFlowValue(_ node: YAMLNode, of key: SourceText, keyEnd: Int) {
    checkBrackets(node)
    let mark = firstMark(after: keyEnd)
    guard node.text == "", node.isBlank, mark != ":" else { return }
    let span = key.span(from: 0, to: max(1, key.text.count))
    if mark == "}",
      lines.scalars[..<keyEnd].last(where: { ",{".unicodeScalars.contains($0) }) == "{"
    {
      diagnostics.append(
        Diagnostic(
          .unquotedHole, at: span, "'{\(key.text)}' without quotes is a map for YAML, not a hole",
          label: "write \"{\(key.text)}\"", notes: ["put the whole text in double quotes"]))
    } else {
      diagnostics.append(
        Diagnostic(
          .commaInBrackets, at: span, "a comma ends a value inside { }, and this was cut off",
          notes: ["put the text in double quotes, or write each field on its own line"]))
    }
  }

  /// What follows a key, over its closing quote.
  private func firstMark(after index: Int) -> Unicode.Scalar? {
    var index = index
    while index < lines.scalars.count, " \"'".unicodeScalars.contains(lines.scalars[index]) {
      index += 1
    }
    return index < lines.scalars.count ? lines.scalars[index] : nil
  }

  /// `[max(a, b)]` is two entries for YAML: `max(a` and `b)`.
  mutating func checkBrackets(_ node: YAMLNode) {
    guard let scalar = node.scalar, scalar.isPlain else { return }
    let opened = scalar.text.count { $0 == "(" }
    guard opened > scalar.text.count(where: { $0 == ")" }) else { return }
    diagnostics.append(
      Diagnostic(
        .commaInBrackets, at: node.span,
        "a comma ends a value inside [ ] or { }, and '\(scalar.text)' was cut off",
        notes: ["put it in double quotes, or write each entry on its own line"]))
  }
}
