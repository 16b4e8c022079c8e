import Values

/// Outcomes, documents, and the names that stand in them outside expressions.
extension PlaybookChecker {
  func visit(_ outcome: OutcomeRule) {
    inside(outcome.each) {
      check(outcome.condition, .condition)
      check(outcome.text)
      for field in outcome.fields { check(field.value, Self.expectation(ofField: field.name)) }
    }
    guard outcome.kind == .action, !outcome.fields.contains(where: { $0.name == "owner" }) else {
      return
    }
    report(
      .ownerlessAction, at: outcome.span, "these actions would have no owner",
      notes: ["add a line: owner: an expression that gives a person"])
  }

  private static func expectation(ofField name: String) -> Expectation {
    switch name {
    case "owner":
      .oneOf([.person, .list], "an owner is a person", note: "ask for it with kind: person")
    case "due", "date", "review":
      .oneOf([.date], "'\(name)' is a day", note: "a day is written date('2030-01-15')")
    case "likelihood", "impact":
      .oneOf([.number, .choice, .text], "'\(name)' is a number or a word")
    default: .anything
    }
  }

  func visit(_ part: DocumentPart) {
    inside(part.each) {
      check(part.condition, .condition)
      inside(part.rows) {
        check(part.text)
        for column in part.columns { check(column.value, Self.expectation(of: column, in: part)) }
      }
      for inner in part.body { visit(inner) }
    }
  }

  private static func expectation(
    of column: DocumentPart.Column, in part: DocumentPart
  ) -> Expectation {
    guard part.kind != .table, column.header != "label" else { return .anything }
    return .oneOf([.number, .money, .span], "'\(column.header)' is a number")
  }

  /// Questions that documents name: they have to be asked.
  func checkMentions() {
    let documents = playbook.documents.map(\.id)
    let known = spans.keys.filter { table.names[$0] != nil }.sorted()
    for mention in decoder.mentions {
      used.insert(mention.name)
      if table.names[mention.name] != nil { continue }
      if mention.part == .signoff, documents.contains(mention.written) { continue }
      if table.names["last_time.\(mention.name)"] != nil { continue }
      let near = NearestWord.find(mention.name, in: known)
      let isInLoop = spans[mention.name] != nil
      report(
        .unknownID, at: mention.span, "'\(mention.written)' is not something we ask",
        label: near.map { "did you mean '\($0)'?" },
        notes: isInLoop ? ["it is asked inside a loop: show it with 'table' or 'each'"] : [])
    }
  }
}
