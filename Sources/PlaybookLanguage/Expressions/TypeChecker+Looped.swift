import Values

/// What loops hang on items: read through the item, or with `.of(…)` where more is to be said.
extension TypeChecker {
  /// `rating.of(v, c)`: the value for these items.
  mutating func answer(
    _ name: String, _ arguments: [Expression], of base: Expression, in whole: Expression
  ) -> ValueType {
    let types = arguments.map { type(of: $0) }
    guard let looped = names.looped[name] else {
      if type(of: base).isOpen { return .unknown }
      report(
        .wrongArgument, at: whole.nameSpan(after: base, LanguageFunction.ofItems),
        "'\(base.source)' is not asked in a loop, so it is the same for every item",
        label: "write \(base.source)")
      return .unknown
    }
    let isFit =
      types.count == looped.deciding.count
      && zip(types, looped.deciding).allSatisfy { Self.fits($0, $1.type) }
    if !isFit {
      report(
        .wrongArgument, at: whole.span, "'\(name)' is asked \(looped.extent), in this order",
        label: "write \(reading(name, looped))")
    }
    return looped.type
  }

  private static func fits(_ given: ValueType, _ wanted: ValueType) -> Bool {
    if given.isOpen || wanted.isOpen { return true }
    if case .item = wanted { return given == wanted }
    let words: Set<ValueType.Family> = [.text, .choice]
    return given.family == wanted.family || words.isSuperset(of: [given.family, wanted.family])
  }

  /// Whether all the loops around a name stand around this place too.
  func isInside(_ looped: LoopedName) -> Bool {
    looped.loops.allSatisfy { loopVariables.contains($0.variable) }
  }

  mutating func reportLooped(_ name: String, _ looped: LoopedName, at span: SourceSpan) {
    // The loop's item is at hand: only its name was left away.
    if names.names[name] == nil, looped.deciding.count == 1,
      looped.deciding.allSatisfy({ variable(of: $0.type) != nil }),
      shortReading(name, looped) != nil
    {
      return reportUnknownName(name, at: span)
    }
    report(
      .ambiguousField, at: span, "'\(name)' has a value \(looped.extent)",
      label: "write \(reading(name, looped))",
      notes: ["it comes about on line \(looped.line), inside a loop"])
  }

  /// A field of an item that only several items decide, or that two parts hang on it.
  mutating func checkHung(_ field: String, on base: Expression, at place: SourceSpan) {
    guard let all = names.hung[field], let looped = names.looped[all[0]] else { return }
    if all.count > 1 {
      let ways = all.compactMap { name in
        names.looped[name].map { reading(name, $0, with: base) }
      }
      report(
        .ambiguousField, at: place, "more than one part asks this \(looped.extent)",
        label: "write \(ways.joined(separator: " or "))")
    } else if looped.deciding.count > 1 {
      report(
        .ambiguousField, at: place, "'\(all[0])' has a value \(looped.extent)",
        label: "write \(reading(all[0], looped, with: base))",
        notes: ["go through both lists: each: \(looped.clauses(Self.placeholder))"])
    }
  }

  /// How to read it here: with the variables at hand where they fit, `base` for its own loop.
  private func reading(
    _ name: String, _ looped: LoopedName, with base: Expression? = nil, _ type: ValueType? = nil
  ) -> String {
    if base == nil, let short = shortReading(name, looped) { return short }
    let own = looped.deciding.lastIndex { $0.type == type } ?? looped.deciding.count - 1
    let items = looped.deciding.enumerated().map { place, loop in
      if let base, place == own { return base.source }
      return variable(of: loop.type) ?? Self.placeholder(for: loop)
    }
    return "\(name).\(LanguageFunction.ofItems)(\(items.joined(separator: ", ")))"
  }

  /// `v.rating`, where one item decides and nothing else is called so.
  private func shortReading(_ name: String, _ looped: LoopedName) -> String? {
    let field = Self.lastWord(name)
    guard looped.deciding.count == 1, case .item(let list) = looped.deciding[0].type,
      names.hung["\(list).\(field)"]?.count == 1
    else { return nil }
    return "\(variable(of: looped.deciding[0].type) ?? looped.deciding[0].variable).\(field)"
  }

  /// A matrix goes through its lists without naming their items.
  private static func placeholder(for loop: LoopedName.Loop) -> String {
    guard ["item", "other"].contains(loop.variable) else { return loop.variable }
    return String(lastWord(loop.source).prefix(1))
  }

  /// What is asked for every value of this type and does not hang on it: on people and words
  /// nothing does, and on the items of an outer loop only together with those of the inner one.
  mutating func reportAskedFor(
    _ field: String, of base: Expression, _ type: ValueType, at span: SourceSpan
  ) -> Bool {
    let found = names.looped.keys.sorted().first { name in
      Self.lastWord(name) == field
        && names.looped[name]?.deciding.contains { $0.type == type } == true
    }
    guard let found, let looped = names.looped[found] else { return false }
    report(
      .ambiguousField, at: span, "'\(found)' has a value \(looped.extent)",
      label: "write \(reading(found, looped, with: base, type))")
    return true
  }

  private func variable(of type: ValueType) -> String? {
    type.isOpen ? nil : locals.keys.sorted().first { locals[$0] == type }
  }

  private static func lastWord(_ name: String) -> String {
    name.split(separator: ".").last.map(String.init) ?? name
  }
}
