internal import FoundationEssentials

/// A number as its sign, its digits and the place of the last digit: -3.50 is (-, 35, -1).
///
/// The one way between text and `Decimal`: `Decimal(string:)` takes `1-2` for 1 and rounds
/// silently, and FoundationEssentials has no rounding of its own.
struct DecimalParts: Equatable {
  var isNegative: Bool
  /// ASCII digits without leading or trailing zeros; empty for zero.
  var digits: [UInt8]
  /// The power of ten of the last digit.
  var exponent: Int

  init(isNegative: Bool, digits: some Collection<UInt8>, exponent: Int) {
    let significant = digits.drop { $0 == UInt8(ascii: "0") }
    var kept = Array(significant)
    var exponent = exponent
    while kept.last == UInt8(ascii: "0") {
      kept.removeLast()
      exponent += 1
    }
    self.isNegative = isNegative && !kept.isEmpty
    self.digits = kept
    self.exponent = kept.isEmpty ? 0 : exponent
  }

  /// Reads `[-]digits[.digits]`, where one of the two may be missing.
  init?(plain text: some StringProtocol) {
    self.init(bytes: Array(text.utf8), allowsExponent: false)
  }

  /// Reads `[-]digits[.digits][e[+-]digits]`.
  init?(scientific text: some StringProtocol) {
    self.init(bytes: Array(text.utf8), allowsExponent: true)
  }

  private init?(bytes: [UInt8], allowsExponent: Bool) {
    var rest = bytes[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative { rest = rest.dropFirst() }
    let whole = rest.prefix(while: Self.isDigit)
    rest = rest.dropFirst(whole.count)
    var fraction = rest.prefix(0)
    if rest.first == UInt8(ascii: ".") {
      fraction = rest.dropFirst().prefix(while: Self.isDigit)
      guard !fraction.isEmpty else { return nil }
      rest = rest.dropFirst(1 + fraction.count)
    }
    guard !(whole.isEmpty && fraction.isEmpty) else { return nil }
    guard let power = Self.power(rest, allowed: allowsExponent) else { return nil }
    self.init(
      isNegative: isNegative, digits: whole + fraction, exponent: power - fraction.count)
  }

  /// The value of an exponent's text, held within ±1,000,000; nil where it is malformed.
  private static func power(_ text: ArraySlice<UInt8>, allowed: Bool) -> Int? {
    guard let letter = text.first else { return 0 }
    guard allowed, letter | 0x20 == UInt8(ascii: "e") else { return nil }
    var rest = text.dropFirst()
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    guard !rest.isEmpty, rest.allSatisfy(isDigit) else { return nil }
    let size = rest.reduce(0) { min(1_000_000, $0 * 10 + Int($1 - 0x30)) }
    return isNegative ? -size : size
  }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// The number itself; nil beyond 38 digits, from 10^128 on, or finer than 10^-128.
  var decimal: Decimal? {
    guard digits.count <= Self.precision, exponent >= -128, digits.count + exponent <= 128 else {
      return nil
    }
    var significand = Decimal(0)
    for start in stride(from: 0, to: digits.count, by: 15) {
      let chunk = digits[start..<min(start + 15, digits.count)]
      let value = chunk.reduce(0) { $0 * 10 + Int($1 - 0x30) }
      let scale = (0..<chunk.count).reduce(1) { power, _ in power * 10 }
      significand = significand * Decimal(scale) + Decimal(value)
    }
    return Decimal(
      sign: isNegative ? .minus : .plus, exponent: exponent, significand: significand)
  }
}
