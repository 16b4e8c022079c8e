import Values

/// Constants of `given` and `with`: numbers, dates, lengths of time, yes and no read as such.
extension PlaybookDecoder {
  /// The value of a field of `given`: a constant, or words with holes.
  func given(_ node: YAMLNode, called name: String) -> Template? {
    guard let scalar = node.scalar else {
      return Template(.constant(constant(node)), at: node.span)
    }
    if node.isBlank { return Template(.constant(.blank), at: node.span) }
    reportTwoNumbers(scalar)
    if let value = Self.constant(scalar.text) { return Template(.constant(value), at: node.span) }
    return written(node, called: name)
  }

  /// A list or map of constants; words in it have no holes.
  func constant(_ node: YAMLNode) -> Value {
    switch node.content {
    case .scalar(let scalar):
      node.isBlank ? .blank : Self.constant(scalar.text) ?? .text(scalar.text)
    case .sequence(let items): .list(items.map { constant($0) })
    case .mapping(let entries): .record(entries.map { .init($0.name, constant($0.value)) })
    }
  }

  /// `90.000` is a number here and a thousand times as much in half of Europe.
  private func reportTwoNumbers(_ scalar: YAMLScalar) {
    let numbers = Number.readings(typed: scalar.text).map(\.display)
    let amounts = Money.readings(typed: scalar.text, defaultCurrency: nil).map(\.display)
    guard let ways = [numbers, amounts].first(where: { $0.count > 1 }) else { return }
    report(
      .badNumber, at: span(of: scalar.source), "'\(scalar.text)' may be two numbers",
      label: "write \(ways.joined(separator: " or "))")
  }

  private static func constant(_ text: String) -> Value? {
    if let number = Number(text) { return .number(number) }
    if text.allSatisfy({ $0.isNumber || ",. ".contains($0) }), let number = Number(typed: text) {
      return .number(number)
    }
    if text.hasSuffix("%"), let fraction = Percent.fraction(typed: text) {
      return .percent(fraction)
    }
    if text == "yes" || text == "no" { return .yesno(text == "yes") }
    if let date = CalendarDate(iso: text) { return .date(date) }
    guard
      text.first?.isNumber == true
        || text.unicodeScalars.first?.properties.generalCategory == .currencySymbol
    else { return nil }
    if let span = TimeSpan(typed: text) { return .span(span) }
    return Money(typed: text, defaultCurrency: nil).map { .money($0) }
  }
}
