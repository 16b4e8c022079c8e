import PlaybookLanguage
import Session
import Values

/// A computed value as the playbook's own words and pages show it.
///
/// `{percent(break_even)}` gives 26.67 % and not 0.2667; what no page and no sentence shows is a
/// step on the way to something else, and tells nobody anything.
struct ShownValue {
  private let shown: ShownExpressions

  init(_ index: PlaybookIndex) { shown = index.shown }

  /// Whether any sentence or page has it.
  func isShown(_ name: String) -> Bool { shown.byName[name] != nil || shown.others.contains(name) }

  func text(of name: String, _ room: Room) -> String {
    let scope = room.scope.binding([])
    let plain = scope.value(of: name)
    guard let expression = shown.byName[name] else {
      return Evaluator.text(of: plain, scope: scope)
    }
    // Days, money and lengths of time say by themselves what they are.
    guard case .number = plain else { return Evaluator.text(of: plain, scope: scope) }
    return Evaluator.text(of: room.scope.evaluate(expression), scope: scope)
  }
}
