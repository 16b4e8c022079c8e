package import PlaybookLanguage
package import Values

/// A decimal number, with the question's unit said or left out.
package struct NumberKind: AnswerKind {
  package init() {}

  package func read(_ line: String, _ question: Question, _ context: AnswerContext)
    -> AnswerReading
  {
    var words = line
    if let unit = question.unit, words.lowercased().hasSuffix(unit.lowercased()) {
      words = String(words.dropLast(unit.count))
    }
    var readings = Number.readings(typed: words.trimmed)
    if readings.isEmpty { readings = Number.readings(typed: Self.withoutNoun(words, question)) }
    guard let number = readings.first else {
      let mend =
        Number.respelled(words.trimmed).map { "Decimals take a point: \($0)." }
        ?? NearFigure.mend(line) { shown($0, question, context) }
      return .refused("\(line.quoted) is not a number. \(mend ?? hint(question, context))")
    }
    return AnswerLimits(question).choose(line, readings.map { ($0, $0.display, .number($0)) })
      ?? .refused(AnswerLimits(question).refusal(of: number) ?? hint(question, context))
  }

  /// `6 weeks`, where weeks are what is asked for.
  private static func withoutNoun(_ line: String, _ question: Question) -> String {
    let words = line.trimmed.split(separator: " ")
    guard words.count > 1, let last = words.last, last.allSatisfy(\.isLetter) else { return line }
    let noun = singular(last)
    let asked = question.id.split { !$0.isLetter } + question.prompt.words
    guard noun.count > 2, asked.contains(where: { singular($0) == noun }) else { return line }
    return words.dropLast().joined(separator: " ")
  }

  private static func singular(_ word: Substring) -> String {
    let folded = TextFolding.fold(String(word))
    return folded.hasSuffix("s") ? String(folded.dropLast()) : folded
  }

  package func value(_ json: JSONValue, _ question: Question, _ scope: SessionScope) -> Value {
    json.number.map { .number($0) } ?? .blank
  }

  package func show(_ json: JSONValue, _ question: Question, _ context: AnswerContext) -> String {
    json.number.map { $0.display + (question.unit.map { " " + $0 } ?? "") } ?? ""
  }

  package func hint(_ question: Question, _ context: AnswerContext) -> String {
    "Type a number, such as 12, 1,200 or 0.5"
      + (question.unit.map { ", in \($0)." } ?? ".")
  }

  package func offer(_ value: Value, _ question: Question, _ context: AnswerContext) -> JSONValue {
    if case .number(let number) = value.plain { .number(number) } else { .null }
  }
}

/// A share: typed and shown as `12 %`, read as 0.12.
package struct PercentKind: AnswerKind {
  package init() {}

  package func read(_ line: String, _ question: Question, _ context: AnswerContext)
    -> AnswerReading
  {
    guard let fraction = Percent.fraction(typed: line) else {
      return share(line, question, context)
        ?? .refused(
          "\(line.quoted) is not a percentage. "
            + (NearFigure.mend(line) { shown($0, question, context) } ?? hint(question, context)))
    }
    let typed = fraction.multiplied(by: 100) ?? fraction
    if let refusal = AnswerLimits(question).refusal(of: typed, unit: " %") {
      return .refused(refusal)
    }
    // Without a sign 0.2 may be the fifth part or two in a thousand.
    if !Percent.isMarked(line), typed > 0, typed < 1 {
      return .choose(
        question: "\(line.quoted) could be two shares. Which?",
        options: [
          .init(Percent.display(typed), .number(typed)),
          .init(Percent.display(fraction), .number(fraction)),
        ])
    }
    return .answer(.number(fraction))
  }

  /// `1 in 5` is 20 %; `1 in 3` is no percentage to the last digit, and the nearest is said.
  private func share(_ line: String, _ question: Question, _ context: AnswerContext)
    -> AnswerReading?
  {
    guard case .share(let part, let whole)? = RoughFigure(line) else { return nil }
    let percent = NearFigure.percent(part, of: whole)
    guard !percent.isExact else { return read(percent.words, question, context) }
    return .refused("\(line.quoted) is no whole percentage. As a figure: \(percent.words).")
  }

  package func value(_ json: JSONValue, _ question: Question, _ scope: SessionScope) -> Value {
    json.number.map { .percent($0) } ?? .blank
  }

  package func show(_ json: JSONValue, _ question: Question, _ context: AnswerContext) -> String {
    json.number.map(Percent.display) ?? ""
  }

  package func hint(_ question: Question, _ context: AnswerContext) -> String {
    "Type a percentage: 12 or 12 % or 12.5."
  }

  package func offer(_ value: Value, _ question: Question, _ context: AnswerContext) -> JSONValue {
    switch value {
    case .number(let number), .percent(let number), .rating(let number, _): .number(number)
    default: .null
    }
  }
}

/// An amount in the session's currency, or in another that is named: `£6`, `6 GBP`.
package struct MoneyKind: AnswerKind {
  package init() {}

  package func read(_ line: String, _ question: Question, _ context: AnswerContext)
    -> AnswerReading
  {
    let readings = Money.readings(typed: line, defaultCurrency: context.currency)
    let limits = AnswerLimits(question)
    if let money = readings.first {
      return limits.choose(line, readings.map { ($0.amount, $0.display, Self.json($0)) })
        ?? .refused(
          limits.refusal(of: money.amount, unit: " \(money.currency)") ?? hint(question, context))
    }
    if !Number.readings(typed: line).isEmpty {
      return mentioned(line, limits, context)
        ?? .refused(
          "In which currency? Say it once, such as £\(line) or \(line) EUR; "
            + "after that the number is enough.")
    }
    let mend =
      Money.respelled(line, defaultCurrency: context.currency)
      .map { "Decimals take a point: \($0)." }
      ?? NearFigure.mend(line) { shown($0, question, context) }
    return .refused("\(line.quoted) is not an amount. \(mend ?? hint(question, context))")
  }

  /// The amount in the currency that words of the meeting have named, which one key confirms.
  private func mentioned(_ line: String, _ limits: AnswerLimits, _ context: AnswerContext)
    -> AnswerReading?
  {
    guard let currency = context.mentionedCurrency else { return nil }
    let meant = Money.readings(typed: line, defaultCurrency: currency)
    let fit = meant.filter { limits.refusal(of: $0.amount) == nil }
    guard let first = fit.first else {
      return meant.first.flatMap { limits.refusal(of: $0.amount, unit: " \(currency)") }
        .map { .refused($0) }
    }
    return .choose(
      question: fit.count == 1 ? "\(first.display)?" : "\(line.quoted): which?",
      options: fit.map { .init($0.display, Self.json($0)) })
  }

  package func value(_ json: JSONValue, _ question: Question, _ scope: SessionScope) -> Value {
    Self.money(json).map { .money($0) } ?? .blank
  }

  package func show(_ json: JSONValue, _ question: Question, _ context: AnswerContext) -> String {
    Self.money(json)?.display ?? ""
  }

  package func hint(_ question: Question, _ context: AnswerContext) -> String {
    "Type an amount, such as \(context.currency == nil ? "£6.50 or 6.50 EUR" : "6.50 or 12k")."
  }

  package func offer(_ value: Value, _ question: Question, _ context: AnswerContext) -> JSONValue {
    if case .money(let money) = value { Self.json(money) } else { .null }
  }

  package static func json(_ money: Money) -> JSONValue {
    .object([.init("amount", .number(money.amount)), .init("currency", .string(money.currency))])
  }

  package static func money(_ json: JSONValue) -> Money? {
    guard let amount = json["amount"]?.number, let currency = json["currency"]?.string else {
      return nil
    }
    return Money(amount, currency)
  }
}

extension Template {
  /// The words that stand in it as they are.
  fileprivate var words: [Substring] {
    guard case .prose(let segments) = content else { return [] }
    return segments.flatMap { segment -> [Substring] in
      if case .text(let text) = segment { text.split { !$0.isLetter } } else { [] }
    }
  }
}
