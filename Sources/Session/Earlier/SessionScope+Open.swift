package import PlaybookLanguage
import Values

// What earlier sessions left open, as it stands now.
extension SessionScope {
  /// `open.actions` and the like, empty without earlier sessions; nil for other names.
  func openList(_ name: String) -> Value? {
    guard name.hasPrefix("open."), let list = OpenItem.List(rawValue: String(name.dropFirst(5)))
    else { return nil }
    return .list(
      openItems.filter { $0.list == list }.map { .item(ItemValue(id: $0.name, list: name)) })
  }

  /// The earlier item that a value stands for.
  package func openItem(_ item: ItemValue) -> OpenItem? {
    guard item.list.hasPrefix("open.") else { return nil }
    return openItems.first { $0.name == item.id && item.list == "open.\($0.list.rawValue)" }
  }

  /// What this session has said of it; nil while it has said nothing.
  package func review(of item: OpenItem) -> ActionUpdated? {
    facts.followUps.filter { $0.session == item.session && $0.action == item.id }
      .reduce(nil) { known, update in
        var next = update
        next.status = update.status ?? known?.status
        next.owner = update.owner ?? known?.owner
        next.due = update.due ?? known?.due
        next.text = update.text ?? known?.text
        return next
      }
  }

  /// The revision that the next change of it has.
  package func nextRevision(of item: OpenItem) -> Int {
    let highest = max(item.revision, review(of: item)?.revision ?? 0)
    return highest == .max ? highest : highest + 1
  }

  /// Somebody who is here by the id, anybody else by the name.
  package func person(named name: String) -> PersonValue {
    let folded = TextFolding.fold(name)
    return facts.people.first { TextFolding.fold($0.name) == folded }.map { value(of: $0) }
      ?? PersonValue(id: name, name: name)
  }

  func openMember(_ name: String, of item: OpenItem) -> Value? {
    let review = review(of: item)
    switch name {
    case "text", "value": return .text(review?.text ?? item.text)
    case "owner":
      return (review?.owner ?? item.owner).map { .person(person(named: $0)) } ?? .blank
    case "due": return (review?.due ?? item.due).map { .date($0) } ?? .blank
    case "state": return .text(review?.status ?? "open")
    case "from": return .text(item.from)
    default: return item.fields.first { $0.name == name }.map { Self.value($0) }
    }
  }

  private static func value(_ field: JSONValue.Member) -> Value {
    switch field.value {
    case .number(let number): return .number(number)
    case .bool(let holds): return .yesno(holds)
    case .string(let text):
      return CalendarDate(iso: text).map { .date($0) } ?? .text(text)
    default: return .blank
    }
  }
}

// MARK: - Items that are not in the session's own lists

extension SessionScope {
  /// A field of something earlier, or of an outcome; nil for other items and other names.
  func keptMember(_ name: String, of item: ItemValue) -> Value? {
    if let open = openItem(item) { return openMember(name, of: open) }
    return outcomeEntry(item).map { outcomeMember(name, of: $0) }
  }

  func keptText(of item: ItemValue) -> String? {
    if let open = openItem(item) { return review(of: open)?.text ?? open.text }
    return outcomeEntry(item)?.text
  }
}
