import Values

/// Works expressions and templates out against a session, and never stops for what it meets.
///
/// What has no answer is blank, with a warning in `warnings` where people should know. Loop
/// variables come from the scope or from `locals`.
package struct Evaluator {
  /// Nodes that one expression may take: enough for every pair of some hundred items.
  static let greatestWork = 500_000
  static let greatestDepth = 128

  package private(set) var warnings: [EvaluationWarning] = []
  var locals: [String: Value]
  private let scope: any EvaluationScope
  private var depth = 0
  private var work = 0

  package init(scope: any EvaluationScope, locals: [String: Value] = [:]) {
    self.scope = scope
    self.locals = locals
  }

  /// What the expression gives; blank where it has no answer.
  package mutating func evaluate(_ expression: Expression) -> Value {
    work = 0
    let value = value(of: expression)
    // A loop that was cut short has a value, but not the right one.
    return hasBudget ? value : warn(.tooMuchWork, at: expression.span)
  }

  /// The formula's or the constant's value, or the prose filled in, as text.
  package mutating func evaluate(_ template: Template) -> Value {
    switch template.content {
    case .formula(let expression): evaluate(expression)
    case .constant(let value): value
    case .prose: .text(render(template))
    }
  }

  /// The template's words with every hole filled in: `—` for blank, `a, b and c` for a list.
  package mutating func render(_ template: Template) -> String {
    guard case .prose(let segments) = template.content else {
      return text(of: evaluate(template))
    }
    var rendered = ""
    for segment in segments {
      switch segment {
      case .text(let text): rendered += text
      case .hole(let expression): rendered += text(of: evaluate(expression))
      }
    }
    return rendered
  }

  /// Whether it is yes or no; nil for blank, which an `if` takes as hide and a `check` as pass.
  package mutating func condition(_ expression: Expression) -> Bool? {
    let value = evaluate(expression)
    return truth(value, at: expression.span)
  }

  // MARK: - Walking

  var hasBudget: Bool { work < Self.greatestWork }

  /// Walking a list costs as much as so many nodes.
  mutating func charge(_ entries: Int) { work += entries }

  mutating func value(of expression: Expression) -> Value {
    work += 1
    depth += 1
    defer { depth -= 1 }
    guard hasBudget, depth <= Self.greatestDepth else {
      return warn(.tooMuchWork, at: expression.span)
    }
    switch expression.node {
    case .literal(let value): return value
    case .name(let name): return locals[name] ?? scope.value(of: name)
    case .list(let parts): return .list(parts.map { value(of: $0) })
    case .member(let base, let name):
      return property(name, of: value(of: base), at: expression.span)
    case .index(let base, let index): return element(of: value(of: base), at: value(of: index))
    case .not(let operand): return truth(of: operand).map { .yesno(!$0) } ?? .blank
    case .negate(let operand): return negated(value(of: operand), at: expression.span)
    case .binary(let operation, let left, let right):
      return binary(operation, left, right, at: expression.span)
    case .call(let name, let arguments):
      return call(.plain(name), on: .blank, arguments, at: expression.span)
    case .method(let base, LanguageFunction.ofItems, let arguments):
      guard case .name(let asked) = base.node else { return .blank }
      return scope.value(of: asked, for: arguments.map { value(of: $0) })
    case .method(let base, let name, let arguments):
      return call(.list(name), on: value(of: base), arguments, at: expression.span)
    }
  }

  mutating func truth(of expression: Expression) -> Bool? {
    truth(value(of: expression), at: expression.span)
  }

  private mutating func truth(_ value: Value, at span: SourceSpan) -> Bool? {
    if case .yesno(let isYes) = value { return isYes }
    _ = refuse(.wrongKinds, unlessBlank: [value], at: span)
    return nil
  }

  private mutating func call(
    _ function: LanguageFunction?, on base: Value, _ arguments: [Expression], at span: SourceSpan
  ) -> Value {
    guard let function, function.arity.contains(arguments.count) else {
      return warn(.wrongKinds, at: span)
    }
    let call = ValueCall(base: base, arguments: arguments, span: span)
    charge(call.elements?.count ?? 0)
    return function.value(&self, call)
  }

  private mutating func property(_ name: String, of base: Value, at span: SourceSpan) -> Value {
    switch base {
    case .list, .blank:
      // An unanswered list may read as blank: it has no first item, and its count is 0.
      guard let function = LanguageFunction.property(name) else { return .blank }
      let call = ValueCall(base: base, arguments: [], span: span)
      charge(call.elements?.count ?? 0)
      return function.value(&self, call)
    default:
      return member(name, of: base)
    }
  }

  /// A field of an item, person, record or length of time; blank where there is none.
  func member(_ name: String, of base: Value) -> Value {
    switch base {
    case .item(let item): scope.member(name, of: item)
    case .person(let person): scope.member(name, of: person)
    case .record(let fields): fields.first { $0.name == name }?.value ?? .blank
    case .span(let span) where name == "days": .number(span.days)
    case .span(let span) where name == "weeks": .number(span.weeks)
    default: .blank
    }
  }

  /// The entry at a place counted from 1, or the part of a record with this name.
  private func element(of base: Value, at index: Value) -> Value {
    switch (base, index.plain) {
    case (.list(let elements), .number(let number)):
      guard let place = number.wholeValue, place >= 1, place <= elements.count else {
        return .blank
      }
      return elements[place - 1]
    case (.record, .text), (.record, .choice), (.record, .item), (.record, .person):
      return member(text(of: index), of: base)
    default:
      return .blank
    }
  }

  // MARK: - Words

  /// What a value prints in a sentence: `—` for blank, `a, b and c` for a list, `a; b, or c; d` where
  /// its texts have commas of their own.
  package func text(of value: Value) -> String { Self.text(of: value, scope: scope) }

  /// The same without an evaluator: items print what the scope knows of them.
  package static func text(of value: Value, scope: any EvaluationScope) -> String {
    switch value {
    case .blank: "—"
    case .text(let text), .choice(let text): text
    case .number(let number): number.display
    case .percent(let share): Percent.display(share)
    case .rating(let number, let word): "\(number.display) \(word)"
    case .money(let money): money.display
    case .date(let date): date.display
    case .span(let span): span.display
    case .yesno(let isYes): isYes ? "yes" : "no"
    case .person(let person): person.name
    case .list(let elements):
      elements.isEmpty
        ? "—" : DisplayText.listed(elements.map { text(of: $0, scope: scope) })
    case .item(let item): scope.text(of: item)
    case .record(let fields):
      fields.map { "\($0.name) \(text(of: $0.value, scope: scope))" }.joined(separator: ", ")
    }
  }

  // MARK: - Warnings

  mutating func warn(_ reason: EvaluationWarning.Reason, at span: SourceSpan) -> Value {
    let warning = EvaluationWarning(reason, at: span)
    if !warnings.contains(warning) { warnings.append(warning) }
    return .blank
  }
}
