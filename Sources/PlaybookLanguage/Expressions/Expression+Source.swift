import Values

extension Expression {
  /// The expression as a playbook would write it, with brackets only where they are needed.
  package var source: String { source(above: .or) }

  /// The source, in brackets if it binds less tightly than `floor`.
  private func source(above floor: Precedence) -> String {
    let (text, precedence) = rendering
    return precedence < floor ? "(\(text))" : text
  }

  private var rendering: (String, Precedence) {
    switch node {
    case .literal(let value): (Self.literal(value), .sign)
    case .name(let name): (name, .sign)
    case .member(let base, let name): ("\(base.postfixBase).\(name)", .sign)
    case .index(let base, let index): ("\(base.postfixBase)[\(index.source)]", .sign)
    case .list(let elements): ("[\(Self.joined(elements))]", .sign)
    case .not(let operand): ("not \(operand.source(above: .negation))", .negation)
    case .negate(let operand): ("-\(operand.source(above: .sign))", .sign)
    case .binary(let operation, let left, let right): Self.binary(operation, left, right)
    case .call(let name, let arguments): ("\(name)(\(Self.joined(arguments)))", .sign)
    case .method(let base, let name, let arguments):
      ("\(base.postfixBase).\(name)(\(Self.joined(arguments)))", .sign)
    }
  }

  /// What a dot may follow: a sign before it would otherwise take the member too.
  private var postfixBase: String {
    if case .negate = node { return "(\(source))" }
    return source(above: .sign)
  }

  private static func binary(
    _ operation: BinaryOperator, _ left: Expression, _ right: Expression
  ) -> (String, Precedence) {
    let own = operation.precedence
    let leftFloor = own == .comparison ? own.tighter : own
    let text =
      "\(left.source(above: leftFloor)) \(operation.rawValue) "
      + right.source(above: own.tighter)
    return (text, own)
  }

  private static func joined(_ parts: [Expression]) -> String {
    parts.map(\.source).joined(separator: ", ")
  }

  private static func literal(_ value: Value) -> String {
    switch value {
    case .blank: "blank"
    case .yesno(let isYes): isYes ? "yes" : "no"
    case .number(let number), .rating(let number, _): number.description
    case .percent(let share): (share.multiplied(by: 100) ?? share).description + "%"
    case .text(let text), .choice(let text):
      text.contains("'") ? "\"\(text)\"" : "'\(text)'"
    case .money, .date, .span, .person, .list, .item, .record: "…"
    }
  }
}
