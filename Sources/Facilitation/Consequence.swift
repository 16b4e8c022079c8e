import PlaybookLanguage
import Session
import Values

/// What a changed answer does: the values that are worked out from it, and the questions that go or
/// come.
///
/// `lift £25,200 → £7,200; 2 questions go, 1 comes`.
struct Consequence {
  /// Nil where nothing else changes.
  let words: String?
  /// What is warned of now, at places that the meeting has passed.
  let warnings: [String]

  private static let mostValues = 6

  init(_ fact: Fact, _ room: Room) {
    let after = room.after(fact)
    let values = Self.values(room, after)
    // A playbook may say by a name of its own when a plan ends.
    let plans = Self.plans(room, after).filter { values?.contains($0.change) != true }
    let parts =
      [values].compactMap { $0 } + plans.map { "the plan’s end \($0.change)" }
      + [Self.questions(fact, room)].compactMap { $0 }
    words = parts.isEmpty ? nil : parts.joined(separator: "; ")
    let known = Set(Self.warnings(room, before: after.place))
    warnings = Self.warnings(after, before: after.place).filter { !known.contains($0) }
  }

  private static func values(_ before: Room, _ after: Room) -> String? {
    let shown = ShownValue(before.session.index)
    let names = before.session.index.computed.keys.sorted().filter {
      before.session.index.computed[$0]?.variables.isEmpty == true
    }
    let all = names.compactMap { name -> (name: String, words: String)? in
      let (was, now) = (shown.text(of: name, before), shown.text(of: name, after))
      guard was != now else { return nil }
      let spoken = name.split(separator: ".").last ?? ""
      return (name, "\(spoken.split(separator: "_").joined(separator: " ")) \(was) → \(now)")
    }
    // A step on the way to a figure that people know says nothing beside it.
    let known = all.filter { shown.isShown($0.name) }
    let changes = (known.isEmpty ? all : known).map(\.words)
    guard !changes.isEmpty else { return nil }
    let more = changes.count - mostValues
    return changes.prefix(mostValues).joined(separator: ", ") + (more > 0 ? ", \(more) more" : "")
  }

  /// Whoever hears a figure late has not heard what it does, either.
  private static func warnings(_ room: Room, before place: Place?) -> [String] {
    let entries = room.session.agenda().entries
    let end = entries.firstIndex { $0.place != nil && $0.place == place } ?? entries.count
    return entries[..<end].compactMap { entry in
      guard case .passing(let step, let bindings) = entry, case .warn(let words) = step.action
      else { return nil }
      return room.words(words, bindings).onOneLine
    }
  }

  /// The ends of the plans that were read out before, as they change.
  private static func plans(_ before: Room, _ after: Room) -> [(list: Address, change: String)] {
    let plans = before.state.endings.keys.filter {
      before.session.index.questions[$0.question]?.content.kind == .schedule
    }
    return plans.sorted().compactMap { list in
      guard let was = before.scope.plan(at: list).end, let now = after.scope.plan(at: list).end,
        was != now
      else { return nil }
      return (list, "\(was.display) → \(now.display)")
    }
  }

  private static func questions(_ fact: Fact, _ room: Room) -> String? {
    let consequences = room.session.consequences(of: fact, at: room.moment.now)
    let gone = consequences.gone.count { room.state.settled.contains($0.address) }
    let come = consequences.come.count
    let parts = [
      gone > 0 ? gone.counted("question goes", "questions go") : nil,
      come > 0 ? come.counted("comes", "come") : nil,
    ].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}
