import Values

extension Evaluator {
  /// `+ - * /` of two values; blank beside blank, and blank with a warning where it has no answer.
  mutating func arithmetic(
    _ operation: BinaryOperator, _ a: Value, _ b: Value, at span: SourceSpan
  ) -> Value {
    if a.isBlank || b.isBlank { return .blank }
    switch (operation, a, b) {
    // Shares stay shares only beside each other: twice 25 % is 0.5 of something.
    case (.plus, .percent(let x), .percent(let y)):
      return result(x.adding(y), Value.percent, .overflow, at: span)
    case (.minus, .percent(let x), .percent(let y)):
      return result(x.subtracting(y), Value.percent, .overflow, at: span)
    case (.plus, _, _): return sum(a.plain, b.plain, at: span)
    case (.minus, _, _): return difference(a.plain, b.plain, at: span)
    case (.times, _, _): return product(a.plain, b.plain, at: span)
    default: return quotient(a.plain, b.plain, at: span)
    }
  }

  private mutating func sum(_ a: Value, _ b: Value, at span: SourceSpan) -> Value {
    switch (a, b) {
    case (.number(let x), .number(let y)): result(x.adding(y), Value.number, .overflow, at: span)
    case (.money(let x), .money(let y)):
      result(x.adding(y), Value.money, refusal(x, y), at: span)
    case (.money(let x), .number(let y)), (.number(let y), .money(let x)):
      result(x.adding(Money(y, x.currency)), Value.money, .overflow, at: span)
    case (.span(let x), .span(let y)): result(x.adding(y), Value.span, .overflow, at: span)
    case (.date(let day), .span(let time)), (.span(let time), .date(let day)):
      result(day.adding(days: time.wholeDays), Value.date, .noSuchDay, at: span)
    default: warn(.wrongKinds, at: span)
    }
  }

  private mutating func difference(_ a: Value, _ b: Value, at span: SourceSpan) -> Value {
    switch (a, b) {
    case (.date(let x), .date(let y)):
      result(TimeSpan(x.days(since: y), .day), Value.span, .overflow, at: span)
    case (.date, .span), (.number, .number), (.money, .money), (.money, .number),
      (.number, .money), (.span, .span):
      arithmetic(.plus, a, negated(b, at: span), at: span)
    default: warn(.wrongKinds, at: span)
    }
  }

  private mutating func product(_ a: Value, _ b: Value, at span: SourceSpan) -> Value {
    switch (a, b) {
    case (.number(let x), .number(let y)):
      result(x.multiplied(by: y), Value.number, .overflow, at: span)
    case (.money(let x), .number(let y)), (.number(let y), .money(let x)):
      result(x.multiplied(by: y), Value.money, .overflow, at: span)
    case (.span(let x), .number(let y)), (.number(let y), .span(let x)):
      result(x.multiplied(by: y), Value.span, .overflow, at: span)
    default: warn(.wrongKinds, at: span)
    }
  }

  private mutating func quotient(_ a: Value, _ b: Value, at span: SourceSpan) -> Value {
    switch (a, b) {
    case (.number(let x), .number(let y)):
      return result(x.divided(by: y), Value.number, refusal(dividingBy: y), at: span)
    case (.money(let x), .number(let y)):
      return result(x.divided(by: y), Value.money, refusal(dividingBy: y), at: span)
    case (.money(let x), .money(let y)):
      let reason = x.currency == y.currency ? refusal(dividingBy: y.amount) : .twoCurrencies
      return result(x.divided(by: y), Value.number, reason, at: span)
    case (.span(let x), .number(let y)):
      let seconds = Number(x.seconds).divided(by: y)?.rounded(to: 0).wholeValue
      return result(
        seconds.map(TimeSpan.init(seconds:)), Value.span, refusal(dividingBy: y), at: span)
    case (.span(let x), .span(let y)):
      return result(x.divided(by: y), Value.number, .divisionByZero, at: span)
    default: return warn(.wrongKinds, at: span)
    }
  }

  private func refusal(_ a: Money, _ b: Money) -> EvaluationWarning.Reason {
    a.currency == b.currency ? .overflow : .twoCurrencies
  }

  private func refusal(dividingBy number: Number) -> EvaluationWarning.Reason {
    number.isZero ? .divisionByZero : .overflow
  }

  // MARK: - For the table of functions

  /// The result as a value, or blank and the reason why there is none.
  mutating func result<T>(
    _ result: T?, _ wrap: (T) -> Value, _ reason: EvaluationWarning.Reason, at span: SourceSpan
  ) -> Value {
    result.map(wrap) ?? warn(reason, at: span)
  }

  /// Blank; with a warning if none of the values that led here is blank itself.
  mutating func refuse(
    _ reason: EvaluationWarning.Reason, unlessBlank values: [Value], at span: SourceSpan
  ) -> Value {
    values.contains(where: \.isBlank) ? .blank : warn(reason, at: span)
  }

  /// An argument that is a number; nil for blank, and with a warning for anything else.
  mutating func number(_ call: ValueCall, _ index: Int) -> Number? {
    let value = value(of: call.arguments[index])
    if case .number(let number) = value.plain { return number }
    _ = refuse(.wrongKinds, unlessBlank: [value], at: call.arguments[index].span)
    return nil
  }

  mutating func pair(_ call: ValueCall) -> (Value, Value) {
    (value(of: call.arguments[0]), value(of: call.arguments[1]))
  }
}

extension TimeSpan {
  /// Whole days in it, cut towards zero.
  fileprivate var wholeDays: Int { seconds / Unit.day.rawValue }
}
