extension Number {
  /// Rounded to so many decimals, a half away from zero: 0.125 gives 0.13, -0.125 gives -0.13.
  ///
  /// Negative places round to tens and hundreds.
  package func rounded(to places: Int) -> Number {
    let places = min(max(places, -200), 200)
    return Number(parts.rounded(toExponent: -places)) ?? self
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
