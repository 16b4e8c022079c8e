/// What a field of a playbook wants of its expression.
package struct Expectation: Sendable {
  /// nil takes anything.
  let families: Set<ValueType.Family>?
  let rule: DiagnosticRule
  let message: String
  let note: String?

  /// Only these kinds of value; `what` names the field's wish: "an owner is a person".
  package static func oneOf(
    _ families: Set<ValueType.Family>, _ what: String, note: String? = nil
  ) -> Expectation {
    Expectation(families: families, rule: .unexpectedType, message: what, note: note)
  }

  package static let anything = Expectation(
    families: nil, rule: .unexpectedType, message: "", note: nil)
  /// `if`, `until`, `check`.
  package static let condition = Expectation(
    families: [.yesno], rule: .conditionNotYesNo, message: "a condition is yes or no",
    note: "compare it with something: x > 0, x == 'a', x != blank, list.count > 0")
  /// `each`, `of`, `across`.
  package static let list = oneOf([.list], "a list is needed here")
  package static let person = oneOf([.person], "a person is needed here")
  package static let number = oneOf([.number], "a number is needed here")
  package static let date = oneOf(
    [.date], "a date is needed here", note: "a day is written date('2030-01-15')")
}
