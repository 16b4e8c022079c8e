import PlaybookLanguage
package import Outcomes
package import Session
package import Values

/// The facts of a session that a log from elsewhere comes to, from its people to its close.
package struct ImportFacts {
  /// In the order in which they are written; what they add up to is closed.
  package private(set) var facts: [Fact] = []

  private var session: MeetingSession
  private let meeting: ImportedMeeting
  private let today: CalendarDate
  private let at: Instant
  private var ids: [String: String] = [:]

  /// `session` has just been opened with the playbook for imports.
  package init(_ meeting: ImportedMeeting, into session: MeetingSession, at moment: Instant) {
    self.session = session
    self.meeting = meeting
    at = moment
    today = session.state.opened?.today ?? moment.date(offsetSeconds: 0)
    seat()
    say()
    for (kind, list) in Self.lists { add(meeting.marks.filter { $0.kind == kind }, to: list) }
    facts += Closing(self.session).facts
  }

  private static let lists: [(Mark.Kind, Address.Room)] = [
    (.action, .actions), (.decision, .decisions), (.issue, .open), (.note, .notes),
  ]

  private mutating func append(_ fact: Fact) {
    facts.append(fact)
    session.append(SessionRecord(number: session.log.nextNumber, at: at, fact: fact))
  }

  private mutating func seat() {
    let joined = meeting.people.enumerated().map { seat, name in
      PersonJoined(person: "p\(seat + 1)", name: name)
    }
    for person in joined { ids[TextFolding.fold(person.name)] = person.person }
    append(Fact(.peopleJoined(joined), done: [Address.people]))
    if let section = session.playbook.sections.first {
      append(Fact(.stepEntered(step: section.id)))
    }
  }

  // MARK: What was said

  /// Well below what a record may hold, since quotation marks take two bytes there.
  private static let mostBytes = 250_000

  private mutating func say() {
    let list = Address("said")
    let prefix = session.index.prefixes["said"] ?? "s"
    let items = meeting.said.enumerated().map { place, said in
      ItemsAdded.NewItem(
        id: "\(prefix)\(place + 1)", text: said.text,
        by: said.speaker.flatMap { ids[TextFolding.fold($0)] }.map { [$0] } ?? [])
    }
    add(items, to: list)
    append(Fact(.stepLeft(step: list, how: .done), done: [list]))
    guard !meeting.groups.isEmpty else { return }
    group(items)
  }

  /// A record has a greatest length: what a long log says, or comes to, goes into several.
  private mutating func add(_ items: [ItemsAdded.NewItem], to list: Address) {
    var chunk: [ItemsAdded.NewItem] = []
    var bytes = 0
    for item in items {
      chunk.append(item)
      bytes += item.text.utf8.count + 128
      guard bytes > Self.mostBytes else { continue }
      append(Fact(.itemsAdded(ItemsAdded(list: list, items: chunk, via: .imported))))
      (chunk, bytes) = ([], 0)
    }
    guard !chunk.isEmpty else { return }
    append(Fact(.itemsAdded(ItemsAdded(list: list, items: chunk, via: .imported))))
  }

  private mutating func group(_ items: [ItemsAdded.NewItem]) {
    let stories = Address("stories")
    let themes = meeting.groups.enumerated().map { place, group in
      ItemsAdded.NewItem(
        id: "T\(place + 1)", text: group.title,
        members: zip(items, meeting.said).filter { $0.1.group == place }.map(\.0.id))
    }
    append(
      Fact(.itemsAdded(ItemsAdded(list: stories, items: themes, via: .imported)), done: [stories]))
    let counts = meeting.groups.enumerated().map { place, group in
      SessionEvent.ItemCount(item: "T\(place + 1)", votes: group.votes)
    }
    let dots = Address("dots")
    append(Fact(.ballotCounted(address: dots, counts: counts), done: [dots]))
  }

  // MARK: What came of it

  private mutating func add(_ marks: [Mark], to list: Address.Room) {
    guard !marks.isEmpty else { return }
    let items = marks.enumerated().map { place, mark in
      item(mark, session.log.nextID(list.prefix, skipping: place))
    }
    add(items, to: list.address)
  }

  private func item(_ mark: Mark, _ id: String) -> ItemsAdded.NewItem {
    let by = mark.speaker.flatMap { ids[TextFolding.fold($0)] }.map { [$0] } ?? []
    guard mark.kind == .action else {
      return ItemsAdded.NewItem(id: id, text: mark.text.onOneLine, by: by)
    }
    let action = MarkedAction(mark, today: today)
    var row: [JSONValue.Member] = []
    if let owner = owner(mark.owners) { row.append(.init("owner", .string(owner))) }
    if let due = action.due { row.append(.init("due", .string(due.iso))) }
    if let done = action.doneWhen { row.append(.init("done_when", .string(done))) }
    if mark.isDone { row.append(.init("state", .string("done"))) }
    return ItemsAdded.NewItem(id: id, text: action.text, by: by, row: row)
  }

  /// One person by id; several as they are named, which the lint then says.
  private func owner(_ owners: [String]) -> String? {
    guard owners.count <= 1 else { return Owners.joined(owners) }
    return owners.first.map { name in ids[TextFolding.fold(name)] ?? soleBeginning(name) ?? name }
  }

  /// `Jan` where one Jan Berg is there.
  private func soleBeginning(_ name: String) -> String? {
    let folded = TextFolding.fold(name) + " "
    let found = ids.filter { $0.key.hasPrefix(folded) }
    return found.count == 1 ? found.first?.value : nil
  }
}

/// A marked action's words, with its day and how one sees that it is done.
package struct MarkedAction: Sendable, Equatable {
  package let text: String
  package let due: CalendarDate?
  package let doneWhen: String?

  /// A day that may be two is left in the words.
  package init(_ mark: Mark, today: CalendarDate) {
    let words = mark.text.onOneLine
    let captured = Capture.action(words, people: [], today: today)
    if case .date(let day)? = captured.due {
      // Without its day `call Legal by 3 Dec; nothing leaves` would run on as one sentence.
      let keepsDay = captured.textWithNames.isEmpty || words.contains(";")
      text = keepsDay ? words : captured.textWithNames
      due = day
    } else {
      text = words
      due = mark.due
    }
    doneWhen = captured.doneWhen
  }
}
