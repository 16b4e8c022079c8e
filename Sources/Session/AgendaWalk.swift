import PlaybookLanguage
import Values

/// Walks a playbook in a state, step by step, and collects what is visible.
///
/// What is still to be walked is a value (`WayOn`), so that a walk can be kept, gone back in, and
/// gone on with when more is known.
struct AgendaWalk: Sendable {
  /// A list that grows without end would hang the meeting; no meeting has so many places.
  static let mostEntries = 100_000

  private(set) var entries = Pages<AgendaEntry>()
  private(set) var sections: [SectionPlace] = []
  private(set) var wayOn: WayOn

  init(_ wayOn: WayOn = .beginning) { self.wayOn = wayOn }

  /// The way from some point to the end of the playbook.
  indirect enum WayOn: Sendable {
    case beginning
    case sections(from: Int)
    case section(Section, [Bindings], from: Int, then: WayOn)
    case steps([Step], from: Int, Bindings, then: WayOn)
    case loop(Step, [Bindings], from: Int, then: WayOn)
    /// The end of a turn of a `repeat`, whose entries begin at `start`.
    case turn(Step.RepeatLoop, number: Int, Bindings, start: Int, then: WayOn)
    case end
  }

  /// A point that a walk can go back to.
  struct Mark: Sendable {
    fileprivate let wayOn: WayOn
    fileprivate let entryCount: Int
    fileprivate let sectionCount: Int
  }

  /// The number of the section that is being walked, from 0; what is in earlier ones is behind.
  var sectionAhead: Int {
    var way = wayOn
    while true {
      switch way {
      case .beginning: return -1
      case .sections(let next): return next
      case .section(_, _, _, let rest), .steps(_, _, _, let rest), .loop(_, _, _, let rest),
        .turn(_, _, _, _, let rest):
        if case .sections(let next) = rest { return next - 1 }
        way = rest
      case .end: return .max
      }
    }
  }

  var isOver: Bool { if case .end = wayOn { true } else { false } }

  var mark: Mark {
    Mark(wayOn: wayOn, entryCount: entries.count, sectionCount: sections.count)
  }

  /// Goes back, and says which entries are no longer known, the last first.
  mutating func goBack(to mark: Mark) -> [AgendaEntry] {
    wayOn = mark.wayOn
    sections.removeLast(sections.count - mark.sectionCount)
    return (mark.entryCount..<entries.count).map { _ in entries.removeLast() }
  }
}

extension AgendaWalk.WayOn {
  /// The way from the end of the section that is being walked.
  fileprivate var outOfSection: Self {
    var way = self
    while true {
      switch way {
      case .steps(_, _, _, let rest), .loop(_, _, _, let rest), .turn(_, _, _, _, let rest):
        way = rest
      case .beginning, .sections, .section, .end: return way
      }
    }
  }
}

// MARK: - Stepping

extension AgendaWalk {
  /// One step on: at most one condition or one loop's lists are worked out.
  mutating func step(_ scope: SessionScope) {
    switch wayOn {
    case .end: break
    case .beginning: preliminaries(scope.index.playbook)
    case .sections(let number): section(number, scope)
    case .section(let section, let turns, let number, let rest):
      guard number < turns.count else { return wayOn = rest }
      open(
        section, turns[number], scope,
        then: .section(section, turns, from: number + 1, then: rest))
    case .steps(let steps, let number, let bindings, let rest):
      guard number < steps.count, entries.count < Self.mostEntries else { return wayOn = rest }
      let rest = WayOn.steps(steps, from: number + 1, bindings, then: rest)
      reach(steps[number], bindings, scope, then: rest)
    case .loop(let step, let turns, let number, let rest):
      guard number < turns.count else { return wayOn = rest }
      visit(step, turns[number], scope, then: .loop(step, turns, from: number + 1, then: rest))
    case .turn(let loop, let number, let bindings, let start, let rest):
      end(number, of: loop, bindings, start, scope, then: rest)
    }
  }

  /// One section on, without what is in it.
  mutating func stepOver(_ scope: SessionScope) {
    wayOn = wayOn.outOfSection
    step(scope)
  }

  private mutating func preliminaries(_ playbook: Playbook) {
    append(Address.people, .people, [], step: nil)
    for role in playbook.roles { append(Address.role(role.name), .role(role), [], step: nil) }
    wayOn = .sections(from: 0)
  }

  private mutating func section(_ number: Int, _ scope: SessionScope) {
    let all = scope.index.playbook.sections
    guard number < all.count else { return wayOn = .end }
    let section = all[number]
    let rest = WayOn.sections(from: number + 1)
    if section.each.isEmpty { return open(section, [], scope, then: rest) }
    wayOn = .section(section, scope.expand(section.each, []), from: 0, then: rest)
  }

  private mutating func open(
    _ section: Section, _ bindings: Bindings, _ scope: SessionScope, then rest: WayOn
  ) {
    guard holds(section.condition, bindings, scope) else { return wayOn = rest }
    let place = SectionPlace(
      id: section.id, title: scope.render(section.title, bindings), time: section.time,
      number: sections.count + 1, tip: section.tip)
    sections.append(place)
    entries.append(.section(place))
    wayOn = .steps(section.steps, from: 0, bindings, then: rest)
  }

  private mutating func reach(
    _ step: Step, _ bindings: Bindings, _ scope: SessionScope, then rest: WayOn
  ) {
    if step.each.isEmpty { return visit(step, bindings, scope, then: rest) }
    wayOn = .loop(step, scope.expand(step.each, bindings), from: 0, then: rest)
  }

  private mutating func visit(
    _ step: Step, _ bindings: Bindings, _ scope: SessionScope, then rest: WayOn
  ) {
    wayOn = rest
    guard holds(step.condition, bindings, scope) else { return }
    switch step.action {
    case .ask(let question):
      append(
        Address(question.id, items: bindings.keys), .question(question), bindings, step: step)
    case .say(let words) where step.time != nil:
      append(Address(step.id, items: bindings.keys), .pause(words), bindings, step: step)
    case .say, .warn, .show: entries.append(.passing(step, bindings))
    case .set: break
    case .group(let inner): wayOn = .steps(inner, from: 0, bindings, then: rest)
    case .repeated(let loop): begin(1, of: loop, bindings, scope, then: rest)
    }
  }

  private mutating func append(
    _ address: Address, _ subject: Place.Subject, _ bindings: Bindings, step: Step?
  ) {
    entries.append(
      .place(
        Place(
          address: address, subject: subject, bindings: bindings, section: sections.last,
          step: step)))
  }

  private func holds(
    _ condition: Expression?, _ bindings: Bindings, _ scope: SessionScope
  ) -> Bool {
    condition.map { scope.condition($0, bindings) == true } ?? true
  }
}

// MARK: - Repeats

extension AgendaWalk {
  private mutating func begin(
    _ number: Int, of loop: Step.RepeatLoop, _ bindings: Bindings, _ scope: SessionScope,
    then rest: WayOn
  ) {
    let turn = scope.binding(number, of: loop, bindings)
    wayOn = .steps(
      loop.steps, from: 0, bindings + [turn],
      then: .turn(loop, number: number, bindings, start: entries.count, then: rest))
  }

  private mutating func end(
    _ number: Int, of loop: Step.RepeatLoop, _ bindings: Bindings, _ start: Int,
    _ scope: SessionScope, then rest: WayOn
  ) {
    guard number < loop.maximum, isFinished(from: start, scope), !isDeferred(from: start, scope),
      !ends(loop, bindings + [scope.binding(number, of: loop, bindings)], scope)
    else { return wayOn = rest }
    begin(number + 1, of: loop, bindings, scope, then: rest)
  }

  /// A turn in which nothing is asked can never finish.
  private func isFinished(from start: Int, _ scope: SessionScope) -> Bool {
    let places = entries[start...].compactMap(\.place)
    return !places.isEmpty && places.allSatisfy { scope.facts.isSettled($0.address) }
  }

  /// What is put off in one turn is not asked in the next: the wrap of a meeting would never end.
  private func isDeferred(from start: Int, _ scope: SessionScope) -> Bool {
    entries[start...].compactMap(\.place).contains {
      scope.facts.ending(at: $0.address) == .deferred
    }
  }

  private func ends(
    _ loop: Step.RepeatLoop, _ bindings: Bindings, _ scope: SessionScope
  ) -> Bool {
    loop.until.map { scope.condition($0, bindings) == true } ?? false
  }

  /// How many turns have all their places settled; stops where `until` is yes.
  static func finishedTurns(
    of loop: Step.RepeatLoop, _ bindings: Bindings, _ scope: SessionScope
  ) -> Int {
    for number in 1...max(1, loop.maximum) {
      let inside = bindings + [scope.binding(number, of: loop, bindings)]
      var walk = AgendaWalk(.steps(loop.steps, from: 0, inside, then: .end))
      while !walk.isOver { walk.step(scope) }
      guard walk.isFinished(from: 0, scope) else { return number - 1 }
      if walk.isDeferred(from: 0, scope) || walk.ends(loop, inside, scope) { return number }
    }
    return loop.maximum
  }
}
