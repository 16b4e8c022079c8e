package import PlaybookLanguage
package import Values

/// Words as they were said: one line (`text`) or several (`note`).
package struct TextKind: AnswerKind {
  package init() {}

  package func read(_ line: String, _ question: Question, _ context: AnswerContext)
    -> AnswerReading
  {
    .answer(.string(line))
  }

  package func value(_ json: JSONValue, _ question: Question, _ scope: SessionScope) -> Value {
    json.string.map { .text($0) } ?? .blank
  }

  package func show(_ json: JSONValue, _ question: Question, _ context: AnswerContext) -> String {
    json.string ?? ""
  }

  package func hint(_ question: Question, _ context: AnswerContext) -> String {
    question.kind == .note
      ? "Any words, also several lines: Alt-Enter starts a new one."
      : "Any words, on one line."
  }

  package func offer(_ value: Value, _ question: Question, _ context: AnswerContext) -> JSONValue {
    switch value {
    case .blank: .null
    case .text(let text), .choice(let text): .string(text)
    default: .null
    }
  }
}
