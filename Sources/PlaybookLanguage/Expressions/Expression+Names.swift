extension Expression {
  /// A name with the fields read through it, as it is written: `risk`, `rating`, `likelihood`.
  package struct NameChain: Sendable, Equatable {
    /// The first word, or the full name where the loader has resolved it: `closing.rounds`.
    package let name: String
    /// The fields after it, in order.
    package let members: [String]
    package let span: SourceSpan
  }

  /// The names that the expression reads, apart from the variables of its own list functions.
  package var freeNames: Set<String> { Set(chains.map(\.name)) }

  /// Every free name in order of reading, with the fields that are read through it.
  ///
  /// For what depends on what: `either(whys.last.because, problem)` gives `whys` with `last` and
  /// `because`, and `problem` with none. Which item a field belongs to is known to the checker,
  /// see `CheckedExpression.itemFields`.
  package var chains: [NameChain] {
    var found: [NameChain] = []
    collectChains(into: &found, bound: [])
    return found
  }

  /// The same expression with its free names rewritten, and names in a namespace made one.
  ///
  /// Where `isNamespace("closing")`, `closing.rounds` becomes one name, of which `rename` gets the
  /// whole. Names in `bound` (variables of loops around it) stay as they are, as do the variables
  /// of list functions.
  package func mapNames(
    bound: Set<String> = [], isNamespace: (String) -> Bool = { _ in false },
    _ rename: (String) -> String
  ) -> Expression {
    withoutActuallyEscaping(isNamespace) { isNamespace in
      withoutActuallyEscaping(rename) { rename in
        let renaming = NameRenaming(isNamespace: isNamespace, rename: rename)
        return renaming.apply(to: self, bound: bound)
      }
    }
  }
}

extension Template {
  /// The expressions in it: its holes, or the one that it is.
  package var expressions: [Expression] {
    switch content {
    case .formula(let expression): [expression]
    case .constant: []
    case .prose(let segments):
      segments.compactMap { segment in
        if case .hole(let expression) = segment { expression } else { nil }
      }
    }
  }

  /// The names that its expressions read.
  package var freeNames: Set<String> {
    expressions.reduce(into: []) { $0.formUnion($1.freeNames) }
  }

  /// The same template with the free names of its expressions rewritten, as `Expression.mapNames`.
  package func mapNames(
    bound: Set<String> = [], isNamespace: (String) -> Bool = { _ in false },
    _ rename: (String) -> String
  ) -> Template {
    switch content {
    case .constant: return self
    case .formula(let expression):
      let mapped = expression.mapNames(bound: bound, isNamespace: isNamespace, rename)
      return Template(.formula(mapped), at: span)
    case .prose(let segments):
      let mapped = segments.map { segment -> Segment in
        guard case .hole(let expression) = segment else { return segment }
        return .hole(expression.mapNames(bound: bound, isNamespace: isNamespace, rename))
      }
      return Template(.prose(mapped), at: span)
    }
  }
}

extension Array where Element == LoopClause {
  /// The same clauses with free names rewritten; a clause sees the variables of those before it.
  package func mapNames(
    bound: Set<String> = [], isNamespace: (String) -> Bool = { _ in false },
    _ rename: (String) -> String
  ) -> [LoopClause] {
    var bound = bound
    return map { clause in
      let list = clause.list.mapNames(bound: bound, isNamespace: isNamespace, rename)
      bound.insert(clause.variable)
      return LoopClause(variable: clause.variable, list: list)
    }
  }
}

/// The walk behind `mapNames`.
private struct NameRenaming {
  let isNamespace: (String) -> Bool
  let rename: (String) -> String

  func apply(to expression: Expression, bound: Set<String>) -> Expression {
    if let name = fullName(of: expression, bound: bound) {
      return Expression(.name(rename(name)), at: expression.span)
    }
    let node: Expression.Node =
      switch expression.node {
      case .literal, .name: expression.node
      case .member(let base, let name): .member(apply(to: base, bound: bound), name)
      case .index(let base, let index):
        .index(apply(to: base, bound: bound), apply(to: index, bound: bound))
      case .list(let parts): .list(parts.map { apply(to: $0, bound: bound) })
      case .not(let operand): .not(apply(to: operand, bound: bound))
      case .negate(let operand): .negate(apply(to: operand, bound: bound))
      case .binary(let operation, let left, let right):
        .binary(operation, apply(to: left, bound: bound), apply(to: right, bound: bound))
      case .call(let name, let parts): .call(name, parts.map { apply(to: $0, bound: bound) })
      case .method(let base, let name, let parts):
        .method(
          apply(to: base, bound: bound), name, arguments(parts, of: expression, bound: bound))
      }
    return Expression(node, at: expression.span)
  }

  /// The whole name, if this is a free name or a name in a namespace.
  private func fullName(of expression: Expression, bound: Set<String>) -> String? {
    switch expression.node {
    case .name(let name): bound.contains(name) ? nil : name
    case .member(let base, let name):
      fullName(of: base, bound: bound).flatMap { isNamespace($0) ? "\($0).\(name)" : nil }
    default: nil
    }
  }

  private func arguments(
    _ parts: [Expression], of method: Expression, bound: Set<String>
  ) -> [Expression] {
    guard let variable = method.boundVariable else {
      return parts.map { apply(to: $0, bound: bound) }
    }
    return parts.enumerated().map { index, part in
      switch index {
      case 0: part
      case 1: apply(to: part, bound: bound.union([variable]))
      default: apply(to: part, bound: bound)
      }
    }
  }
}

extension Expression {
  /// The variable that this list function names for its second argument: `r` of `.filter(r, …)`.
  var boundVariable: String? {
    guard case .method(_, let function, let arguments) = node, arguments.count >= 2,
      function != LanguageFunction.ofItems,
      LanguageFunction.list(function)?.variable != .never,
      case .name(let variable) = arguments[0].node
    else { return nil }
    return variable
  }

  fileprivate func collectChains(into found: inout [NameChain], bound: Set<String>) {
    if let (name, members) = chain {
      if !bound.contains(name) {
        found.append(NameChain(name: name, members: members, span: span))
      }
      return
    }
    switch node {
    case .literal, .name: break
    case .member(let operand, _), .not(let operand), .negate(let operand):
      operand.collectChains(into: &found, bound: bound)
    case .index(let left, let right), .binary(_, let left, let right):
      left.collectChains(into: &found, bound: bound)
      right.collectChains(into: &found, bound: bound)
    case .list(let parts), .call(_, let parts):
      for part in parts { part.collectChains(into: &found, bound: bound) }
    case .method(let base, _, let arguments):
      base.collectChains(into: &found, bound: bound)
      let inner = boundVariable.map { bound.union([$0]) }
      for (index, argument) in arguments.enumerated() where inner == nil || index > 0 {
        argument.collectChains(into: &found, bound: index == 1 ? inner ?? bound : bound)
      }
    }
  }

  /// A name and the fields after it, where the expression is nothing else.
  private var chain: (String, [String])? {
    switch node {
    case .name(let name): (name, [])
    case .member(let base, let member): base.chain.map { ($0.0, $0.1 + [member]) }
    default: nil
    }
  }
}
