/// The closed tables of outcomes and of the parts of documents.
extension LanguageTable {
  package static let outcomes: [OutcomeRow] = [
    OutcomeRow(
      .action, "Something that one person does by a day",
      logic([
        ("owner", "Who does it"), ("due", "By when"), ("done_when", "How we will know"),
        ("state", "open, done or dropped"), ("updates", "The open action that it changes"),
      ])),
    OutcomeRow(
      .decision, "What was decided, and why",
      logic([
        ("question", "What was to be decided"), ("context", "Why it had to be decided"),
        ("drivers", "What a good answer must do"), ("options", "What else was considered"),
        ("pros", "What is good about the options, asked for each of them"),
        ("cons", "What is bad about them, likewise"), ("chosen", "The option that was taken"),
        ("because", "The reason"), ("by", "Who decided"), ("against", "Who did not agree"),
        ("consulted", "Who was heard; without it, everybody else who was there"),
        ("informed", "Who is told"), ("easier", "What becomes easier by it"),
        ("harder", "What becomes harder"), ("consequences", "What else follows from it"),
        ("confirm", "How we will know that it was right"), ("review", "When to look at it again"),
      ])),
    OutcomeRow(
      .risk, "What could go wrong",
      logic([
        ("likelihood", "How likely"), ("impact", "How bad"), ("owner", "Who watches it"),
        ("category", "Its kind"), ("sign", "The early warning sign"),
        ("prevention", "What makes it less likely"), ("contingency", "What we do if it comes"),
        ("treatment", "treat, tolerate, transfer or terminate"),
        ("review", "When to look at it again"), ("state", "open or closed"),
        ("updates", "The open risk that it changes"),
      ])),
    OutcomeRow(.agreement, "What the room holds together", logic([("by", "Who agreed")])),
    OutcomeRow(
      .milestone, "A point of the plan",
      logic([
        ("start", "When work on it begins"), ("date", "The day"), ("owner", "Who answers for it"),
        ("after", "What it comes after"),
      ])),
    OutcomeRow(
      .event, "A meeting or a moment to come back to",
      logic([("date", "The day"), ("every", "How often again"), ("owner", "Who calls it")])),
    OutcomeRow(
      .metric, "A figure",
      logic([("value", "What it is"), ("target", "What it should be"), ("unit", "What is counted")])
    ),
  ]

  /// Kinds of outcome as expressions and documents name them: `actions`, `deferred`.
  static let outcomeLists: [String] =
    OutcomeRule.Kind.allCases.map { plural($0) } + ["deferred", "warnings"]

  static func plural(_ kind: OutcomeRule.Kind) -> String { kind.rawValue + "s" }

  private static func logic(_ fields: [(String, String)]) -> [LanguageField] {
    fields.map { LanguageField($0.0, .logic, $0.1) }
  }

  package static let documentParts: [PartRow] = [
    PartRow(.heading, .written, "A heading"),
    PartRow(.text, .written, "A paragraph"),
    PartRow(.answers, .names, "Questions with their answers"),
    PartRow(
      .table, .loops, "A row for every item",
      [LanguageField("columns", .formulas, "Headers, each with its value", isRequired: true)]),
    PartRow(
      .list, .loops, "A line for every item",
      [LanguageField("text", .written, "What each line says; the item's words if left away")]),
    PartRow(.bars, .loops, "A bar for every item", [value, label]),
    PartRow(.heatmap, .loops, "Items by two ratings", [x, y, label]),
    PartRow(.pareto, .loops, "Bars in order, with their running share", [value, label]),
    PartRow(.quadrant, .loops, "Items in four fields", [x, y, label, size]),
    PartRow(.gantt, .names, "A schedule on a calendar"),
    PartRow(.trend, .names, "A question's answers over earlier sessions"),
    PartRow(.canvas, .names, "Questions laid out as a canvas"),
    PartRow(.outcomes, .names, "Outcomes of a kind: actions, deferred, warnings"),
    PartRow(.signoff, .names, "The answers of a sign-off"),
  ]

  package static let documentGroup = LanguageForm(
    "a group of parts", "Parts that share an if or each",
    [
      condition, each,
      LanguageField("body", .documentParts, "The parts", isRequired: true),
    ])

  /// Fields that hold one expression each and become columns of the part.
  static let chartFields = ["x", "y", "value", "label", "size"]

  private static let x = LanguageField("x", .logic, "How far to the right", isRequired: true)
  private static let y = LanguageField("y", .logic, "How far up", isRequired: true)
  private static let value = LanguageField("value", .logic, "How long", isRequired: true)
  private static let label = LanguageField("label", .logic, "Its words; the item's if left away")
  private static let size = LanguageField("size", .logic, "How large")
}
