package import PlaybookLanguage
package import Values

/// Where a meeting can be: the people, a role, a question, or a pause for a timed word.
package struct Place: Sendable, Equatable {
  package enum Subject: Sendable, Equatable {
    case people
    case role(Playbook.Role)
    case question(Question)
    /// Words with a time of their own: Enter goes on.
    case pause(Template)
  }

  package let address: Address
  package let subject: Subject
  package let bindings: Bindings
  /// Nil before the first section.
  package let section: SectionPlace?
  package let step: Step?

  package var question: Question? {
    if case .question(let question) = subject { return question }
    return nil
  }
}

/// A visible section with its number among those that are visible.
package struct SectionPlace: Sendable, Equatable {
  package let id: String
  package let title: String
  package let time: TimeSpan?
  /// 1 for the first.
  package let number: Int
  package let tip: Template?
}

/// One visible thing of the playbook, in order.
package enum AgendaEntry: Sendable, Equatable {
  case section(SectionPlace)
  case place(Place)
  /// Words, a picture or a warning on the way to the next place.
  case passing(Step, Bindings)
}

/// What is visible of a playbook in a state, in order, and where the meeting stands.
///
/// There is no cursor: the place is the first visible one that no record has settled.
package struct Agenda: Sendable {
  package let entries: [AgendaEntry]
  private let settled: Set<Address>

  package init(_ scope: SessionScope) {
    var walk = AgendaWalk(scope)
    walk.preliminaries()
    walk.sections()
    entries = walk.entries
    settled = scope.state.settled
  }

  package var places: [Place] {
    entries.compactMap { if case .place(let place) = $0 { place } else { nil } }
  }

  package var sections: [SectionPlace] {
    entries.compactMap { if case .section(let section) = $0 { section } else { nil } }
  }

  /// Where the meeting stands; nil when every place is settled.
  package var current: Place? { places.first { !settled.contains($0.address) } }

  package func place(_ address: Address) -> Place? { places.first { $0.address == address } }

  package func isSettled(_ place: Place) -> Bool { settled.contains(place.address) }

  /// What is said and shown between the place before this one and this one (or the end, for nil).
  package func leadIn(to place: Place?) -> [AgendaEntry] {
    let end =
      place.flatMap { place in
        entries.firstIndex { if case .place(let other) = $0 { other == place } else { false } }
      } ?? entries.count
    let before = entries[..<end].lastIndex {
      if case .place = $0 { true } else { false }
    }
    return Array(entries[(before.map { $0 + 1 } ?? 0)..<end])
  }
}

/// Walks a playbook in a state and collects what is visible.
struct AgendaWalk {
  /// A list that grows without end would hang the meeting; no meeting has so many places.
  static let mostPlaces = 10_000

  let scope: SessionScope
  var entries: [AgendaEntry] = []
  private var section: SectionPlace?
  private var sectionCount = 0

  init(_ scope: SessionScope) { self.scope = scope }

  mutating func preliminaries() {
    append(Address.people, .people, [], step: nil)
    for role in scope.index.playbook.roles {
      append(.role(role.name), .role(role), [], step: nil)
    }
  }

  mutating func sections() {
    for section in scope.index.playbook.sections {
      for bindings in loops(section.each, []) where holds(section.condition, bindings) {
        sectionCount += 1
        let place = SectionPlace(
          id: section.id, title: scope.render(section.title, bindings), time: section.time,
          number: sectionCount, tip: section.tip)
        self.section = place
        entries.append(.section(place))
        steps(section.steps, bindings)
      }
    }
  }

  mutating func steps(_ steps: [Step], _ bindings: Bindings) {
    for step in steps where entries.count < Self.mostPlaces {
      for inner in loops(step.each, bindings) where holds(step.condition, inner) {
        visit(step, inner)
      }
    }
  }

  private mutating func visit(_ step: Step, _ bindings: Bindings) {
    switch step.action {
    case .ask(let question):
      append(
        Address(question.id, items: bindings.keys), .question(question), bindings, step: step)
    case .say(let words) where step.time != nil:
      append(Address(step.id, items: bindings.keys), .pause(words), bindings, step: step)
    case .say, .warn, .show: entries.append(.passing(step, bindings))
    case .set: break
    case .group(let inner): steps(inner, bindings)
    case .repeated(let loop): turns(of: loop, bindings)
    }
  }

  private mutating func append(
    _ address: Address, _ subject: Place.Subject, _ bindings: Bindings, step: Step?
  ) {
    entries.append(
      .place(
        Place(
          address: address, subject: subject, bindings: bindings, section: section, step: step)))
  }

  private func holds(_ condition: Expression?, _ bindings: Bindings) -> Bool {
    condition.map { scope.condition($0, bindings) == true } ?? true
  }

  /// Every combination of the clauses' items, the first clause slowest.
  private func loops(_ clauses: [LoopClause], _ outer: Bindings) -> [Bindings] {
    scope.expand(clauses, outer)
  }
}

// MARK: - Repeats

extension AgendaWalk {
  private mutating func turns(of loop: Step.RepeatLoop, _ bindings: Bindings) {
    for number in 1...max(1, loop.maximum) {
      let turn = scope.binding(number, of: loop, bindings)
      let start = entries.count
      steps(loop.steps, bindings + [turn])
      guard isFinished(entries[start...]), !ends(loop, bindings + [turn]) else { return }
    }
  }

  /// How many turns have all their places settled; stops where `until` is yes.
  mutating func finishedTurns(of loop: Step.RepeatLoop, _ bindings: Bindings) -> Int {
    for number in 1...max(1, loop.maximum) {
      let turn = scope.binding(number, of: loop, bindings)
      let start = entries.count
      steps(loop.steps, bindings + [turn])
      guard isFinished(entries[start...]) else { return number - 1 }
      if ends(loop, bindings + [turn]) { return number }
    }
    return loop.maximum
  }

  /// A turn in which nothing is asked can never finish.
  private func isFinished(_ turn: ArraySlice<AgendaEntry>) -> Bool {
    let places = turn.compactMap { if case .place(let place) = $0 { place } else { nil } }
    return !places.isEmpty && places.allSatisfy { scope.state.settled.contains($0.address) }
  }

  private func ends(_ loop: Step.RepeatLoop, _ bindings: Bindings) -> Bool {
    loop.until.map { scope.condition($0, bindings) == true } ?? false
  }
}

extension SessionScope {
  func binding(_ number: Int, of loop: Step.RepeatLoop, _ outer: Bindings) -> Binding {
    let item = turn(number, of: loop.list, outer)
    return Binding(
      variable: loop.variable, value: .item(item), key: item.id, turnOf: loop.list)
  }

  /// Every combination of the clauses' items, the first clause slowest; one empty one for none.
  package func expand(_ clauses: [LoopClause], _ outer: Bindings) -> [Bindings] {
    clauses.reduce([outer]) { combinations, clause in
      combinations.flatMap { bindings -> [Bindings] in
        guard case .list(let values) = evaluate(clause.list, bindings) else { return [] }
        return zip(values, Self.keys(values)).map { value, key in
          bindings + [Binding(variable: clause.variable, value: value, key: key)]
        }
      }
    }
  }

  /// What stands in an address for each value of a loop.
  ///
  /// Plain words stand for themselves, so that an answer stays with them when others go; the second
  /// of two alike gets a number.
  private static func keys(_ values: [Value]) -> [String] {
    var seen: [String: Int] = [:]
    return values.enumerated().map { place, value in
      let key = key(value) ?? String(place + 1)
      seen[key, default: 0] += 1
      let count = seen[key] ?? 1
      return count == 1 ? key : "\(key)-\(count)"
    }
  }

  private static func key(_ value: Value) -> String? {
    switch value {
    case .item(let item): item.id
    case .person(let person): person.id
    case .text(let words), .choice(let words): wordKey(words)
    case .number(let number): number.description
    case .date(let date): date.iso
    default: nil
    }
  }

  /// The signs of an address, and whatever else is no letter or digit, give way to a dash.
  private static func wordKey(_ words: String) -> String? {
    let key = words.split { !$0.isLetter && !$0.isNumber }.joined(separator: "-").prefix(40)
    return key.isEmpty ? nil : String(key)
  }
}
