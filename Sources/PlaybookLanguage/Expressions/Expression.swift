/// A parsed expression of the playbook language, with the place of every part of it.
///
/// Names are full once a playbook is loaded: what a part calls `rounds` reads `closing.rounds`.
package struct Expression: Sendable, Equatable {
  package indirect enum Node: Sendable, Equatable {
    case literal(Value)
    /// A question, a `set` name, a given, a role, a loop variable, or a name of huddle's own
    /// (`today`, `people`, `project`, `open`, `outcomes`, `last_time`).
    case name(String)
    case member(Expression, String)
    case index(Expression, Expression)
    case list([Expression])
    case not(Expression)
    case negate(Expression)
    case binary(BinaryOperator, Expression, Expression)
    /// `either(a, b)`: a function of the language.
    case call(String, [Expression])
    /// `risks.filter(r, r.impact > 2)`: the first argument of the list functions names a variable.
    case method(Expression, String, [Expression])
  }

  package let node: Node
  package let span: SourceSpan

  package init(_ node: Node, at span: SourceSpan) {
    self.node = node
    self.span = span
  }
}

package enum BinaryOperator: String, Sendable, CaseIterable {
  case or, and
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case isIn = "in"
  case isNotIn = "not in"
  case plus = "+"
  case minus = "-"
  case times = "*"
  case divided = "/"
}
