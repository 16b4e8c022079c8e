package import PlaybookLanguage
package import Values

/// Where a meeting can be: the people, a role, a question, or a pause for a timed word.
package struct Place: Sendable, Equatable {
  package enum Subject: Sendable, Equatable {
    case people
    case role(Playbook.Role)
    case question(Question)
    /// Words with a time of their own: Enter goes on.
    case pause(Template)
  }

  package let address: Address
  package let subject: Subject
  package let bindings: Bindings
  /// Nil before the first section.
  package let section: SectionPlace?
  package let step: Step?

  package var question: Question? {
    if case .question(let question) = subject { return question }
    return nil
  }
}

/// A visible section with its number among those that are visible.
package struct SectionPlace: Sendable, Equatable {
  package let id: String
  package let title: String
  package let time: TimeSpan?
  /// 1 for the first.
  package let number: Int
  package let tip: Template?
}

/// One visible thing of the playbook, in order.
package enum AgendaEntry: Sendable, Equatable {
  case section(SectionPlace)
  case place(Place)
  /// Words, a picture or a warning on the way to the next place.
  case passing(Step, Bindings)

  package var place: Place? { if case .place(let place) = self { place } else { nil } }
}

/// What is visible of a playbook in a state, in order, and where the meeting stands.
///
/// There is no cursor: the place is the first visible one that no record has settled.
package struct Agenda: Sendable {
  package let entries: Pages<AgendaEntry>
  private let settled: PagedSet<Address>

  package init(_ scope: SessionScope) {
    var walk = AgendaWalk()
    while !walk.isOver { walk.step(scope) }
    self.init(walk.entries, settled: scope.state.settled)
  }

  init(_ entries: Pages<AgendaEntry>, settled: PagedSet<Address>) {
    self.entries = entries
    self.settled = settled
  }

  package var places: [Place] { entries.compactMap(\.place) }

  package var sections: [SectionPlace] {
    entries.compactMap { if case .section(let section) = $0 { section } else { nil } }
  }

  /// Where the meeting stands; nil when every place is settled.
  package var current: Place? {
    entries.lazy.compactMap(\.place).first { !settled.contains($0.address) }
  }

  package func place(_ address: Address) -> Place? {
    entries.lazy.compactMap(\.place).first { $0.address == address }
  }

  package func isSettled(_ place: Place) -> Bool { settled.contains(place.address) }
}
