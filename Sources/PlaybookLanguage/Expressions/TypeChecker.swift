/// Finds what is wrong with an expression before a meeting runs: names, kinds, options, arguments.
///
/// A mistake is reported once: what it makes unknown is not complained of again.
package struct TypeChecker {
  package let names: NameTable
  /// The variables of the loops around, and of list functions.
  package internal(set) var locals: [String: ValueType]
  var diagnostics: [Diagnostic] = []
  var itemFields: [CheckedExpression.ItemField] = []
  /// The variables of the loops around, which say for which items a bare name is read.
  let loopVariables: Set<String>
  /// Only types are wanted: mistakes are not told, so nothing is looked up for their words.
  let isQuiet: Bool

  package init(names: NameTable, locals: [String: ValueType] = [:], isQuiet: Bool = false) {
    self.names = names
    self.locals = locals
    loopVariables = Set(locals.keys)
    self.isQuiet = isQuiet
  }

  /// The type of an expression, what is wrong with it, and the item fields that it reads.
  package func check(
    _ expression: Expression, expecting expectation: Expectation = .anything
  ) -> CheckedExpression {
    var walk = self
    let type = walk.type(of: expression)
    walk.expect(expectation, given: type, at: expression.span)
    return walk.result(type)
  }

  /// The type of a written field: text for prose, else that of its formula or constant.
  package func check(
    _ template: Template, expecting expectation: Expectation = .anything
  ) -> CheckedExpression {
    switch template.content {
    case .formula(let expression): return check(expression, expecting: expectation)
    case .constant(let value): return result(ValueType(of: value))
    case .prose:
      var walk = self
      for hole in template.expressions {
        let type = walk.type(of: hole)
        if type == .months { walk.reportLoneMonths(at: hole.span) }
      }
      return walk.result(.text)
    }
  }

  /// What is wrong with an `each`, and a checker for what stands inside it, its variables bound.
  package func entering(_ clauses: [LoopClause]) -> (checker: TypeChecker, check: CheckedExpression)
  {
    var walk = self
    for clause in clauses {
      let type = walk.type(of: clause.list)
      walk.expect(.list, given: type, at: clause.list.span)
      walk.reportHidden(clause.variable, at: clause.list.span)
      walk.locals[clause.variable] = type.element
    }
    let inside = TypeChecker(names: names, locals: walk.locals, isQuiet: isQuiet)
    return (inside, walk.result(.unknown))
  }

  private func result(_ type: ValueType) -> CheckedExpression {
    CheckedExpression(type: type, diagnostics: diagnostics, itemFields: itemFields)
  }

  // MARK: - Walking

  mutating func type(of expression: Expression) -> ValueType {
    switch expression.node {
    case .literal(let value): ValueType(of: value)
    case .name(let name): type(ofName: name, at: expression.span)
    case .list(let parts): type(ofList: parts)
    case .member(let base, let name): type(ofMember: name, of: base, in: expression)
    case .index(let base, let index): type(ofIndex: index, of: base)
    case .not(let operand): negation(of: operand)
    case .negate(let operand): minus(operand)
    case .binary(let operation, let left, let right):
      type(of: operation, left, right, at: expression.span)
    case .call(let name, let arguments): call(name, arguments, at: expression.span)
    case .method(let base, let name, let arguments):
      method(name, of: base, arguments, in: expression)
    }
  }

  private mutating func type(ofList parts: [Expression]) -> ValueType {
    let types = parts.map { type(of: $0) }
    guard let first = types.first else { return .list(.unknown) }
    return .list(types.dropFirst().reduce(first) { $0.joined(with: $1) })
  }

  private mutating func negation(of operand: Expression) -> ValueType {
    expect(.condition, of: operand)
    return .yesno
  }

  private mutating func minus(_ operand: Expression) -> ValueType {
    let type = type(of: operand)
    if type.isOpen || [.number, .money, .span].contains(type.family) { return type }
    report(
      .wrongOperands, at: operand.span, "a minus sign does not go with \(type.words)",
      notes: type.family == .date
        ? ["to sort with the latest day first: rows.sort(r, today - r.due)"] : [])
    return .unknown
  }

  // MARK: - Expectations and reports

  mutating func expect(_ expectation: Expectation, of expression: Expression) {
    let type = type(of: expression)
    expect(expectation, given: type, at: expression.span)
  }

  mutating func expect(_ expectation: Expectation, given type: ValueType, at span: SourceSpan) {
    if type == .months, expectation.families?.contains(.months) != true {
      return reportLoneMonths(at: span)
    }
    guard let families = expectation.families, !type.isOpen, !families.contains(type.family) else {
      return
    }
    report(
      expectation.rule, at: span, expectation.message, label: "this is \(type.words)",
      notes: expectation.note.map { [$0] } ?? [])
  }

  mutating func report(
    _ rule: DiagnosticRule, at span: SourceSpan, _ message: String, label: String? = nil,
    notes: [String] = []
  ) {
    guard !isQuiet else { return }
    diagnostics.append(Diagnostic(rule, at: span, message, label: label, notes: notes))
  }

  mutating func reportLoneMonths(at span: SourceSpan) {
    report(
      .wrongOperands, at: span, "months have no length of their own",
      notes: ["add them to a day: finish + months(3)"])
  }

  mutating func reportHidden(_ variable: String, at span: SourceSpan) {
    guard locals[variable] != nil || names.names[variable] != nil else { return }
    report(
      .hiddenName, at: span, "'\(variable)' already means something here",
      label: "give the loop's item another name")
  }
}

extension ValueType {
  /// The type of a value that stands in the playbook itself.
  package init(of value: Value) {
    switch value {
    case .blank: self = .blank
    case .text: self = .text
    case .number, .percent, .rating: self = .number
    case .money: self = .money
    case .date: self = .date
    case .span: self = .span
    case .yesno: self = .yesno
    case .choice(let option): self = .choice([option])
    case .person: self = .person
    case .item(let item): self = .item(item.list)
    case .record(let fields):
      self = .record(fields.map { Field($0.name, ValueType(of: $0.value)) })
    case .list(let elements):
      let types = elements.map { ValueType(of: $0) }
      self = .list(types.dropFirst().reduce(types.first ?? .unknown) { $0.joined(with: $1) })
    }
  }
}
