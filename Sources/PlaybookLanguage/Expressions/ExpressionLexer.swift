import Values

/// Cuts an expression into words, numbers, strings and signs.
struct ExpressionLexer {
  /// Longer expressions are refused unread.
  static let longestExpression = 4096

  private let source: ExpressionSource
  private var offset: Int
  private var tokens: [Token] = []

  static func tokens(of source: ExpressionSource) throws(Diagnostic) -> [Token] {
    var lexer = ExpressionLexer(source)
    return try lexer.run()
  }

  private init(_ source: ExpressionSource) {
    self.source = source
    offset = source.range.lowerBound
  }

  private mutating func run() throws(Diagnostic) -> [Token] {
    try refuseTooLong()
    while skipSpace() {
      tokens.append(try next())
    }
    tokens.append(Token(kind: .end, start: offset, end: offset + 1))
    return tokens
  }

  private func refuseTooLong() throws(Diagnostic) {
    var bytes = 0
    for index in source.range {
      bytes += source.characters[index].utf8.count
      guard bytes <= Self.longestExpression else {
        throw Diagnostic(
          .expressionTooLong, at: source.span(source.range.lowerBound, source.range.lowerBound + 1),
          "this expression is longer than 4 KiB",
          notes: ["give its parts names with 'set:' and put those together"])
      }
    }
  }

  /// False at the end.
  private mutating func skipSpace() -> Bool {
    while offset < source.range.upperBound, source.characters[offset].isSpace { offset += 1 }
    return offset < source.range.upperBound
  }

  private func character(_ ahead: Int = 0) -> Character? {
    let index = offset + ahead
    return index < source.range.upperBound ? source.characters[index] : nil
  }

  private mutating func next() throws(Diagnostic) -> Token {
    let first = source.characters[offset]
    if first.isASCIIDigit { return try number() }
    if first.startsWord { return word() }
    if first == "'" || first == "\"" { return try string(first) }
    return try sign()
  }

  private mutating func take(_ count: Int, as kind: Token.Kind) -> Token {
    let start = offset
    offset += count
    return Token(kind: kind, start: start, end: offset)
  }

  private mutating func word() -> Token {
    var count = 1
    while let next = character(count), next.continuesWord { count += 1 }
    let text = source.string(offset..<offset + count)
    return take(count, as: .word(text))
  }

  private mutating func number() throws(Diagnostic) -> Token {
    var count = 1
    while let next = character(count), next.isASCIIDigit { count += 1 }
    if character(count) == ".", character(count + 1)?.isASCIIDigit == true {
      count += 2
      while let next = character(count), next.isASCIIDigit { count += 1 }
    }
    if character(count)?.continuesWord == true { throw numberRunsIntoWord(count) }
    let text = source.string(offset..<offset + count)
    guard let number = Number(text) else {
      throw Diagnostic(
        .malformedExpression, at: source.span(offset, offset + count),
        "a number has at most 38 digits")
    }
    return take(count, as: .number(number))
  }

  private func numberRunsIntoWord(_ count: Int) -> Diagnostic {
    var end = count
    while let next = character(end), next.continuesWord { end += 1 }
    return Diagnostic(
      .malformedExpression, at: source.span(offset, offset + end),
      "a number and a word run together",
      notes: [
        "a length of time is written days(5) or weeks(2)",
        "a name begins with a letter",
      ])
  }

  private mutating func string(_ quote: Character) throws(Diagnostic) -> Token {
    var count = 1
    while let next = character(count), next != quote { count += 1 }
    guard character(count) == quote else {
      throw Diagnostic(
        .unclosedString, at: source.span(offset, offset + 1),
        "this text is not closed", label: "add another \(quote) after the text")
    }
    let text = source.string(offset + 1..<offset + count)
    return take(count + 1, as: .string(text))
  }

  private mutating func sign() throws(Diagnostic) -> Token {
    let first = source.characters[offset]
    if first.isLoneSign { return take(1, as: .sign(String(first))) }
    if let slip = ForeignSpelling.sign(at: source.characters[offset..<source.range.upperBound]) {
      throw slip.diagnostic(at: source.span(offset, offset + slip.written.count))
    }
    if first == "{" || first == "}" { throw brace() }
    if character(1) == "=", "=!<>".contains(first) { return take(2, as: .sign("\(first)=")) }
    guard "<>*".contains(first) else {
      throw Diagnostic(
        .malformedExpression, at: source.span(offset, offset + 1),
        "'\(first)' has no meaning in an expression",
        notes: ["text stands between quotes: 'like this'"])
    }
    return take(1, as: .sign(String(first)))
  }

  private func brace() -> Diagnostic {
    let span = source.span(offset, offset + 1)
    switch source.place {
    case .logic:
      return Diagnostic(
        .braceInExpression, at: span, "this field is an expression and takes no braces",
        notes: ["write the name as it is: {goal} is for prose, here it is just goal"])
    case .formula:
      return Diagnostic(
        .braceInExpression, at: span, "after '=' the whole is an expression and takes no braces",
        notes: ["leave the '=' away for prose with {holes}, or leave the braces away"])
    case .hole:
      return Diagnostic(
        .braceInExpression, at: span, "a hole does not stand in another hole",
        notes: ["inside { } write names as they are", "for a brace in prose write {{"])
    }
  }
}

extension Character {
  /// The byte of a plain character: what expressions are mostly made of, looked at without Unicode.
  private var plain: UInt8? {
    let bytes = utf8
    return bytes.count == 1 ? bytes.first : nil
  }

  var isASCIIDigit: Bool { plain.map { (0x30...0x39).contains($0) } ?? false }

  /// A sign that no other sign begins with, here or in the languages that people know.
  var isLoneSign: Bool {
    guard let plain else { return false }
    return "+-/()[],.%".utf8.contains(plain)
  }

  var startsWord: Bool {
    guard let plain else { return isLetter }
    return (0x61...0x7A).contains(plain) || (0x41...0x5A).contains(plain) || plain == 0x5F
  }

  var continuesWord: Bool { startsWord || isASCIIDigit || plain == nil && isNumber }

  var isSpace: Bool {
    guard let plain else { return isWhitespace }
    return plain == 0x20 || (0x09...0x0D).contains(plain)
  }
}
