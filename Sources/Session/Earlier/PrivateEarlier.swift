import Values

/// What is read of earlier meetings of the same people only: of private ones, such as one-on-ones.
///
/// Who is here is not known when a session is opened, so it is read once they have joined: everybody
/// who was there has to be here, and nobody else. It goes on record with the first thing that is
/// said; a pair that was typed wrong leaves nothing of another in the file.
package struct PrivateEarlier: Sendable {
  /// Those who met, and what is linked where they meet again.
  package struct Circle: Sendable {
    package let people: Set<String>
    package let links: [Fact]

    package init(people: Set<String>, links: [Fact]) {
      self.people = people
      self.links = links
    }
  }

  private let circles: [Circle]
  /// What anybody may read: it was linked at the opening.
  private let open: [Fact]

  /// Without circles nothing is private, and nothing is linked.
  package init(_ circles: [Circle] = [], open: [Fact] = []) {
    self.circles = circles
    self.open = open
  }

  /// The people of a session as they are compared from meeting to meeting: by their names.
  package static func people(of session: MeetingSession) -> Set<String> {
    Set(session.state.people.map { TextFolding.fold($0.name) })
  }

  /// What the people of a session read beyond what is on its record, before anything is said.
  ///
  /// Where others are here than on record, what is private to those is taken out again.
  package func links(for session: MeetingSession) -> [Fact] {
    guard !circles.isEmpty, session.isNothingSaid else { return [] }
    let people = Self.people(of: session)
    let wanted = circles.first { $0.people == people }?.links ?? open
    let names = Set((circles.flatMap(\.links) + open).compactMap(\.linkName))
    return names.sorted().compactMap { name in
      let link = wanted.first { $0.linkName == name }
      let known = session.state.linked[name]
      guard case .sessionLinked(_, _, let body)? = link?.event else {
        // Nobody reads what is not theirs: an empty link stands for none.
        guard known != nil, known != .object([]), let other = session.state.linkedSessions[name]
        else { return nil }
        return Fact(.sessionLinked(session: other, name: name, body: .object([])))
      }
      return body == known ? nil : link
    }
  }
}

extension MeetingSession {
  /// Whether nothing is on record but who is here.
  package var isNothingSaid: Bool {
    state.answers.isEmpty && state.items.isEmpty && state.followUps.isEmpty
      && state.ballots.isEmpty && state.counts.isEmpty && state.read.isEmpty
      && state.signatures.isEmpty && state.endings.allSatisfy { $0.0.question.hasPrefix("room.") }
  }
}

extension Fact {
  fileprivate var linkName: String? {
    if case .sessionLinked(_, let name, _) = event { name } else { nil }
  }
}
