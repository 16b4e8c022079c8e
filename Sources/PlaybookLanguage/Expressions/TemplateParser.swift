/// Reads a written field: prose with `{holes}`, or, after a leading `=`, one expression.
package enum TemplateParser {
  /// The template that a written field holds, or nil where one of its holes is mistaken.
  ///
  /// `{{` is a brace. Every mistaken hole is reported, and doubled braces as a warning.
  package static func parse(
    _ source: SourceText, reporting diagnostics: inout [Diagnostic]
  ) -> Template? {
    // Most prose has neither holes nor an expression, and is not looked at letter by letter.
    guard source.text.utf8.contains(where: { $0 == openingBrace || $0 == equalsSign }) else {
      let words = source.text.isEmpty ? [] : [Template.Segment.text(source.text)]
      return Template(.prose(words), at: source.firstLine)
    }
    let characters = source.text.allCharacters
    let whole = ExpressionSource(source, characters, place: .formula)
    if let sign = characters.firstIndex(where: { !$0.isSpace }), characters[sign] == "=" {
      let formula = ExpressionSource(
        source, characters, in: sign + 1..<characters.count, place: .formula)
      return ExpressionParser.parse(formula, reporting: &diagnostics)
        .map { Template(.formula($0), at: whole.wholeSpan) }
    }
    var prose = ProseParser(whole)
    prose.run()
    diagnostics += prose.diagnostics
    guard !prose.diagnostics.contains(where: { $0.severity == .error }) else { return nil }
    return Template(.prose(prose.segments), at: whole.wholeSpan)
  }
}

private let openingBrace = UInt8(ascii: "{")
private let equalsSign = UInt8(ascii: "=")

/// Cuts prose into text and holes.
private struct ProseParser {
  /// The whole text.
  let source: ExpressionSource
  let characters: [Character]
  var segments: [Template.Segment] = []
  var diagnostics: [Diagnostic] = []
  private var text = ""
  private var offset = 0

  init(_ source: ExpressionSource) {
    self.source = source
    characters = source.characters
  }

  /// More holes than this make no text that a person reads.
  private static let mostHoles = 500

  mutating func run() {
    while offset < characters.count {
      let mark = characters[offset...].firstIndex(of: "{") ?? characters.count
      if mark > offset {
        text += source.string(offset..<mark)
        offset = mark
      } else if offset + 1 < characters.count, characters[offset + 1] == "{" {
        brace()
      } else {
        hole()
      }
    }
    flush()
  }

  private mutating func flush() {
    if !text.isEmpty { segments.append(.text(text)) }
    text = ""
  }

  private mutating func brace() {
    warnOfDoubledBraces()
    text.append("{")
    offset += 2
  }

  /// `{{name}}` is how other systems write a hole; here it would print a brace and the name.
  private mutating func warnOfDoubledBraces() {
    let rest = characters[(offset + 2)...].prefix { $0 != "{" && !$0.isNewline }
    guard let close = rest.firstIndex(of: "}"), rest[close...].starts(with: "}}") else { return }
    let name = String(rest[..<close]).split(separator: " ").joined(separator: " ")
    diagnostics.append(
      Diagnostic(
        .doubledBraces, at: span(offset, close + 2), "doubled braces print a brace",
        label: "write {\(name)} to fill in its value"))
  }

  private mutating func hole() {
    guard segments.count < 2 * Self.mostHoles, diagnostics.count < 100 else { return refuse() }
    guard let close = endOfHole(from: offset + 1) else {
      diagnostics.append(unclosedHole())
      text += source.string(offset..<characters.count)
      offset = characters.count
      return
    }
    flush()
    let hole = ExpressionSource(
      source.text, characters, in: offset + 1..<close, place: .hole)
    if let expression = ExpressionParser.parse(hole, reporting: &diagnostics) {
      segments.append(.hole(expression))
    }
    offset = close + 1
  }

  private mutating func refuse() {
    diagnostics.append(
      Diagnostic(
        .tooLarge, at: span(offset, offset + 1), "this text has more than \(Self.mostHoles) holes"))
    offset = characters.count
  }

  /// The brace that closes the hole: the first outside quotes, or the first at all where a quote
  /// is not closed before the next hole, so that the mistake stays in its own.
  private func endOfHole(from start: Int) -> Int? {
    var quote: Character?
    var quoted: Int?
    for index in start..<characters.count {
      let character = characters[index]
      if character == "{", let quoted { return quoted }
      if character == "}" {
        guard quote != nil else { return index }
        quoted = quoted ?? index
      } else if let open = quote {
        if character == open { quote = nil }
      } else if character == "'" || character == "\"" {
        quote = character
      }
    }
    return quoted
  }

  private func unclosedHole() -> Diagnostic {
    Diagnostic(
      .unclosedHole, at: span(offset, offset + 1), "this hole is not closed",
      label: "its '}' is missing", notes: ["for a brace in prose write {{"])
  }

  private func span(_ start: Int, _ end: Int) -> SourceSpan {
    source.span(start, end)
  }
}
