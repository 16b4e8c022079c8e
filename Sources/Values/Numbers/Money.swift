/// An amount in one currency (an ISO 4217 code, or the word that the team uses).
package struct Money: Sendable, Hashable {
  package let amount: Number
  /// `GBP`; the signs £ $ € ¥ are kept as their codes, so that `£6` and `6 GBP` are the same.
  package let currency: String

  /// The currency is an ISO code, one of the four signs, or a word of the team's own.
  package init(_ amount: Number, _ currency: String) {
    self.amount = amount
    self.currency = Currency.code(forSign: currency) ?? currency
  }

  /// The sum; nil for two currencies.
  package func adding(_ other: Money) -> Money? {
    guard currency == other.currency else { return nil }
    return amount.adding(other.amount).map { Money($0, currency) }
  }

  /// The difference; nil for two currencies.
  package func subtracting(_ other: Money) -> Money? { adding(other.negated) }

  /// So many times the amount.
  package func multiplied(by factor: Number) -> Money? {
    amount.multiplied(by: factor).map { Money($0, currency) }
  }

  /// The amount in so many parts; nil for none.
  package func divided(by parts: Number) -> Money? {
    amount.divided(by: parts).map { Money($0, currency) }
  }

  /// How many times the other fits; nil for two currencies or for no money.
  package func divided(by other: Money) -> Number? {
    currency == other.currency ? amount.divided(by: other.amount) : nil
  }

  /// The same amount owed the other way.
  package var negated: Money { Money(amount.negated, currency) }

  /// Whether this is the smaller amount; nil for two currencies, which have no order.
  package func isLess(than other: Money) -> Bool? {
    currency == other.currency ? amount < other.amount : nil
  }

  /// Rounded to so many decimals, a half away from zero.
  package func rounded(to places: Int) -> Money { Money(amount.rounded(to: places), currency) }

  /// For people: `£25,200`, `$6.50`, `-£6`, `NOK 1,200`.
  package var display: String {
    let shown = amount.rounded(to: 2)
    let size = shown.magnitude.grouped(decimals: shown.wholeValue == nil ? 2...2 : 0...0)
    let sign = shown < .zero ? "-" : ""
    guard let mark = Currency.sign(forCode: currency) else { return "\(currency) \(sign)\(size)" }
    return sign + mark + size
  }
}
