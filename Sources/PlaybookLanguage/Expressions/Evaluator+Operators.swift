import Values

extension Evaluator {
  mutating func binary(
    _ operation: BinaryOperator, _ left: Expression, _ right: Expression, at span: SourceSpan
  ) -> Value {
    switch operation {
    case .or, .and: return connected(operation, left, right)
    case .plus, .minus:
      if let moved = movedByMonths(operation, left, right, at: span) { return moved }
      return arithmetic(operation, value(of: left), value(of: right), at: span)
    case .times, .divided:
      return arithmetic(operation, value(of: left), value(of: right), at: span)
    case .equal: return .yesno(Self.areEqual(value(of: left), value(of: right)))
    case .notEqual: return .yesno(!Self.areEqual(value(of: left), value(of: right)))
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      return compared(operation, value(of: left), value(of: right), at: span)
    case .isIn: return isIn(value(of: left), value(of: right), at: span)
    case .isNotIn:
      let found = isIn(value(of: left), value(of: right), at: span)
      if case .yesno(let isFound) = found { return .yesno(!isFound) }
      return .blank
    }
  }

  /// `no and blank` is no, `yes or blank` is yes; otherwise blank stays blank.
  private mutating func connected(
    _ operation: BinaryOperator, _ left: Expression, _ right: Expression
  ) -> Value {
    let decisive = operation == .or
    let first = truth(of: left)
    if first == decisive { return .yesno(decisive) }
    let second = truth(of: right)
    if second == decisive { return .yesno(decisive) }
    return first == nil || second == nil ? .blank : .yesno(!decisive)
  }

  private mutating func compared(
    _ operation: BinaryOperator, _ a: Value, _ b: Value, at span: SourceSpan
  ) -> Value {
    if a.isBlank || b.isBlank { return .blank }
    switch Self.order(a, b) {
    case .refused(let reason): return warn(reason, at: span)
    case .order(let order):
      switch operation {
      case .less: return .yesno(order == .before)
      case .lessOrEqual: return .yesno(order != .after)
      case .greater: return .yesno(order == .after)
      default: return .yesno(order != .before)
      }
    }
  }

  private mutating func isIn(_ value: Value, _ list: Value, at span: SourceSpan) -> Value {
    switch list {
    case .list(let elements):
      charge(elements.count)
      return .yesno(elements.contains { Self.areEqual(value, $0) })
    case .blank: return .yesno(false)
    default: return warn(.wrongKinds, at: span)
    }
  }

  /// A date beside `months(n)`; nil where there are no months in it.
  private mutating func movedByMonths(
    _ operation: BinaryOperator, _ left: Expression, _ right: Expression, at span: SourceSpan
  ) -> Value? {
    if let months = right.months {
      return moved(value(of: left), value(of: months), backwards: operation == .minus, at: span)
    }
    guard operation == .plus, let months = left.months else { return nil }
    return moved(value(of: right), value(of: months), backwards: false, at: span)
  }

  private mutating func moved(
    _ day: Value, _ months: Value, backwards: Bool, at span: SourceSpan
  ) -> Value {
    guard case .date(let date) = day, case .number(let number) = months.plain else {
      return refuse(.wrongKinds, unlessBlank: [day, months], at: span)
    }
    let whole = number.rounded(to: 0)
    let moved = (backwards ? whole.negated : whole).wholeValue.flatMap { date.adding(months: $0) }
    return result(moved, Value.date, .noSuchDay, at: span)
  }

  mutating func negated(_ value: Value, at span: SourceSpan) -> Value {
    switch value {
    case .number(let number), .rating(let number, _): return .number(number.negated)
    case .percent(let share): return .percent(share.negated)
    case .money(let money): return .money(money.negated)
    case .span(let time):
      let none = TimeSpan(seconds: 0)
      return result(none.subtracting(time), Value.span, .overflow, at: span)
    default: return refuse(.wrongKinds, unlessBlank: [value], at: span)
    }
  }
}

extension Expression {
  /// The number in `months(n)`.
  var months: Expression? {
    guard case .call("months", let arguments) = node, arguments.count == 1 else { return nil }
    return arguments[0]
  }
}
