internal import FoundationEssentials

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
  package var negated: Number { isZero ? self : Number(-decimal) }

  /// The distance from zero.
  package var magnitude: Number { self < .zero ? negated : self }

  /// True for nothing at all.
  package var isZero: Bool { decimal.isZero }

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

  /// The sign and the digits; a number that is none counts as zero.
  var parts: DecimalParts {
    let parts = DecimalParts(plain: description)?.rounded(toDigits: DecimalParts.precision)
    return parts ?? DecimalParts(isNegative: false, digits: [], exponent: 0)
  }

  /// nil from 10^128 on; what is nearer to zero than 10^-128 becomes zero.
  init?(_ parts: DecimalParts) {
    let smallest = -128
    guard let decimal = parts.rounded(toExponent: smallest).decimal else { return nil }
    self.init(decimal)
  }
}
