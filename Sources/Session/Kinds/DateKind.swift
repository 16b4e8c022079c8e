package import PlaybookLanguage
package import Values

/// A day, in everyday words; what could be two days is asked, never guessed.
package struct DateKind: AnswerKind {
  package init() {}

  package func read(_ line: String, _ question: Question, _ context: AnswerContext)
    -> AnswerReading
  {
    switch DatePhrase.read(line, today: context.today) {
    case .date(let date):
      yearBefore(date, line, context) ?? .answer(.string(date.iso))
    case .ambiguous(let dates):
      .choose(
        question: "\(line.quoted) could be two days. Which?",
        options: dates.map { .init($0.display, .string($0.iso)) })
    case .none:
      instead(line, context)
        ?? .refused("\(line.quoted) is not a day that I know. \(hint(question, context))")
    }
  }

  /// Asks which year was meant where the last such day is much nearer than the next.
  private func yearBefore(_ date: CalendarDate, _ line: String, _ context: AnswerContext)
    -> AnswerReading?
  {
    let earlier = DatePhrase.nearerYearBefore(date, today: context.today) {
      DatePhrase.read(line, today: $0)
    }
    return earlier.map { earlier in
      .choose(
        question: "\(line.quoted): which?",
        options: [earlier, date].map { .init($0.display, .string($0.iso)) })
    }
  }

  /// A day that no calendar has is asked about.
  private func instead(_ line: String, _ context: AnswerContext) -> AnswerReading? {
    DatePhrase.impossible(in: line, today: context.today).map { day in
      .choose(
        question: "There is no \(day.words). \(day.instead.display)?",
        options: [.init(day.instead.display, .string(day.instead.iso))])
    }
  }

  package func value(_ json: JSONValue, _ question: Question, _ scope: SessionScope) -> Value {
    json.string.flatMap { CalendarDate(iso: $0) }.map { .date($0) } ?? .blank
  }

  package func show(_ json: JSONValue, _ question: Question, _ context: AnswerContext) -> String {
    json.string.flatMap { CalendarDate(iso: $0) }?.display ?? ""
  }

  package func hint(_ question: Question, _ context: AnswerContext) -> String {
    "Type a day: 3 Dec, fri, in 2 weeks, eom, 2026-12-03."
  }

  package func completions(_ question: Question, _ context: AnswerContext) -> [String] {
    ["today", "tomorrow", "next week", "in 2 weeks", "end of month", "end of quarter"]
  }

  package func offer(_ value: Value, _ question: Question, _ context: AnswerContext) -> JSONValue {
    if case .date(let date) = value { .string(date.iso) } else { .null }
  }
}

/// A length of time: `2 weeks`, `45 min`.
package struct DurationKind: AnswerKind {
  package init() {}

  package func read(_ line: String, _ question: Question, _ context: AnswerContext)
    -> AnswerReading
  {
    if let span = TimeSpan(typed: line) { return .answer(.number(Number(span.seconds))) }
    guard let near = TimeSpan.nearest(toMonths: line) else {
      if DatePhrase.read(line, today: context.today) != .none {
        return .refused(
          "\(line.quoted) is a day, and here it is how long. \(hint(question, context))")
      }
      return .refused("\(line.quoted) is not a length of time. \(hint(question, context))")
    }
    return .choose(
      question: "Months differ in length: \(near.display)?",
      options: [.init(near.display, .number(Number(near.seconds)))])
  }

  package func value(_ json: JSONValue, _ question: Question, _ scope: SessionScope) -> Value {
    json.int.map { .span(TimeSpan(seconds: $0)) } ?? .blank
  }

  package func show(_ json: JSONValue, _ question: Question, _ context: AnswerContext) -> String {
    json.int.map { TimeSpan(seconds: $0).display } ?? ""
  }

  package func hint(_ question: Question, _ context: AnswerContext) -> String {
    "Type a length of time: 2 weeks, 3 days, 1h30, 45 min."
  }

  package func offer(_ value: Value, _ question: Question, _ context: AnswerContext) -> JSONValue {
    if case .span(let span) = value { .number(Number(span.seconds)) } else { .null }
  }
}
