import Values

/// The language as a page of Markdown, made from its tables: verbs, kinds, fields, functions, rules.
package enum Reference {
  /// The page, for `huddle reference` and the documentation.
  package static func make() -> String {
    [
      "# The playbook language, version \(LanguageTable.version)",
      "## How to begin\n\n\(ReferenceExamples.start)",
      "## What a playbook has\n\nFields marked * cannot be left away. What may stand in a field is named after it.",
      section("Playbook", [LanguageTable.playbook]), section("Section", [LanguageTable.section]),
      "## Steps\n\nAny step may have \(names(LanguageTable.stepFields)).",
      LanguageTable.verbs.map(verb).joined(separator: "\n\n"),
      kinds, section("Column of a table", [LanguageTable.column]), outcomes, documents, names,
      functions, ReferenceProse.answers, rules,
    ].joined(separator: "\n\n") + "\n"
  }

  private static func section(_ title: String, _ forms: [LanguageForm]) -> String {
    "## \(title)\n\n" + forms.map { "\($0.help).\n\n\(list($0.fields))" }.joined(separator: "\n\n")
  }

  private static func verb(_ row: VerbRow) -> String {
    let heading = "### `\(row.verb.name)`\n\n\(row.verb.help): \(words(row.verb.shape))."
    let fields = row.fields.isEmpty ? "" : "\n\n" + list(row.fields)
    return heading + fields + "\n\n" + yaml(ReferenceExamples.verbs[row.verb.name])
  }

  private static var kinds: String {
    let rows = LanguageTable.kinds.map { row in
      let fields = row.fields.map { "`\($0.name)`\($0.isRequired ? "*" : "")" }
      return "| `\(row.kind.rawValue)` | \(row.help) | \(fields.joined(separator: ", ")) |"
    }
    let everyone = LanguageTable.kindsForEveryone.map { "`\($0.rawValue)`" }
    var fields: [LanguageField] = []
    for field in LanguageTable.kinds.flatMap(\.fields)
    where !fields.contains(where: { $0.name == field.name }) {
      fields.append(field)
    }
    return """
      ## Kinds of answer

      | kind | what it is | its fields |
      |---|---|---|
      \(rows.joined(separator: "\n"))

      `from: everyone` belongs to \(everyone.joined(separator: ", ")).

      \(list(fields.map { LanguageField($0.name, $0.shape, $0.help) }))

      \(LanguageTable.kinds.map(example).joined(separator: "\n\n"))
      """
  }

  /// A kind as it is asked, and what its answer looks like in a file of answers.
  private static func example(_ row: KindRow) -> String {
    let answer = ReferenceExamples.answers[row.kind].map {
      "\n\nIn a file of answers:\n\n" + yaml($0)
    }
    let reads = ReferenceReadings.ofKinds[row.kind].map { "\n\nRead as:\n\n" + table($0) }
    let note = ReferenceProse.ofKinds[row.kind].map { "\n\n" + $0 }
    return "### `\(row.kind.rawValue)`\n\n\(row.help).\n\n"
      + yaml(ReferenceExamples.kinds[row.kind]) + (note ?? "") + (reads ?? "") + (answer ?? "")
  }

  private static func table(_ readings: [ReferenceReadings.Reading]) -> String {
    let rows = readings.map { reading in
      let loop = reading.loop.map { ", in `each: \($0)`" } ?? ""
      return "| `\(reading.expression)`\(loop) | \(reading.meaning) |"
    }
    return "| expression | what it gives |\n|---|---|\n" + rows.joined(separator: "\n")
  }

  private static var names: String {
    """
    ## Names and operators

    \(ReferenceProse.names)

    \(table(ReferenceReadings.names))

    \(ReferenceProse.blank)

    \(table(ReferenceReadings.operators))
    """
  }

  private static func yaml(_ example: String?) -> String {
    example.map { "```yaml\n\($0)\n```" } ?? ""
  }

  private static var outcomes: String {
    let rows = LanguageTable.outcomes.map { row in
      let fields = row.fields.map { field in
        "`\(field.name)` (\(outcomeWords(field.name))): \(field.help.lowercasedFirst)"
      }
      return "| `\(row.kind.rawValue)` | \(row.help) | \(fields.joined(separator: "; ")) |"
    }
    return """
      ## Outcomes

      The kind's own field holds the words; the others are expressions. Any may have `if` and \
      `each`; one without `each` has an `id`. They are worked out anew with every answer and read as \
      `outcomes.actions` and so on. With `updates: a`, where `a` is an entry of `open.actions` or \
      `open.risks`, an outcome changes that one and makes no new one.

      | outcome | what it is | its fields |
      |---|---|---|
      \(rows.joined(separator: "\n"))

      \(yaml(LanguageTable.outcomes.compactMap { ReferenceExamples.outcomes[$0.kind] }
        .joined(separator: "\n")))
      """
  }

  private static func outcomeWords(_ field: String) -> String {
    let type = PlaybookChecker.type(ofOutcomeField: field)
    return type.isOpen ? "words or a value" : type.words
  }

  private static var documents: String {
    let rows = LanguageTable.documentParts.map { row in
      "| `\(row.verb.name)` | \(row.verb.help) | \(words(row.verb.shape)) | \(names(row.fields)) |"
    }
    return """
      ## Documents

      \(list(LanguageTable.document.fields))

      Its parts, also for `show`; any may have `if` and `each`, and `body` groups them.

      | part | what it shows | takes | its fields |
      |---|---|---|---|
      \(rows.joined(separator: "\n"))

      \(yaml(DocumentPart.Kind.allCases.compactMap { ReferenceExamples.parts[$0] }
        .joined(separator: "\n")))
      """
  }

  private static var functions: String {
    let rows = LanguageFunction.all.map { "| `\($0.usage)` | \($0.summary) |" }
    return """
      ## Functions

      | how it is written | what it gives |
      |---|---|
      \(rows.joined(separator: "\n"))
      """
  }

  private static var rules: String {
    "## What `huddle check` says\n\n"
      + DiagnosticRule.all.map { rule in
        "### \(rule.code) \(rule.name)\n\n\(rule.explanation)"
      }.joined(separator: "\n\n")
  }

  // MARK: - Fields

  private static func list(_ fields: [LanguageField]) -> String {
    fields.map { field in
      "- `\(field.name)`\(field.isRequired ? "*" : "") (\(words(field.shape))): \(field.help)"
    }.joined(separator: "\n")
  }

  private static func names(_ fields: [LanguageField]) -> String {
    fields.map { "`\($0.name)`" }.joined(separator: ", ")
  }

  private static func words(_ shape: FieldShape) -> String {
    switch shape {
    case .plain: "words"
    case .written: "words with {holes}, or = and an expression"
    case .writtenOrConstant: "words with {holes}, = and an expression, or a list"
    case .logic: "an expression"
    case .loops: "r in risks, p in r.plan"
    case .repetition: "why in whys"
    case .name, .slug: "an id"
    case .names: "a name, or a list of names"
    case .word(let words): words.joined(separator: ", ")
    case .yesno: "yes or no"
    case .count: "a whole number"
    case .number: "a number"
    case .duration: "a length of time: 5m"
    case .kind: "a kind of answer"
    case .respondent: "room, everyone, or an expression that gives a person"
    case .options: "[one, two], or {1: one, 2: two}"
    case .words: "a list of words"
    case .columns: "names, each with a kind, a list of options, = and an expression, or fields"
    case .formulas: "headers, each with an expression"
    case .assignments: "names, each with an expression"
    case .constants:
      "names, each with a constant: words, 6, 12%, £6, 2030-01-15, 2 weeks, yes, a list"
    case .roles: "names, each with person or people"
    case .playbooks: "names, each with a playbook's id"
    case .reference: "a file's path without .yaml"
    case .steps: "a list of steps"
    case .sections: "a list of sections"
    case .outcomes: "a list of outcomes"
    case .documents: "a list of documents"
    case .documentPart: "a part of a document"
    case .documentParts: "a list of parts"
    case .inlined: "written by huddle"
    case .changes: "ids, each with its new fields"
    case .additions: "{after: id, steps: …}, or a list of these"
    }
  }
}
