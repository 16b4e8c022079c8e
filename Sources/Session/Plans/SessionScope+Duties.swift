package import PlaybookLanguage
import Values

// A matrix of duties, as its rows and its lists of tasks and holders make it.
extension SessionScope {
  package func duties(_ question: Question, at address: Address) -> DutyTable {
    let bindings = bindings(around: question, at: address.items)
    let items = facts.liveItems(in: address)
    var used: Set<String> = []
    var rows = tasks(of: question, bindings).map { task -> DutyTable.Row in
      let item = items.first { item in
        !used.contains(item.id)
          && (task.source != nil
            ? item["item"].string == task.source
            : TextFolding.fold(item["task"].string ?? "") == TextFolding.fold(task.text))
      }
      if let item { used.insert(item.id) }
      return row(item, task.source, task.text)
    }
    // What came from an entry that is gone goes with it.
    rows += items.filter { !used.contains($0.id) && $0["item"] == .null }
      .map { row($0, nil, $0["task"].string ?? "") }
    return DutyTable(rows: rows, holders: holders(of: question, bindings))
  }

  private func row(_ item: Item?, _ source: String?, _ task: String) -> DutyTable.Row {
    let holders = DutyKind.allCases.map { duty in
      (duty, (item?[duty.rawValue].array ?? []).compactMap(\.string))
    }
    return DutyTable.Row(
      item: item?.id, source: source, task: task,
      holders: Dictionary(holders, uniquingKeysWith: { first, _ in first }))
  }

  /// The tasks that a question names: entries of a list, or its own rows.
  package func tasks(of question: Question, _ bindings: Bindings)
    -> [(source: String?, text: String)]
  {
    guard let of = question.of else { return question.rows.map { (nil, $0) } }
    guard case .list(let values) = evaluate(of, bindings) else { return [] }
    return values.map { value in
      if case .item(let item) = value { return (item.id, text(of: item).onOneLine) }
      return (nil, words(of: value))
    }
  }

  private func holders(of question: Question, _ bindings: Bindings) -> [DutyTable.Holder] {
    guard let across = question.across else {
      return facts.people.map { DutyTable.Holder(key: $0.id, name: $0.name) }
    }
    guard case .list(let values) = evaluate(across, bindings) else { return [] }
    return values.map { DutyTable.Holder(key: key(of: $0), name: words(of: $0)) }
  }

  func words(of value: Value) -> String {
    Evaluator.text(of: value, scope: binding([])).onOneLine
  }

  /// A row's four lists and its task; nil for other items and other names.
  func dutyMember(_ name: String, of item: ItemValue) -> Value? {
    guard let question = index.questions[item.list]?.content, question.kind == .raci,
      let found = facts.survivor(of: item.id)
    else { return nil }
    switch name {
    case "item": return linkedItem(of: found)
    case "task":
      guard case .item(let task) = linkedItem(of: found) else { return nil }
      return .text(text(of: task))
    default:
      guard let duty = DutyKind(rawValue: name) else { return nil }
      return .list(holders(duty, of: found, question))
    }
  }

  private func holders(_ duty: DutyKind, of row: Item, _ question: Question) -> [Value] {
    let known: [Value] =
      if let across = question.across,
        case .list(let values) = evaluate(across, bindings(around: question, at: row.list.items))
      { values } else { facts.people.map { .person(value(of: $0)) } }
    return (row[duty.rawValue].array ?? []).compactMap(\.string).map { key in
      known.first { self.key(of: $0) == key } ?? .person(PersonValue(id: key, name: key))
    }
  }
}
