import Values

/// Expressions: their types, what they read, and whether it is there when they read it.
extension PlaybookChecker {
  func type(of expression: Expression) -> ValueType {
    TypeChecker(names: table, locals: locals).check(expression).type
  }

  /// Checks an expression and gives its type.
  @discardableResult
  func check(_ expression: Expression?, _ expectation: Expectation) -> ValueType {
    guard let expression else { return .blank }
    openEarlier(expression.freeNames)
    let found = TypeChecker(names: table, locals: locals).check(
      expression, expecting: expectation)
    record(found, reading: [expression])
    return found.type
  }

  @discardableResult
  func check(_ template: Template?, _ expectation: Expectation = .anything) -> ValueType {
    guard let template else { return .blank }
    openEarlier(template.freeNames)
    let found = TypeChecker(names: table, locals: locals).check(template, expecting: expectation)
    record(found, reading: template.expressions)
    return found.type
  }

  /// What other playbooks asked is not known here: any name may be.
  private func openEarlier(_ names: Set<String>) {
    for name in names {
      let head = name.prefix { $0 != "." }
      if playbook.earlier[String(head)] != nil { table.names[name] = .unknown }
    }
  }

  func note(_ clauses: [LoopClause]) {
    for clause in clauses { openEarlier(clause.list.freeNames) }
  }

  /// Keeps what the type checker found, and checks that everything read comes about before.
  func record(_ found: CheckedExpression, reading expressions: [Expression]) {
    guard !isDeclaring else { return }
    for diagnostic in found.diagnostics { diagnostics.append(diagnostic) }
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
    if loops.contains(where: { $0.isRepeat && $0.list == field.list }) { return }
    reportLater(name, written: field.field, at: field.span)
  }

  private func reportLater(_ name: String, written: String, at span: SourceSpan) {
    let line = spans[name].map { " on line \($0.line)" } ?? ""
    report(
      .laterStep, at: span, "'\(written)' is not known yet here",
      label: "it comes about later\(line)", notes: ["move this below it, or ask it earlier"])
  }

  /// Givens that lead back to themselves have no value.
  func checkGivens() {
    let reads = Dictionary(
      playbook.givens.map { ($0.name, $0.value.freeNames) }, uniquingKeysWith: { first, _ in first }
    )
    for given in playbook.givens {
      check(given.value)
      var seen: Set<String> = []
      var open = Array(given.value.freeNames)
      while let name = open.popLast() {
        if name == given.name {
          report(
            .circularValue, at: given.value.span,
            "'\(Self.lastWord(name))' is worked out from itself")
          break
        }
        if seen.insert(name).inserted { open += reads[name] ?? [] }
      }
    }
  }
}
