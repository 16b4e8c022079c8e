import PlaybookLanguage
import Values

/// The columns of what is captured on the way (`/action`, `/decide`, …), the same for every meeting.
package enum RoomColumn: String, Sendable, CaseIterable {
  case owner, due, doneWhen = "done_when", because, by, against, likelihood, impact, state

  var kind: any AnswerKind {
    switch self {
    case .owner, .by: PersonKind()
    case .due: DateKind()
    case .likelihood, .impact: NumberKind()
    case .doneWhen, .because, .against, .state: TextKind()
    }
  }

  static func value(_ name: String, _ json: JSONValue, in facts: StateReader) -> Value? {
    guard let column = RoomColumn(rawValue: name) else { return nil }
    switch column {
    case .owner, .by:
      return json.string.map { .person(PersonValue(id: $0, name: facts.name(of: $0))) } ?? .blank
    case .due: return json.string.flatMap { CalendarDate(iso: $0) }.map { .date($0) } ?? .blank
    case .likelihood, .impact: return json.number.map { .number($0) } ?? .blank
    case .doneWhen, .because, .against, .state: return json.string.map { .text($0) } ?? .blank
    }
  }
}
