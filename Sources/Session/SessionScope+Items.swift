package import PlaybookLanguage
import Values

// What an item's fields read as: its own, its columns, and the answers that loops hung on it.
extension SessionScope {
  package func text(of item: ItemValue) -> String {
    if let kept = keptText(of: item) { return kept }
    guard let found = facts.survivor(of: item.id) else {
      return index.repeats[item.list] == nil ? "" : item.id
    }
    if !found.text.isEmpty { return found.text }
    guard let table = index.questions[found.list.question]?.content,
      let first = table.columns.first
    else { return "" }
    return Evaluator.text(of: cell(first, of: item, in: table), scope: binding([]))
  }

  package func member(_ name: String, of person: PersonValue) -> Value {
    let participant = facts.person(person.id)
    switch name {
    case "name": return .text(person.name)
    case "function": return participant?.function.map { .text($0) } ?? .blank
    case "role": return participant?.roles.first.map { .text($0) } ?? .blank
    default: return .blank
    }
  }

  package func member(_ name: String, of item: ItemValue) -> Value {
    if let own = ownMember(name, of: item) { return own }
    return value(of: index.fullName(name, beside: item.list), for: [.item(item)])
  }

  /// Fields that an item has by itself; nil for anything else.
  private func ownMember(_ name: String, of item: ItemValue) -> Value? {
    if let kept = keptMember(name, of: item) { return kept }
    if let planned = scheduledMember(name, of: item) ?? dutyMember(name, of: item) {
      return planned
    }
    if let table = index.questions[item.list]?.content,
      let column = table.columns.first(where: { $0.name == name })
    {
      return cell(column, of: item, in: table)
    }
    switch name {
    case "item" where index.questions[item.list]?.content.of != nil:
      return facts.survivor(of: item.id).map(linkedItem) ?? .blank
    case "id": return .text(item.id)
    case "text", "value": return .text(text(of: item))
    case "by":
      return facts.survivor(of: item.id).map { authors($0.by) }
    case "items": return items(of: item)
    case "votes", "voters": return tally(of: item)?.value(name) ?? .blank
    case "rank": return rank(of: item)
    default: return roomMember(name, of: item)
    }
  }

  /// One author is a person; several, who said the same, are a list.
  private func authors(_ ids: [String]) -> Value {
    let people = ids.map { Value.person(PersonValue(id: $0, name: facts.name(of: $0))) }
    return people.count == 1 ? people[0] : people.isEmpty ? .blank : .list(people)
  }

  /// Columns of what was captured on the way: an action's owner and due date.
  private func roomMember(_ name: String, of item: ItemValue) -> Value? {
    guard let found = facts.survivor(of: item.id), Address.Room(found.list) != nil else {
      return nil
    }
    return RoomColumn.value(name, found[name], in: facts)
  }

  private func items(of item: ItemValue) -> Value {
    .list(
      facts.members(of: item.id).map {
        .item(ItemValue(id: $0.id, list: $0.list.question, chain: item.chain + [item.id]))
      })
  }

  private func cell(_ column: Question.Column, of item: ItemValue, in table: Question) -> Value {
    switch column.cell {
    case .asked(let question):
      guard let found = facts.survivor(of: item.id) else { return .blank }
      return AnswerKinds.value(found[column.name], of: question, in: self)
    case .computed(let expression):
      var evaluator = Evaluator(scope: RowScope(scope: self, table: table, row: item))
      let value = evaluator.evaluate(expression)
      return value
    }
  }

  func item(_ id: String) -> ItemValue? {
    facts.item(id).map { ItemValue(id: id, list: $0.list.question, chain: $0.list.items) }
  }
}

/// A table's computed column: sees its row's columns bare, then outer names.
private struct RowScope: EvaluationScope {
  let scope: SessionScope
  let table: Question
  let row: ItemValue

  func value(of name: String) -> Value {
    if table.columns.contains(where: { $0.name == name }) { return scope.member(name, of: row) }
    return outer.value(of: name)
  }

  func value(of name: String, for items: [Value]) -> Value { scope.value(of: name, for: items) }
  func member(_ name: String, of item: ItemValue) -> Value { scope.member(name, of: item) }
  func text(of item: ItemValue) -> String { scope.text(of: item) }
  func member(_ name: String, of person: PersonValue) -> Value {
    scope.member(name, of: person)
  }

  /// The loop items around the table stand in the row's chain.
  private var outer: BoundScope {
    let bindings = zip(table.loops, row.chain).map { variable, key in
      Binding(
        variable: variable, value: scope.item(key).map { .item($0) } ?? .blank, key: key)
    }
    return scope.binding(bindings)
  }
}

extension SessionScope {
  /// A condition on one row: its columns stand bare in it.
  package func condition(_ expression: Expression, ofRow id: String) -> Bool? {
    guard let row = item(id), let table = index.questions[row.list]?.content else { return nil }
    var evaluator = Evaluator(scope: RowScope(scope: self, table: table, row: row))
    if case .yesno(let holds) = evaluator.evaluate(expression) { return holds }
    return nil
  }
}
