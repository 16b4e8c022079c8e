import Values

/// Constants: each is looked at where it is first read, inside the loops that stand around there.
///
/// A part's constants are filled from where it is used (`with: {about: "{r}"}`), so they may read a
/// loop's item and answers given before that place, and nothing that comes later.
extension PlaybookChecker {
  func declareGiven(_ given: Playbook.Given) {
    table.names[given.name] = .unknown
    table.origins[given.name] = "'\(given.name)' is given on line \(given.value.span.line)"
  }

  /// Looks at a constant that is read here for the first time, after those that it reads itself.
  func meetGiven(_ name: String) {
    var waiting = [name]
    while let last = waiting.last {
      let inner = givens[last]?.freeNames.filter { givens[$0] != nil } ?? []
      let unmet = metGivens.insert(last).inserted ? inner.filter { !metGivens.contains($0) } : []
      if unmet.isEmpty {
        waiting.removeLast()
        if checkedGivens.insert(last).inserted { checkGiven(last) }
      }
      waiting += unmet
    }
  }

  private func checkGiven(_ name: String) {
    let outer = (locals, asked)
    defer { (locals, asked) = outer }
    // The columns of a table are seen by its cells, and not by a constant that a cell reads.
    locals = locals.filter { local in loops.contains { $0.variable == local.key } }
    asked = nil
    let type = check(givens[name])
    if isDeclaring { table.names[name] = type }
  }

  /// What nothing has read may still be mistaken.
  func meetOtherGivens() {
    for given in playbook.givens where !checkedGivens.contains(given.name) {
      for variable in decoder.givenVariables[given.name] ?? [] { locals[variable] = .unknown }
      check(given.value)
      locals = [:]
    }
  }

  /// Constants that lead back to themselves have no value.
  func checkGivenCircles() {
    for given in playbook.givens where leadsToItself(given) {
      report(
        .circularValue, at: given.value.span,
        "'\(Self.lastWord(given.name))' is worked out from itself")
    }
  }

  private func leadsToItself(_ given: Playbook.Given) -> Bool {
    var seen: Set<String> = []
    var open = Array(given.value.freeNames)
    while let name = open.popLast() {
      if name == given.name { return true }
      if seen.insert(name).inserted, let next = givens[name] { open += next.freeNames }
    }
    return false
  }
}
