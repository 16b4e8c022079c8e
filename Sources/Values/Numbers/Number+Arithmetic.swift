/// Arithmetic that answers nil in place of trapping.
extension Number {
  /// The sum, or nil where it is out of reach.
  package func adding(_ other: Number) -> Number? { Number(parts.adding(other.parts)) }

  /// The difference, or nil where it is out of reach.
  package func subtracting(_ other: Number) -> Number? { adding(other.negated) }

  /// The product, rounded to 38 digits where it has more; nil where it is out of reach.
  package func multiplied(by other: Number) -> Number? {
    Number(parts.multiplied(by: other.parts))
  }

  /// The quotient, rounded to 38 digits where it has more; nil for division by zero.
  package func divided(by other: Number) -> Number? {
    parts.divided(by: other.parts).flatMap(Number.init)
  }

  /// The same distance from zero on its other side.
  package var negated: Number { Number(parts.negated) ?? self }

  /// The distance from zero.
  package var magnitude: Number { self < .zero ? negated : self }

  /// True for nothing at all.
  package var isZero: Bool { parts.digits.isEmpty }

  /// The square root to 30 decimals, exact for squares; nil below zero.
  package func squareRoot() -> Number? {
    if isZero { return .zero }
    let guess = DecimalParts(scientific: doubleValue.squareRoot().description)
    guard self > .zero, var root = guess.flatMap(Number.init) else { return nil }
    for _ in 0..<3 {
      guard let next = divided(by: root)?.adding(root)?.divided(by: 2) else { return nil }
      root = next
    }
    let short = root.rounded(to: 15)
    return short.multiplied(by: short) == self ? short : root.rounded(to: 30)
  }
}
