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
  /// `O1`; a signature is called by whoever gives it, and where a meeting has several sign-offs by
  /// the question too: `p1@memo_signed`.
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
    let signatures = state.signatures.keys.sorted().flatMap { state.signatures[$0] ?? [] }
    let signed = SignedPages(session)
    return points
      + signatures.compactMap { given in
        guard given.verdict == .later, let due = given.by else { return nil }
        let owner = PersonValue(id: given.person, name: state.name(of: given.person))
        return OpenPromise(
          kind: .signature, id: signed.id(of: given), text: signed.title(of: given),
          owner: owner, due: due)
      }
  }

  /// Whether an answer is the one that a signature’s id promises.
  package static func isKept(_ id: String, by given: SignoffGiven) -> Bool {
    let parts = id.split(separator: "@", maxSplits: 1)
    guard parts.first.map(String.init) == given.person else { return false }
    return parts.count == 1 || parts[1] == given.address.description
  }
}

/// What is signed in a meeting: the meeting itself, or one of its pages where there are several.
private struct SignedPages {
  private let session: MeetingSession
  private let areSeveral: Bool

  init(_ session: MeetingSession) {
    self.session = session
    areSeveral =
      session.index.questions.values.count { $0.content.kind == .signoff } > 1
  }

  func id(of given: SignoffGiven) -> String {
    areSeveral ? "\(given.person)@\(given.address.description)" : given.person
  }

  func title(of given: SignoffGiven) -> String {
    let title = session.state.opened?.title ?? session.playbook.title
    let id = session.index.questions[given.address.question]?.content.document
    guard areSeveral, let page = session.playbook.documents.first(where: { $0.id == id }) else {
      return title
    }
    return "\(session.scope().render(page.title).onOneLine), \(title)"
  }
}
