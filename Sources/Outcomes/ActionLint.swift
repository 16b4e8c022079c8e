import PlaybookLanguage
import Session
import Values

/// What an action item lacks.
///
/// A warning to look at, never a refusal: an unowned action is a state.
package enum ActionFlaw: Sendable, Equatable {
  case noOwner
  case severalOwners
  case noDate
  case noVerb
  case vague(String)

  package var words: String {
    switch self {
    case .noOwner: "nobody owns it"
    case .severalOwners: "several own it, so nobody does: name one"
    case .noDate: "no date"
    case .noVerb: "does not start with a verb"
    case .vague(let word): "“\(word)” cannot be seen to be done"
    }
  }
}

extension Outcome {
  /// Words that promise activity and not a result.
  private static let vagueWords = [
    "look into", "look at", "discuss", "think about", "asap", "consider", "try to", "follow up",
    "touch base", "be aware", "keep an eye",
  ]

  /// What is missing for somebody to do it and for others to see that it is done.
  package var flaws: [ActionFlaw] {
    guard kind == .action else { return [] }
    var flaws: [ActionFlaw] = []
    if owner == nil { flaws.append(.noOwner) }
    if let owner, owner.id == owner.name, Owners.apart(owner.name).count > 1 {
      flaws.append(.severalOwners)
    }
    if due == nil { flaws.append(.noDate) }
    let folded = TextFolding.fold(text)
    if let vague = Self.vagueWords.first(where: { Self.contains(folded, $0) }) {
      flaws.append(.vague(vague))
    } else if Self.startsWithoutVerb(folded) {
      flaws.append(.noVerb)
    }
    return flaws
  }

  private static func contains(_ text: String, _ phrase: String) -> Bool {
    (" " + text + " ").contains(" " + phrase + " ")
  }

  /// Only what surely is no verb is called out: an article, a pronoun, a preposition.
  private static func startsWithoutVerb(_ text: String) -> Bool {
    let first = text.split(separator: " ").first.map(String.init) ?? ""
    return [
      "the", "a", "an", "this", "that", "these", "those", "our", "their", "his", "her", "my",
      "your", "its", "for", "with", "about", "no", "new", "more", "better",
    ].contains(first)
  }
}
