extension Number {
  /// Reads what people type: `1,200`, `1 200.50`, `12k`, `1.5m`; nil where it is ambiguous.
  ///
  /// A dot is always the decimal point, so `1.200` is 1.2; a comma, a space or an apostrophe only
  /// groups thousands, so `1,5` is nil. `k`, `m` and `bn` (`thousand`, `million`, `billion`)
  /// multiply.
  package init?(typed text: String) {
    var rest = TypedText.plain(text)[...]
    let isNegative = rest.first == "-"
    if isNegative || rest.first == "+" { rest = rest.dropFirst() }
    guard let scale = Self.takeScale(&rest), let digits = Self.ungroup(rest) else { return nil }
    guard digits.first != "-", let size = Number(digits)?.multiplied(by: scale) else { return nil }
    self = isNegative ? size.negated : size
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
