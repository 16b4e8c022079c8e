import PlaybookLanguage
import Session
import Values

/// A schedule's tasks in words.
struct ScheduleText {
  let question: Question
  let room: Room

  init(_ question: Question, _ room: Room) {
    self.question = question
    self.room = room
  }

  /// What the task is called.
  func words(_ item: Item) -> String {
    room.scope.text(
      of: ItemValue(id: item.id, list: item.list.question, chain: item.list.items)
    ).onOneLine
  }

  func entry(_ item: Item) -> Utterance.Entry {
    .init(item.number.map(String.init) ?? item.id, line(item))
  }

  /// `set up servers · Eve · 3 days · Mon 30 Nov–Wed 2 Dec 2026 · after 1`.
  func line(_ item: Item) -> String {
    let row = room.scope.plan(at: item.list).rows[item.id]
    let after = numbers(item)
    let parts = [
      words(item), item["owner"].string.map(room.state.name),
      item["duration"].int.map(WorkdaysKind.words),
      row.map(Self.days), after.isEmpty ? nil : "after \(after)",
    ]
    return parts.compactMap { $0 }.joined(separator: " · ")
  }

  private static func days(_ row: SchedulePlan.Row) -> String {
    row.start == row.end ? row.end.display : "\(row.start.shortDisplay)–\(row.end.display)"
  }

  func numbers(_ item: Item) -> String {
    room.scope.predecessors(of: item).compactMap(room.state.item).map {
      $0.number.map(String.init) ?? $0.id
    }.joined(separator: ", ")
  }

  /// As it would be typed: `set up servers, Eve 3 days after 1`.
  func typed(_ item: Item) -> String {
    let after = numbers(item)
    let start = item["start"].string.flatMap { CalendarDate(iso: $0) }
    let rest = [
      item["owner"].string.map(room.state.name), start.map { "from \($0.iso)" },
      item["duration"].int.map { $0 == 0 ? "milestone" : WorkdaysKind.words($0) },
      after.isEmpty ? nil : "after \(after)",
    ]
    let tail = rest.compactMap { $0 }.joined(separator: " ")
    return tail.isEmpty ? words(item) : "\(words(item)), \(tail)"
  }

  /// Why these tasks cannot be planned: the way round, named task by task.
  func circle(at list: Address) -> String? {
    guard let way = SchedulePlan.circle(in: room.scope.tasks(at: list)) else { return nil }
    let names = way.compactMap(room.state.item).map { "\($0.number ?? 0) \(words($0))" }
    return "These would wait for one another for ever: \(names.joined(separator: " → "))."
  }
}

/// Changing a task that is planned already.
struct ScheduleEditing {
  let question: Question
  let room: Room

  init(_ question: Question, _ room: Room) {
    self.question = question
    self.room = room
  }

  /// A whole line again: what it no longer says is no longer so.
  func decide(_ line: String, _ item: Item) -> Decision {
    let reader = ScheduleLine(question, room, item.list)
    return reader.read(
      line, about: item["item"] == .null ? nil : ScheduleText(question, room).words(item)
    ) {
      cells in
      let cleared = ["owner", "start", "duration", "after"].filter { name in
        !cells.contains { $0.name == name }
      }
      return record(item, cells + cleared.map { JSONValue.Member($0, .null) }, keeping: line)
    }
  }

  /// New words at the read-back, or only who does it; the rest of the task stays.
  func change(_ line: String, _ item: Item) -> Decision {
    let terms = ActionLine(room).readTerms(line) { change in
      guard change.due == nil else {
        return .problem(
          "A task ends by its start and its days: /edit \(item.id) changes them.", keeping: line)
      }
      return record(item, [.init("owner", change.owner.map { .string($0) } ?? .null)])
    }
    return terms ?? decide(line, item)
  }

  func record(_ item: Item, _ cells: [JSONValue.Member], keeping line: String? = nil) -> Decision {
    let fact = Fact(.itemEdited(ItemEdited(item: item.id, row: cells)))
    let after = room.after(fact)
    if let circle = ScheduleText(question, after).circle(at: item.list) {
      return .problem(circle, keeping: line)
    }
    guard let now = after.state.item(item.id) else { return Decision() }
    return Decision(
      fact: fact,
      say: [.noted("\(item.number ?? 0) \(ScheduleText(question, after).line(now))")])
  }
}
