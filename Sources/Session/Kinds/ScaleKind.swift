package import PlaybookLanguage
package import Values

/// A number on a scale, 1 to 5 unless the question names its own steps.
package struct ScaleKind: AnswerKind {
  package init() {}

  package func read(_ line: String, _ question: Question, _ context: AnswerContext)
    -> AnswerReading
  {
    guard case .one(let option) = ChoiceKind.match(line, Self.options(question)) else {
      return .refused("\(line.quoted) is not on the scale. \(hint(question, context))")
    }
    return .answer(Self.stored(option))
  }

  /// A step with a number is kept as its number, one that is only a word as the word.
  static func stored(_ option: Question.Option) -> JSONValue {
    Number(option.key).map { .number($0) } ?? .string(option.key)
  }

  package func value(_ json: JSONValue, _ question: Question, _ scope: SessionScope) -> Value {
    Self.value(json, Self.options(question))
  }

  /// A number with the word for it, where the step has one; a step that is only a word as it is.
  static func value(_ json: JSONValue, _ options: [Question.Option]) -> Value {
    guard let number = json.number else { return json.string.map { .choice($0) } ?? .blank }
    guard let step = options.first(where: { stored($0) == json }), step.key != step.label else {
      return .number(number)
    }
    return .rating(number, step.label)
  }

  /// `4 strong`: the number with its word, where it has one.
  package func show(_ json: JSONValue, _ question: Question, _ context: AnswerContext) -> String {
    guard let option = Self.options(question).first(where: { Self.stored($0) == json }) else {
      return json.number?.display ?? json.string ?? ""
    }
    return option.key == option.label ? option.label : "\(option.key) \(option.label)"
  }

  package func hint(_ question: Question, _ context: AnswerContext) -> String {
    let steps = Self.options(question).enumerated().map { place, step in
      if Number(step.key) == nil { return "\(place + 1) \(step.label)" }
      return step.key == step.label ? step.key : "\(step.key) \(step.label)"
    }
    return "Type one of: " + steps.joined(separator: " · ")
  }

  package func offer(_ value: Value, _ question: Question, _ context: AnswerContext) -> JSONValue {
    switch value.plain {
    case .number(let number): .number(number)
    case .choice(let key), .text(let key):
      Self.options(question).first { $0.key == key || $0.label == key }.map(Self.stored) ?? .null
    default: .null
    }
  }

  package func completions(_ question: Question, _ context: AnswerContext) -> [String] {
    Self.options(question).map(\.label)
  }

  static func options(_ question: Question) -> [Question.Option] {
    guard question.options.isEmpty else { return question.options }
    return (1...5).map { Question.Option(key: String($0), label: String($0)) }
  }
}

/// Several rows rated on the same options: `32` is 3 for the first row and 2 for the second.
package struct MatrixKind: AnswerKind {
  package init() {}

  package func read(_ line: String, _ question: Question, _ context: AnswerContext)
    -> AnswerReading
  {
    let words = Self.words(line, question)
    guard words.count == question.rows.count else {
      return .refused(
        "\(question.rows.count.counted("rating is", "ratings are")) needed, one for each of "
          + "\(DisplayText.joined(question.rows)). \(hint(question, context))")
    }
    var cells: [JSONValue.Member] = []
    for (row, word) in zip(question.rows, words) {
      guard case .one(let option) = ChoiceKind.match(word, question.options) else {
        return .refused("\(word.quoted) does not rate \(row). \(hint(question, context))")
      }
      cells.append(.init(row, Number(option.key).map { .number($0) } ?? .string(option.key)))
    }
    return .answer(.object(cells))
  }

  /// `32`, `3 2`, `3,2`, `high medium`, `very high, low`.
  private static func words(_ line: String, _ question: Question) -> [String] {
    // Between commas an option may have several words: very high, low.
    let marks: [Character] = line.contains(",") ? [","] : [" ", "/"]
    let words = line.split { marks.contains($0) }.map { String($0).trimmed }
    guard words.count == 1, words[0].count == question.rows.count,
      words[0].allSatisfy(\.isNumber)
    else { return words }
    return words[0].map(String.init)
  }

  package func value(_ json: JSONValue, _ question: Question, _ scope: SessionScope) -> Value {
    .record(
      (json.object ?? []).map {
        Value.Field($0.name, ScaleKind.value($0.value, question.options))
      })
  }

  package func show(_ json: JSONValue, _ question: Question, _ context: AnswerContext) -> String {
    (json.object ?? []).map { $0.value.number?.display ?? $0.value.string ?? "" }
      .joined(separator: " ")
  }

  /// For a page: `likelihood 3 high, impact 2 medium`.
  package static func words(_ json: JSONValue, _ question: Question) -> String {
    (json.object ?? []).map { cell in
      let option = question.options.first { ScaleKind.stored($0) == cell.value }
      let rating = option.map { $0.key == $0.label ? $0.label : "\($0.key) \($0.label)" }
      return "\(cell.name) \(rating ?? cell.value.number?.display ?? cell.value.string ?? "–")"
    }.joined(separator: ", ")
  }

  package func hint(_ question: Question, _ context: AnswerContext) -> String {
    let options = question.options.map { $0.key == $0.label ? $0.key : "\($0.key) \($0.label)" }
    let example = question.rows.map { _ in question.options.last?.key ?? "3" }
    return "For \(DisplayText.joined(question.rows)): \(options.joined(separator: " · ")). "
      + "Such as \(example.joined(separator: example.allSatisfy { $0.count == 1 } ? "" : " "))."
  }

  /// The ratings of an earlier session, where all rows have one.
  package func offer(_ value: Value, _ question: Question, _ context: AnswerContext) -> JSONValue {
    guard case .record(let fields) = value else { return .null }
    let cells = question.rows.compactMap { row -> JSONValue.Member? in
      switch fields.first(where: { $0.name == row })?.value.plain {
      case .number(let number): .init(row, .number(number))
      case .choice(let key): .init(row, .string(key))
      default: nil
      }
    }
    return cells.count == question.rows.count ? .object(cells) : .null
  }
}
