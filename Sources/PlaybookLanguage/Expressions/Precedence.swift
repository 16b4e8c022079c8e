/// How tightly an operator binds, loosest first.
enum Precedence: Int, Comparable {
  case or, and, negation, comparison, sum, product, sign

  static func < (a: Precedence, b: Precedence) -> Bool { a.rawValue < b.rawValue }

  /// What stands to the right of such an operator binds at least this tightly.
  var tighter: Precedence { Precedence(rawValue: rawValue + 1) ?? .sign }
}

extension BinaryOperator {
  var precedence: Precedence {
    switch self {
    case .or: .or
    case .and: .and
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .isIn, .isNotIn:
      .comparison
    case .plus, .minus: .sum
    case .times, .divided: .product
    }
  }
}
