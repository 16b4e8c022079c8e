import Values

/// Recursive descent over the tokens of one expression; the first mistake ends it.
struct TokenParser {
  /// A parsed part with the height of its tree.
  struct Part {
    let expression: Expression
    let start: Int
    let end: Int
    let height: Int
  }

  let source: ExpressionSource
  private let tokens: [Token]
  private var index = 0
  private var nesting = 0
  /// Mistakes after which it is still clear what was meant.
  var slips: [Diagnostic] = []

  init(_ source: ExpressionSource) throws(Diagnostic) {
    self.source = source
    tokens = try ExpressionLexer.tokens(of: source)
  }

  // MARK: - Tokens

  var token: Token { tokens[index] }
  var following: Token { tokens[min(index + 1, tokens.count - 1)] }

  @discardableResult
  mutating func advance() -> Token {
    let token = tokens[index]
    if index < tokens.count - 1 { index += 1 }
    return token
  }

  mutating func take(_ sign: String) -> Bool {
    guard token.kind == .sign(sign) else { return false }
    advance()
    return true
  }

  func span(_ token: Token) -> SourceSpan { source.span(token.start, token.end) }

  mutating func enter() throws(Diagnostic) {
    nesting += 1
    if nesting > ExpressionParser.deepestNesting { throw tooDeep(at: span(token)) }
  }

  mutating func leave() { nesting -= 1 }

  // MARK: - The whole

  mutating func wholeExpression() throws(Diagnostic) -> Expression {
    if token.kind == .end { throw emptyExpression() }
    let part = try expression()
    guard token.kind == .end else { throw unexpectedAfterValue() }
    return part.expression
  }

  mutating func expression() throws(Diagnostic) -> Part { try operation(.or) }

  /// What binds at least as tightly as `floor`.
  mutating func operation(_ floor: Precedence) throws(Diagnostic) -> Part {
    var left = try prefixed(floor)
    var hasCompared = false
    while let (operation, width) = nextOperator(), operation.precedence >= floor {
      let compares = operation.precedence == .comparison
      if compares, hasCompared { throw chainedComparison() }
      hasCompared = hasCompared || compares
      for _ in 0..<width { advance() }
      let right = try self.operation(operation.precedence.tighter)
      left = try part(
        .binary(operation, left.expression, right.expression), left.start, right.end,
        over: [left, right])
    }
    return left
  }

  private func nextOperator() -> (BinaryOperator, width: Int)? {
    switch token.kind {
    case .word("not") where following.kind == .word("in"): (.isNotIn, 2)
    case .word("not"): nil
    case .word(let word), .sign(let word): BinaryOperator(rawValue: word).map { ($0, 1) }
    case .number, .string, .end: nil
    }
  }

  private mutating func prefixed(_ floor: Precedence) throws(Diagnostic) -> Part {
    let first = token
    let operand: Part
    switch first.kind {
    case .word("not"):
      guard floor <= .negation else { throw misplacedNot() }
      operand = try operandOfPrefix(.negation)
      return try part(.not(operand.expression), first.start, operand.end, over: [operand])
    case .sign("-"):
      operand = try operandOfPrefix(.sign)
      return try part(.negate(operand.expression), first.start, operand.end, over: [operand])
    default:
      return try postfixed()
    }
  }

  private mutating func operandOfPrefix(_ floor: Precedence) throws(Diagnostic) -> Part {
    advance()
    try enter()
    let operand = try operation(floor)
    leave()
    return operand
  }

  func part(
    _ node: Expression.Node, _ start: Int, _ end: Int, over parts: [Part] = []
  ) throws(Diagnostic) -> Part {
    let height = (parts.map(\.height).max() ?? 0) + 1
    let span = source.span(start, end)
    guard height <= ExpressionParser.greatestHeight else { throw tooDeep(at: span) }
    return Part(expression: Expression(node, at: span), start: start, end: end, height: height)
  }
}
