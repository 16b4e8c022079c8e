/// The one table of the language: decoder, checker, schema, reference and completions read it.
///
/// To add a kind of answer: a case in `Question.Kind`, a row in `kinds`, a file in Session/Kinds.
package enum LanguageTable {
  /// The version of the language that this huddle reads.
  package static let version = 1

  package static let playbook = LanguageForm(
    "a playbook", "What one kind of meeting asks, in order",
    [
      LanguageField("huddle", .count, "Version of the language: 1", isRequired: true),
      LanguageField("id", .slug, "The playbook's name on the command line", isRequired: true),
      LanguageField("version", .plain, "The playbook's own version: 1.0.0"),
      LanguageField("title", .plain, "What people call the meeting", isRequired: true),
      LanguageField("summary", .plain, "What it is good for, in a sentence"),
      LanguageField("time", .duration, "How long the whole meeting may take"),
      LanguageField("roles", .roles, "Roles that people hold: lead: person, reviewers: people"),
      LanguageField("given", .constants, "Constants; in a part they are its parameters"),
      LanguageField("currency", .plain, "Currency of money without a sign: EUR"),
      LanguageField("private", .yesno, "Never in reports over the library"),
      LanguageField("earlier", .playbooks, "Names for the last session of other playbooks"),
      LanguageField("sections", .sections, "The meeting's stretches, in order"),
      LanguageField("steps", .steps, "In a part that is used among steps: its steps"),
      LanguageField("outcomes", .outcomes, "How answers become actions, decisions and the rest"),
      LanguageField("documents", .documents, "The documents that it writes"),
      LanguageField("extends", .reference, "The playbook that this one is a variant of"),
      LanguageField("remove", .names, "With extends: ids of what is left out"),
      LanguageField("change", .changes, "With extends: whole fields to replace, by id"),
      LanguageField("add", .additions, "With extends: steps or sections to put after an id"),
    ])

  /// A file that is used by others: what a playbook has, and nothing is required.
  static let part = LanguageForm(
    "a part", "Sections or steps that several playbooks use",
    playbook.fields.map {
      LanguageField($0.name, $0.shape, $0.help, isRequired: $0.name == "huddle")
    })

  static let condition = LanguageField("if", .logic, "Only where this is yes")
  static let each = LanguageField("each", .loops, "Once for every item: r in risks")
  static let tip = LanguageField("tip", .written, "For the facilitator's eyes only")
  static let time = LanguageField("time", .duration, "How long it may take")
  static let stepID = LanguageField("id", .name, "The name by which other fields mean it")

  package static let section = LanguageForm(
    "a section", "A titled stretch of the meeting with a timebox",
    [
      LanguageField("id", .slug, "The section's name", isRequired: true),
      LanguageField("title", .written, "What is shown when it begins", isRequired: true),
      time, tip, condition, each,
      LanguageField("steps", .steps, "Its steps, in order", isRequired: true),
    ])

  /// What any step may have beside its verb's own fields.
  static let stepFields = [stepID, condition, each, tip, time]

  static let useFields = [
    LanguageField("with", .constants, "Values for what the part is given"),
    LanguageField("as", .name, "The name under which its answers are read"),
    LanguageField("body", .inlined, "The part itself, put here when the playbook is loaded"),
  ]

  package static let verbs: [VerbRow] = [
    VerbRow(LanguageField("say", .written, "Words to show", isRequired: true)),
    VerbRow(LanguageField("ask", .written, "A question", isRequired: true), askFields),
    VerbRow(
      LanguageField("set", .assignments, "Values to work out, top to bottom", isRequired: true)),
    VerbRow(
      LanguageField("show", .documentPart, "A document's part, on the screen", isRequired: true)),
    VerbRow(
      LanguageField("warn", .written, "Words to show, kept among the warnings", isRequired: true)),
    VerbRow(
      LanguageField("use", .reference, "A part from another file", isRequired: true), useFields),
    VerbRow(
      LanguageField(
        "repeat", .repetition, "A list that grows by a turn: why in whys",
        isRequired: true),
      [
        LanguageField("until", .logic, "Ends when this is yes after a turn"),
        LanguageField("max", .count, "The most turns there may be", isRequired: true),
        LanguageField("steps", .steps, "The steps of one turn", isRequired: true),
      ]),
    VerbRow(LanguageField("steps", .steps, "Steps that share an if or each", isRequired: true)),
  ]

  static let askFields: [LanguageField] = [
    LanguageField("kind", .kind, "What counts as an answer; text if left away"),
    LanguageField("required", .yesno, "Cannot be skipped"),
    LanguageField("check", .logic, "The answer is taken where this is yes"),
    LanguageField("else", .written, "What to say when the check is no"),
    LanguageField("default", .writtenOrConstant, "Offered for editing, never taken silently"),
    LanguageField("from", .respondent, "Who answers: room, everyone, or a person"),
    LanguageField("was", .names, "Earlier ids of this question"),
  ]

  /// The fields of a question: what all have and what its kind adds.
  static func question(_ kind: Question.Kind) -> LanguageForm {
    let row = row(of: kind)
    let verb = LanguageField("ask", .written, "The question, as it is asked", isRequired: true)
    let own = stepFields.map { $0.name == "id" ? $0.required : $0 }
    return LanguageForm(
      "a question of kind \(kind.rawValue)", row.help, [verb] + own + askFields + row.fields)
  }

  /// A question whose kind is mistaken may have any field of a question.
  static let anyQuestion: LanguageForm = {
    var form = question(.text)
    for field in kinds.flatMap(\.fields) where form.field(field.name) == nil {
      form = form.with([LanguageField(field.name, field.shape, field.help)])
    }
    return form
  }()

  /// What other forms call a field or a kind.
  static let otherFields = [
    "type": "kind", "choices": "options", "values": "options", "mandatory": "required",
    "question": "ask", "prompt": "ask", "when": "if", "condition": "if", "loop": "each",
    "for": "each", "foreach": "each", "validate": "check", "error": "else", "duration": "time",
    "hint": "tip", "help": "tip", "note": "tip", "minimum": "min", "maximum": "max",
    "name": "id", "key": "id", "column": "columns", "assignee": "owner", "deadline": "due",
    "description": "summary",
  ]
  static let otherKinds = [
    "string": "text", "str": "text", "textarea": "note", "integer": "number", "int": "number",
    "decimal": "number", "float": "number", "currency": "money", "amount": "money",
    "percentage": "percent", "day": "date", "time": "duration", "select": "choice",
    "radio": "choice", "dropdown": "choice", "multiselect": "choices", "checkboxes": "choices",
    "boolean": "yesno", "bool": "yesno", "yes/no": "yesno", "checkbox": "yesno",
    "rating": "scale", "likert": "scale", "user": "person", "users": "people", "items": "list",
    "brainstorm": "list", "grid": "table", "plan": "schedule", "gantt": "schedule",
    "ranking": "rank", "dots": "vote", "voting": "vote", "poll": "vote", "ballot": "vote",
    "dotvoting": "vote", "hands": "fist", "consent": "fist", "checklist": "list", "todo": "table",
    "timeline": "schedule", "paragraph": "note", "approval": "signoff", "sign": "signoff",
    "signature": "signoff",
  ]

  /// What others call those who answer.
  static let otherRespondents = [
    "all": "everyone", "everybody": "everyone", "each": "everyone", "anyone": "everyone",
    "anybody": "everyone", "participants": "everyone", "attendees": "everyone",
    "team": "room", "group": "room", "together": "room",
  ]

  package static let column = LanguageForm(
    "a column", "A cell of each row: asked, or worked out",
    [
      LanguageField("kind", .kind, "What counts as an answer; text if left away"),
      LanguageField("ask", .written, "The question, where the column's name does not say it"),
      condition,
      LanguageField("required", .yesno, "Cannot be skipped"),
      LanguageField("check", .logic, "The cell is taken where this is yes"),
      LanguageField("else", .written, "What to say when the check is no"),
      LanguageField("default", .writtenOrConstant, "Offered for editing"),
      LanguageField("options", .options, "For a choice: what may be chosen"),
      LanguageField("of", .logic, "For a choice: the list whose items may be chosen"),
      LanguageField("unit", .plain, "For a number: its unit"),
      LanguageField("min", .number, "The least"),
      LanguageField("max", .number, "The most"),
      tip,
    ])

  package static let document = LanguageForm(
    "a document", "Filled from the answers, written in any format",
    [
      LanguageField("id", .slug, "The document's name", isRequired: true),
      LanguageField("title", .written, "Its heading", isRequired: true),
      condition,
      LanguageField("body", .documentParts, "Its parts, in order", isRequired: true),
    ])
}

extension LanguageTable {
  /// The fields of a column of this kind: of those that kinds add, it has its own.
  static func column(_ kind: Question.Kind) -> LanguageForm {
    let own = row(of: kind).fields.map(\.name)
    let added = Set(kinds.flatMap(\.fields).map(\.name))
    return LanguageForm(
      "a column of kind \(kind.rawValue)", column.help,
      column.fields.filter { own.contains($0.name) || !added.contains($0.name) })
  }

  static func row(of kind: Question.Kind) -> KindRow {
    kinds.first { $0.kind == kind } ?? KindRow(kind, .cell, "")
  }

  /// Every form with its name, for whoever walks the whole table.
  package static var forms: [LanguageForm] {
    [playbook, section] + verbs.map { form(of: $0) } + Question.Kind.allCases.map { question($0) }
      + [column] + outcomes.map { form(of: $0) } + [document] + documentParts.map { form(of: $0) }
  }

  static func form(of row: VerbRow) -> LanguageForm {
    LanguageForm(
      "'\(row.verb.name)'", row.verb.help,
      [row.verb] + stepFields.filter { !row.fields.map(\.name).contains($0.name) } + row.fields)
  }

  static func form(of row: OutcomeRow) -> LanguageForm {
    let words = LanguageField(
      row.kind.rawValue, .written, "Its words", isRequired: true)
    let id = LanguageField("id", .name, "Its name; needed where there is no each")
    return LanguageForm(
      "'\(row.kind.rawValue)'", row.help, [words, id, condition, each] + row.fields)
  }

  static func form(of row: PartRow) -> LanguageForm {
    LanguageForm("'\(row.verb.name)'", row.verb.help, [row.verb, condition, each] + row.fields)
  }
}
