/// A share, kept as a fraction (0.12) and typed and shown as people say it (12 %).
package enum Percent {
  /// Reads `12%`, `12 %` and `12` as 0.12; nil for anything that is no number.
  ///
  /// Nobody means thousands of percents by `12.500`.
  package static func fraction(typed text: String) -> Number? {
    var rest = TypedText.plain(text)[...]
    if rest.last == "%" { rest = rest.dropLast().trimmed[...] }
    return Number.decimal(typed: String(rest))?.divided(by: 100)
  }

  /// `12 %` for 0.12, with at most two decimals.
  package static func display(_ fraction: Number) -> String {
    guard let shown = fraction.multiplied(by: 100) else { return fraction.display }
    return shown.display + " %"
  }
}
