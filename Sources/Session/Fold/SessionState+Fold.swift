import PlaybookLanguage
import Values

// The fold: what each fact changes, and which lookups that touches.
extension SessionState {
  /// Applies one record.
  ///
  /// Total: what refers to something that is not there changes nothing.
  mutating func apply(_ record: SessionRecord) {
    let fact = record.fact
    touched = []
    keepTime(record)
    apply(fact.event, record: record.number)
    // Whatever settles a place in another way than by leaving it has talked about it.
    let ending: SessionEvent.StepEnding? =
      if case .stepLeft(_, let how) = fact.event { how } else { nil }
    for place in fact.done { settle(place, ending) }
    for place in fact.again { unsettle(place) }
    // A round that is asked again goes round again.
    for place in fact.again { turns[place]?.passed = [] }
  }

  private mutating func settle(_ place: Address, _ ending: SessionEvent.StepEnding?) {
    endings[place] = ending
    settled.insert(place)
    touched.formUnion([.ending(place), .settled(place)])
    if place.isWriting { writingsEnded[place, default: 0] += 1 }
  }

  private mutating func unsettle(_ place: Address) {
    settled.remove(place)
    touched.insert(.settled(place))
  }

  /// When sections began, and how long nobody ran the meeting since then.
  private mutating func keepTime(_ record: SessionRecord) {
    defer { lastMoment = record.at }
    switch record.fact.event {
    // Whoever goes back for a moment does not begin its time anew.
    case .stepEntered(let step) where sectionClocks[step] == nil:
      sectionClocks[step] = SectionTimes(began: record.at)
    case .sessionResumed:
      for (step, times) in sectionClocks {
        let since = max(times.began, lastMoment ?? times.began)
        sectionClocks[step]?.pausedSeconds += max(0, record.at.since(since).seconds)
      }
    default: break
    }
  }

  private mutating func addTime(_ minutes: Int, to step: String) {
    let (sum, overflow) = addedMinutes[step, default: 0].addingReportingOverflow(minutes)
    let most = minutes < 0 ? Self.minutes.lowerBound : Self.minutes.upperBound
    addedMinutes[step] = overflow || !Self.minutes.contains(sum) ? most : sum
  }

  private mutating func apply(_ event: SessionEvent, record: Int) {
    switch event {
    case .sessionOpened(let opened): changeAll { $0.opened = opened }
    case .sessionRenamed(let project, let title):
      changeAll {
        $0.opened?.project = project
        $0.opened?.title = title
      }
    case .playbookPinned(let pinned): changeAll { $0.pinned = pinned }
    case .playbookChanged(let changed): apply(changed)
    case .sessionLinked(let session, let name, let body): read(session, as: name, body)
    case .sessionClosed: isClosed = true
    case .peopleJoined(let joined): for person in joined { apply(person) }
    case .personLeft(let person, let isAway): leave(person, isAway: isAway)
    case .stepEntered(let step): lastStep = step
    case .stepLeft(let step, let how):
      endings[step] = how
      touched.insert(.ending(step))
    case .stepReopened(let step): unsettle(step)
    case .turnEnded(let list, let person): turns[list, default: Turns()].pass(person)
    case .timeChanged(let step, let minutes): addTime(minutes, to: step)
    case .answerSet(let answer): apply(answer)
    case .itemsAdded(let added): apply(added, record: record)
    case .itemEdited(let edited): apply(edited)
    case .itemMoved(let ids, let into): move(ids, into: into)
    case .itemMerged(let id, let into): merge(id, into: into)
    case .itemsRemoved(let ids): for id in ids { remove(id) }
    case .ballotsCast(let address, let cast):
      counts[address] = nil
      touched.insert(.ballots(address))
      for ballot in cast { add(ballot, at: address) }
    case .ballotCounted(let address, let counted):
      ballots[address] = nil
      counts[address] = counted
      touched.insert(.ballots(address))
    case .outcomeRead(let outcome):
      read[outcome.outcome, default: []].removeAll { $0.text == outcome.text }
      read[outcome.outcome, default: []].append(outcome)
    case .outcomeSettled(let outcome): outcomes.append(outcome)
    case .signoffGiven(let signoff): apply(signoff)
    case .actionUpdated(let update):
      followUps.append(update)
      touched.insert(.followUps)
    case .sessionResumed, .eventsUndone, .unknown: break
    }
  }

  /// Takes what an earlier session says, under the name by which it is read here.
  mutating func read(_ session: String, as name: String, _ body: JSONValue) {
    changeAll {
      $0.linked[name] = body
      $0.linkedSessions[name] = session
    }
  }

  /// A change that everything may depend on; it is rare.
  private mutating func changeAll(_ change: (inout SessionState) -> Void) {
    change(&self)
    touched.insert(.everything)
  }

  private mutating func apply(_ joined: PersonJoined) {
    touched.insert(.people)
    guard let seat = people.firstIndex(where: { $0.id == joined.person }) else {
      people.append(
        Participant(
          id: joined.person, name: joined.name, roles: joined.roles ?? [],
          function: joined.function, isRemote: joined.isRemote ?? false, presence: .here,
          email: joined.email))
      return
    }
    // Another name, or a role, does not bring back somebody who is away.
    if people[seat].name == joined.name, joined.roles == nil { people[seat].presence = .here }
    people[seat].name = joined.name
    if let roles = joined.roles { people[seat].roles = roles }
    if let function = joined.function { people[seat].function = function }
    if let isRemote = joined.isRemote { people[seat].isRemote = isRemote }
    if let email = joined.email { people[seat].email = email }
  }

  private mutating func leave(_ person: String, isAway: Bool) {
    guard let seat = people.firstIndex(where: { $0.id == person }) else { return }
    people[seat].presence = isAway ? .away : .left
    touched.insert(.people)
  }

  mutating func set(_ answer: Answer?, at address: Address) {
    let before = answers[address] != nil
    answers[address] = answer
    touched.formUnion([.answer(address), .answer(standing(address))])
    guard let last = address.items.last else { return }
    touched.insert(.hanging(last))
    guard before != (answer != nil) else { return }
    if answer == nil {
      lookup.hanging[last]?.removeAll { $0 == address }
    } else {
      lookup.hanging[last, default: []].append(address)
    }
  }

  private mutating func apply(_ answer: AnswerSet) {
    guard answer.value != .null || answer.why != nil else {
      return set(nil, at: answer.address)
    }
    set(
      Answer(value: answer.value, via: answer.via, by: answer.by, why: answer.why),
      at: answer.address)
    hear(answer.value)
    endings[answer.address] = nil
    touched.insert(.ending(answer.address))
    guard let person = answer.address.person, answer.value == .null else { return }
    let round = Address(answer.address.question, items: answer.address.items)
    turns[round, default: Turns()].passed.insert(person)
    turns[round, default: Turns()].without.insert(person)
    // Out of turn it stands in nobody’s name, and the turn stays where it was.
    if answer.by != nil { turns[round]?.last = person }
  }

  /// The first amount with a currency says which one the room means.
  private mutating func hear(_ value: JSONValue) {
    if currency == nil { currency = value["currency"]?.string }
    if let words = value.string { hear(words) }
  }

  /// What words say in passing is only offered.
  private mutating func hear(_ words: String) {
    if mentionedCurrency == nil { mentionedCurrency = Money.currency(in: words) }
  }

  private mutating func apply(_ added: ItemsAdded, record: Int) {
    for new in added.items where positions[new.id] == nil {
      hear(new.text)
      new.row.forEach { hear($0.value) }
      positions[new.id] = items.count
      items.append(
        Item(
          id: new.id, list: added.list, text: new.text, by: new.by, row: new.row,
          group: new.group, source: new.source, record: record))
      lookup.lists[added.list, default: Pages()].append(items.count - 1)
      if let group = new.group { lookup.groups[group, default: []].append(items.count - 1) }
      touch(items[items.count - 1])
      move(new.members, into: new.id)
    }
    if let turn = added.turn { turns[added.list, default: Turns()].speak(turn) }
  }

  private mutating func apply(_ edited: ItemEdited) {
    touched.insert(.item(edited.item))
    edited.row.forEach { hear($0.value) }
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
    defer { dissolve(left) }
    for id in ids where into.map({ item($0) != nil && $0 != id }) ?? true {
      guard let position = positions[id], items[position].group != into else { continue }
      if let old = items[position].group { lookup.groups[old]?.removeAll { $0 == position } }
      if let into { lookup.groups[into, default: []].insertSorted(position) }
      touch(items[position])
      items[position].group = into
      touch(items[position])
      touched.insert(.grouping)
    }
  }

  private mutating func merge(_ id: String, into: String) {
    guard let target = survivor(of: into), target.id != id, let merged = item(id) else { return }
    touched.insert(.everything)
    edit(id) { $0.into = target.id }
    lookup.absorbed[target.id, default: []].append(id)
    edit(target.id) { survivor in
      for person in merged.by where !survivor.by.contains(person) { survivor.by.append(person) }
    }
    move(members(of: id).map(\.id), into: target.id)
    if let theme = merged.group { dissolve([theme]) }
  }

  /// What a removed theme held is loose again.
  private mutating func remove(_ id: String) {
    if let theme = item(id), isTheme(theme) { move(members(of: id).map(\.id), into: nil) }
    edit(id) { $0.isGone = true }
    guard let gone = item(id) else { return }
    touch(gone)
    touched.formUnion([.grouping, .members(id)])
    if let theme = gone.group { dissolve([theme]) }
  }

  /// A theme that its last entry has left is gone.
  private mutating func dissolve(_ themes: Set<String>) {
    for theme in themes where item(theme)?.isLive == true && members(of: theme).isEmpty {
      remove(theme)
    }
  }

  /// Whatever lists an item, or is in its theme, has to look again.
  private mutating func touch(_ item: Item) {
    touched.formUnion([
      .item(item.id), .list(item.list), .list(standing(item.list)), .lists(item.list.question),
    ])
    if let group = item.group { touched.insert(.members(group)) }
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
