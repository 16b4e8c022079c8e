import PlaybookLanguage
package import Values

/// Everything that a session's facts add up to.
///
/// Never stored: `SessionLog` folds it.
package struct SessionState: Sendable, Equatable {
  package struct Answer: Sendable, Equatable {
    package let value: JSONValue
    package let via: AnswerSource
    package let by: String?
    package let why: String?
  }

  /// How far a round has come.
  package struct Turns: Sendable, Equatable {
    package var last: String?
    /// Who passed since anybody added something.
    package var passed: Set<String> = []
    /// Who said that they have none: not asked again in this round.
    package var without: Set<String> = []

    package init() {}
  }

  package internal(set) var opened: SessionOpened?
  package internal(set) var pinned: PlaybookPinned?
  /// In order of first joining, which is their seating.
  package internal(set) var people: [Participant] = []
  package internal(set) var answers: [Address: Answer] = [:]
  /// In order of adding, gone and merged ones included.
  package internal(set) var items: [Item] = []
  /// Addresses that a record has settled and none has asked again.
  package internal(set) var settled: Set<Address> = []
  package internal(set) var endings: [Address: SessionEvent.StepEnding] = [:]
  package internal(set) var turns: [Address: Turns] = [:]
  /// Each person's latest ballot, in order of voting.
  package internal(set) var ballots: [Address: [SessionEvent.Ballot]] = [:]
  /// Votes given as totals only.
  package internal(set) var counts: [Address: [SessionEvent.ItemCount]] = [:]
  /// What was read back, by outcome: each wording once, the latest last.
  package internal(set) var read: [String: [OutcomeRead]] = [:]
  /// Each party's latest answer, in order of giving.
  package internal(set) var signatures: [Address: [SignoffGiven]] = [:]
  package internal(set) var linked: [String: JSONValue] = [:]
  package internal(set) var followUps: [ActionUpdated] = []
  /// Minutes added, by step.
  package internal(set) var addedMinutes: [String: Int] = [:]
  package internal(set) var outcomes: [OutcomeSettled] = []
  package internal(set) var lastStep: String?
  package internal(set) var isClosed = false

  private var positions: [String: Int] = [:]

  package init() {}
}

// MARK: - Looking things up

extension SessionState {
  package func item(_ id: String) -> Item? { positions[id].map { items[$0] } }

  /// The item that stands for this one now: itself, or what it was merged into.
  package func survivor(of id: String) -> Item? {
    var found = item(id)
    for _ in 0..<items.count {
      guard let into = found?.into, let next = item(into) else { return found }
      found = next
    }
    return found
  }

  /// The live items of one list, in order.
  package func liveItems(in list: Address) -> [Item] {
    items.filter { $0.list == list && $0.isLive }
  }

  /// The live items of a theme, or of an item that stands alone: that item first.
  package func members(of id: String) -> [Item] {
    items.filter { item in
      item.isLive && (item.group == id || (item.id == id && !isTheme(item)))
    }
  }

  /// Themes are numbered T; a loose entry is a theme of its own and keeps its number.
  package func isTheme(_ item: Item) -> Bool { item.id.hasPrefix("T") }

  package func person(_ id: String) -> Participant? { people.first { $0.id == id } }

  package var present: [Participant] { people.filter(\.isHere) }

  /// A person's name, or the words themselves for somebody who is not in the room.
  package func name(of id: String) -> String { person(id)?.name ?? id }

  /// Who is asked to sign: not whoever only runs the meeting; where people have functions, those
  /// who have one.
  package var parties: [Participant] {
    let others = people.filter { !$0.roles.contains("facilitator") }
    let withFunction = others.filter { $0.function != nil }
    return withFunction.isEmpty ? (others.isEmpty ? people : others) : withFunction
  }

  package func holders(of role: String) -> [Participant] {
    people.filter { $0.roles.contains(role) }
  }
}

// MARK: - The fold

extension SessionState {
  /// Applies one record.
  ///
  /// Total: what refers to something that is not there changes nothing.
  mutating func apply(_ record: SessionRecord) {
    let fact = record.fact
    apply(fact.event, record: record.number)
    // Whatever settles a place in another way than by leaving it has talked about it.
    let ending: SessionEvent.StepEnding? =
      if case .stepLeft(_, let how) = fact.event { how } else { nil }
    for place in fact.done { endings[place] = ending }
    settled.formUnion(fact.done)
    settled.subtract(fact.again)
    // A round that is asked again goes round again.
    for place in fact.again { turns[place]?.passed = [] }
  }

  private mutating func apply(_ event: SessionEvent, record: Int) {
    switch event {
    case .sessionOpened(let opened): self.opened = opened
    case .playbookPinned(let pinned): self.pinned = pinned
    case .playbookChanged(let changed): apply(changed)
    case .sessionLinked(_, let name, let body): linked[name] = body
    case .sessionClosed: isClosed = true
    case .peopleJoined(let joined): for person in joined { apply(person) }
    case .personLeft(let person, let isAway): leave(person, isAway: isAway)
    case .stepEntered(let step): lastStep = step
    case .stepLeft(let step, let how): endings[step] = how
    case .stepReopened(let step): settled.remove(step)
    case .turnEnded(let list, let person): turns[list, default: Turns()].pass(person)
    case .timeChanged(let step, let minutes): addedMinutes[step, default: 0] += minutes
    case .answerSet(let answer): apply(answer)
    case .itemsAdded(let added): apply(added, record: record)
    case .itemEdited(let edited): apply(edited)
    case .itemMoved(let ids, let into): move(ids, into: into)
    case .itemMerged(let id, let into): merge(id, into: into)
    case .itemsRemoved(let ids): remove(ids)
    case .ballotsCast(let address, let cast):
      counts[address] = nil
      for ballot in cast { add(ballot, at: address) }
    case .ballotCounted(let address, let counted):
      ballots[address] = nil
      counts[address] = counted
    case .outcomeRead(let outcome):
      read[outcome.outcome, default: []].removeAll { $0.text == outcome.text }
      read[outcome.outcome, default: []].append(outcome)
    case .outcomeSettled(let outcome): outcomes.append(outcome)
    case .signoffGiven(let signoff): apply(signoff)
    case .actionUpdated(let update): followUps.append(update)
    case .sessionResumed, .eventsUndone, .unknown: break
    }
  }

  private mutating func apply(_ joined: PersonJoined) {
    guard let seat = people.firstIndex(where: { $0.id == joined.person }) else {
      people.append(
        Participant(
          id: joined.person, name: joined.name, roles: joined.roles ?? [],
          function: joined.function, isRemote: joined.isRemote ?? false, presence: .here))
      return
    }
    // Another name, or a role, does not bring back somebody who is away.
    if people[seat].name == joined.name, joined.roles == nil { people[seat].presence = .here }
    people[seat].name = joined.name
    if let roles = joined.roles { people[seat].roles = roles }
    if let function = joined.function { people[seat].function = function }
    if let isRemote = joined.isRemote { people[seat].isRemote = isRemote }
  }

  private mutating func leave(_ person: String, isAway: Bool) {
    guard let seat = people.firstIndex(where: { $0.id == person }) else { return }
    people[seat].presence = isAway ? .away : .left
  }

  private mutating func apply(_ changed: PlaybookChanged) {
    pinned = PlaybookPinned(
      id: changed.id, version: changed.version, sha256: changed.sha256, body: changed.body)
    for (address, answer) in answers {
      guard let name = changed.renamed[address.question] else { continue }
      answers[address] = nil
      answers[Address(name, items: address.items, person: address.person)] = answer
    }
  }

  private mutating func apply(_ answer: AnswerSet) {
    guard answer.value != .null || answer.why != nil else {
      answers[answer.address] = nil
      return
    }
    answers[answer.address] = Answer(
      value: answer.value, via: answer.via, by: answer.by, why: answer.why)
    endings[answer.address] = nil
    guard let person = answer.address.person, answer.value == .null else { return }
    let round = Address(answer.address.question, items: answer.address.items)
    turns[round, default: Turns()].pass(person)
    turns[round, default: Turns()].without.insert(person)
  }

  private mutating func apply(_ added: ItemsAdded, record: Int) {
    for new in added.items where positions[new.id] == nil {
      positions[new.id] = items.count
      items.append(
        Item(
          id: new.id, list: added.list, text: new.text, by: new.by, row: new.row,
          group: new.group, source: new.source, record: record))
      move(new.members, into: new.id)
    }
    if let turn = added.turn { turns[added.list, default: Turns()].speak(turn) }
  }

  private mutating func apply(_ edited: ItemEdited) {
    edit(edited.item) { item in
      if let text = edited.text { item.text = text }
      if let by = edited.by { item.by = by }
      for cell in edited.row {
        item.row.removeAll { $0.name == cell.name }
        item.row.append(cell)
      }
    }
    guard let turn = edited.turn, let list = item(edited.item)?.list else { return }
    turns[list, default: Turns()].speak(turn)
  }

  private mutating func move(_ ids: [String], into: String?) {
    let left = Set(ids.compactMap { item($0)?.group })
    for id in ids where into.map({ item($0) != nil && $0 != id }) ?? true {
      edit(id) { $0.group = into }
    }
    dissolve(left)
  }

  /// What a removed theme held is loose again.
  private mutating func remove(_ ids: [String]) {
    let left = Set(ids.compactMap { item($0)?.group })
    for id in ids {
      if let theme = item(id), isTheme(theme) { move(members(of: id).map(\.id), into: nil) }
      edit(id) { $0.isGone = true }
    }
    dissolve(left)
  }

  /// A theme that its last entry has left is gone.
  private mutating func dissolve(_ themes: Set<String>) {
    for theme in themes where members(of: theme).isEmpty { edit(theme) { $0.isGone = true } }
  }

  private mutating func merge(_ id: String, into: String) {
    guard let target = survivor(of: into), target.id != id, let merged = item(id) else { return }
    defer { if let theme = merged.group { dissolve([theme]) } }
    edit(id) { $0.into = target.id }
    edit(target.id) { survivor in
      for person in merged.by where !survivor.by.contains(person) { survivor.by.append(person) }
    }
    move(members(of: id).map(\.id), into: target.id)
  }

  private mutating func edit(_ id: String, _ change: (inout Item) -> Void) {
    guard let position = positions[id] else { return }
    change(&items[position])
  }

  private mutating func add(_ ballot: SessionEvent.Ballot, at address: Address) {
    ballots[address, default: []].removeAll { $0.person == ballot.person }
    ballots[address, default: []].append(ballot)
  }

  private mutating func apply(_ signoff: SignoffGiven) {
    signatures[signoff.address, default: []].removeAll { $0.person == signoff.person }
    signatures[signoff.address, default: []].append(signoff)
  }
}

extension SessionState.Turns {
  mutating func pass(_ person: String) {
    last = person
    passed.insert(person)
  }

  mutating func speak(_ person: String) {
    last = person
    without.remove(person)
    passed = without
  }
}
