import PlaybookLanguage
import Values

/// Everything that a meeting warns of: the playbook's own words, and what is odd about its plans.
package struct MeetingWarnings {
  package let words: [String]

  package init(_ scope: SessionScope, _ agenda: Agenda) {
    words = agenda.entries.flatMap { entry -> [String] in
      switch entry {
      case .passing(let step, let bindings):
        guard case .warn(let words) = step.action else { return [] }
        return [scope.render(words, bindings)]
      case .place(let place): return Self.flaws(place, scope)
      case .section: return []
      }
    }
  }

  /// Once something is entered; an empty plan is only one that was not talked about.
  private static func flaws(_ place: Place, _ scope: SessionScope) -> [String] {
    guard let question = place.question, scope.facts.hasItems(in: place.address) else {
      return []
    }
    switch question.kind {
    case .schedule: return scope.flaws(ofSchedule: place.address)
    case .raci: return scope.duties(question, at: place.address).flaws
    default: return []
    }
  }
}
