import PlaybookLanguage
package import Values

/// What a meeting reads of an earlier one of its project: `last_time.goal`, `sprint.question`.
///
/// It is copied into the new session's file when that is opened, so that the session stays readable
/// by itself, whatever becomes of the earlier one.
package enum EarlierAnswers {
  /// The name of the link to a meeting that is replayed: offered answer by answer, and not read.
  package static let replayLink = "replay"

  /// The answers of a closed session that stand in no loop, by question; people by name.
  package static func body(of session: MeetingSession) -> JSONValue {
    let context = session.answerContext(today: session.state.opened?.today ?? .epoch)
    let members = session.index.order.compactMap { id -> JSONValue.Member? in
      guard let question = session.index.questions[id]?.content,
        let answer = session.state.answers[Address(id)], answer.value != .null
      else { return nil }
      let isPerson = question.kind == .person
      return .init(
        id,
        isPerson
          ? .string(AnswerKinds.show(answer.value, of: question, context)) : answer.value)
    }
    return .object(members)
  }

  /// The linked answers as values, by the names that expressions use.
  static func values(_ state: SessionState, _ index: PlaybookIndex) -> [String: Value] {
    guard !state.linked.isEmpty else { return [:] }
    let scope = SessionScope(index, state)
    var values: [String: Value] = [:]
    for (name, body) in state.linked where name != OpenItem.link && name != replayLink {
      for member in body.object ?? [] {
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
      return AnswerKinds.value(member.value, of: question, in: scope)
    }
    switch member.value {
    case .string(let text): return CalendarDate(iso: text).map { .date($0) } ?? .text(text)
    case .number(let number): return .number(number)
    case .bool(let holds): return .yesno(holds)
    default: return MoneyKind.money(member.value).map { .money($0) } ?? .blank
    }
  }
}
