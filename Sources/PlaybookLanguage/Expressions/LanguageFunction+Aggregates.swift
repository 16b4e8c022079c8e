import Values

extension LanguageFunction {
  static let listAggregates: [LanguageFunction] = Aggregate.allCases.map { aggregate in
    LanguageFunction(
      aggregate.rawValue, .list, "plan.\(aggregate.rawValue)(p, p.cost)", aggregate.summary,
      arity: 2...2, variable: .required,
      type: { checker, call in
        let type = checker.body(of: call)
        return checker.aggregated(type, aggregate, at: call.arguments[1].span)
      },
      value: { evaluator, call in
        let values = evaluator.each(call) { evaluator, _, body in evaluator.value(of: body) }
        return evaluator.aggregated(values, aggregate, at: call.span)
      })
  }

  static let properties: [LanguageFunction] =
    [
      LanguageFunction(
        "count", .property, "risks.count", "How many items there are.",
        type: { _, _ in .number },
        value: { _, call in .number(Number(call.elements?.count ?? 0)) }),
      LanguageFunction(
        "first", .property, "risks.first", "The first item, blank if there is none.",
        type: { _, call in call.base.element },
        value: { _, call in call.elements?.first ?? .blank }),
      LanguageFunction(
        "last", .property, "whys.last", "The last item, blank if there is none.",
        type: { _, call in call.base.element },
        value: { _, call in call.elements?.last ?? .blank }),
      LanguageFunction(
        "end", .property, "tasks.end", "Of a schedule: the day on which its last task ends.",
        type: { checker, call in checker.planned("end", call, gives: .date) },
        value: { evaluator, call in
          let ends = (call.elements ?? []).map { evaluator.member("end", of: $0) }
          return evaluator.aggregated(ends, .max, at: call.span)
        }),
      LanguageFunction(
        "critical", .property, "tasks.critical",
        "Of a schedule: the tasks of which a day's delay is a day's delay of the end.",
        type: { checker, call in checker.planned("critical", call, gives: call.base) },
        value: { evaluator, call in
          .list(
            (call.elements ?? []).filter { evaluator.member("critical", of: $0) == .yesno(true) })
        }),
    ]
    + Aggregate.allCases.map { aggregate in
      LanguageFunction(
        aggregate.rawValue, .property, "costs.\(aggregate.rawValue)", aggregate.summary,
        type: { checker, call in checker.aggregated(call.base.element, aggregate, at: call.span) },
        value: { evaluator, call in
          evaluator.aggregated(call.elements ?? [], aggregate, at: call.span)
        })
    }

  /// The two properties of a length of time.
  static let spanProperties = ["days", "weeks"]

  enum Aggregate: String, CaseIterable {
    case sum, avg, min, max

    var summary: String {
      switch self {
      case .sum: "All of them together, blanks left out; of nothing it is 0."
      case .avg: "The mean, blanks left out."
      case .min: "The smallest, blanks left out."
      case .max: "The greatest, blanks left out."
      }
    }

    var fit: Set<ValueType.Family> {
      switch self {
      case .sum, .avg: [.number, .money, .span]
      case .min, .max: [.number, .money, .span, .date, .text]
      }
    }
  }
}

extension TypeChecker {
  /// A property that only the rows of a schedule can give their list.
  fileprivate mutating func planned(
    _ name: String, _ call: TypedCall, gives type: ValueType
  ) -> ValueType {
    let element = call.base.element
    guard let fields = names.fields(of: element), fields[name] == nil else { return type }
    report(
      .wrongArgument, at: call.span, "'\(name)' belongs to a schedule",
      notes: ["a question of kind schedule gives its tasks a start, an end and their slack"])
    return .unknown
  }

  fileprivate mutating func aggregated(
    _ type: ValueType, _ aggregate: LanguageFunction.Aggregate, at span: SourceSpan
  ) -> ValueType {
    if type.isOpen || aggregate.fit.contains(type.family) { return type }
    var notes: [String] = []
    if case .item = type {
      notes = ["say which of its values: .\(aggregate.rawValue)(x, x.cost)"]
    }
    report(
      .wrongArgument, at: span, "'\(aggregate.rawValue)' does not work on \(type.words)",
      notes: notes)
    return .unknown
  }
}

extension Evaluator {
  fileprivate mutating func aggregated(
    _ values: [Value], _ aggregate: LanguageFunction.Aggregate, at span: SourceSpan
  ) -> Value {
    let known = values.filter { !$0.isBlank }
    guard let first = known.first else { return aggregate == .sum ? .number(.zero) : .blank }
    switch aggregate {
    case .sum: return total(known, at: span)
    case .avg: return mean(known, at: span)
    case .min, .max:
      var best = first
      for value in known.dropFirst() {
        switch Self.order(value, best) {
        case .order(let order): if order == (aggregate == .min ? .before : .after) { best = value }
        case .refused(let reason): return warn(reason, at: span)
        }
      }
      return best
    }
  }

  private mutating func mean(_ known: [Value], at span: SourceSpan) -> Value {
    let total = total(known, at: span)
    let mean = arithmetic(.divided, total, .number(Number(known.count)), at: span)
    if case .percent = total, case .number(let share) = mean { return .percent(share) }
    return mean
  }

  private mutating func total(_ known: [Value], at span: SourceSpan) -> Value {
    var total =
      switch known[0] {
      case .span: Value.span(TimeSpan(seconds: 0))
      case .percent: Value.percent(.zero)
      // Text, too, begins here: 0 does not go with it, even when it is alone.
      default: Value.number(.zero)
      }
    for value in known {
      total = arithmetic(.plus, total, value, at: span)
      if total.isBlank { return .blank }
    }
    return total
  }
}
