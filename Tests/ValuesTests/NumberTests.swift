import Testing

@testable import Values

@Suite struct NumberTests {
  @Test(arguments: [
    ("12", "12"), ("-3.50", "-3.5"), (".5", "0.5"), ("007", "7"), ("0.0", "0"), ("-0", "0"),
    ("12345678901234567890123456789012345678", "12345678901234567890123456789012345678"),
    ("100", "100"), ("0.000001", "0.000001"), ("99.99", "99.99"),
  ])
  func `a plain number is kept exactly`(text: String, description: String) {
    #expect(Number(text)?.description == description)
  }

  @Test(arguments: [
    "", "-", ".", "5.", "1-2", "--1", "+1", "1e5", "1,000", " 1", "1 ", "٣", "NaN", "0x10", "1.2.3",
    "123456789012345678901234567890123456789",
  ])
  func `what is no plain number is refused`(text: String) {
    #expect(Number(text) == nil)
  }

  @Test(arguments: [
    ("1,200", "1200"), ("1 200.50", "1200.5"), ("1\u{A0}200", "1200"), ("1\u{202F}200", "1200"),
    ("1'200", "1200"), ("1’200", "1200"), ("1,234,567.89", "1234567.89"), ("1.20", "1.2"),
    ("0.125", "0.125"), ("1.2000", "1.2"),
    ("12k", "12000"), ("12K", "12000"), ("1.5m", "1500000"), ("1.5 million", "1500000"),
    ("2bn", "2000000000"), ("3 thousand", "3000"), ("-5", "-5"), ("−5", "-5"), ("+5", "5"),
    (" 7 ", "7"), (".5", "0.5"), ("1,200k", "1200000"), ("0", "0"),
  ])
  func `people's ways of writing a number are understood`(typed: String, description: String) {
    #expect(Number(typed: typed)?.description == description)
  }

  @Test(arguments: [
    "1,5", "1,20", "1.200", "90.000", "12,34,567", "1.200,50", "1.200.000", "1, 200", "1,200 300",
    "0,500", ",500",
    "1,", "k", "12kk", "12 x", "about 5", "", "1_000", "5%", "--5", "1234,567",
  ])
  func `what may be two numbers, or is none, is refused`(typed: String) {
    #expect(Number(typed: typed) == nil)
  }

  @Test(arguments: [
    ("25200", "25,200"), ("0.333333", "0.33"), ("2", "2"), ("2.50", "2.5"), ("-1234.5", "-1,234.5"),
    ("999", "999"), ("1000", "1,000"), ("1000000", "1,000,000"), ("0.005", "0.01"),
    ("0.004", "0"), ("-0.004", "0"), ("999.999", "1,000"), ("-100", "-100"), ("123456", "123,456"),
  ])
  func `a number is shown with two decimals at most`(number: String, shown: String) {
    #expect(Number(number)?.display == shown)
  }

  @Test(arguments: [
    ("0.125", 2, "0.13"), ("-0.125", 2, "-0.13"), ("0.124", 2, "0.12"), ("2.5", 0, "3"),
    ("-2.5", 0, "-3"), ("9.99", 1, "10"), ("0.5", 0, "1"), ("0.4", 0, "0"), ("1249", -2, "1200"),
    ("1250", -2, "1300"), ("1.5", 9, "1.5"), ("0.05", 0, "0"), ("50", -2, "100"), ("49", -2, "0"),
    ("1", Int.max, "1"), ("1", Int.min, "0"),
  ])
  func `a half is rounded away from zero`(number: String, places: Int, rounded: String) {
    #expect(Number(number)?.rounded(to: places).description == rounded)
  }

  struct Sum: Sendable {
    let a, sign, b, result: String
    init(_ a: String, _ sign: String, _ b: String, _ result: String) {
      (self.a, self.sign, self.b, self.result) = (a, sign, b, result)
    }
  }

  @Test(arguments: [
    Sum("0.1", "+", "0.2", "0.3"), Sum("1", "-", "1", "0"), Sum("-90", "+", "90", "0"),
    Sum("5", "-", "8", "-3"), Sum("0", "+", "-7", "-7"), Sum("-7", "-", "0", "-7"),
    Sum("0.3", "*", "0.2", "0.06"), Sum("-3", "*", "-3", "9"), Sum("0", "*", "-3", "0"),
    Sum("6", "/", "240", "0.025"), Sum("1", "/", "0", "nil"), Sum("0", "/", "3", "0"),
    Sum("-1", "/", "8", "-0.125"),
    Sum("1", "/", "3", "0.33333333333333333333333333333333333333"),
    Sum("2", "/", "3", "0.66666666666666666666666666666666666667"),
    Sum(
      "-90", "+", "-0.00000000000000000000000000000000009",
      "-90.00000000000000000000000000000000009"),
    Sum(
      "99999999999999999999999999999999999999", "+", "1",
      "100000000000000000000000000000000000000"),
    Sum(
      "99999999999999999999999999999999999999", "*", "99999999999999999999999999999999999999",
      "9999999999999999999999999999999999999800000000000000000000000000000000000000"),
  ])
  func `arithmetic is exact to 38 digits`(sum: Sum) throws {
    let a = try #require(Number(sum.a))
    let b = try #require(Number(sum.b))
    let result =
      switch sum.sign {
      case "+": a.adding(b)
      case "-": a.subtracting(b)
      case "*": a.multiplied(by: b)
      default: a.divided(by: b)
      }
    #expect(result.map(\.description) ?? "nil" == sum.result)
  }

  @Test func `what grows out of reach gives nil and never traps`() {
    var number: Number? = 10
    var small: Number? = Number("0.1")
    for _ in 0..<8 {
      number = number.flatMap { $0.multiplied(by: $0) }
      small = small.flatMap { $0.multiplied(by: $0) }
    }
    #expect(number == nil)
    #expect(small == .zero)
  }

  @Test(arguments: [
    ("0", "0"), ("4", "2"), ("2.25", "1.5"), ("1000000", "1000"), ("0.0001", "0.01"),
    ("2", "1.414213562373095048801688724210"),
    ("15241578750190521", "123456789"), ("-1", "nil"),
  ])
  func `a square root is exact for squares`(number: String, root: String) throws {
    let found = try #require(Number(number)).squareRoot()?.description ?? "nil"
    #expect(found == root || found + "0" == root)
  }

  @Test func `numbers are ordered, hashed and converted by value`() {
    #expect(Number("1.50") == Number("1.5"))
    #expect(Set([Number("2.0"), Number("2"), 2]).count == 1)
    #expect(Number("9")! < 10 && Number("-1")! < 0 && Number("0.1")! > Number("0.09")!)
    #expect(Number(Int.min).wholeValue == Int.min)
    #expect(Number("1.5")?.wholeValue == nil && Number("99999999999999999999")?.wholeValue == nil)
    #expect(Number("0.1")?.doubleValue == 0.1)
  }

  @Test(arguments: [
    ("12%", "0.12", "12 %"), ("12", "0.12", "12 %"), ("12.5 %", "0.125", "12.5 %"),
    ("100", "1", "100 %"), ("0", "0", "0 %"), ("-3%", "-0.03", "-3 %"),
    ("33.333", "0.33333", "33.33 %"), ("20 percent", "0.2", "20 %"), ("12,5 %", "0.125", "12.5 %"),
    ("7 Per cent", "0.07", "7 %"),
  ])
  func `a percentage is typed and shown as people say it`(
    typed: String, fraction: String, shown: String
  ) throws {
    let number = try #require(Percent.fraction(typed: typed))
    #expect(number.description == fraction)
    #expect(Percent.display(number) == shown)
  }

  @Test(arguments: ["", "%", "12%%", "twelve"])
  func `what is no percentage is refused`(typed: String) {
    #expect(Percent.fraction(typed: typed) == nil)
  }
}
