import PlaybookLanguage
import Session
import Values

/// Names of people in what a playbook asks people for: its columns and questions of that kind.
///
/// Who is here stands there by an id, everybody else by the name that was typed.
struct PeopleOutside {
  private(set) var names: [String] = []

  init(_ session: MeetingSession) {
    let questions = session.index.questions
    for item in session.state.items {
      for column in questions[item.list.question]?.content.columns ?? [] {
        if case .asked(let cell) = column.cell, Self.isOfPeople(cell) { add(item[column.name]) }
      }
    }
    for (address, answer) in session.state.answers.map({ ($0, $1) }).sorted(by: { $0.0 < $1.0 })
    where Self.isOfPeople(questions[address.question]?.content) {
      add(answer.value)
    }
    // Answers of an earlier meeting to questions that this playbook has as well.
    for (_, body) in session.state.linked.map({ ($0, $1) }).sorted(by: { $0.0 < $1.0 }) {
      for member in body.object ?? [] where Self.isOfPeople(questions[member.name]?.content) {
        add(member.value)
      }
    }
  }

  private static func isOfPeople(_ question: Question?) -> Bool {
    question?.kind == .person || question?.kind == .people
  }

  private mutating func add(_ value: JSONValue) {
    if let name = value.string { names.append(name) }
    for name in (value.array ?? []).compactMap(\.string) { names.append(name) }
  }
}
