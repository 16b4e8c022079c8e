import Values

/// Parts from other files: read where they are used, in a scope of their own.
extension PlaybookDecoder {
  /// What stands beside `use`.
  struct Use {
    let namespace: String
    let condition: Expression?
    let each: [LoopClause]
    let time: TimeSpan?
    let tip: Template?
  }

  private static let form = LanguageTable.verbs.first { $0.verb.name == "use" }
    .map { LanguageTable.form(of: $0) }

  /// Reads a part's body in its own scope, its outcomes and documents too.
  func use(_ node: YAMLNode, _ read: (Use, Fields) -> Void) {
    guard let form = Self.form else { return }
    let fields = fields(node, form)
    guard let body = fields["body"] else {
      report(
        .unknownPart, at: fields.keySpan("use"), "this part was not loaded",
        notes: ["load the playbook from its file"])
      return
    }
    let each = loops(fields, "each")
    inside(each.map(\.variable)) {
      let name = Declarations.namespace(of: node) ?? ""
      let use = Use(
        namespace: scope.prefix + name, condition: logic(fields, "if"), each: each,
        time: duration(fields, "time"), tip: written(fields, "tip"))
      checkNamespace(name, fields)
      let with = filled(fields, givens: body["given"])
      readPart(body, in: use, with: with, read)
    }
  }

  /// A part's name may be used once, and may not be that of an answer.
  private func checkNamespace(_ name: String, _ fields: Fields) {
    guard let source = source(fields, fields["as"] == nil ? "use" : "as") else { return }
    let full = scope.prefix + name
    if !Self.isName(name) || NameScope.reserved.contains(name) {
      report(
        .badID, at: span(of: source), "answers of this part cannot be read as '\(name)'",
        notes: ["add a line: as: a name of small letters"])
    }
    if scope.declared.names.contains(name) || partSpans[full] != nil {
      report(
        .duplicateID, at: span(of: source), "something else is already called '\(name)' here",
        label: "give this part another name", notes: ["add a line: as: \(name)_2"])
    }
    partSpans[full] = span(of: source)
  }

  private func filled(_ fields: Fields, givens: YAMLNode?) -> [String: Template] {
    guard let node = fields["with"] else { return [:] }
    let known = givens?.entries?.map(\.name) ?? []
    var filled: [String: Template] = [:]
    for entry in entries(node, called: "with", of: "values") {
      guard known.contains(entry.name) else {
        let near = NearestWord.find(entry.name, in: known)
        report(
          .unknownGiven, at: entry.keySpan, "this part is not given '\(entry.name)'",
          label: near.map { "did you mean '\($0)'?" },
          notes: known.isEmpty
            ? ["it is given nothing"] : ["it is given \(known.joined(separator: ", "))"])
        continue
      }
      filled[entry.name] = given(entry.value, called: entry.name)
    }
    return filled
  }

  private func readPart(
    _ body: YAMLNode, in use: Use, with: [String: Template], _ read: (Use, Fields) -> Void
  ) {
    let outer = scope
    defer { scope = outer }
    scope = NameScope(prefix: use.namespace + ".", declared: Declarations(of: body))
    scope.hidden = outer.variables + outer.hidden
    let fields = fields(body, LanguageTable.part)
    checkVersion(fields)
    readRoles(fields)
    readGivens(fields, filledBy: with)
    read(use, fields)
    let outcomes = items(fields, "outcomes").compactMap(outcome)
    playbook.outcomes += outcomes.map { rule in
      guard use.each.isEmpty else { return rule }
      var rule = rule
      rule.condition = Self.both(use.condition, rule.condition)
      return rule
    }
    playbook.documents += items(fields, "documents").map(document)
  }
}
