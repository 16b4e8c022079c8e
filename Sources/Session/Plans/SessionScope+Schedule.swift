import PlaybookLanguage
import Values

// A schedule's tasks with the days that follow from them.
extension SessionScope {
  /// The plan of a schedule as it stands.
  package func plan(at address: Address) -> SchedulePlan {
    if let known = plans[address] { return known }
    let plan = SchedulePlan(tasks(at: address), today: facts.opened?.today ?? .epoch)
    plans[address] = plan
    return plan
  }

  package func tasks(at address: Address) -> [SchedulePlan.Task] {
    facts.liveItems(in: address).map { item in
      SchedulePlan.Task(
        id: item.id, days: item["duration"].int,
        start: item["start"].string.flatMap { CalendarDate(iso: $0) }, after: predecessors(of: item)
      )
    }
  }

  /// What it comes after, as far as that is still there.
  package func predecessors(of item: Item) -> [String] {
    var ids: [String] = []
    for id in (item["after"].array ?? []).compactMap(\.string) {
      guard let before = facts.survivor(of: id), before.isLive, before.list == item.list,
        // What it was merged with is itself now; what names itself is a circle, and said to be one.
        before.id != item.id || id == item.id, !ids.contains(before.id)
      else { continue }
      ids.append(before.id)
    }
    return ids
  }

  /// What a task reads as beyond what was typed; nil for other items and other names.
  func scheduledMember(_ name: String, of item: ItemValue) -> Value? {
    guard index.questions[item.list]?.content.kind == .schedule,
      let found = facts.survivor(of: item.id)
    else { return nil }
    let row = plan(at: found.list).rows[found.id]
    switch name {
    case "start": return row.map { .date($0.start) } ?? .blank
    case "end": return row.map { .date($0.end) } ?? .blank
    case "slack": return row.map { .number(Number($0.slack)) } ?? .blank
    case "critical": return row.map { .yesno($0.isCritical) } ?? .blank
    case "after":
      return .list(
        predecessors(of: found).map {
          .item(ItemValue(id: $0, list: item.list, chain: item.chain))
        })
    case "item": return linkedItem(of: found)
    default: return nil
    }
  }

  /// The entry of another list that a row is about.
  func linkedItem(of row: Item) -> Value {
    row["item"].string.flatMap { item($0) }.map { .item($0) } ?? .blank
  }

  /// What would surprise somebody who reads the plan.
  package func flaws(ofSchedule address: Address) -> [String] {
    let plan = plan(at: address)
    return facts.liveItems(in: address).flatMap { item -> [String] in
      let words = text(of: ItemValue(id: item.id, list: address.question)).onOneLine
      guard let row = plan.rows[item.id] else { return ["“\(words)” waits for itself"] }
      var flaws: [String] = []
      if item["owner"] == .null, item["duration"].int != 0 {
        flaws.append("“\(words)” has no owner")
      }
      if item["duration"] == .null { flaws.append("“\(words)” has no length: it counts as a day") }
      if row.isPushed, let meant = item["start"].string.flatMap({ CalendarDate(iso: $0) }) {
        flaws.append("“\(words)” starts \(row.start.display), not \(meant.display): it has to wait")
      }
      return flaws
    }
  }
}
