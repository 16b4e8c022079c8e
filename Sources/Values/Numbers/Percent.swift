/// A share, kept as a fraction (0.12) and typed and shown as people say it (12 %).
package enum Percent {
  /// Reads `12%`, `12 percent`, `12,5 %` and `12` as 0.12; nil for anything that is no number.
  ///
  /// Nobody means thousands of percents by `12.500`, nor by `12,5`.
  package static func fraction(typed text: String) -> Number? {
    let digits = unmarked(text) ?? TypedText.plain(text)
    let number =
      Number.decimal(typed: digits)
      ?? Number.respelled(digits).flatMap { Number.decimal(typed: $0) }
    return number?.divided(by: 100)
  }

  /// Whether the text says by a sign or a word that it is a percentage.
  package static func isMarked(_ text: String) -> Bool { unmarked(text) != nil }

  /// `12` of `12 %`, `12 percent`, `12 per cent`, `12pct`.
  private static func unmarked(_ text: String) -> String? {
    let typed = TypedText.plain(text).lowercased()
    guard let mark = ["%", "percent", "per cent", "pct"].first(where: typed.hasSuffix) else {
      return nil
    }
    return String(typed.dropLast(mark.count)).trimmed
  }

  /// `12 %` for 0.12, with at most two decimals.
  package static func display(_ fraction: Number) -> String {
    guard let shown = fraction.multiplied(by: 100) else { return fraction.display }
    return shown.display + " %"
  }
}
