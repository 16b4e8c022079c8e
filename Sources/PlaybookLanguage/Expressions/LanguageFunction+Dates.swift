import Values

extension LanguageFunction {
  static let dateFunctions: [LanguageFunction] = [
    spanFunction("days", .day),
    spanFunction("weeks", .week),
    LanguageFunction(
      "months", .plain, "finish + months(3)",
      "So many months, to add to a day or take from it; the month's last day where it is shorter.",
      arity: 1...1,
      type: { checker, call in
        checker.argument(0, of: call, among: [.number])
        return .months
      },
      // Beside a date the evaluator adds them itself; alone they have no length.
      value: { evaluator, call in evaluator.warn(.wrongKinds, at: call.span) }),
    LanguageFunction(
      "date", .plain, "date('2030-01-15')", "The day that this names, or year, month and day.",
      arity: 1...3,
      type: { $0.typeOfDate($1) },
      value: { $0.date($1) }),
  ]

  private static func spanFunction(_ name: String, _ unit: TimeSpan.Unit) -> LanguageFunction {
    LanguageFunction(
      name, .plain, "today + \(name)(5)", "A length of time of so many \(name).", arity: 1...1,
      type: { checker, call in
        checker.argument(0, of: call, among: [.number])
        return .span
      },
      value: { evaluator, call in
        guard let count = evaluator.number(call, 0) else { return .blank }
        let span = TimeSpan(1, unit)?.multiplied(by: count)
        return evaluator.result(span, Value.span, .overflow, at: call.span)
      })
  }
}

extension TypeChecker {
  fileprivate mutating func typeOfDate(_ call: TypedCall) -> ValueType {
    if call.arguments.count == 1 {
      argument(0, of: call, among: [.text])
      refuseImpossibleDay(call.arguments[0])
    } else if call.arguments.count == 2 {
      report(
        .wrongArgumentCount, at: call.span, "'date' takes one text, or year, month and day",
        notes: ["a day is written date('2030-01-15') or date(2030, 1, 15)"])
    } else {
      for index in call.arguments.indices { argument(index, of: call, among: [.number]) }
    }
    return .date
  }

  private mutating func refuseImpossibleDay(_ argument: Expression) {
    guard case .literal(.text(let text)) = argument.node, CalendarDate(iso: text) == nil else {
      return
    }
    report(
      .wrongArgument, at: argument.span, "'\(text)' is not a day",
      label: "year, month and day, like '2030-01-15'")
  }
}

extension Evaluator {
  fileprivate mutating func date(_ call: ValueCall) -> Value {
    if call.arguments.count == 1 {
      let value = value(of: call.arguments[0])
      if value.isBlank { return .blank }
      return result(CalendarDate(iso: text(of: value)), Value.date, .noSuchDay, at: call.span)
    }
    guard call.arguments.count == 3, let year = number(call, 0), let month = number(call, 1),
      let day = number(call, 2)
    else { return .blank }
    guard let y = year.wholeValue, let m = month.wholeValue, let d = day.wholeValue else {
      return warn(.noSuchDay, at: call.span)
    }
    return result(
      CalendarDate(year: y, month: m, day: d), Value.date, .noSuchDay, at: call.span)
  }
}
