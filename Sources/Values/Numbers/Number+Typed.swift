extension Number {
  /// Reads what people type: `1,200`, `1 200.50`, `12k`, `1.5m`; nil where it is ambiguous.
  ///
  /// A dot is the decimal point, a comma, a space or an apostrophe groups thousands, so `1,5` is
  /// nil, and so is `1.200`, which is 1.2 here and 1,200 in half of Europe. `k`, `m` and `bn`
  /// (`thousand`, `million`, `billion`) multiply.
  package init?(typed text: String) {
    let readings = Self.readings(typed: text)
    guard readings.count == 1 else { return nil }
    self = readings[0]
  }

  /// All that the text may mean: one number, two where three digits follow a dot, or none.
  package static func readings(typed text: String) -> [Number] {
    guard let number = decimal(typed: text) else { return [] }
    let digits = TypedText.plain(text).drop { "+-".contains($0) }
    let groups = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard groups.count == 2, groups[1].count == 3, groups.allSatisfy({ $0.allSatisfy(\.isNumber) }),
      (1...3).contains(groups[0].count), groups[0].first != "0",
      let whole = number.multiplied(by: 1_000)
    else { return [number] }
    return [number, whole]
  }

  /// The same number with a point before its decimals, where a comma stands there: `1.234,50`.
  package static func respelled(_ text: String) -> String? {
    let swapped = String(text.map { $0 == "," ? "." : $0 == "." ? "," : $0 })
    return swapped != text && readings(typed: swapped).count == 1 ? swapped : nil
  }

  /// A dot is the decimal point, whatever follows it.
  static func decimal(typed text: String) -> Number? {
    var rest = TypedText.plain(text)[...]
    let isNegative = rest.first == "-"
    if isNegative || rest.first == "+" { rest = rest.dropFirst() }
    guard let scale = takeScale(&rest), let digits = ungroup(rest) else { return nil }
    guard digits.first != "-", let size = Number(digits)?.multiplied(by: scale) else { return nil }
    return isNegative ? size.negated : size
  }

  private static let scales: [(suffix: String, scale: Number)] = [
    ("thousand", 1_000), ("million", 1_000_000), ("billion", 1_000_000_000),
    ("bn", 1_000_000_000), ("k", 1_000), ("m", 1_000_000),
  ]

  private static func takeScale(_ text: inout Substring) -> Number? {
    for (suffix, scale) in scales where text.lowercased().hasSuffix(suffix) {
      text = text.dropLast(suffix.count)
      while text.last == " " { text = text.dropLast() }
      return scale
    }
    return 1
  }

  /// The digits without their grouping; nil where the groups are not threes after the first.
  private static func ungroup(_ text: Substring) -> String? {
    let halves = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(halves.count) else { return nil }
    let whole = halves[0]
    let separators = Set(whole.filter { ", '".contains($0) })
    guard separators.count <= 1 else { return nil }
    guard let separator = separators.first else { return String(text) }
    let groups = whole.split(separator: separator, omittingEmptySubsequences: false)
    guard (1...3).contains(groups[0].count), groups[0].first != "0",
      groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    return groups.joined() + (halves.count > 1 ? "." + halves[1] : "")
  }
}
