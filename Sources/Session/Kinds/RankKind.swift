package import PlaybookLanguage
package import Values

/// Entries put in order, best first: `3 1 2`, or names with commas; the rest keeps its order.
package struct RankKind: AnswerKind {
  package init() {}

  package func read(_ line: String, _ question: Question, _ context: AnswerContext)
    -> AnswerReading
  {
    let options = ChoiceKind.options(question, context)
    guard !options.isEmpty else { return .refused("There is nothing to put in order.") }
    var order: [String] = []
    for word in Self.words(line, options) {
      switch ChoiceKind.match(word, options) {
      case .one(let option):
        guard !order.contains(option.key) else {
          return .refused("“\(option.label)” stands there twice. \(hint(question, context))")
        }
        order.append(option.key)
      case .several(let found):
        let labels = DisplayText.joined(found.map(\.label), by: "or")
        return .refused("\(word.quoted) could be \(labels): type its number.")
      case .near(let option):
        return .refused("There is no \(word.quoted). Did you mean “\(option.label)”?")
      case .none:
        return .refused("There is no \(word.quoted) here. \(hint(question, context))")
      }
    }
    return order.isEmpty
      ? .refused(hint(question, context)) : .answer(.array(order.map { .string($0) }))
  }

  /// Numbers and ids stand apart by spaces, names by commas.
  private static func words(_ line: String, _ options: [Question.Option]) -> [String] {
    let words = line.split { " ,>;".contains($0) }.map { String($0).trimmed }.filter { !$0.isEmpty }
    let areShort = words.allSatisfy { word in
      Int(word) != nil || options.contains { $0.key.lowercased() == word.lowercased() }
    }
    if areShort { return words }
    return line.split { ",>;".contains($0) }.map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  package func value(_ json: JSONValue, _ question: Question, _ scope: SessionScope) -> Value {
    .list((json.array ?? []).map { ChoiceKind().value($0, question, scope) })
  }

  /// As it was typed: places in the list as it stands now.
  package func show(_ json: JSONValue, _ question: Question, _ context: AnswerContext) -> String {
    let keys = ChoiceKind.options(question, context).map(\.key)
    return (json.array ?? []).compactMap(\.string).compactMap { key in
      keys.isEmpty ? key : keys.firstIndex(of: key).map { String($0 + 1) }
    }.joined(separator: " ")
  }

  package func hint(_ question: Question, _ context: AnswerContext) -> String {
    let count = ChoiceKind.options(question, context).count
    return "Type numbers from 1 to \(count), best first: 3 1 2. The rest keeps its order."
  }

  package func offer(_ value: Value, _ question: Question, _ context: AnswerContext) -> JSONValue {
    guard case .list(let values) = value, !values.isEmpty else { return .null }
    return .array(values.map { ChoiceKind().offer($0, question, context) })
  }
}
