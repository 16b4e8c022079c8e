/// Binary numbers as ECMAScript's `Number.prototype.toString` writes them, which RFC 8785 asks for.
package enum ECMAScriptNumber {
  /// `1e+21`, `0.000001`, `100`; `0` for -0; `null` for what JSON cannot say.
  package static func text(of number: Double) -> String {
    guard number.isFinite else { return "null" }
    guard let parts = DecimalParts(scientific: number.description), !parts.digits.isEmpty else {
      return "0"
    }
    let digits = String(decoding: parts.digits, as: UTF8.self)
    let sign = parts.isNegative ? "-" : ""
    return sign + layOut(digits, point: digits.utf8.count + parts.exponent)
  }

  /// Sets the decimal point after so many digits (ECMA-262, 6.1.6.1.20).
  private static func layOut(_ digits: String, point: Int) -> String {
    let count = digits.utf8.count
    switch point {
    case count...21 where count <= 21: return digits + zeros(point - count)
    case 1..<max(1, min(count, 22)): return digits.prefix(point) + "." + digits.dropFirst(point)
    case -5...0: return "0." + zeros(-point) + digits
    default: return scientific(digits, exponent: point - 1)
    }
  }

  private static func scientific(_ digits: String, exponent: Int) -> String {
    let rest = digits.dropFirst()
    let fraction = rest.isEmpty ? "" : "." + rest
    return "\(digits.prefix(1))\(fraction)e\(exponent < 0 ? "-" : "+")\(abs(exponent))"
  }

  private static func zeros(_ count: Int) -> String { String(repeating: "0", count: count) }
}
