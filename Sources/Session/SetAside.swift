package import PlaybookLanguage
import Values

/// What the close lists as not talked about, so that nothing is lost.
package struct SetAside {
  /// A question by its address, or a row by its id.
  package let entries: [(id: String, text: String)]

  package init(_ scope: SessionScope, _ agenda: Agenda) {
    let reached = Set(scope.allOutcomes().flatMap(\.keys))
    entries = Self.questions(scope, agenda) + Self.rows(scope, reached)
  }

  private static func questions(_ scope: SessionScope, _ agenda: Agenda)
    -> [(id: String, text: String)]
  {
    agenda.places.compactMap { place in
      guard let question = place.question, let ending = scope.facts.ending(at: place.address),
        ending == .deferred || ending == .skipped, scope.facts.answer(at: place.address) == nil
      else { return nil }
      return (place.address.description, words(of: question, place, scope))
    }
  }

  /// A question as it reads on a list: inside a loop with what it is about.
  package static func words(of question: Question, _ place: Place, _ scope: SessionScope) -> String
  {
    // What it asks is asked of each line.
    guard question.kind != .readback else { return "reading back what was agreed" }
    let words = scope.render(question.prompt, place.bindings).onOneLine
    return about(place, words, scope) + words
  }

  /// Inside a loop the question alone does not say what it was about.
  private static func about(_ place: Place, _ words: String, _ scope: SessionScope) -> String {
    guard case .item(let item)? = place.bindings.last?.value else { return "" }
    let text = scope.text(of: item).onOneLine
    // A turn of a repeat has a number and no words.
    return text.isEmpty || text == item.id || words.contains(text) ? "" : "\(text): "
  }

  /// Rows of lists that feed outcomes, without one of their own.
  ///
  /// A rule with an `if` leaves rows out on purpose.
  private static func rows(_ scope: SessionScope, _ reached: Set<String>)
    -> [(id: String, text: String)]
  {
    let feeding = Set(
      scope.index.playbook.outcomes.filter { $0.condition == nil }.flatMap { rule in
        rule.each.compactMap { scope.index.root(of: $0.list) }
      })
    return scope.index.order.filter(feeding.contains).flatMap { list in
      scope.items(ofList: list).filter { !reached.contains($0.id) }.map { item in
        (item.id, scope.text(of: item).onOneLine)
      }
    }
  }
}
