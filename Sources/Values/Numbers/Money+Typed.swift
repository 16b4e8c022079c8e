extension Money {
  /// Reads `£6`, `6 GBP`, `GBP 6`, `-£25k`, and a bare `6` in the default currency.
  ///
  /// nil for an unknown currency, two currencies, or a number that ``Number/init(typed:)`` refuses.
  package init?(typed text: String, defaultCurrency: String?) {
    let readings = Self.readings(typed: text, defaultCurrency: defaultCurrency)
    guard readings.count == 1 else { return nil }
    self = readings[0]
  }

  /// All that the text may mean: two amounts for `€90.000`, none for what is no amount.
  package static func readings(typed text: String, defaultCurrency: String?) -> [Money] {
    guard let (isNegative, size, code) = parts(of: text, defaultCurrency), let code,
      !(isNegative && size.first == "-")
    else { return [] }
    let amounts = Number.readings(typed: size)
    return (amounts.isEmpty ? hundredths(size) : amounts).map {
      Money(isNegative ? $0.negated : $0, code)
    }
  }

  /// The currency of the first amount that a sentence names with its sign or code: `£20k`, `5 EUR`.
  package static func currency(in sentence: String) -> String? {
    guard sentence.contains(where: \.isNumber) else { return nil }
    let words = sentence.split(whereSeparator: { " \n\t,;()".contains($0) }).map(String.init)
    for (place, word) in words.enumerated() where word.contains(where: \.isNumber) {
      let next = words.indices.contains(place + 1) ? words[place + 1] : ""
      let isCode = next.count == 3 && Currency.isCode(next)
      let phrases = [word, isCode ? "\(word) \(next)" : nil].compactMap { $0 }
      for phrase in phrases {
        if let money = readings(typed: phrase, defaultCurrency: nil).first { return money.currency }
      }
    }
    return nil
  }

  /// `240,00`, `1.234,50`: two digits behind a comma are no thousands, so they are hundredths.
  private static func hundredths(_ size: String) -> [Number] {
    let halves = size.split(separator: ",", omittingEmptySubsequences: false)
    guard halves.count == 2, halves[1].count == 2, halves[1].allSatisfy(\.isNumber),
      let mended = Number.respelled(size)
    else { return [] }
    return Number.readings(typed: mended)
  }

  /// The same amount with a point before its decimals, where a comma stands there: `€1,50`.
  package static func respelled(_ text: String, defaultCurrency: String?) -> String? {
    guard let (_, size, _) = parts(of: text, defaultCurrency), let mended = Number.respelled(size)
    else { return nil }
    return text.replacing(size, with: mended)
  }

  /// Whether a minus stands in front, the digits, and the currency.
  private static func parts(
    of text: String, _ defaultCurrency: String?
  ) -> (isNegative: Bool, size: String, currency: String?)? {
    var rest = TypedText.plain(text)[...]
    let isNegative = rest.first == "-"
    if isNegative { rest = rest.dropFirst().trimmed[...] }
    var currency: String?
    if let leading = takeCurrency(&rest, atStart: true, known: defaultCurrency) {
      currency = leading
    } else {
      currency = takeCurrency(&rest, atStart: false, known: defaultCurrency)
    }
    let size = withoutDash(String(rest))
    return size.isEmpty ? nil : (isNegative, size, currency ?? defaultCurrency)
  }

  /// `240` of `240.-`, `240,-`: the dash says that there is nothing behind the whole amount.
  private static func withoutDash(_ size: String) -> String {
    let marks = [".-", ",-", ".–", ",–", ".—", ",—", ",--", ".--"]
    guard let mark = marks.first(where: size.hasSuffix) else { return size }
    return String(size.dropLast(mark.count)).trimmed
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
    let spoken = Currency.code(forWord: String(word), atHand: known)
    guard !word.isEmpty, isKnown || spoken != nil || Currency.isCode(upper) else { return nil }
    let rest = atStart ? text.dropFirst(word.count) : text.dropLast(word.count)
    text = rest.trimmed[...]
    return isKnown ? known : spoken ?? upper
  }

  private static func letters(atEndOf text: Substring) -> Substring {
    let count = text.reversed().prefix { $0.isLetter }.count
    return text.suffix(count)
  }
}
