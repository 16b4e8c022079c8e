package import FoundationEssentials

/// A decimal number, exact for what people type: `0.1 + 0.2` is `0.3`.
///
/// Arithmetic gives nil where there is no answer (division by zero, overflow); a meeting never
/// stops for it.
package struct Number: Sendable, Hashable {
  package let decimal: Decimal

  package init(_ decimal: Decimal) { self.decimal = decimal }
  package init(_ whole: Int) { self.decimal = Decimal(whole) }

  /// Reads `12`, `-3.50`; nil for anything else. Grouping and units are the kinds' affair.
  package init?(_ text: String) {
    guard !text.isEmpty, text.utf8.count <= 40,
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D }),
      let decimal = Decimal(string: text)
    else { return nil }
    self.decimal = decimal
  }
}
