extension Money {
  /// Reads `£6`, `6 GBP`, `GBP 6`, `-£25k`, and a bare `6` in the default currency.
  ///
  /// nil for an unknown currency, two currencies, or a number that ``Number/init(typed:)`` refuses.
  package init?(typed text: String, defaultCurrency: String?) {
    var rest = TypedText.plain(text)[...]
    let isNegative = rest.first == "-"
    if isNegative { rest = rest.dropFirst().trimmed[...] }
    var currency: String?
    if let leading = Self.takeCurrency(&rest, atStart: true, known: defaultCurrency) {
      currency = leading
    } else {
      currency = Self.takeCurrency(&rest, atStart: false, known: defaultCurrency)
    }
    guard let currency = currency ?? defaultCurrency else { return nil }
    guard let size = Number(typed: String(rest)), !(isNegative && rest.first == "-") else {
      return nil
    }
    self.init(isNegative ? size.negated : size, currency)
  }

  /// Takes a sign, a code or the default currency's own word off one end of the text.
  private static func takeCurrency(
    _ text: inout Substring, atStart: Bool, known: String?
  ) -> String? {
    let edge = atStart ? text.first : text.last
    if let edge, let code = Currency.code(forSign: String(edge)) {
      text = (atStart ? text.dropFirst() : text.dropLast()).trimmed[...]
      return code
    }
    let word = atStart ? text.prefix { $0.isLetter } : letters(atEndOf: text)
    let upper = word.uppercased()
    let isKnown = known.map { $0.uppercased() == upper } ?? false
    guard !word.isEmpty, isKnown || Currency.isCode(upper) else { return nil }
    let rest = atStart ? text.dropFirst(word.count) : text.dropLast(word.count)
    text = rest.trimmed[...]
    return isKnown ? known : upper
  }

  private static func letters(atEndOf text: Substring) -> Substring {
    let count = text.reversed().prefix { $0.isLetter }.count
    return text.suffix(count)
  }
}
