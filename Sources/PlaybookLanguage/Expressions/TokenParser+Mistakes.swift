import Values

extension TokenParser {
  func tooDeep(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .expressionTooDeep, at: span, "this expression is too deep to follow",
      notes: ["give its parts names with 'set:' and put those together"])
  }

  func emptyExpression() -> Diagnostic {
    let message =
      source.place == .hole ? "there is nothing between the braces" : "an expression is missing"
    let notes = source.place == .hole ? ["name what stands here: {goal}; for a brace write {{"] : []
    let start = source.place == .hole ? source.range.lowerBound - 1 : source.range.lowerBound
    return Diagnostic(
      .emptyExpression, at: source.span(start, source.range.upperBound + 1), message, notes: notes)
  }

  func chainedComparison() -> Diagnostic {
    Diagnostic(
      .chainedComparison, at: span(token), "comparisons do not chain",
      label: "join two comparisons with 'and'",
      notes: ["write 1 < x and x < 5 for 1 < x < 5"])
  }

  func misplacedNot() -> Diagnostic {
    Diagnostic(
      .malformedExpression, at: span(token), "'not' stands before a whole comparison",
      label: "put it and what it denies in brackets: (not x)",
      notes: ["to deny an equality write != for =="])
  }

  func missingName() -> Diagnostic {
    Diagnostic(
      .malformedExpression, at: span(token), "a name is missing after the dot",
      notes: ["after a dot stands a field or a function: r.text, risks.count"])
  }

  func missingValue() -> Diagnostic {
    guard token.kind != .end else {
      return Diagnostic(
        .malformedExpression, at: lastSpan(), "the expression ends too early",
        label: "a value is missing after this")
    }
    return Diagnostic(
      .malformedExpression, at: span(token), "a value is missing before \(token.quoted)",
      notes: ["a value is a name, a number, a 'text', yes, no or blank"])
  }

  func unclosed(_ opening: Token, _ close: String) -> Diagnostic {
    guard token.kind == .end else { return unexpectedAfterValue(close) }
    return Diagnostic(
      .unclosedBracket, at: span(opening), "\(opening.quoted) is never closed",
      label: "its '\(close)' is missing")
  }

  /// The token at hand cannot follow a value.
  func unexpectedAfterValue(_ close: String? = nil) -> Diagnostic {
    if case .word(let word) = token.kind, let slip = ForeignSpelling.operatorWord(word) {
      return slip.diagnostic(at: span(token))
    }
    if let phrase = phraseOfTime() { return phrase }
    switch token.kind {
    case .sign("%"):
      return Diagnostic(
        .malformedExpression, at: span(token), "'%' stands right after a number: 12%",
        notes: ["there is no remainder in this language"])
    case .sign(")"), .sign("]"):
      return Diagnostic(
        .unclosedBracket, at: span(token), "\(token.quoted) closes nothing",
        label: close.map { "'\($0)' was expected" })
    case .sign(","):
      return Diagnostic(
        .malformedExpression, at: span(token), "a comma stands only between arguments",
        notes: ["numbers are written without grouping: 1000, with a point: 2.5"])
    default:
      return Diagnostic(
        .malformedExpression, at: span(token), "\(token.quoted) is not expected here",
        label: "is an operator missing before it?")
    }
  }

  /// `2 weeks`, `next friday`, `if a then b`: words that people say, in place of functions.
  private func phraseOfTime() -> Diagnostic? {
    guard case .word(let word) = token.kind else { return nil }
    let leading = String(source.characters[source.range.lowerBound..<token.start])
    let before = String(leading.split { " (,[".contains($0) }.last ?? "")
    if before == "if" {
      return Diagnostic(
        .foreignSpelling, at: span(token), "'if' is a function here, with brackets and commas",
        label: "write if(condition, this, that)")
    }
    let unit = word.hasSuffix("s") ? word : word + "s"
    if Number(before) != nil, ["days", "weeks", "months", "years"].contains(unit) {
      let mended = unit == "years" ? "months(12)" : "\(unit)(\(before))"
      return Diagnostic(
        .foreignSpelling, at: span(token), "a length of time is written as a function here",
        label: "write \(mended)")
    }
    guard ["next", "last", "this", "in", "by"].contains(before.lowercased()) else { return nil }
    return Diagnostic(
      .foreignSpelling, at: span(token), "an expression does not know '\(before) \(word)'",
      label: "write today + days(7), or date('2030-01-15')")
  }

  private func lastSpan() -> SourceSpan {
    let end = source.characters[source.range].lastIndex { !$0.isWhitespace } ?? 0
    var start = end
    while start > source.range.lowerBound, !source.characters[start - 1].isWhitespace { start -= 1 }
    return source.span(start, end + 1)
  }
}
