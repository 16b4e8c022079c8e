import Values

/// What names stand for: huddle's own, and what steps bring about.
extension PlaybookChecker {
  func declareGlobals() {
    table.names = [
      "today": .date, "people": .list(.person), "project": .text, "title": .text,
    ]
    for role in playbook.roles { table.names[role.name] = role.isMany ? .list(.person) : .person }
    for kind in OutcomeRule.Kind.allCases {
      let name = "outcomes." + LanguageTable.plural(kind)
      table.names[name] = .list(.item(name))
      table.members[name] = Self.fields(of: kind)
    }
    table.names["outcomes.deferred"] = .list(.unknown)
    table.names["outcomes.warnings"] = .list(.unknown)
    for (name, kind) in [("actions", "action"), ("risks", "risk"), ("decisions", "decision")] {
      let list = "open.\(name)"
      table.names[list] = .list(.item(list))
      table.members[list] = OutcomeRule.Kind(rawValue: kind).map(Self.fields) ?? [:]
    }
    table.names["open.parked"] = .list(.item("open.parked"))
    table.members["open.parked"] = Self.common
  }

  /// What every outcome has when it is read again.
  private static let common: [String: ValueType] = [
    "id": .text, "text": .text, "value": .text, "owner": .person, "due": .date, "state": .text,
  ]

  private static func fields(of kind: OutcomeRule.Kind) -> [String: ValueType] {
    let row = LanguageTable.outcomes.first { $0.kind == kind }
    var fields = common
    for field in row?.fields ?? [] { fields[field.name] = type(ofOutcomeField: field.name) }
    return fields
  }

  static func type(ofOutcomeField name: String) -> ValueType {
    switch name {
    case "owner": .person
    case "due", "date", "review": .date
    case "state", "done_when", "because", "sign", "category": .text
    default: .unknown
    }
  }

  /// Makes a name known: by itself where no loop of its file is around, and as a field of the item
  /// of the innermost loop.
  func declare(_ name: String, _ type: ValueType, at span: SourceSpan, _ verb: String) {
    guard isDeclaring else { return }
    spans[name] = span
    order[name] = position
    if decoder.isReadable(name) {
      table.names[name] = type
      table.names["last_time.\(name)"] = type
      table.origins[name] = "'\(name)' is \(verb) on line \(span.line)"
    }
    guard let loop = loops.last else { return }
    table.looped[name] = looped(type, line: span.line)
    guard let list = loop.list else { return }
    let field = Self.lastWord(name)
    table.members[list, default: [:]][field] = type
    table.hung["\(list).\(field)", default: []].append(name)
    order["\(list).\(field)"] = position
    spans["\(list).\(field)"] = span
    table.origins["\(list).\(field)"] =
      loop.isRepeat
      ? "it comes from '\(field)', \(verb) in every turn of '\(loop.source)' (line \(span.line))"
      : "it comes from '\(field)', \(verb) for every item of '\(loop.source)' (line \(span.line))"
  }

  /// The loops that stand around here, and those of them that decide which value is meant.
  private func looped(_ type: ValueType, line: Int) -> LoopedName {
    let around = loops.map {
      LoopedName.Loop(
        variable: $0.variable, type: locals[$0.variable] ?? .unknown, source: $0.source)
    }
    var known: Set<String> = []
    var deciding: [LoopedName.Loop] = []
    for (loop, own) in zip(loops, around).reversed() {
      if !known.contains(loop.variable) { deciding.insert(own, at: 0) }
      known.formUnion(variables(knownBy: loop))
    }
    return LoopedName(type: type, loops: around, deciding: deciding, line: line)
  }

  /// The variables of outer loops that an item of this one tells: a row those of the loops that its
  /// table is asked in, an entry of a theme the theme.
  private func variables(knownBy loop: Loop) -> Set<String> {
    guard let from = loop.from else { return Set(loops.map(\.variable)) }
    let named = from.freeNames
    if from.chains.contains(where: { $0.members.contains("items") }) { return named }
    guard let list = loop.list, let own = table.looped[list] else { return [] }
    return named.filter { name in own.loops.contains { $0.type == locals[name] } }
  }

  /// A field that a group move hangs on the items of a list: votes, rank.
  func decorate(_ list: Expression?, _ field: String, _ type: ValueType) {
    guard isDeclaring, let list, case .item(let name) = self.type(of: list).element else { return }
    table.members[name, default: [:]][field] = type
    if order["\(name).\(field)"] == nil { order["\(name).\(field)"] = position }
  }

  static func lastWord(_ name: String) -> String {
    name.split(separator: ".").last.map(String.init) ?? name
  }
}
