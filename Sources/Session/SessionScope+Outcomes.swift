package import PlaybookLanguage
import Values

/// What a playbook's rule, or something noted on the way, comes to: before anybody has read it.
package struct OutcomeEntry: Sendable, Equatable {
  package let id: String
  package let kind: OutcomeRule.Kind
  package let text: String
  /// Fields of the outcome table that have a value.
  package let fields: [Value.Field]
  /// The item that it stands for, where there is one.
  package let item: String?
  /// The items of the loops around its rule.
  package let keys: [String]
  /// The earlier item that it changes: then it is none of its own.
  package let updates: OpenItem?
}

// Outcomes as the playbook's rules make them, readable as `outcomes.actions` and so on.
extension SessionScope {
  /// All outcomes in the playbook's order, then those captured on the way.
  package func allOutcomes() -> [OutcomeEntry] {
    if let known = outcomeEntries { return known }
    let entries = ruled() + captured()
    outcomeEntries = entries
    return entries
  }

  private func ruled() -> [OutcomeEntry] {
    index.playbook.outcomes.flatMap { rule in
      expand(rule.each, []).compactMap { bindings -> OutcomeEntry? in
        if let condition = rule.condition, self.condition(condition, bindings) != true {
          return nil
        }
        return entry(rule, bindings)
      }
    }
  }

  private func entry(_ rule: OutcomeRule, _ bindings: Bindings) -> OutcomeEntry? {
    let text = render(rule.text, bindings)
    guard text != "—", !text.isEmpty else { return nil }
    let id = bindings.last?.key ?? rule.id ?? rule.kind.rawValue
    var fields = rule.fields.map {
      Value.Field($0.name, Self.field($0.name, evaluate($0.value, bindings)))
    }
    // How an action is seen to be done is asked at the read-back, whatever its table's columns.
    if rule.kind == .action,
      !fields.contains(where: { $0.name == "done_when" && $0.value != .blank }),
      let words = facts.item(id)?["done_when"].string
    {
      fields.append(Value.Field("done_when", .text(words)))
    }
    return OutcomeEntry(
      id: id, kind: rule.kind, text: text,
      fields: fields.filter { $0.value != .blank && $0.name != "updates" },
      item: facts.item(id) == nil ? nil : id, keys: bindings.map(\.key), updates: target(fields))
  }

  private func target(_ fields: [Value.Field]) -> OpenItem? {
    guard case .item(let item)? = fields.first(where: { $0.name == "updates" })?.value else {
      return nil
    }
    return openItem(item)
  }

  /// A person's name may stand where an expression gave words: `'everyone'`.
  private static func field(_ name: String, _ value: Value) -> Value {
    guard name == "owner", case .text(let words) = value, !words.isEmpty else { return value }
    return .person(PersonValue(id: words, name: words))
  }

  private func captured() -> [OutcomeEntry] {
    let lists: [(Address.Room, OutcomeRule.Kind)] = [
      (.agreements, .agreement), (.decisions, .decision), (.actions, .action), (.risks, .risk),
    ]
    return lists.flatMap { list, kind in
      facts.liveItems(in: list.address).map { item in
        let value = ItemValue(id: item.id, list: item.list.question)
        let fields = RoomColumn.allCases.map {
          Value.Field($0.rawValue, member($0.rawValue, of: value))
        }
        return OutcomeEntry(
          id: item.id, kind: kind, text: item.text, fields: fields.filter { $0.value != .blank },
          item: item.id, keys: [], updates: nil)
      }
    }
  }
}

// MARK: - In expressions

extension SessionScope {
  /// `outcomes.actions` and the like; nil for other names.
  ///
  /// Worked out apart from what is being read here, and empty while it is being worked out, so that
  /// a rule may read a question that is asked only where there are outcomes.
  func outcomeList(_ name: String) -> Value? {
    guard name.hasPrefix("outcomes.") else { return nil }
    guard let apart = apartScope() else { return .list([]) }
    switch name.dropFirst(9) {
    case "deferred": return .list(SetAside(apart, Agenda(apart)).entries.map { .text($0.text) })
    case "warnings": return .list(MeetingWarnings(apart, Agenda(apart)).words.map { .text($0) })
    case let list:
      let entries = apart.allOutcomes().filter {
        $0.kind.rawValue + "s" == list && $0.updates == nil
      }
      return .list(entries.map { .item(ItemValue(id: $0.id, list: name)) })
    }
  }

  private func apartScope() -> SessionScope? {
    guard !isApart else { return nil }
    if let known = apart { return known }
    let scope = SessionScope(index, state, outside: outside, noting: reads)
    scope.isApart = true
    apart = scope
    return scope
  }

  func outcomeEntry(_ item: ItemValue) -> OutcomeEntry? {
    guard item.list.hasPrefix("outcomes."), let apart = apartScope() else { return nil }
    let kind = item.list.dropFirst(9)
    return apart.allOutcomes().first { $0.id == item.id && $0.kind.rawValue + "s" == kind }
  }

  func outcomeMember(_ name: String, of entry: OutcomeEntry) -> Value {
    switch name {
    case "id": .text(entry.id)
    case "text": .text(entry.text)
    case "value": entry.fields.first { $0.name == name }?.value ?? .text(entry.text)
    case "state": entry.fields.first { $0.name == name }?.value ?? .text("open")
    default: entry.fields.first { $0.name == name }?.value ?? .blank
    }
  }
}
