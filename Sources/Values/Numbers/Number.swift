package import FoundationEssentials

/// A decimal number, exact for what people type: `0.1 + 0.2` is `0.3`.
///
/// Arithmetic gives nil where there is no answer (division by zero, a result beyond 10^128); a
/// meeting never stops for it.
package struct Number: Sendable, Hashable {
  /// Holds the number; its own arithmetic is not to be trusted, see `DecimalParts`.
  package let decimal: Decimal

  /// A decimal as it is.
  package init(_ decimal: Decimal) { self.decimal = decimal }
  /// A whole number.
  package init(_ whole: Int) { self.decimal = Decimal(whole) }

  /// Reads `12`, `-3.50`, `.5`; nil for anything else.
  ///
  /// Grouping, exponents and units are the affair of ``init(typed:)`` and of the kinds.
  package init?(_ text: String) {
    guard text.utf8.count <= 40, let parts = DecimalParts(plain: text),
      let decimal = parts.decimal
    else { return nil }
    self.decimal = decimal
  }

  /// 0.
  package static let zero: Number = 0
}

extension Number: Comparable {
  package static func < (a: Number, b: Number) -> Bool { a.decimal < b.decimal }
}

extension Number: ExpressibleByIntegerLiteral {
  package init(integerLiteral value: Int) { self.init(value) }
}

extension Number: CustomStringConvertible {
  /// Every digit, no grouping, no needless zeros: `25200`, `-0.05`.
  package var description: String { decimal.description }
}
