import PlaybookLanguage
package import Values

/// What a meeting reads of an earlier one of its project: `last_time.goal`, `sprint.question`.
///
/// It is copied into the new session's file when that is opened, so that the session stays readable
/// by itself, whatever becomes of the earlier one.
package enum EarlierAnswers {
  /// The name of the link to a meeting that is replayed: offered answer by answer, and not read.
  package static let replayLink = "replay"

  /// Under it stand the names of all who were in the meeting: no question has such an id.
  package static let namesMember = "@names"

  /// The answers of a closed session that stand in no loop, by question; people by name.
  package static func body(of session: MeetingSession) -> JSONValue {
    let context = session.answerContext(today: session.state.opened?.today ?? .epoch)
    let members = session.index.order.compactMap { id -> JSONValue.Member? in
      guard let question = session.index.questions[id]?.content,
        let answer = session.state.answers[Address(id)], answer.value != .null
      else { return nil }
      return .init(id, named(answer.value, question, context))
    }
    let names = session.state.people.map { JSONValue.string($0.name) }
    return .object(members + (names.isEmpty ? [] : [.init(namesMember, .array(names))]))
  }

  /// Ids are of one session alone.
  private static func named(
    _ value: JSONValue, _ question: Question, _ context: AnswerContext
  ) -> JSONValue {
    switch question.kind {
    case .person: .string(AnswerKinds.show(value, of: question, context))
    case .people:
      .array((value.array ?? []).compactMap(\.string).map { .string(context.name(of: $0)) })
    default: value
    }
  }

  /// The linked answers as values, by the names that expressions use.
  static func values(_ state: SessionState, _ index: PlaybookIndex) -> [String: Value] {
    guard !state.linked.isEmpty else { return [:] }
    let scope = SessionScope(index, state)
    var values: [String: Value] = [:]
    for (name, body) in state.linked where name != OpenItem.link && name != replayLink {
      for member in body.object ?? [] where member.name != namesMember {
        values["\(name).\(member.name)"] = value(member, index, scope)
      }
    }
    return values
  }

  /// As this playbook's question of that name means it; of another playbook, as it looks.
  private static func value(
    _ member: JSONValue.Member, _ index: PlaybookIndex, _ scope: SessionScope
  ) -> Value {
    if let question = index.questions[member.name]?.content {
      return AnswerKinds.value(here(member.value, question, scope), of: question, in: scope)
    }
    switch member.value {
    case .array(let values): return .list(values.compactMap(\.string).map { .text($0) })
    case .string(let text): return CalendarDate(iso: text).map { .date($0) } ?? .text(text)
    case .number(let number): return .number(number)
    case .bool(let holds): return .yesno(holds)
    default: return MoneyKind.money(member.value).map { .money($0) } ?? .blank
    }
  }

  /// Names of those who are here again as their ids; of others the names stay.
  private static func here(
    _ value: JSONValue, _ question: Question, _ scope: SessionScope
  ) -> JSONValue {
    func seat(_ name: JSONValue) -> JSONValue {
      let folded = name.string.map(TextFolding.fold)
      let person = scope.state.people.first { TextFolding.fold($0.name) == folded }
      return person.map { .string($0.id) } ?? name
    }
    switch question.kind {
    case .person: return seat(value)
    case .people: return value.array.map { .array($0.map(seat)) } ?? value
    default: return value
    }
  }
}
