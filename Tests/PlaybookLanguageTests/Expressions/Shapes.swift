import PlaybookLanguage
import Values

extension Expression {
  /// The tree in brackets, operator first: `(+ 1 (* 2 3))`.
  var shape: String {
    switch node {
    case .literal(let value): value.shape
    case .name(let name): name
    case .member(let base, let name): "(.\(name) \(base.shape))"
    case .index(let base, let index): "(at \(base.shape) \(index.shape))"
    case .list(let parts): "[\(Self.shapes(parts))]"
    case .not(let operand): "(not \(operand.shape))"
    case .negate(let operand): "(neg \(operand.shape))"
    case .binary(let operation, let left, let right):
      "(\(operation.rawValue) \(left.shape) \(right.shape))"
    case .call(let name, let arguments): "(\(name) \(Self.shapes(arguments)))"
    case .method(let base, let name, let arguments):
      "(.\(name) \(base.shape) \(Self.shapes(arguments)))"
    }
  }

  private static func shapes(_ parts: [Expression]) -> String {
    parts.map(\.shape).joined(separator: " ")
  }
}

extension Value {
  /// The value with its kind to be seen: `'text'`, `GBP 12`, `259200s`, `#r1`.
  var shape: String {
    switch self {
    case .blank: "blank"
    case .text(let text): "'\(text)'"
    case .number(let number), .rating(let number, _): number.description
    case .percent(let share): "\(share.multiplied(by: 100) ?? share)%"
    case .money(let money): "\(money.currency) \(money.amount)"
    case .date(let date): date.iso
    case .span(let span): "\(span.seconds)s"
    case .yesno(let isYes): isYes ? "yes" : "no"
    case .choice(let option): "<\(option)>"
    case .person(let person): "@\(person.name)"
    case .list(let parts): "[\(parts.map(\.shape).joined(separator: ", "))]"
    case .item(let item): "#\(item.id)"
    case .record(let fields):
      "{\(fields.map { "\($0.name): \($0.value.shape)" }.joined(separator: ", "))}"
    }
  }
}

/// The expression of a source that is known to be one.
func parsed(_ source: String) -> Expression {
  var diagnostics: [Diagnostic] = []
  let expression = ExpressionParser.parse(SourceText(source), reporting: &diagnostics)
  return expression ?? Expression(.name("not an expression"), at: diagnostics[0].span)
}
