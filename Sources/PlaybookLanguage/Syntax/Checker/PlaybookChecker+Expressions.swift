import Values

/// Expressions: their types, what they read, and whether it is there when they read it.
extension PlaybookChecker {
  func type(of expression: Expression) -> ValueType {
    TypeChecker(names: table, locals: locals, isQuiet: true).check(expression).type
  }

  /// Looks at expressions here and now; what it finds while names are being declared goes unsaid.
  var typeChecker: TypeChecker {
    TypeChecker(names: table, locals: locals, isQuiet: isDeclaring)
  }

  /// Checks an expression and gives its type.
  @discardableResult
  func check(_ expression: Expression?, _ expectation: Expectation) -> ValueType {
    guard let expression else { return .blank }
    meet(expression.chains)
    let found = typeChecker.check(expression, expecting: expectation)
    record(found, reading: [expression])
    return found.type
  }

  @discardableResult
  func check(_ template: Template?, _ expectation: Expectation = .anything) -> ValueType {
    guard let template else { return .blank }
    for expression in template.expressions { meet(expression.chains) }
    let found = typeChecker.check(template, expecting: expectation)
    record(found, reading: template.expressions)
    return found.type
  }

  /// Makes names known that come about by being read: those of other sessions, and constants.
  private func meet(_ chains: [Expression.NameChain]) {
    for name in chains.map(\.name) {
      // What other playbooks asked is not known here: any name may be.
      if !playbook.earlier.isEmpty, playbook.earlier[String(name.prefix { $0 != "." })] != nil {
        table.names[name] = .unknown
      }
      if givens[name] != nil { meetGiven(name) }
    }
  }

  func note(_ clauses: [LoopClause]) {
    for clause in clauses { meet(clause.list.chains) }
  }

  /// Keeps what the type checker found, and checks that everything read comes about before.
  func record(_ found: CheckedExpression, reading expressions: [Expression]) {
    guard !isDeclaring else { return }
    if diagnostics.count < PlaybookDecoder.mostMistakes { diagnostics += found.diagnostics }
    for expression in expressions {
      for chain in expression.chains { read(chain) }
    }
    for field in found.itemFields {
      usedFields.insert(field.field)
      readField(field)
    }
  }

  private func read(_ chain: Expression.NameChain) {
    used.insert(chain.name)
    usedFields.formUnion(chain.members)
    guard locals[chain.name] == nil, let made = order[chain.name], made > position else { return }
    // The turns so far may be read inside the loop that makes them.
    if loops.contains(where: { $0.isRepeat && $0.list == chain.name }) { return }
    reportLater(chain.name, written: Self.lastWord(chain.name), at: chain.span)
  }

  private func readField(_ field: CheckedExpression.ItemField) {
    let name = "\(field.list).\(field.field)"
    guard let made = order[name], made > position else { return }
    // Of the turns so far all is known, of the present one what stands above.
    let isOfTurns = loops.contains { $0.isRepeat && $0.list == field.list }
    let isOfThis = loops.contains { $0.isRepeat && $0.variable == field.variable }
    if isOfTurns, !isOfThis { return }
    reportLater(name, written: field.field, at: field.span)
  }

  private func reportLater(_ name: String, written: String, at span: SourceSpan) {
    if name == asked { return reportOwn(written, at: span) }
    if name == assigned {
      return report(
        .circularValue, at: span, "'\(written)' is worked out from itself",
        label: "it has no value before this")
    }
    let line = spans[name].map { " on line \($0.line)" } ?? ""
    report(
      .laterStep, at: span, "'\(written)' is not known yet here",
      label: "it comes about later\(line)", notes: ["move this below it, or ask it earlier"])
  }

  private func reportOwn(_ name: String, at span: SourceSpan) {
    report(
      .laterStep, at: span, "'\(name)' is the answer to this very question",
      label: "nobody has given it yet",
      notes: [
        "only 'check' and 'else' read the answer that is just given",
        "the answer of the last session is last_time.\(name)",
      ])
  }

}
