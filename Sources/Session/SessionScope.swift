package import PlaybookLanguage
import Values

/// What names mean in a session, for expressions: answers, items, computed values, people.
///
/// It serves one state and remembers what it has worked out, so make a new one for a new state.
/// A hidden question reads as blank; a loop's answers are read through the loop's item.
package final class SessionScope {
  package let index: PlaybookIndex
  package let state: SessionState
  /// How everything here looks at the state.
  let facts: StateReader
  /// What is looked up, where somebody wants to know.
  let reads: StateReader.ReadLog?
  /// Values that come from outside the playbook: `open`, `outcomes`, `last_time` by full name.
  let outside: [String: Value]
  private var values: [String: Value] = [:]
  var underway: Set<String> = []
  var turnCounts: [String: Int] = [:]
  /// The vote over each list with its count: every item of a long list asks for it.
  var tallies: [String: VoteTally?] = [:]
  var plans: [Address: SchedulePlan] = [:]
  var rankings: [Address: [Value]] = [:]
  var outcomeEntries: [OutcomeEntry]?
  /// The scope in which outcomes are worked out, and whether this is one.
  var apart: SessionScope?
  var isApart = false
  private(set) lazy var openItems = OpenItem.items(in: facts.linked[OpenItem.link] ?? .null)
  package private(set) var warnings: [EvaluationWarning] = []

  package convenience init(
    _ index: PlaybookIndex, _ state: SessionState, outside: [String: Value] = [:]
  ) {
    self.init(index, state, outside: outside, noting: nil)
  }

  init(
    _ index: PlaybookIndex, _ state: SessionState, outside: [String: Value],
    noting reads: StateReader.ReadLog?
  ) {
    self.index = index
    self.state = state
    self.outside = outside
    self.reads = reads
    facts = StateReader(state, noting: reads)
  }

  /// The scope as it is seen from inside loops.
  package func binding(_ bindings: Bindings) -> BoundScope { BoundScope(self, bindings) }

  /// Works out an expression where the loops stand at these items.
  package func evaluate(_ expression: Expression, _ bindings: Bindings = []) -> Value {
    var evaluator = Evaluator(scope: binding(bindings))
    let value = evaluator.evaluate(expression)
    warnings += evaluator.warnings
    return value
  }

  package func render(_ template: Template, _ bindings: Bindings = []) -> String {
    var evaluator = Evaluator(scope: binding(bindings))
    let text = evaluator.render(template)
    warnings += evaluator.warnings
    return text
  }

  /// A written field's value: what an offered answer or a given is.
  package func value(of template: Template, _ bindings: Bindings = []) -> Value {
    switch template.content {
    case .formula(let expression): evaluate(expression, bindings)
    case .constant(let value): value
    case .prose: .text(render(template, bindings))
    }
  }

  /// A condition decides only when it is known: blank is nil.
  package func condition(_ expression: Expression, _ bindings: Bindings = []) -> Bool? {
    if case .yesno(let holds) = evaluate(expression, bindings) { return holds }
    return nil
  }
}

/// Where loops stand: each variable with its item and the item's part of an address.
package typealias Bindings = [Binding]

package struct Binding: Sendable, Equatable {
  package let variable: String
  package let value: Value
  /// An item's id, a person's id, or the place in the list.
  package let key: String
  /// Nil for an `each`; the list of a `repeat`'s turn.
  package let turnOf: String?

  package init(variable: String, value: Value, key: String, turnOf: String? = nil) {
    self.variable = variable
    self.value = value
    self.key = key
    self.turnOf = turnOf
  }
}

extension Bindings {
  var keys: [String] { map(\.key) }
  var cacheKey: String { keys.joined(separator: "@") }
}

/// A session's scope at one place of the playbook.
package struct BoundScope: EvaluationScope {
  let scope: SessionScope
  let bindings: Bindings

  init(_ scope: SessionScope, _ bindings: Bindings) {
    self.scope = scope
    self.bindings = bindings
  }

  package func value(of name: String) -> Value {
    if let bound = bindings.last(where: { $0.variable == name }) { return bound.value }
    return scope.value(of: name, bindings)
  }

  package func value(of name: String, for items: [Value]) -> Value {
    scope.value(of: name, for: items)
  }

  package func member(_ name: String, of item: ItemValue) -> Value {
    scope.member(name, of: item)
  }

  package func text(of item: ItemValue) -> String { scope.text(of: item) }

  package func member(_ name: String, of person: PersonValue) -> Value {
    scope.member(name, of: person)
  }
}

// MARK: - Names

extension SessionScope {
  func value(of name: String, _ bindings: Bindings) -> Value {
    if let value = globalValue(name) { return value }
    if let entry = index.questions[name] {
      return remembered(name, entry.frames, bindings) {
        self.answer(entry.content, items: $0.keys)
      }
    }
    if let entry = index.computed[name] {
      return remembered(name, entry.frames, bindings) { self.evaluate(entry.content, $0) }
    }
    if let entry = index.repeats[name] {
      return turns(of: entry, bindings)
    }
    if let given = index.playbook.givens.first(where: { $0.name == name }) {
      return guarded("given " + name) { self.value(of: given.value) }
    }
    return outside[name] ?? openList(name) ?? outcomeList(name) ?? .blank
  }

  private func globalValue(_ name: String) -> Value? {
    switch name {
    case "today": facts.opened.map { .date($0.today) } ?? .blank
    case "project": facts.opened.map { .text($0.project) } ?? .blank
    case "title": .text(index.playbook.title)
    case "people": .list(facts.people.map { .person(value(of: $0)) })
    default: index.playbook.roles.first { $0.name == name }.map(holders)
    }
  }

  private func holders(of role: Playbook.Role) -> Value {
    let people = facts.holders(of: role.name).map { Value.person(value(of: $0)) }
    return role.isMany ? .list(people) : people.first ?? .blank
  }

  func value(of person: Participant) -> PersonValue {
    PersonValue(id: person.id, name: person.name)
  }

  /// The value of something that stands inside `frames`, for the loop items at hand; blank while it
  /// is hidden, or where the loops around it are not the ones we are in.
  private func remembered(
    _ name: String, _ frames: [PlaybookIndex.Frame], _ bindings: Bindings,
    _ work: (Bindings) -> Value
  ) -> Value {
    guard let own = bindings.fitting(frames) else { return .blank }
    let inner = bindings.isInside(own) ? bindings : own
    // What a turn of a loop sees of the turns before it depends on where we stand.
    let key = name + "@" + inner.cacheKey
    if let known = values[key] { return known }
    let value = guarded(key) { self.isVisible(frames, own) ? work(own) : .blank }
    values[key] = value
    return value
  }

  /// Runs unless it is already running: whatever needs its own value is blank.
  private func guarded(_ key: String, _ work: () -> Value) -> Value {
    guard underway.count < 256, underway.insert(key).inserted else { return .blank }
    defer { underway.remove(key) }
    return work()
  }

  /// Whether every condition around a step lets it be asked.
  func isVisible(_ frames: [PlaybookIndex.Frame], _ bindings: Bindings) -> Bool {
    frames.allSatisfy { frame in
      guard case .condition(let expression) = frame else { return true }
      return condition(expression, bindings) == true
    }
  }
}

extension Bindings {
  /// The bindings of the loops in `frames`, taken from those at hand by variable.
  func fitting(_ frames: [PlaybookIndex.Frame]) -> Bindings? {
    var own: Bindings = []
    for frame in frames {
      let names: [String] =
        switch frame {
        case .condition: []
        case .loop(let clauses): clauses.map(\.variable)
        case .turns(let loop): [loop.variable]
        }
      for name in names {
        guard let binding = last(where: { $0.variable == name }) else { return nil }
        own.append(binding)
      }
    }
    return own
  }

  func isInside(_ own: Bindings) -> Bool { contains { $0.turnOf != nil } && count >= own.count }
}
