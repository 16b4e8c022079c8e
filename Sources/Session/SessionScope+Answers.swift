package import PlaybookLanguage
import Values

// What each question's answer reads as in an expression.
extension SessionScope {
  func answer(_ question: Question, items: [String]) -> Value {
    let address = Address(question.id, items: items)
    switch question.kind {
    case .list, .table, .schedule: return .list(list(address))
    case .raci: return .list(dutyRows(question, address))
    case .rank: return .list(ranking(question, at: address))
    case .review: return .list(listed(question, bindings(around: question, at: items)))
    case .group: return .list(themes(of: question, at: address))
    case .vote: return .record(VoteTally(facts, address).fields(self))
    case .fist: return FistTally(facts, address).value
    case .readback: return .blank
    case .signoff: return .blank
    default:
      guard let answer = facts.standing(at: address) else { return .blank }
      return AnswerKinds.value(answer.value, of: question, in: self)
    }
  }

  private func list(_ address: Address) -> [Value] {
    facts.standingIDs(in: address).map {
      .item(ItemValue(id: $0, list: address.question, chain: address.items))
    }
  }

  /// Rows in the order of the tasks; a row whose task is gone is gone with it.
  private func dutyRows(_ question: Question, _ address: Address) -> [Value] {
    duties(question, at: address).rows.compactMap(\.item).map {
      .item(ItemValue(id: $0, list: address.question, chain: address.items))
    }
  }

  /// Themes in order of making, then what stayed loose: a story of its own.
  private func themes(of question: Question, at address: Address) -> [Value] {
    let made = list(address)
    guard let source = question.of, case .list(let all) = evaluate(source, []) else { return made }
    let loose = all.compactMap { value -> Value? in
      guard case .item(let item) = value, facts.isLoose(item.id) else { return nil }
      return .item(ItemValue(id: item.id, list: address.question, chain: address.items))
    }
    return made + loose
  }

  /// Votes, voters and rank of an item, from the latest vote over its list that has ballots.
  func tally(of item: ItemValue) -> VoteTally.Row? {
    if let known = tallies[item.list] { return known?.row(for: item.id) }
    let tally = latestVote(over: item.list)
    tallies[item.list] = .some(tally)
    return tally?.row(for: item.id)
  }

  private func latestVote(over list: String) -> VoteTally? {
    let votes = index.order.reversed().compactMap { index.questions[$0]?.content }.filter {
      $0.kind == .vote && $0.loops.isEmpty && $0.of.flatMap { index.root(of: $0) } == list
    }
    return votes.lazy.map { VoteTally(self.facts, Address($0.id)) }.first(where: \.hasBallots)
  }
}

// MARK: - Turns of a `repeat`

extension SessionScope {
  /// The finished turns of a loop; inside one of its turns, those before it.
  func turns(of entry: PlaybookIndex.Entry<Step.RepeatLoop>, _ bindings: Bindings) -> Value {
    guard let own = bindings.fitting(entry.frames) else { return .list([]) }
    let list = entry.content.list
    let inside = bindings.last { $0.turnOf == list }
    let finished =
      inside.flatMap { ordinal(of: $0.key) }.map { $0 - 1 } ?? finishedTurns(entry, own)
    return .list((0..<max(0, finished)).map { .item(turn($0 + 1, of: list, own)) })
  }

  func turn(_ number: Int, of list: String, _ bindings: Bindings) -> ItemValue {
    ItemValue(
      id: (index.prefixes[list] ?? "x") + String(number), list: list, chain: bindings.keys)
  }

  private func ordinal(of key: String) -> Int? { Int(key.drop { !$0.isNumber }) }

  private func finishedTurns(
    _ entry: PlaybookIndex.Entry<Step.RepeatLoop>, _ bindings: Bindings
  ) -> Int {
    let key = entry.content.list + "@" + bindings.cacheKey
    if let known = turnCounts[key] { return known }
    guard underway.insert("turns " + key).inserted else { return 0 }
    defer { underway.remove("turns " + key) }
    let count = AgendaWalk.finishedTurns(of: entry.content, bindings, self)
    turnCounts[key] = count
    return count
  }
}

// MARK: - Whole lists

extension SessionScope {
  /// Every live item of a list question, over all the loops that it stands in; empty themes left out.
  package func items(ofList id: Question.ID) -> [ItemValue] {
    guard let question = index.questions[id]?.content else { return [] }
    if question.kind == .group, case .list(let values) = value(of: id, []) {
      return values.compactMap { value in
        guard case .item(let item) = value, !facts.isEmptyTheme(item.id) else { return nil }
        return item
      }
    }
    return facts.looseItems(ofLists: id).map {
      ItemValue(id: $0.id, list: id, chain: facts.standing($0.list).items)
    }
  }
}
