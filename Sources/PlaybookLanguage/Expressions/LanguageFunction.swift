/// One function of the language: how it is written, what it takes, gives and works out.
///
/// The one table behind the checker, the evaluator and the reference page.
package struct LanguageFunction: Sendable {
  package enum Form: Sendable {
    /// `either(a, b)`
    case plain
    /// `risks.filter(r, …)`
    case list
    /// `risks.count`
    case property
    /// `rating.of(v, c)`
    case answer
  }

  /// Whether a list function's first argument names each item for the second.
  enum Variable: Sendable {
    case never
    /// With two arguments or more.
    case optional
    /// Whenever there are arguments.
    case required
  }

  package let name: String
  package let form: Form
  /// As one writes it: `risks.filter(r, r.impact >= 3)`.
  package let usage: String
  package let summary: String
  /// All arguments, the variable among them.
  let arity: ClosedRange<Int>
  let variable: Variable
  let type: @Sendable (inout TypeChecker, TypedCall) -> ValueType
  let value: @Sendable (inout Evaluator, ValueCall) -> Value

  init(
    _ name: String, _ form: Form, _ usage: String, _ summary: String,
    arity: ClosedRange<Int> = 0...0,
    variable: Variable = .never,
    type: @escaping @Sendable (inout TypeChecker, TypedCall) -> ValueType,
    value: @escaping @Sendable (inout Evaluator, ValueCall) -> Value
  ) {
    self.name = name
    self.form = form
    self.usage = usage
    self.summary = summary
    self.arity = arity
    self.variable = variable
    self.type = type
    self.value = value
  }

  /// Every function of the language, in the order of the reference.
  package static let all: [LanguageFunction] =
    plainFunctions + dateFunctions + listFunctions + listAggregates + [answer] + properties

  /// The word that reads an answer for the items that it was asked for.
  package static let ofItems = "of"

  static func plain(_ name: String) -> LanguageFunction? { byForm[.plain]?[name] }
  static func list(_ name: String) -> LanguageFunction? { byForm[.list]?[name] }
  static func property(_ name: String) -> LanguageFunction? { byForm[.property]?[name] }

  static func names(_ form: Form) -> [String] { all.filter { $0.form == form }.map(\.name) }

  private static let byForm = Dictionary(grouping: all, by: \.form).mapValues { functions in
    Dictionary(functions.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
