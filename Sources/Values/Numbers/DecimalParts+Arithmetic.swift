/// Sums, products and quotients to 38 digits, a half rounded away from zero.
///
/// `Decimal` of FoundationEssentials holds numbers well, but its own arithmetic traps where an
/// exponent leaves its reach and its quotients of long numbers are wrong from the first digits on,
/// so the four operations are done here.
extension DecimalParts {
  /// The digits that a number keeps; 10^38 is the last power of ten below 2^128.
  static let precision = 38

  func adding(_ other: DecimalParts) -> DecimalParts {
    guard !digits.isEmpty else { return other }
    guard !other.digits.isEmpty else { return self }
    let exponent = min(exponent, other.exponent)
    let a = digits + Self.zeros(self.exponent - exponent)
    let b = other.digits + Self.zeros(other.exponent - exponent)
    let width = max(a.count, b.count) + 1
    let (x, y) = (Self.zeros(width - a.count) + a, Self.zeros(width - b.count) + b)
    if isNegative == other.isNegative {
      return DecimalParts(isNegative: isNegative, digits: Self.sum(x, y), exponent: exponent)
        .rounded(toDigits: Self.precision)
    }
    let isOtherLarger = x.lexicographicallyPrecedes(y)
    let rest = isOtherLarger ? Self.difference(y, x) : Self.difference(x, y)
    return DecimalParts(
      isNegative: isOtherLarger ? other.isNegative : isNegative, digits: rest, exponent: exponent
    ).rounded(toDigits: Self.precision)
  }

  func multiplied(by other: DecimalParts) -> DecimalParts {
    let product = value.multipliedFullWidth(by: other.value)
    let (head, tail) = Self.powerOfTen(Self.precision).dividingFullWidth(product)
    let low = Array(String(tail).utf8)
    return DecimalParts(
      isNegative: isNegative != other.isNegative,
      digits: Array(String(head).utf8) + Self.zeros(Self.precision - low.count) + low,
      exponent: exponent + other.exponent
    ).rounded(toDigits: Self.precision)
  }

  /// nil for division by zero.
  func divided(by other: DecimalParts) -> DecimalParts? {
    guard !other.digits.isEmpty else { return nil }
    guard !digits.isEmpty else { return self }
    let a = Self.full(self)
    let b = Self.full(other)
    let shift = a.value < b.value ? Self.precision : Self.precision - 1
    var (quotient, rest) = b.value.dividingFullWidth(
      a.value.multipliedFullWidth(by: Self.powerOfTen(shift)))
    if rest >= b.value - rest { quotient += 1 }
    return DecimalParts(
      isNegative: isNegative != other.isNegative, digits: Array(String(quotient).utf8),
      exponent: a.exponent - b.exponent - shift
    ).rounded(toDigits: Self.precision)
  }

  /// The nearest number with so many digits or fewer.
  func rounded(toDigits count: Int) -> DecimalParts {
    digits.count > count ? rounded(toExponent: exponent + digits.count - count) : self
  }

  /// The nearest multiple of a power of ten.
  func rounded(toExponent target: Int) -> DecimalParts {
    let dropped = target - exponent
    guard dropped > 0, !digits.isEmpty else { return self }
    guard dropped <= digits.count else {
      return DecimalParts(isNegative: false, digits: [], exponent: 0)
    }
    let kept = [Self.zero] + digits.dropLast(dropped)
    let isUp = digits[digits.count - dropped] >= UInt8(ascii: "5")
    let one = Self.zeros(kept.count - 1) + [UInt8(ascii: "1")]
    return DecimalParts(
      isNegative: isNegative, digits: isUp ? Self.sum(kept, one) : kept, exponent: target)
  }
}

extension DecimalParts {
  private static let zero = UInt8(ascii: "0")

  private static func zeros(_ count: Int) -> [UInt8] {
    [UInt8](repeating: zero, count: max(0, count))
  }

  private static func powerOfTen(_ power: Int) -> UInt128 {
    (0..<power).reduce(1) { value, _ in value * 10 }
  }

  /// The digits as a whole number; there are never more than 38.
  private var value: UInt128 { digits.reduce(0) { $0 * 10 + UInt128($1 - Self.zero) } }

  /// The same number with all 38 digits.
  private static func full(_ parts: DecimalParts) -> (value: UInt128, exponent: Int) {
    let missing = precision - parts.digits.count
    return (parts.value * powerOfTen(missing), parts.exponent - missing)
  }

  /// The sum of digits of one width, whose first has room for the carry.
  private static func sum(_ a: [UInt8], _ b: [UInt8]) -> [UInt8] {
    var sum = a
    var carry: UInt8 = 0
    for place in a.indices.reversed() {
      let digit = (a[place] - zero) + (b[place] - zero) + carry
      carry = digit / 10
      sum[place] = zero + digit % 10
    }
    return sum
  }

  /// The difference of digits of one width, the larger first.
  private static func difference(_ a: [UInt8], _ b: [UInt8]) -> [UInt8] {
    var rest = a
    var borrow: UInt8 = 0
    for place in a.indices.reversed() {
      let digit = 10 + (a[place] - zero) - (b[place] - zero) - borrow
      borrow = digit < 10 ? 1 : 0
      rest[place] = zero + digit % 10
    }
    return rest
  }
}
