/// An amount in one currency (an ISO 4217 code, or the sign that the team uses).
package struct Money: Sendable, Hashable {
  package let amount: Number
  package let currency: String

  package init(_ amount: Number, _ currency: String) {
    self.amount = amount
    self.currency = currency
  }
}
