package import PlaybookLanguage
package import Values

/// One of the answers that the question offers: its number, its beginning, or the word.
package struct ChoiceKind: AnswerKind {
  package init() {}

  package func read(_ line: String, _ question: Question, _ context: AnswerContext)
    -> AnswerReading
  {
    let options = Self.options(question, context)
    switch Self.match(line, options) {
    case .one(let option): return .answer(.string(option.key))
    case .several(let options):
      return .choose(
        question: "\(line.quoted) begins several. Which?",
        options: options.map { .init($0.label, .string($0.key)) })
    case .near(let option):
      return .choose(
        question: "There is no \(line.quoted). Did you mean “\(option.label)”?",
        options: [.init(option.label, .string(option.key))])
    case .none:
      return .refused("\(line.quoted) is not among them. \(hint(question, context))")
    }
  }

  package func value(_ json: JSONValue, _ question: Question, _ scope: SessionScope) -> Value {
    guard let key = json.string else { return .blank }
    if question.of != nil {
      // A list and the people may use the same letter; the list's own values say which is meant.
      let bindings = scope.bindings(around: question, at: [])
      if let value = scope.listed(question, bindings).first(where: { scope.key(of: $0) == key }) {
        return value
      }
      if let item = scope.item(key) { return .item(item) }
      if let person = scope.facts.person(key) { return .person(scope.value(of: person)) }
    }
    return Self.value(of: key, among: question.options)
  }

  package func show(_ json: JSONValue, _ question: Question, _ context: AnswerContext) -> String {
    guard let key = json.string else { return "" }
    return Self.options(question, context).first { $0.key == key }?.label ?? key
  }

  package func hint(_ question: Question, _ context: AnswerContext) -> String {
    let options = Self.options(question, context)
    return "Type one of: "
      + options.enumerated().map { place, option in
        Self.isNumbered(options) ? "\(option.key) \(option.label)" : "\(place + 1) \(option.label)"
      }.joined(separator: " · ")
  }

  package func completions(_ question: Question, _ context: AnswerContext) -> [String] {
    Self.options(question, context).map(\.label)
  }

  package func offer(_ value: Value, _ question: Question, _ context: AnswerContext) -> JSONValue {
    switch value {
    case .choice(let key), .text(let key):
      Self.options(question, context).first { $0.key == key || $0.label == key }
        .map { .string($0.key) } ?? .null
    case .item(let item): .string(item.id)
    case .person(let person): .string(person.id)
    case .number(let number), .rating(let number, _): .string(number.description)
    default: .null
    }
  }
}

extension ChoiceKind {
  enum Match: Equatable {
    case one(Question.Option)
    case several([Question.Option])
    case near(Question.Option)
    case none
  }

  package static func options(_ question: Question, _ context: AnswerContext) -> [Question.Option] {
    context.choices.isEmpty ? question.options : context.choices
  }

  static func isNumbered(_ options: [Question.Option]) -> Bool {
    !options.isEmpty && options.allSatisfy { Number($0.key) != nil && $0.key != $0.label }
  }

  /// A numbered option (`{1: low}`) counts as its number in expressions, and keeps its word.
  static func value(of key: String, among options: [Question.Option]) -> Value {
    guard isNumbered(options), let number = Number(key),
      let option = options.first(where: { $0.key == key })
    else { return .choice(key) }
    return .rating(number, option.label)
  }

  static func match(_ line: String, _ options: [Question.Option]) -> Match {
    let typed = TextFolding.fold(line.trimmed)
    guard !typed.isEmpty else { return .none }
    if let exact = options.first(where: {
      TextFolding.fold($0.key) == typed || TextFolding.fold($0.label) == typed
    }) {
      return .one(exact)
    }
    if !isNumbered(options), let place = Int(typed), options.indices.contains(place - 1) {
      return .one(options[place - 1])
    }
    let begun = options.filter { TextFolding.fold($0.label).hasPrefix(typed) }
    if begun.count == 1 { return .one(begun[0]) }
    if begun.count > 1 { return .several(begun) }
    if let place = FittingWords.only(typed, among: options.map(\.label)) {
      return .one(options[place])
    }
    let near = NearestWord.find(typed, in: options.map { TextFolding.fold($0.label) })
    guard let near, let option = options.first(where: { TextFolding.fold($0.label) == near })
    else { return .none }
    return .near(option)
  }
}

/// Several of the answers that the question offers, with commas between them.
package struct ChoicesKind: AnswerKind {
  package init() {}

  package func read(_ line: String, _ question: Question, _ context: AnswerContext)
    -> AnswerReading
  {
    var chosen: [JSONValue] = []
    for word in Self.words(line, ChoiceKind.options(question, context)) {
      guard case .answer(let key) = ChoiceKind().read(word, question, context) else {
        return .refused("\(word.quoted) is not among them. \(hint(question, context))")
      }
      if !chosen.contains(key) { chosen.append(key) }
    }
    if chosen.isEmpty { return .refused(hint(question, context)) }
    let refusal = AnswerLimits(question).refusal(ofCount: chosen.count)
    return refusal.map { .refused($0) } ?? .answer(.array(chosen))
  }

  /// Words by commas, and by `and` or `&` where those with it are no option.
  private static func words(_ line: String, _ options: [Question.Option]) -> [String] {
    line.split { ",;".contains($0) }.map { String($0).trimmed }.flatMap { piece -> [String] in
      guard ChoiceKind.match(piece, options) == .none else { return [piece] }
      return piece.split(separator: " ").split { ["and", "&", "+"].contains($0.lowercased()) }
        .map { $0.joined(separator: " ") }
    }.filter { !$0.isEmpty }
  }

  package func value(_ json: JSONValue, _ question: Question, _ scope: SessionScope) -> Value {
    .list((json.array ?? []).map { ChoiceKind().value($0, question, scope) })
  }

  package func show(_ json: JSONValue, _ question: Question, _ context: AnswerContext) -> String {
    (json.array ?? []).map { ChoiceKind().show($0, question, context) }.joined(separator: ", ")
  }

  package func hint(_ question: Question, _ context: AnswerContext) -> String {
    ChoiceKind().hint(question, context) + ", several with commas between them."
  }

  package func completions(_ question: Question, _ context: AnswerContext) -> [String] {
    ChoiceKind().completions(question, context)
  }

  package func offer(_ value: Value, _ question: Question, _ context: AnswerContext) -> JSONValue {
    guard case .list(let values) = value else { return .null }
    return .array(values.map { ChoiceKind().offer($0, question, context) })
  }
}

/// Yes or no.
package struct YesNoKind: AnswerKind {
  package init() {}

  package func read(_ line: String, _ question: Question, _ context: AnswerContext)
    -> AnswerReading
  {
    SpokenYes.read(line).map { .answer(.bool($0)) }
      ?? .refused("\(line.quoted) is neither. \(hint(question, context))")
  }

  package func value(_ json: JSONValue, _ question: Question, _ scope: SessionScope) -> Value {
    json.bool.map { .yesno($0) } ?? .blank
  }

  package func show(_ json: JSONValue, _ question: Question, _ context: AnswerContext) -> String {
    json.bool.map { $0 ? "yes" : "no" } ?? ""
  }

  package func hint(_ question: Question, _ context: AnswerContext) -> String {
    "Type y or n."
  }

  package func completions(_ question: Question, _ context: AnswerContext) -> [String] {
    ["yes", "no"]
  }

  package func offer(_ value: Value, _ question: Question, _ context: AnswerContext) -> JSONValue {
    if case .yesno(let holds) = value { .bool(holds) } else { .null }
  }
}
