/// Reads what a loop runs over: `r in worst, p in r.plan`.
package enum EachParser {
  /// The clauses of an `each`, outer loop first, or nil and one diagnostic more.
  package static func parse(
    _ source: SourceText, reporting diagnostics: inout [Diagnostic]
  ) -> [LoopClause]? {
    do {
      var parser = try TokenParser(ExpressionSource(source))
      let clauses = try parser.loopClauses()
      diagnostics += parser.slips
      return clauses
    } catch {
      diagnostics.append(error)
      return nil
    }
  }

  /// The variable and the new list's name of `repeat: why in whys`, or nil and a diagnostic.
  package static func parseRepeat(
    _ source: SourceText, reporting diagnostics: inout [Diagnostic]
  ) -> (variable: String, list: String)? {
    guard let clauses = parse(source, reporting: &diagnostics) else { return nil }
    if clauses.count == 1, case .name(let list) = clauses[0].list.node {
      return (clauses[0].variable, list)
    }
    let second = clauses.count > 1 ? clauses[1].list : clauses[0].list
    diagnostics.append(
      Diagnostic(
        .malformedEach, at: second.span, "a 'repeat' names one turn and the list of its turns",
        label: "one plain name", notes: ["write repeat: why in whys"]))
    return nil
  }
}

extension TokenParser {
  /// `name in list`, one or several, up to the end.
  mutating func loopClauses() throws(Diagnostic) -> [LoopClause] {
    var clauses: [LoopClause] = []
    repeat {
      let variable = try loopVariable(after: clauses)
      clauses.append(LoopClause(variable: variable, list: try expression().expression))
    } while take(",")
    guard token.kind == .end else { throw unexpectedAfterValue() }
    return clauses
  }

  private mutating func loopVariable(after clauses: [LoopClause]) throws(Diagnostic) -> String {
    if token.kind == .word("for") {
      slips.append(malformedEach())
      advance()
    }
    guard case .word(let variable) = token.kind, !Self.keywords.contains(variable),
      case .word(let joint) = following.kind, joint == "in" || Self.joints.contains(joint)
    else { throw malformedEach() }
    if joint != "in" {
      slips.append(
        Diagnostic(
          .malformedEach, at: span(following), "a loop's item is 'in' its list",
          label: "write 'in' for '\(joint)'"))
    }
    guard !clauses.contains(where: { $0.variable == variable }) else {
      throw Diagnostic(
        .malformedEach, at: span(token), "'\(variable)' is the name of two loops here",
        label: "give this one another name")
    }
    advance()
    advance()
    return variable
  }

  /// Words that people write for 'in'.
  private static let joints: Set<String> = ["of", "from", "on", "within", "inside", "IN", "In"]

  private func malformedEach() -> Diagnostic {
    var notes = ["write 'r in risks': a name of your own, 'in', and a list"]
    if token.kind == .word("for") { notes.insert("leave the word 'for' away", at: 0) }
    let place = token.kind == .end ? source.wholeSpan : span(token)
    return Diagnostic(
      .malformedEach, at: place, "a loop names its item and its list", notes: notes)
  }
}
