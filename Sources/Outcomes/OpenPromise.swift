package import PlaybookLanguage
package import Session
package import Values

/// What somebody does by a day without an action for it: settle an open point, or sign later.
package struct OpenPromise: Sendable, Equatable {
  package enum Kind: String, Sendable {
    case point = "open"
    case signature
  }

  package let kind: Kind
  /// `O1`; a signature is called by whoever gives it.
  package let id: String
  /// The question that is open, or the title of what is signed.
  package let text: String
  package let owner: PersonValue
  package let due: CalendarDate

  /// What is to be done, as an action says it.
  package var words: String { Self.words(kind, text) }

  package static func words(_ kind: Kind, _ text: String) -> String {
    switch kind {
    case .point: "Settle: \(text)"
    case .signature: "Sign “\(text)”"
    }
  }

  /// Open points that have an owner and a day, then those who said that they sign by a day.
  package static func all(in session: MeetingSession, _ summary: Summary) -> [OpenPromise] {
    let points = summary.openPoints.compactMap { point in
      point.owner.flatMap { owner in
        point.due.map {
          OpenPromise(kind: .point, id: point.id, text: point.text, owner: owner, due: $0)
        }
      }
    }
    let state = session.state
    let title = state.opened?.title ?? session.playbook.title
    let signatures = state.signatures.keys.sorted().flatMap { state.signatures[$0] ?? [] }
    return points
      + signatures.compactMap { given in
        guard given.verdict == .later, let due = given.by else { return nil }
        let owner = PersonValue(id: given.person, name: state.name(of: given.person))
        return OpenPromise(
          kind: .signature, id: given.person, text: title, owner: owner, due: due)
      }
  }
}
