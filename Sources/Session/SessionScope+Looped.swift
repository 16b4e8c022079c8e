import PlaybookLanguage
import Values

// What was asked or worked out in loops, read for the items that it hangs on.
extension SessionScope {
  /// The value of a looped name at these items, one for each loop that decides which is meant.
  func value(of name: String, for items: [Value]) -> Value {
    if let entry = index.questions[name] {
      return hung(name, entry, on: items) { self.answer(entry.content, items: $0.keys) }
    }
    if let entry = index.computed[name] {
      return hung(name, entry, on: items) { self.evaluate(entry.content, $0) }
    }
    if let entry = index.repeats[name] {
      return hung(name, entry, on: items) { self.turns(of: entry, $0) }
    }
    return .blank
  }

  private func hung<Content>(
    _ name: String, _ entry: PlaybookIndex.Entry<Content>, on items: [Value],
    _ work: (Bindings) -> Value
  ) -> Value {
    guard let keys = keys(of: name, entry.variables, items) else { return .blank }
    let given = Dictionary(
      items.map { (standingKey(of: $0) ?? "", $0) }, uniquingKeysWith: { _, inner in inner })
    let bindings = zip(entry.variables, keys).map { variable, key in
      Binding(
        variable: variable, value: given[key] ?? value(ofKey: key), key: key,
        turnOf: Self.turns(of: variable, in: entry.frames))
    }
    guard isVisible(entry.frames, bindings) else { return .blank }
    return work(bindings)
  }

  private static func turns(of variable: String, in frames: [PlaybookIndex.Frame]) -> String? {
    frames.lazy.compactMap { frame -> String? in
      guard case .turns(let loop) = frame, loop.variable == variable else { return nil }
      return loop.list
    }.first
  }

  /// One key for each loop: those of the items, and of the loops that an item's list stands in.
  private func keys(of name: String, _ variables: [String], _ items: [Value]) -> [String]? {
    var known: [String] = []
    var missing = variables.count - items.count
    guard missing >= 0, !items.isEmpty else { return nil }
    for item in items.reversed() {
      guard let key = standingKey(of: item) else { return nil }
      known.insert(key, at: 0)
      guard case .item(let item) = item else { continue }
      let told = item.chain.suffix(missing)
      known.insert(contentsOf: told, at: 0)
      missing -= told.count
    }
    if missing == 0 { return known }
    return items.count == 1 ? onlyPlace(of: name, endingAt: known) : nil
  }

  /// What stands in an address for an item: of one that was merged, what it was merged into.
  private func standingKey(of value: Value) -> String? {
    guard case .item(let item) = value else { return Self.addressKey(value) }
    return facts.survivor(of: item.id)?.id ?? item.id
  }

  /// The loop items of an answer, where the item alone does not tell and there is one such answer.
  private func onlyPlace(of question: String, endingAt keys: [String]) -> [String]? {
    let places = facts.addresses(of: question, endingAt: keys[keys.count - 1]).filter {
      $0.items.suffix(keys.count) == keys[...]
    }
    return Set(places.map(\.items)).count == 1 ? places[0].items : nil
  }
}
