import PlaybookLanguage
import Session
import Values

/// A computed value as the playbook's own words and pages show it.
///
/// `{percent(break_even)}` gives 26.67 % and not 0.2667; what no page and no sentence shows is a
/// step on the way to something else, and tells nobody anything.
struct ShownValue {
  private let shown: [String: Expression]
  /// Shown together with something else only: they stand as they are.
  private let others: Set<String>

  init(_ playbook: Playbook) {
    let holes = PageExpressions(playbook).all
    var shown: [String: Expression] = [:]
    for hole in holes {
      let names = hole.freeNames
      guard names.count == 1, let name = names.first else { continue }
      guard let known = shown[name], Self.rank(known) <= Self.rank(hole) else {
        shown[name] = hole
        continue
      }
    }
    self.shown = shown
    others = Set(holes.flatMap(\.freeNames)).subtracting(shown.keys)
  }

  /// Whether any sentence or page has it.
  func isShown(_ name: String) -> Bool { shown[name] != nil || others.contains(name) }

  func text(of name: String, _ room: Room) -> String {
    let scope = room.scope.binding([])
    let plain = scope.value(of: name)
    guard let expression = shown[name] else { return Evaluator.text(of: plain, scope: scope) }
    // Days, money and lengths of time say by themselves what they are.
    guard case .number = plain else { return Evaluator.text(of: plain, scope: scope) }
    return Evaluator.text(of: room.scope.evaluate(expression), scope: scope)
  }

  /// As it is before formatted, formatted before reckoned with.
  private static func rank(_ expression: Expression) -> Int {
    switch expression.node {
    case .name: 0
    case .call(_, let arguments):
      if arguments.count == 1, case .name = arguments[0].node { 1 } else { 2 }
    default: 2
    }
  }
}

/// Every expression that a playbook shows to people: holes of its sentences, cells of its pages.
private struct PageExpressions {
  private(set) var all: [Expression] = []

  init(_ playbook: Playbook) {
    for section in playbook.sections { add(section.steps) }
    for document in playbook.documents {
      add(document.title)
      add(document.body)
    }
    for outcome in playbook.outcomes { add(outcome) }
  }

  private mutating func add(_ steps: [Step]) {
    for step in steps {
      switch step.action {
      case .say(let words), .warn(let words): add(words)
      case .show(let part): add([part])
      case .ask(let question): add(question.prompt)
      case .group(let steps): add(steps)
      case .repeated(let loop): add(loop.steps)
      case .set: break
      }
    }
  }

  private mutating func add(_ template: Template) { all += template.expressions }

  private mutating func add(_ parts: [DocumentPart]) {
    for part in parts {
      if let text = part.text { add(text) }
      all += part.columns.map(\.value)
      all += part.names.map { Expression(.name($0), at: part.span) }
      add(part.body)
    }
  }

  private mutating func add(_ outcome: OutcomeRule) {
    add(outcome.text)
    all += outcome.fields.map(\.value)
  }
}
