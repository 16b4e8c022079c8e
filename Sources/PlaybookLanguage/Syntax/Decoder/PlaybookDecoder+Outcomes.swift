import Values

/// Outcomes: one kind each, from the closed table.
extension PlaybookDecoder {
  func outcome(_ node: YAMLNode) -> OutcomeRule? {
    let keys = node.entries?.map(\.name) ?? []
    guard let row = LanguageTable.outcomes.first(where: { keys.contains($0.kind.rawValue) }) else {
      reportNoKind(node, keys)
      return nil
    }
    let fields = fields(node, LanguageTable.form(of: row))
    let each = loops(fields, "each")
    return inside(each.map(\.variable)) {
      var rule = OutcomeRule(
        kind: row.kind, text: words(of: fields, row.kind.rawValue), each: each, span: fields.span)
      rule.condition = logic(fields, "if")
      rule.id = source(fields, "id").map { declareOutcome($0) }
      rule.fields = row.fields.compactMap { field in
        logic(fields, field.name).map { .init(name: field.name, value: $0) }
      }
      if rule.id == nil, each.isEmpty {
        report(
          .missingField, at: fields.span, "an outcome without 'each' needs an 'id'",
          notes: ["id: a name that stays the same while its words change"])
      }
      return rule
    }
  }

  private func declareOutcome(_ source: SourceText) -> String {
    let full = scope.prefix + source.text
    checkUnique(full, written: source.text, source, in: \.outcomeSpans)
    return full
  }

  private func reportNoKind(_ node: YAMLNode, _ keys: [String]) {
    let kinds = LanguageTable.outcomes.map(\.kind.rawValue)
    let near = keys.lazy.compactMap { NearestWord.find($0, in: kinds) }.first
    report(
      .noVerb, at: node.entries?.first?.keySpan ?? node.span,
      "this outcome does not say what it is", label: near.map { "did you mean '\($0)'?" },
      notes: ["an outcome is one of \(kinds.joined(separator: ", "))"] + hints(for: node))
  }
}
