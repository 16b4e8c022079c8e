import Values

extension TokenParser {
  static let keywords: Set<String> = ["and", "or", "not", "in", "yes", "no", "blank"]

  /// A value with what hangs on it: `.name`, `.name(…)`, `[…]`.
  mutating func postfixed() throws(Diagnostic) -> Part {
    var value = try primary()
    while true {
      if token.kind == .sign(".") {
        value = try memberOrMethod(of: value)
      } else if token.kind == .sign("[") {
        value = try element(of: value)
      } else {
        return value
      }
    }
  }

  private mutating func memberOrMethod(of base: Part) throws(Diagnostic) -> Part {
    advance()
    guard case .word(let name) = token.kind else { throw missingName() }
    let word = advance()
    guard token.kind == .sign("(") else {
      return try part(.member(base.expression, name), base.start, word.end, over: [base])
    }
    let (arguments, end) = try bracketed(until: ")")
    return try part(
      .method(base.expression, name, arguments.map(\.expression)), base.start, end,
      over: [base] + arguments)
  }

  private mutating func element(of base: Part) throws(Diagnostic) -> Part {
    let opening = token
    let (indices, end) = try bracketed(until: "]")
    guard indices.count == 1, let index = indices.first else {
      throw Diagnostic(
        .malformedExpression, at: source.span(opening.start, end),
        "one number or name stands between [ and ] after a value")
    }
    return try part(
      .index(base.expression, index.expression), base.start, end, over: [base, index])
  }

  private mutating func primary() throws(Diagnostic) -> Part {
    let first = token
    switch first.kind {
    case .number(let number): return try percentOrNumber(number)
    case .string(let text):
      advance()
      return try part(.literal(.text(text)), first.start, first.end)
    case .word(let word): return try wordValue(word)
    case .sign("("): return try parenthesized()
    case .sign("["):
      let (elements, end) = try bracketed(until: "]")
      return try part(
        .list(elements.map(\.expression)), first.start, end, over: elements)
    case .sign, .end: throw missingValue()
    }
  }

  private mutating func percentOrNumber(_ number: Number) throws(Diagnostic) -> Part {
    let first = advance()
    guard token.kind == .sign("%") else {
      return try part(.literal(.number(number)), first.start, first.end)
    }
    let sign = advance()
    guard let share = number.divided(by: 100) else {
      throw Diagnostic(
        .malformedExpression, at: span(first), "this percentage is too small to count with")
    }
    return try part(.literal(.percent(share)), first.start, sign.end)
  }

  private mutating func wordValue(_ word: String) throws(Diagnostic) -> Part {
    let first = token
    if let literal = Self.literal(word) {
      advance()
      return try part(.literal(literal), first.start, first.end)
    }
    if Self.keywords.contains(word) { throw missingValue() }
    if let slip = ForeignSpelling.word(word) { throw slip.diagnostic(at: span(first)) }
    advance()
    guard token.kind == .sign("(") else {
      return try part(.name(word), first.start, first.end)
    }
    let (arguments, end) = try bracketed(until: ")")
    return try part(
      .call(word, arguments.map(\.expression)), first.start, end, over: arguments)
  }

  private static func literal(_ word: String) -> Value? {
    switch word {
    case "yes": .yesno(true)
    case "no": .yesno(false)
    case "blank": .blank
    default: nil
    }
  }

  private mutating func parenthesized() throws(Diagnostic) -> Part {
    let opening = advance()
    try enter()
    let inner = try expression()
    leave()
    guard token.kind == .sign(")") else { throw unclosed(opening, ")") }
    let closing = advance()
    // The brackets belong to the part's place, so that what is built on it is underlined whole.
    return Part(
      expression: inner.expression, start: opening.start, end: closing.end, height: inner.height)
  }

  /// The parts between the bracket at hand and its partner, and where that partner ends.
  private mutating func bracketed(
    until close: String
  ) throws(Diagnostic) -> (parts: [Part], end: Int) {
    let opening = advance()
    if token.kind == .sign(close) { return ([], advance().end) }
    try enter()
    var parts: [Part] = []
    repeat {
      parts.append(try expression())
    } while take(",")
    leave()
    guard token.kind == .sign(close) else { throw unclosed(opening, close) }
    return (parts, advance().end)
  }
}
