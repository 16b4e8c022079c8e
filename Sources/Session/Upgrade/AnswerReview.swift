import PlaybookLanguage
import Values

/// Looks at every answer of a session with the eyes of another playbook.
struct AnswerReview {
  private let session: MeetingSession
  private let matching: QuestionMatching
  private let scope: SessionScope
  private let context: AnswerContext
  private(set) var changes: [PlaybookUpgrade.Change] = []
  private(set) var converted: [Address: JSONValue] = [:]
  private(set) var again: [Address] = []

  /// `session` is as it would be with the other playbook, renamed questions moved.
  init(_ session: MeetingSession, _ matching: QuestionMatching, today: CalendarDate) {
    self.session = session
    self.matching = matching
    scope = session.scope()
    context = session.answerContext(today: today)
  }

  /// What no longer reads as an answer, or reads as one of another kind.
  mutating func readAnswers() {
    for place in session.agenda().places {
      guard let question = place.question, let id = matching.earlier[question.id],
        let former = matching.old.questions[id]?.content
      else { continue }
      if let answer = session.state.answers[place.address]?.value, answer != .null,
        AnswerKinds.kind(of: former) != nil
      {
        read(answer, former, question, place)
      } else {
        compare(former, question, place)
      }
    }
  }

  /// What the playbook's own checks say no to, once everything else has taken its place.
  mutating func check(_ session: MeetingSession) {
    let scope = session.scope()
    for place in session.agenda().places {
      guard let question = place.question, let check = question.check,
        let answer = session.state.answers[place.address]?.value, answer != .null,
        session.state.settled.contains(place.address), !again.contains(place.address),
        scope.condition(check, place.bindings) == false
      else { continue }
      let why = question.complaint.map { scope.render($0, place.bindings).onOneLine }
      let words = AnswerKinds.show(answer, of: question, context)
      ask(place.address, words, .check(why ?? check.source))
    }
  }

  private mutating func ask(_ address: Address, _ words: String, _ why: PlaybookUpgrade.Why) {
    again.append(address)
    changes.append(.askedAgain(address, words: words, why: why))
  }

  // MARK: Single answers

  private mutating func read(
    _ answer: JSONValue, _ former: Question, _ question: Question, _ place: Place
  ) {
    var context = context
    context.choices = scope.choices(of: question, place.bindings)
    let words = AnswerKinds.show(answer, of: former, context)
    switch Self.fate(of: answer, words, former, question, context) {
    case .stays: break
    case .becomes(let value):
      converted[place.address] = value
      let now = AnswerKinds.show(value, of: question, context)
      if now != words || former.kind != question.kind {
        changes.append(.converted(place.address, from: words, to: now))
      }
    case .lost(let why):
      // The words are kept as they would be typed: they are what is offered.
      if former.kind != question.kind { converted[place.address] = .string(words) }
      ask(place.address, words, why)
    }
  }

  private enum Fate {
    case stays
    case becomes(JSONValue)
    case lost(PlaybookUpgrade.Why)
  }

  /// Whether the same words, typed again, are the same answer.
  private static func fate(
    of answer: JSONValue, _ words: String, _ former: Question, _ question: Question,
    _ context: AnswerContext
  ) -> Fate {
    let isSameKind = former.kind == question.kind
    guard let kind = AnswerKinds.kind(of: question) else {
      return .lost(.kind(from: former.kind, to: question.kind))
    }
    switch kind.read(words, question, context) {
    case .answer(let value) where value == answer && isSameKind: return .stays
    case .answer(let value):
      let back = kind.show(value, question, context)
      guard let earlier = AnswerKinds.kind(of: former),
        earlier.read(back, former, context) == .answer(answer)
      else { return .lost(.kind(from: former.kind, to: question.kind)) }
      return .becomes(value)
    case .choose(_, let options) where isSameKind && options.contains { $0.value == answer }:
      return .stays
    case .choose: return .lost(.kind(from: former.kind, to: question.kind))
    case .refused(let why):
      return .lost(
        isSameKind ? .refused(why) : .kind(from: former.kind, to: question.kind))
    }
  }

  // MARK: Lists, tables, votes

  private mutating func compare(_ former: Question, _ question: Question, _ place: Place) {
    guard session.state.settled.contains(place.address) else { return }
    let items = session.state.liveItems(in: place.address)
    if former.kind != question.kind {
      let words = items.map { scope.text(of: ItemValue(id: $0.id, list: $0.list.question)) }
      return ask(
        place.address, DisplayText.joined(words).onOneLine,
        .kind(from: former.kind, to: question.kind))
    }
    guard let column = unfitColumn(items, former, question) else { return }
    ask(place.address, items.count.counted("row"), .column(column))
  }

  /// A column that rows have no cell for yet, or one whose cells no longer fit.
  private func unfitColumn(_ rows: [Item], _ former: Question, _ question: Question) -> String? {
    guard !rows.isEmpty else { return nil }
    return question.columns.first { column in
      guard case .asked(let cell) = column.cell else { return false }
      guard case .asked(let before)? = former.columns.first(where: { $0.name == column.name })?.cell
      else { return column.condition == nil }
      return rows.contains { row in
        guard row[column.name] != .null else { return false }
        let words = AnswerKinds.show(row[column.name], of: before, context)
        if case .stays = Self.fate(of: row[column.name], words, before, cell, context) {
          return false
        }
        return true
      }
    }?.name
  }
}
