package import Values

/// The language as a JSON Schema (draft 07), made from its table: editors complete and check by it.
///
/// It knows fields and shapes; names and types in expressions are for `huddle check`.
package enum JSONSchema {
  /// The schema of a playbook or part, for `huddle schema`.
  package static func make() -> JSONValue {
    var root = object(LanguageTable.part)
    root.insert(.init("$schema", "http://json-schema.org/draft-07/schema#"), at: 0)
    root.insert(.init("title", "A huddle playbook"), at: 1)
    root.append(.init("definitions", .object(definitions)))
    return .object(root)
  }

  private static var definitions: [JSONValue.Member] {
    [
      .init("section", anyOf([.object(object(LanguageTable.section)), ref("step-use")])),
      .init("step", anyOf(LanguageTable.verbs.map { ref("step-" + $0.verb.name) })),
      .init("column", .object(object(LanguageTable.column))),
      .init("outcome", anyOf(LanguageTable.outcomes.map { ref("outcome-" + $0.kind.rawValue) })),
      .init("document", .object(object(LanguageTable.document))),
      .init(
        "part",
        anyOf(
          LanguageTable.documentParts.map { ref("part-" + $0.verb.name) } + [
            ref("part-group")
          ])),
    ] + verbs
      + LanguageTable.outcomes.map {
        .init("outcome-" + $0.kind.rawValue, .object(object(LanguageTable.form(of: $0))))
      }
      + LanguageTable.documentParts.map {
        .init("part-" + $0.verb.name, .object(object(LanguageTable.form(of: $0))))
      } + [.init("part-group", .object(object(LanguageTable.documentGroup)))]
  }

  private static var verbs: [JSONValue.Member] {
    LanguageTable.verbs.map { row in
      let schema =
        row.verb.name == "ask" ? question : JSONValue.object(object(LanguageTable.form(of: row)))
      return .init("step-" + row.verb.name, schema)
    }
  }

  // MARK: - Objects

  private static func object(_ form: LanguageForm) -> [JSONValue.Member] {
    [
      .init("type", "object"), .init("description", .string(form.help)),
      .init("properties", properties(form.fields)),
      .init("required", .array(form.fields.filter(\.isRequired).map { .string($0.name) })),
      .init("patternProperties", ["^x-": true]), .init("additionalProperties", false),
    ]
  }

  private static func properties(_ fields: [LanguageField]) -> JSONValue {
    .object(
      fields.map { field in
        let members = (closed(field) ?? schema(field.shape)).object ?? []
        return .init(
          field.name, .object([.init("description", .string(field.help))] + members))
      })
  }

  /// Fields whose words are fewer than their shape tells.
  private static func closed(_ field: LanguageField) -> JSONValue? {
    switch field.name {
    case "huddle": ["const": .number(Number(LanguageTable.version))]
    case "outcomes" where field.shape == .names:
      {
        let lists: JSONValue = ["enum": .array(LanguageTable.outcomeLists.map { .string($0) })]
        return anyOf([lists, list(lists)])
      }()
    default: nil
    }
  }

  /// What each entry of a list counts for: only numbers may be below one.
  private static func limits(_ kind: Question.Kind) -> JSONValue {
    guard !kind.isAmount else { return [:] }
    return [
      "min": ["type": "integer", "minimum": 0], "max": ["type": "integer", "minimum": 1],
    ]
  }

  /// In a round that is not silent everybody knows who speaks.
  private static let openRound: JSONValue = [
    "not": [
      "properties": [
        "anonymous": ["enum": ["yes", true]],
        "style": [
          "enum": .array(
            Question.Style.allCases.filter { $0 != .silent }.map { .string($0.rawValue) })
        ],
      ],
      "required": ["anonymous", "style"],
    ]
  ]

  /// A question has the fields of all kinds; which of them its kind has is said by `allOf`.
  private static var question: JSONValue {
    let forms = Question.Kind.allCases.map { ($0, LanguageTable.question($0)) }
    var fields: [LanguageField] = []
    for (_, form) in forms {
      for field in form.fields where !fields.contains(where: { $0.name == field.name }) {
        fields.append(field)
      }
    }
    return [
      "type": "object", "description": "A question", "properties": properties(fields),
      "required": ["ask", "id"], "allOf": .array(forms.map { rule($0, $1) } + [openRound]),
    ]
  }

  private static func rule(_ kind: Question.Kind, _ form: LanguageForm) -> JSONValue {
    var condition: [JSONValue.Member] = [
      .init("properties", ["kind": ["const": .string(kind.rawValue)]])
    ]
    // A question without a kind is a text.
    if kind != .text { condition.append(.init("required", ["kind"])) }
    let names: [JSONValue] = form.fields.map { .string($0.name) }
    return [
      "if": .object(condition),
      "then": [
        "properties": limits(kind),
        "propertyNames": ["anyOf": [["enum": .array(names)], ["pattern": "^x-"]]],
        "required": .array(form.fields.filter(\.isRequired).map { .string($0.name) }),
      ],
    ]
  }

  // MARK: - Shapes

  private static func schema(_ shape: FieldShape) -> JSONValue {
    switch shape {
    case .plain, .written, .respondent, .reference: text
    case .duration:
      ["type": "string", "pattern": "^\\s*([0-9.]+\\s*[A-Za-z]|[Aa]n?\\s|[Oo]ne\\s)"]
    case .writtenOrConstant: [:]
    case .logic: text
    case .loops: ["type": "string", "pattern": "^\\s*[A-Za-z_][A-Za-z0-9_]*\\s+in\\s"]
    case .repetition: ["type": "string", "pattern": "^\\s*[a-z_]\\w*\\s+in\\s+[a-z_]\\w*\\s*$"]
    case .name: ["type": "string", "pattern": "^[a-z][a-z0-9_]{0,63}$"]
    case .slug: ["type": "string", "pattern": "^[a-z0-9_][a-z0-9_-]{0,63}$"]
    case .names: ["anyOf": [text, list(text)]]
    case .word(let words): ["enum": .array(words.map { .string($0) })]
    case .yesno: ["enum": ["yes", "no", true, false]]
    case .count: ["type": "integer"]
    case .number: ["type": "number"]
    case .kind: ["enum": .array(LanguageTable.kinds.map { .string($0.kind.rawValue) })]
    case .options: ["anyOf": [list(text), map(text)]]
    case .words: list(text)
    case .columns:
      map(
        anyOf([
          ["enum": .array(LanguageTable.kindsOfCells.map { .string($0.rawValue) } + [.null])],
          ["type": "string", "pattern": "^="], list(text), ref("column"),
        ]))
    case .formulas, .assignments: map(text)
    case .constants, .inlined: ["type": "object"]
    case .roles: map(["enum": ["person", "people"]])
    case .playbooks: map(text)
    case .steps: list(ref("step"))
    case .sections: list(ref("section"))
    case .outcomes: list(ref("outcome"))
    case .documents: list(ref("document"))
    case .documentPart: anyOf([ref("part")])
    case .documentParts: list(ref("part"))
    case .changes: map(["type": "object"])
    case .additions: ["type": ["object", "array"]]
    }
  }

  /// YAML readers of editors take `1.10` and `no` for a number and a truth.
  private static let text: JSONValue = ["type": ["string", "number", "boolean"]]

  private static func list(_ items: JSONValue) -> JSONValue { ["type": "array", "items": items] }

  private static func map(_ values: JSONValue) -> JSONValue {
    ["type": "object", "additionalProperties": values]
  }

  private static func ref(_ name: String) -> JSONValue {
    ["$ref": .string("#/definitions/" + name)]
  }

  private static func anyOf(_ schemas: [JSONValue]) -> JSONValue { ["anyOf": .array(schemas)] }
}
