import Values

extension LanguageFunction {
  /// Its names and their loops are the checker's, its value is the scope's.
  static let answer = LanguageFunction(
    ofItems, .answer, "rating.of(v, c)",
    "What was asked in a loop, for these items: one for each list that the loop goes through.",
    arity: 1...8,
    type: { _, _ in .unknown },
    value: { _, _ in .blank })

  static let listFunctions: [LanguageFunction] = [
    LanguageFunction(
      "filter", .list, "risks.filter(r, r.impact >= 3)", "The items for which it is yes.",
      arity: 2...2, variable: .required,
      type: { checker, call in
        checker.condition(of: call)
        return call.base
      },
      value: { evaluator, call in
        let kept = evaluator.each(call) { evaluator, element, body in
          evaluator.truth(of: body) == true ? element : nil
        }
        return .list(kept)
      }),
    LanguageFunction(
      "map", .list, "risks.map(r, r.owner)", "One value for each item.", arity: 2...2,
      variable: .required,
      type: { checker, call in .list(checker.body(of: call)) },
      value: { evaluator, call in
        .list(evaluator.each(call) { evaluator, _, body in evaluator.value(of: body) })
      }),
    LanguageFunction(
      "all", .list, "risks.all(r, r.owner != blank)", "Whether it is yes for every item.",
      arity: 2...2, variable: .required,
      type: { checker, call in
        checker.condition(of: call)
        return .yesno
      },
      value: { $0.quantify($1, decidedBy: false) }),
    LanguageFunction(
      "exists", .list, "risks.exists(r, r.impact == 5)", "Whether it is yes for any item.",
      arity: 2...2, variable: .required,
      type: { checker, call in
        checker.condition(of: call)
        return .yesno
      },
      value: { $0.quantify($1, decidedBy: true) }),
    LanguageFunction(
      "first", .list, "risks.first(r, r.impact == 5)", "The first item for which it is yes.",
      arity: 2...2, variable: .required,
      type: { checker, call in
        checker.condition(of: call)
        return call.base.element
      },
      value: { $0.firstMatch($1) }),
    LanguageFunction(
      "sort", .list, "risks.sort(r, -r.impact)",
      "The items in the order of this value, smallest first, blank last.", arity: 2...2,
      variable: .required,
      type: { checker, call in
        checker.sortKey(of: call)
        return call.base
      },
      value: { $0.sorted($1) }),
    LanguageFunction(
      "take", .list, "risks.take(3)", "The first so many items.", arity: 1...1,
      type: { checker, call in
        checker.argument(0, of: call, among: [.number])
        return call.base
      },
      value: { evaluator, call in
        guard let count = evaluator.count(call) else { return .blank }
        return .list(Array((call.elements ?? []).prefix(count)))
      }),
    LanguageFunction(
      "top", .list, "themes.top(5)",
      "The so many items with most votes; none without a vote. Ties: more voters, then entry.",
      arity: 1...1,
      type: { checker, call in
        checker.argument(0, of: call, among: [.number])
        return call.base
      },
      value: { $0.top($1) }),
    LanguageFunction(
      "join", .list, "names.join(', ')",
      "The texts in a row with this between them; join(r, r.text) puts commas and 'and'.",
      arity: 1...3, variable: .optional,
      type: { $0.typeOfJoin($1) },
      value: { $0.join($1) }),
  ]
}

extension TypeChecker {
  fileprivate mutating func condition(of call: TypedCall) {
    let type = body(of: call)
    expect(.condition, given: type, at: call.arguments[1].span)
  }

  fileprivate mutating func sortKey(of call: TypedCall) {
    let type = body(of: call)
    guard [.list, .record, .months].contains(type.family) else { return }
    report(
      .wrongArgument, at: call.arguments[1].span, "\(type.words) gives no order",
      notes: ["sort by a number, a date, money or text"])
  }

  fileprivate mutating func typeOfJoin(_ call: TypedCall) -> ValueType {
    if call.arguments.count >= 2 { _ = body(of: call) }
    if call.arguments.count != 2 {
      argument(call.arguments.count - 1, of: call, among: [.text])
    }
    return .text
  }
}

extension Evaluator {
  /// Works the call's second argument out for each entry, which its variable names meanwhile.
  mutating func each<Result>(
    _ call: ValueCall, _ body: (inout Evaluator, Value, Expression) -> Result?
  ) -> [Result] {
    guard let elements = call.elements else {
      _ = warn(.wrongKinds, at: call.span)
      return []
    }
    guard call.arguments.count >= 2, case .name(let variable) = call.arguments[0].node else {
      return []
    }
    let outer = locals[variable]
    defer { locals[variable] = outer }
    var results: [Result] = []
    for element in elements where hasBudget {
      locals[variable] = element
      if let result = body(&self, element, call.arguments[1]) { results.append(result) }
    }
    return results
  }

  /// `exists` is decided by a yes, `all` by a no; else blank if any was blank.
  fileprivate mutating func quantify(_ call: ValueCall, decidedBy decisive: Bool) -> Value {
    var sawBlank = false
    var isDecided = false
    _ = each(call) { evaluator, _, body -> Bool? in
      guard !isDecided else { return nil }
      let truth = evaluator.truth(of: body)
      isDecided = truth == decisive
      sawBlank = sawBlank || truth == nil
      return nil
    }
    if isDecided { return .yesno(decisive) }
    return sawBlank ? .blank : .yesno(!decisive)
  }

  fileprivate mutating func firstMatch(_ call: ValueCall) -> Value {
    var found: Value?
    _ = each(call) { evaluator, element, body -> Bool? in
      if found == nil, evaluator.truth(of: body) == true { found = element }
      return nil
    }
    return found ?? .blank
  }

  fileprivate mutating func sorted(_ call: ValueCall) -> Value {
    let keyed = each(call) { evaluator, element, body in
      (element: element, key: evaluator.value(of: body))
    }
    let ordered = keyed.enumerated().sorted { a, b in
      if a.element.key.isBlank != b.element.key.isBlank { return b.element.key.isBlank }
      let order = sortOrder(a.element.key, b.element.key)
      return order == .same ? a.offset < b.offset : order == .before
    }
    return .list(ordered.map(\.element.element))
  }

  /// Words go by their letters, capitals and accents aside; keys of kinds that have no order in
  /// common stay as they were entered.
  private func sortOrder(_ a: Value, _ b: Value) -> ValueOrder {
    if a.isWordy, b.isWordy {
      return ValueOrder(TextFolding.fold(text(of: a)), TextFolding.fold(text(of: b)))
    }
    if case .order(let order) = Self.order(a, b) { return order }
    if case (.yesno(let x), .yesno(let y)) = (a, b), x != y { return x ? .after : .before }
    return .same
  }

  /// The whole number that `take` and `top` are given; nil for blank.
  fileprivate mutating func count(_ call: ValueCall) -> Int? {
    guard call.elements != nil else {
      _ = warn(.wrongKinds, at: call.span)
      return nil
    }
    return number(call, 0).map { max(0, $0.rounded(to: 0).wholeValue ?? ($0 > .zero ? .max : 0)) }
  }

  fileprivate mutating func top(_ call: ValueCall) -> Value {
    guard let count = count(call) else { return .blank }
    let ranked = (call.elements ?? []).enumerated().compactMap { offset, element in
      let votes = self.tally("votes", of: element)
      return votes > .zero
        ? (votes: votes, voters: tally("voters", of: element), offset: offset, element: element)
        : nil
    }
    let ordered = ranked.sorted { a, b in
      if a.votes != b.votes { return a.votes > b.votes }
      if a.voters != b.voters { return a.voters > b.voters }
      return a.offset < b.offset
    }
    return .list(ordered.prefix(count).map(\.element))
  }

  private func tally(_ name: String, of element: Value) -> Number {
    guard case .number(let number) = member(name, of: element).plain else { return .zero }
    return number
  }

  fileprivate mutating func join(_ call: ValueCall) -> Value {
    guard let elements = call.elements else { return warn(.wrongKinds, at: call.span) }
    let parts =
      call.arguments.count < 2
      ? elements : each(call) { evaluator, _, body in evaluator.value(of: body) }
    let texts = parts.filter { !$0.isBlank }.map { text(of: $0) }
    guard call.arguments.count != 2 else { return .text(DisplayText.listed(texts)) }
    let separator = value(of: call.arguments[call.arguments.count - 1])
    return .text(texts.joined(separator: separator.isBlank ? "" : text(of: separator)))
  }
}

extension Value {
  /// What is sorted by its words.
  fileprivate var isWordy: Bool {
    switch self {
    case .text, .choice, .person, .item: true
    default: false
    }
  }
}
