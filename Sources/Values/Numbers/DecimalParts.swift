/// A number as its sign, its digits and the place of the last digit: -3.50 is (-, 35, -1).
///
/// Our own, because the library's `Decimal` cannot be used: FoundationEssentials' product traps when an
/// exponent leaves its reach, its quotient of long numbers is wrong, and it reads `1-2` as 1.
struct DecimalParts: Hashable {
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

  /// The power of ten below which everything counts as zero.
  static let smallestExponent = -128

  /// Within 38 digits, below 10^128 and not finer than 10^-128.
  var isInReach: Bool {
    digits.count <= Self.precision && exponent >= Self.smallestExponent
      && digits.count + exponent <= 128
  }

  var negated: DecimalParts {
    DecimalParts(isNegative: !isNegative, digits: digits, exponent: exponent)
  }

  /// All digits with a point where one is needed: `25200`, `-0.05`.
  var plain: String {
    guard !digits.isEmpty else { return "0" }
    let sign = isNegative ? "-" : ""
    let text = String(decoding: digits, as: UTF8.self)
    if exponent >= 0 { return sign + text + String(repeating: "0", count: exponent) }
    let places = -exponent
    guard digits.count > places else {
      return sign + "0." + String(repeating: "0", count: places - digits.count) + text
    }
    return sign + text.dropLast(places) + "." + text.suffix(places)
  }
}
