import PlaybookLanguage
package import Session
import Values

/// Everything that a decision looks at: the session, its agenda and place, and the moment.
package struct Room {
  package let session: MeetingSession
  let offRecord: OffRecord
  package let moment: Moment
  package let scope: SessionScope
  /// What the last prompt was about: its opening need not be made again.
  private let knownTopic: String?

  package init(
    _ session: MeetingSession, _ offRecord: OffRecord = OffRecord(), moment: Moment,
    knownTopic: String? = nil
  ) {
    self.knownTopic = knownTopic
    self.session = session
    self.offRecord = offRecord
    self.moment = moment
    self.scope = session.scope()
  }

  package var held: HeldRound? { offRecord.held }
  package var state: SessionState { session.state }
  package var place: Place? { session.place }

  /// All that is visible, to the end of the playbook: in a long meeting too much for each line.
  package var agenda: Agenda { session.agenda() }

  func context(_ question: Question? = nil, _ bindings: Bindings = []) -> AnswerContext {
    var context = session.answerContext(today: moment.today)
    if let question { context.choices = scope.choices(of: question, bindings) }
    return context
  }

  /// What a playbook's words say here, on as many lines as they have.
  func words(_ template: Template, _ bindings: Bindings) -> String {
    scope.render(template, bindings).trimmed
  }

  var names: RoomNames { RoomNames(people: state.people.map { (id: $0.id, name: $0.name) }) }

  /// Whether a place was not the last that was asked: what it lists is shown then, and only then.
  func isNew(_ place: Place) -> Bool { knownTopic != place.address.description }

  /// An item by what people call it: its id in any case, or a bare number in this list.
  func item(called text: String, in list: Address? = nil) -> Item? {
    let word = text.trimmed
    let spellings = [word, word.uppercased(), word.lowercased()]
    let named = spellings.lazy.compactMap { state.item($0) }.first(where: \.isLive)
    if let named { return named }
    guard let number = Int(word), let list else { return nil }
    return state.liveItems(in: list).first { $0.number == number }
  }
}

extension Room {
  /// What an item is called where it stands in the list at hand: `3`; elsewhere its id, `r3`.
  func called(_ item: Item) -> String {
    called(item.id, in: item.list)
  }

  /// The same of an item that is not there any more, or not yet.
  func called(_ id: String, in list: Address) -> String {
    let kind = session.index.questions[list.question]?.content.kind
    guard kind == .list || kind == .schedule, list == Mending(self).list else { return id }
    return String(id.drop { !$0.isNumber })
  }
}

extension Item {
  /// What people call it in its own list: 3 of `r3`.
  package var number: Int? { Int(id.drop { !$0.isNumber }) }
}
