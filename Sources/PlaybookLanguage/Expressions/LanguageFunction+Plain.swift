import Values

extension LanguageFunction {
  static let plainFunctions: [LanguageFunction] = [
    LanguageFunction(
      "either", .plain, "either(a, b)", "The first that is not blank.", arity: 2...8,
      type: { checker, call in
        let types = call.arguments.map { checker.type(of: $0) }
        return types.dropFirst().reduce(types[0]) { $0.joined(with: $1) }
      },
      value: { evaluator, call in
        for argument in call.arguments {
          let value = evaluator.value(of: argument)
          if !value.isBlank { return value }
        }
        return .blank
      }),
    LanguageFunction(
      "if", .plain, "if(condition, this, that)", "This if the condition is yes, that if it is no.",
      arity: 3...3,
      type: { checker, call in
        checker.expect(.condition, of: call.arguments[0])
        return checker.type(of: call.arguments[1])
          .joined(with: checker.type(of: call.arguments[2]))
      },
      value: { evaluator, call in
        guard let isYes = evaluator.truth(of: call.arguments[0]) else { return .blank }
        return evaluator.value(of: call.arguments[isYes ? 1 : 2])
      }),
    LanguageFunction(
      "round", .plain, "round(x, 1)",
      "Rounded to whole numbers, or to so many decimals; a half goes away from zero.",
      arity: 1...2,
      type: { checker, call in
        let type = checker.argument(0, of: call, among: [.number, .money])
        if call.arguments.count > 1 { checker.argument(1, of: call, among: [.number]) }
        return type
      },
      value: { $0.rounded($1) }),
    LanguageFunction(
      "percent", .plain, "percent(0.12)",
      "The number as a share, which prints as people say it: 12 %.", arity: 1...1,
      type: { checker, call in
        checker.argument(0, of: call, among: [.number])
        return .number
      },
      value: { evaluator, call in
        guard let share = evaluator.number(call, 0) else { return .blank }
        return .percent(share)
      }),
    LanguageFunction(
      "lower", .plain, "lower(x)", "The text in small letters.", arity: 1...1,
      type: { checker, call in
        checker.argument(0, of: call, among: ValueType.Family.wordy)
        return .text
      },
      value: { evaluator, call in
        let value = evaluator.value(of: call.arguments[0])
        return value.isBlank ? .blank : .text(evaluator.text(of: value).lowercased())
      }),
    LanguageFunction(
      "contains", .plain, "contains(text, 'part')", "Whether the text has the part in it.",
      arity: 2...2,
      type: { checker, call in
        checker.argument(0, of: call, among: ValueType.Family.wordy)
        checker.argument(1, of: call, among: ValueType.Family.wordy)
        return .yesno
      },
      value: { evaluator, call in
        let (whole, part) = evaluator.pair(call)
        if whole.isBlank || part.isBlank { return .blank }
        return .yesno(evaluator.text(of: whole).contains(evaluator.text(of: part)))
      }),
    LanguageFunction(
      "sqrt", .plain, "sqrt(x)", "The square root.", arity: 1...1,
      type: { checker, call in
        checker.argument(0, of: call, among: [.number])
        return .number
      },
      value: { evaluator, call in
        guard let number = evaluator.number(call, 0) else { return .blank }
        return evaluator.result(number.squareRoot(), Value.number, .rootOfNegative, at: call.span)
      }),
    LanguageFunction(
      "wilson", .plain, "wilson(successes, n).low",
      "Between which shares, .low and .high, the truth lies with 95 % confidence.", arity: 2...2,
      type: { checker, call in
        checker.argument(0, of: call, among: [.number])
        checker.argument(1, of: call, among: [.number])
        return .record([.init("low", .number), .init("high", .number)])
      },
      value: { $0.wilson($1) }),
  ]
}

extension ValueType.Family {
  /// What stands for its words where text is asked for.
  static let wordy: Set<ValueType.Family> = [.text, .choice, .person, .item]
}

extension Evaluator {
  fileprivate mutating func rounded(_ call: ValueCall) -> Value {
    let value = value(of: call.arguments[0])
    var places = 0
    if call.arguments.count > 1 {
      guard let asked = number(call, 1)?.rounded(to: 0).wholeValue else { return .blank }
      places = max(-30, min(30, asked))
    }
    switch value {
    case .number(let number), .rating(let number, _): return .number(number.rounded(to: places))
    case .percent(let share): return .percent(share.rounded(to: places))
    case .money(let money): return .money(money.rounded(to: places))
    default: return refuse(.wrongKinds, unlessBlank: [value], at: call.span)
    }
  }

  /// Wilson's score interval.
  ///
  /// E. B. Wilson, Probable Inference: https://doi.org/10.1080/01621459.1927.10502953
  fileprivate mutating func wilson(_ call: ValueCall) -> Value {
    guard let successes = number(call, 0), let count = number(call, 1) else { return .blank }
    guard !count.isZero else { return warn(.divisionByZero, at: call.span) }
    guard successes >= .zero, successes <= count else { return warn(.notAShare, at: call.span) }
    guard let (low, high) = WilsonInterval.bounds(successes, count) else {
      return warn(.overflow, at: call.span)
    }
    return .record([.init("low", .number(low)), .init("high", .number(high))])
  }
}

/// The arithmetic of Wilson's interval in decimals.
private enum WilsonInterval {
  /// The 97.5 % point of the normal distribution, squared: 1.959963984540054².
  static let squaredScore = Number("3.841458820694124") ?? 4

  static func bounds(_ successes: Number, _ count: Number) -> (Number, Number)? {
    guard let quarter = squaredScore.divided(by: 4), let half = squaredScore.divided(by: 2),
      let missed = count.subtracting(successes),
      let spread = successes.multiplied(by: missed)?.divided(by: count)?.adding(quarter),
      let root = spread.multiplied(by: squaredScore)?.squareRoot(),
      let centre = successes.adding(half), let size = count.adding(squaredScore),
      let low = centre.subtracting(root)?.divided(by: size),
      let high = centre.adding(root)?.divided(by: size)
    else { return nil }
    return (max(.zero, low.rounded(to: 10)), min(1, high.rounded(to: 10)))
  }
}
