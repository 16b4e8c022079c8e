package import PlaybookLanguage
import Values

// What a question `of` a list offers, and how it was put in order.
extension SessionScope {
  /// The loops around a question, standing at these items.
  func bindings(around question: Question, at items: [String]) -> Bindings {
    zip(question.loops, items).map { variable, key in
      Binding(variable: variable, value: value(ofKey: key), key: key)
    }
  }

  func value(ofKey key: String) -> Value {
    if let item = item(key) { return .item(item) }
    return facts.person(key).map { .person(value(of: $0)) } ?? .text(key)
  }

  /// By what an answer keeps a value: an item's or a person's id, else its words.
  func key(of value: Value) -> String {
    switch value {
    case .item(let item): item.id
    case .person(let person): person.id
    case .choice(let key), .text(let key): key
    case .number(let number), .rating(let number, _): number.description
    default: words(of: value)
    }
  }

  /// The options that a question's list gives; none where it has no list.
  ///
  /// A theme with nothing in it is nothing to choose.
  package func choices(of question: Question, _ bindings: Bindings) -> [Question.Option] {
    listed(question, bindings).map { Question.Option(key: key(of: $0), label: words(of: $0)) }
  }

  func listed(_ question: Question, _ bindings: Bindings) -> [Value] {
    guard let source = question.of, case .list(let values) = evaluate(source, bindings) else {
      return []
    }
    return values.filter { value in
      guard case .item(let item) = value, let found = facts.item(item.id), facts.isTheme(found)
      else { return true }
      return !facts.isEmptyTheme(item.id)
    }
  }

  /// The recorded order, what was not named after it in its own order; empty while nobody has
  /// answered.
  package func ranking(_ question: Question, at address: Address) -> [Value] {
    guard let recorded = facts.answer(at: address)?.value.array else { return [] }
    let bindings = bindings(around: question, at: address.items)
    var rest =
      question.of == nil
      ? question.options.map { ChoiceKind.value(of: $0.key, among: question.options) }
      : listed(question, bindings)
    var order: [Value] = []
    for key in recorded.compactMap(\.string) {
      guard let place = rest.firstIndex(where: { stands($0, for: key) }) else { continue }
      order.append(rest.remove(at: place))
    }
    return order + rest
  }

  /// An order follows an entry into what it was merged with, and into its theme.
  private func stands(_ value: Value, for key: String) -> Bool {
    let own = self.key(of: value)
    guard own != key, let survivor = facts.survivor(of: key) else { return own == key }
    return own == survivor.id || own == survivor.group
  }

  /// The place of an item by the latest vote or order over its list that has an answer.
  func rank(of item: ItemValue) -> Value {
    let questions = index.order.reversed().compactMap { index.questions[$0]?.content }.filter {
      [.vote, .rank].contains($0.kind) && $0.loops.isEmpty
    }
    for question in questions where question.of.flatMap({ index.root(of: $0) }) == item.list {
      let address = Address(question.id)
      if question.kind == .vote {
        let tally = VoteTally(facts, address)
        if tally.hasBallots { return tally.row(for: item.id).value("rank") }
      } else if let order = knownRanking(question, address), !order.isEmpty {
        return order.firstIndex(of: .item(item)).map { .number(Number($0 + 1)) } ?? .blank
      }
    }
    return .blank
  }

  /// Nil while the order itself is being worked out: its list may ask for ranks.
  private func knownRanking(_ question: Question, _ address: Address) -> [Value]? {
    if let known = rankings[address] { return known }
    guard underway.insert("rank " + question.id).inserted else { return nil }
    defer { underway.remove("rank " + question.id) }
    let order = ranking(question, at: address)
    rankings[address] = order
    return order
  }
}
