internal import FoundationEssentials

/// Arithmetic that answers nil in place of trapping.
///
/// `Decimal` itself traps where a product's exponent leaves its reach, so each operation looks at
/// the exponents first.
extension Number {
  /// The sum, or nil where it is out of reach.
  package func adding(_ other: Number) -> Number? {
    guard isCalm, other.isCalm else { return nil }
    return Number(checked: decimal + other.decimal)
  }

  /// The difference, or nil where it is out of reach.
  package func subtracting(_ other: Number) -> Number? { adding(other.negated) }

  /// The product, rounded to 38 digits where it has more; nil where it is out of reach.
  package func multiplied(by other: Number) -> Number? {
    if isZero || other.isZero { return .zero }
    let exponent = decimal.exponent + other.decimal.exponent
    guard Self.calmExponents.contains(exponent) else { return nil }
    return Number(checked: decimal * other.decimal)
  }

  /// The quotient, rounded to 38 digits where it has more; nil for division by zero.
  package func divided(by other: Number) -> Number? {
    guard !other.isZero else { return nil }
    if isZero { return .zero }
    let exponent = decimal.exponent - other.decimal.exponent
    guard isCalm, other.isCalm, (-80...80).contains(exponent) else { return nil }
    return Number(checked: decimal / other.decimal)
  }

  /// The same distance from zero on its other side.
  package var negated: Number { isZero ? self : Number(-decimal) }

  /// The distance from zero.
  package var magnitude: Number { self < .zero ? negated : self }

  package var isZero: Bool { decimal.isZero }

  /// The square root to 30 digits, exact for squares; nil below zero.
  package func squareRoot() -> Number? {
    if isZero { return .zero }
    guard self > .zero, var root = Number(approximating: doubleValue.squareRoot()) else {
      return nil
    }
    for _ in 0..<3 {
      guard let next = divided(by: root)?.adding(root)?.divided(by: 2) else { return nil }
      root = next
    }
    let short = root.rounded(to: 15)
    return short.multiplied(by: short) == self ? short : root.rounded(to: 30)
  }

  static let calmExponents = -120...80

  /// True where `Decimal` can work with the number without leaving its reach.
  private var isCalm: Bool { isZero || Self.calmExponents.contains(decimal.exponent) }

  private init?(checked decimal: Decimal) {
    guard !decimal.isNaN else { return nil }
    self.init(decimal)
  }

  private init?(approximating double: Double) {
    guard double.isFinite, double > 0 else { return nil }
    guard let parts = DecimalParts(scientific: double.description) else { return nil }
    guard let decimal = parts.decimal else { return nil }
    self.init(decimal)
  }
}
