import Values

extension Value {
  /// Blank, or a list without entries: an unanswered list reads as empty.
  package var isBlank: Bool { self == .blank || self == .list([]) }

  /// The value as arithmetic takes it: a share is a number, and so is a step of a scale.
  package var plain: Value {
    switch self {
    case .percent(let number), .rating(let number, _): .number(number)
    default: self
    }
  }
}

extension Evaluator {
  enum Comparison {
    case order(ValueOrder)
    case refused(EvaluationWarning.Reason)
  }

  /// Which of two values comes first, where their kinds have an order.
  static func order(_ a: Value, _ b: Value) -> Comparison {
    switch (a.plain, b.plain) {
    case (.number(let x), .number(let y)): .order(ValueOrder(x, y))
    case (.date(let x), .date(let y)): .order(ValueOrder(x, y))
    case (.span(let x), .span(let y)): .order(ValueOrder(x, y))
    case (.text(let x), .text(let y)): .order(ValueOrder(x, y))
    case (.money(let x), .number(let y)): .order(ValueOrder(x.amount, y))
    case (.number(let x), .money(let y)): .order(ValueOrder(x, y.amount))
    case (.money(let x), .money(let y)):
      x.currency == y.currency ? .order(ValueOrder(x.amount, y.amount)) : .refused(.twoCurrencies)
    default: .refused(.wrongKinds)
    }
  }

  /// Total: two kinds that have nothing in common are not equal, and blank equals blank alone.
  static func areEqual(_ a: Value, _ b: Value) -> Bool {
    if a.isBlank || b.isBlank { return a.isBlank && b.isBlank }
    let (a, b) = (a.plain, b.plain)
    switch (a, b) {
    case (.text(let x), .choice(let y)), (.choice(let x), .text(let y)): return x == y
    case (.money(let x), .number(let y)), (.number(let y), .money(let x)): return x.amount == y
    case (.list(let x), .list(let y)):
      return x.count == y.count && zip(x, y).allSatisfy { areEqual($0, $1) }
    default: return a == b
    }
  }
}
