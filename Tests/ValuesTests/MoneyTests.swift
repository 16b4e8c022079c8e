import Testing

@testable import Values

@Suite struct MoneyTests {
  @Test(arguments: [
    ("we have £20k for it", "GBP"), ("20k EUR, at most", "EUR"), ("(€5)", "EUR"),
    ("3 markets, then $4", "USD"), ("20k for it", nil), ("ALL 3 of us", nil), ("euros", nil),
  ])
  func `a sentence names a currency with an amount`(words: String, currency: String?) {
    #expect(Money.currency(in: words) == currency)
  }

  @Test(
    arguments: [
      ("£6", "£6"), ("6 GBP", "£6"), ("GBP 6", "£6"), ("6", "£6"), ("£25k", "£25,000"),
      ("-£6", "-£6"), ("£-6", "-£6"), ("−£6", "-£6"), ("6£", "£6"), ("$6.50", "$6.50"),
      ("€1,200.5", "€1,200.50"), ("NOK 1200", "NOK 1,200"), ("1200nok", "NOK 1,200"),
      ("¥500", "¥500"), ("£1.5m", "£1,500,000"), ("1.5m GBP", "£1,500,000"), ("£ 6", "£6"),
      ("£0.005", "£0.01"), ("£0.004", "£0"), ("£6.9999", "£7"), ("-0.5", "-£0.50"), ("6 usd", "$6"),
      ("240 quid", "£240"), ("240,00 £", "£240"), ("£1.234,50", "£1,234.50"), ("gbp240.-", "£240"),
      ("£6,-", "£6"), ("12k euros", "€12,000"), ("40 francs", nil), ("40 bucks", nil),
    ] as [(String, String?)])
  func `an amount is read and shown with its currency`(typed: String, shown: String?) {
    #expect(Money(typed: typed, defaultCurrency: "GBP")?.display == shown)
  }

  @Test(arguments: [
    "", "£", "GBP", "£6 USD", "6 XYZ", "££6", "six", "£1,5", "GBP 6 GBP", "-£-6", "6 m GBP k",
  ])
  func `what is no amount in one known currency is refused`(typed: String) {
    #expect(Money(typed: typed, defaultCurrency: "EUR") == nil)
  }

  @Test func `a bare number needs a default currency`() {
    #expect(Money(typed: "6", defaultCurrency: nil) == nil)
    #expect(Money(typed: "6", defaultCurrency: "credits")?.display == "credits 6")
    #expect(Money(typed: "6 Credits", defaultCurrency: "credits")?.currency == "credits")
    #expect(Money(typed: "6 bucks", defaultCurrency: "AUD")?.currency == "AUD")
    #expect(Money(typed: "6 pounds", defaultCurrency: nil)?.currency == "GBP")
    #expect(Money(6, "£") == Money(6, "GBP"))
  }

  @Test func `two currencies never mix`() {
    let pounds = Money(6, "GBP")
    let dollars = Money(6, "USD")
    #expect(pounds.adding(dollars) == nil)
    #expect(pounds.subtracting(dollars) == nil)
    #expect(pounds.divided(by: dollars) == nil)
    #expect(pounds.isLess(than: dollars) == nil)
    #expect(pounds.adding(Money(4, "GBP")) == Money(10, "GBP"))
    #expect(pounds.divided(by: Money(240, "GBP"))?.description == "0.025")
    #expect(pounds.divided(by: 0) == nil)
    #expect(pounds.multiplied(by: 3)?.display == "£18")
    #expect(pounds.isLess(than: Money(7, "GBP")) == true)
  }

  @Test func `the pilot's arithmetic comes out to the penny`() throws {
    let share = try #require(Number("0.3")?.multiplied(by: Number("0.2")!))
    let each = try #require(Money(240, "GBP").multiplied(by: share)?.subtracting(Money(6, "GBP")))
    #expect(each.multiplied(by: 3000)?.display == "£25,200")
  }
}
