package import PlaybookLanguage
package import Values

/// Somebody in the room, by name; a name from outside is kept as words when the room says so.
package struct PersonKind: AnswerKind {
  package init() {}

  package func read(_ line: String, _ question: Question, _ context: AnswerContext)
    -> AnswerReading
  {
    let name = line.trimmed
    let names = context.names
    if names.match(name) == .none || names.match(name).isNear {
      if let several = several(name, context) { return several }
      guard !OpenWord.saysNothing(name) else {
        return .refused("\(name.quoted) is nobody yet. \(hint(question, context))")
      }
    }
    let outside = AnswerReading.Alternative(
      "\(name), who is not here", .string(name), takesEnter: false, keepsWords: true)
    switch names.match(name) {
    case .one(let id): return .answer(.string(id))
    case .several(let ids):
      return .choose(
        question: "Which \(name)?",
        options: ids.map { .init(context.name(of: $0), .string($0)) })
    case .near(let id):
      return .choose(
        question: "Nobody here is \(name.quoted). Did you mean \(context.name(of: id))?",
        options: [.init(context.name(of: id), .string(id)), outside])
    case .none:
      return .choose(
        question: "Nobody here is \(name.quoted). Keep the name all the same?", options: [outside])
    }
  }

  /// Two names are never one person: which of them it is, is asked.
  private func several(_ line: String, _ context: AnswerContext) -> AnswerReading? {
    let pieces = NamesTogether.apart(line)
    guard pieces.count > 1 else { return nil }
    let ids = pieces.flatMap { piece -> [String] in
      switch context.names.match(piece) {
      case .one(let id), .near(let id): [id]
      case .several(let ids): ids
      case .none: [piece]
      }
    }
    guard
      ids.contains(where: { id in context.people.contains { $0.id == id } })
        || !line.contains(",")
    else { return nil }
    var options: [AnswerReading.Alternative] = []
    for id in ids where !options.contains(where: { $0.value == .string(id) }) {
      options.append(.init(context.name(of: id), .string(id), takesEnter: false))
    }
    guard options.count > 1 else { return options.first.map { .answer($0.value) } }
    let count = pieces.count == 2 ? "two names" : "\(pieces.count) names"
    return .choose(question: "\(line.quoted) is \(count), and one is asked for.", options: options)
  }

  package func value(_ json: JSONValue, _ question: Question, _ scope: SessionScope) -> Value {
    json.string.map { .person(PersonValue(id: $0, name: scope.facts.name(of: $0))) } ?? .blank
  }

  package func show(_ json: JSONValue, _ question: Question, _ context: AnswerContext) -> String {
    json.string.map(context.name) ?? ""
  }

  package func hint(_ question: Question, _ context: AnswerContext) -> String {
    "Type a name: \(DisplayText.joined(context.people.map(\.name), by: "or"))."
  }

  package func completions(_ question: Question, _ context: AnswerContext) -> [String] {
    context.people.map(\.name)
  }

  package func offer(_ value: Value, _ question: Question, _ context: AnswerContext) -> JSONValue {
    if case .person(let person) = value { .string(person.id) } else { .null }
  }
}

/// Several people of the room.
package struct PeopleKind: AnswerKind {
  package init() {}

  package func read(_ line: String, _ question: Question, _ context: AnswerContext)
    -> AnswerReading
  {
    var people: [JSONValue] = []
    for name in Self.names(line, context) {
      switch PersonKind().read(name, question, context) {
      case .answer(let id): if !people.contains(id) { people.append(id) }
      case .choose(let question, let options):
        let names = options.map(\.label)
        return .refused("\(question) \(DisplayText.joined(names, by: "or"))? Type it in full.")
      case .refused(let why): return .refused(why)
      }
    }
    if people.isEmpty { return .refused(hint(question, context)) }
    let refusal = AnswerLimits(question).refusal(ofCount: people.count)
    return refusal.map { .refused($0) } ?? .answer(.array(people))
  }

  package func value(_ json: JSONValue, _ question: Question, _ scope: SessionScope) -> Value {
    .list((json.array ?? []).map { PersonKind().value($0, question, scope) })
  }

  package func show(_ json: JSONValue, _ question: Question, _ context: AnswerContext) -> String {
    (json.array ?? []).map { PersonKind().show($0, question, context) }.joined(separator: ", ")
  }

  /// Names by commas, and by `and` where the words with it are nobody's name.
  private static func names(_ line: String, _ context: AnswerContext) -> [String] {
    line.split { ",;".contains($0) }.map { String($0).trimmed }.filter { !$0.isEmpty }
      .flatMap { context.names.match($0) == .none ? NamesTogether.apart($0) : [$0] }
  }

  package func hint(_ question: Question, _ context: AnswerContext) -> String {
    "Type names with commas between them."
  }

  package func completions(_ question: Question, _ context: AnswerContext) -> [String] {
    context.people.map(\.name)
  }

  package func offer(_ value: Value, _ question: Question, _ context: AnswerContext) -> JSONValue {
    guard case .list(let values) = value else { return .null }
    return .array(values.map { PersonKind().offer($0, question, context) })
  }
}
