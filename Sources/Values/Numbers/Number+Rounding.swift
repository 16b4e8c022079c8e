internal import FoundationEssentials

extension Number {
  /// Rounded to so many decimals, a half away from zero: 0.125 gives 0.13, -0.125 gives -0.13.
  ///
  /// Negative places round to tens and hundreds.
  package func rounded(to places: Int) -> Number {
    guard var parts = DecimalParts(plain: description), parts.exponent < -places else {
      return self
    }
    let dropped = -places - parts.exponent
    guard dropped <= parts.digits.count else { return .zero }
    let kept = parts.digits.dropLast(dropped)
    let isUp = parts.digits[kept.count] >= UInt8(ascii: "5")
    parts = DecimalParts(
      isNegative: parts.isNegative, digits: isUp ? Self.increment(kept) : Array(kept),
      exponent: -places)
    return parts.decimal.map { Number($0) } ?? self
  }

  /// The number one up from these ASCII digits.
  private static func increment(_ digits: ArraySlice<UInt8>) -> [UInt8] {
    var digits = Array(digits)
    var place = digits.count - 1
    while place >= 0, digits[place] == UInt8(ascii: "9") {
      digits[place] = UInt8(ascii: "0")
      place -= 1
    }
    if place < 0 { return [UInt8(ascii: "1")] + digits }
    digits[place] += 1
    return digits
  }

  /// The number as an `Int`; nil where it has a fraction or does not fit.
  package var wholeValue: Int? { Int(description) }

  /// The nearest binary floating-point number.
  package var doubleValue: Double { Double(description) ?? 0 }

  /// For people: at most two decimals, no needless zeros, thousands grouped: `25,200`, `0.33`.
  package var display: String { grouped(decimals: 0...2) }

  /// Grouped, with at least and at most so many decimals.
  func grouped(decimals: ClosedRange<Int>) -> String {
    let text = rounded(to: decimals.upperBound).description
    let isNegative = text.hasPrefix("-")
    let halves = text.drop { $0 == "-" }.split(separator: ".")
    var fraction = halves.count > 1 ? String(halves[1]) : ""
    while fraction.utf8.count < decimals.lowerBound { fraction += "0" }
    let whole = Self.groupThousands(halves.first ?? "0")
    return (isNegative ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
  }

  private static func groupThousands(_ digits: Substring) -> String {
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.utf8.count - index).isMultiple(of: 3) { text += "," }
      text.append(digit)
    }
    return text
  }
}
