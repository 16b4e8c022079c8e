package import PlaybookLanguage

/// How a playbook's sentences and pages show each computed value: `{percent(break_even)}`.
package struct ShownExpressions: Sendable {
  /// What shows one value and nothing else, by its name: the plainest where there are several.
  package let byName: [String: Expression]
  /// Shown together with something else only: they stand as they are.
  package let others: Set<String>

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
    byName = shown
    others = Set(holes.flatMap(\.freeNames)).subtracting(shown.keys)
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
