/// A decimal number, exact for what people type: `0.1 + 0.2` is `0.3`.
///
/// At most 38 digits, below 10^128. Arithmetic gives nil where there is no answer (division by zero,
/// a result out of reach); a meeting never stops for it.
package struct Number: Sendable, Hashable {
  let parts: DecimalParts

  /// nil from 10^128 on; what is nearer to zero than 10^-128 becomes zero.
  init?(_ parts: DecimalParts) {
    let reached = parts.rounded(toDigits: DecimalParts.precision)
      .rounded(toExponent: DecimalParts.smallestExponent)
    guard reached.isInReach else { return nil }
    self.parts = reached
  }

  /// A whole number.
  package init(_ whole: Int) {
    parts = DecimalParts(
      isNegative: whole < 0, digits: Array(String(whole.magnitude).utf8), exponent: 0)
  }

  /// Reads `12`, `-3.50`, `.5`; nil for anything else.
  ///
  /// Grouping, exponents and units are the affair of ``init(typed:)`` and of the kinds.
  package init?(_ text: String) {
    guard text.utf8.count <= 40, let parts = DecimalParts(plain: text), parts.isInReach else {
      return nil
    }
    self.parts = parts
  }

  /// 0.
  package static let zero: Number = 0
}

extension Number: Comparable {
  package static func < (a: Number, b: Number) -> Bool {
    a.parts.adding(b.parts.negated).isNegative
  }
}

extension Number: ExpressibleByIntegerLiteral {
  package init(integerLiteral value: Int) { self.init(value) }
}

extension Number: CustomStringConvertible {
  /// Every digit, no grouping, no needless zeros: `25200`, `-0.05`.
  package var description: String { parts.plain }
}
