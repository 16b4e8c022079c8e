import PlaybookLanguage
import Session
import Values

/// Writing alone and in silence: lines are held, saved, and not shown until their turn.
struct WritingAlone {
  let question: Question

  init(_ question: Question) { self.question = question }

  func prompt(_ room: Room, _ place: Place) -> Prompt {
    let until = question.alone.flatMap { time in
      WritingClock(room).map { "\(time.display) alone, until \($0.clock). " }
    }
    var opening = room.asking(question, place)
    opening.append(
      .hint(
        (until ?? "")
          + "On paper, or in the chat: paste the chat here as often as you like. What you type stays invisible. "
          + "Enter ends the writing."))
    if let held = current(room, place), !held.lines.isEmpty {
      opening.append(.hint("\(held.lines.count.counted("held line")) kept, not shown."))
    }
    if question.isAnonymous, room.state.present.count < 3 {
      opening.append(.warning("With fewer than three people nobody is anonymous."))
    }
    var prompt = Prompt(
      place: place.address, label: "write", takesLines: true, opening: opening,
      topic: "\(place.address) alone")
    prompt.isHidden = true
    return prompt
  }

  func decide(_ room: Room, _ place: Place, _ line: String) -> Decision {
    guard !line.trimmed.isEmpty else { return reveal(room, place) }
    guard !question.isAnonymous else {
      return hold(AnonymousLines(line, room, at: place.address), room, place)
    }
    var held = held(room, place)
    let lines = EntryLines(line, room)
    let new = lines.new(in: room, at: place.address).filter { !held.turned.contains($0.key) }
    let leftOut = lines.privateCount + lines.all.count(where: \.isSmallTalk)
    held.turned += new.map(\.key)
    held.add(new.map { HeldRound.Line($0.text, by: $0.by) })
    var decision = Decision(
      say: [.noted(acknowledgement(new, leftOut, held, room))], held: .some(held))
    decision.heldStep = .written
    return decision
  }

  private func held(_ room: Room, _ place: Place) -> HeldRound {
    current(room, place)
      ?? HeldRound(
        round: room.session.round(of: place.address), isAnonymous: question.isAnonymous)
  }

  /// The same without whoever wrote it, and without a word on how much is new.
  private func hold(_ lines: AnonymousLines, _ room: Room, _ place: Place) -> Decision {
    lines.decide { entries in
      var held = held(room, place)
      held.add(entries.map { HeldRound.Line($0.text) })
      var decision = Decision(say: [.noted("held \(held.lines.count)")], held: .some(held))
      decision.heldStep = .written
      return decision
    }
  }

  private func acknowledgement(
    _ new: [EntryLines.Entry], _ leftOut: Int, _ held: HeldRound, _ room: Room
  ) -> String {
    if new.isEmpty, leftOut == 0 { return "Nothing new in that. \(held.lines.count) in all." }
    var counts: [(String, Int)] = []
    for author in new.compactMap(\.by) {
      let name = room.state.name(of: author)
      if let known = counts.firstIndex(where: { $0.0 == name }) {
        counts[known].1 += 1
      } else {
        counts.append((name, 1))
      }
    }
    let who = counts.isEmpty ? "" : ": " + counts.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    let left =
      leftOut == 0 ? "" : " · \(leftOut) left out (hello, reactions, private)"
    return "\(new.count) held\(who)\(left). \(held.lines.count) in all, saved, not shown."
  }

  /// The end of the writing.
  ///
  /// Named lines wait for their author's turn; the others appear now.
  private func reveal(_ room: Room, _ place: Place) -> Decision {
    let writing = place.address.writing
    let now = room.session.round(of: place.address)
    let next = HeldRound.Key(list: now.list, reveals: now.reveals + 1)
    let held = current(room, place)
    let unnamed = (held?.lines ?? []).filter { $0.by == nil || question.isWrittenOnly }
    let settled = question.isWrittenOnly ? [writing, place.address] : [writing]
    // Whoever says it in the round may say it in other words; in the chat it stays as it was.
    let chat = held.map { room.offRecord.chat.remembering($0.turned) }
    guard !unnamed.isEmpty else {
      var decision = Decision(fact: Fact(.stepLeft(step: writing, how: .done), done: settled))
      decision.held = held.map { $0.belonging(to: next) }
      decision.chat = chat
      return decision
    }
    let items = room.newItems(
      unnamed.map { .init(text: $0.text, by: $0.by) }, for: question, at: place)
    let rest = (held?.lines ?? []).filter { line in !unnamed.contains(line) }
    var decision = Decision(
      fact: Fact(.itemsAdded(ItemsAdded(list: place.address, items: items)), done: settled))
    // Where a round follows, it shows the list itself.
    if question.isWrittenOnly {
      decision.say = [.entries(items.map { .init(ListWords.number($0), $0.text) })]
    }
    var waiting = HeldRound(round: next, isAnonymous: question.isAnonymous)
    waiting.add(rest)
    decision.chat = chat
    decision.held = .some(rest.isEmpty ? nil : waiting)
    return decision
  }

  private func current(_ room: Room, _ place: Place) -> HeldRound? {
    room.held(at: place.address)
  }
}

extension Room {
  /// What is held for a list now; nil where nothing is, or only lines of another round.
  func held(at list: Address) -> HeldRound? {
    held.flatMap { $0.round == session.round(of: list) ? $0 : nil }
  }
}

/// What is held once a reveal is taken back, or brought back: the lines go where the records say.
struct HeldAfter {
  let room: Room

  init(_ room: Room) { self.room = room }

  /// Lines that a reveal has shown, or a turn has said, are held again.
  func undoing(_ record: SessionRecord) -> HeldRound?? {
    guard let list = revealed(record) else { return holding(record) }
    let now = room.session.round(of: list)
    let before = HeldRound.Key(list: list, reveals: now.reveals - 1)
    let question = room.session.index.questions[list.question]?.content
    let isAnonymous = question?.isAnonymous == true
    var held = HeldRound(round: before, isAnonymous: isAnonymous)
    let said = shown(record)
    let letGo = said.isEmpty ? room.offRecord.unheld[record.number] ?? [] : []
    held.add((room.held(at: list)?.lines ?? []) + said + letGo)
    if !isAnonymous {
      held.turned = held.lines.map { ChatMemory.key($0.text, by: $0.by) }
    }
    return .some(held.lines.isEmpty ? nil : held)
  }

  /// What was said in turn stands in its author's line again, before what waits behind it.
  private func holding(_ record: SessionRecord) -> HeldRound?? {
    guard let lines = room.offRecord.unheld[record.number], let list = list(of: record) else {
      return nil
    }
    let now = room.session.round(of: list)
    let kept = room.held.flatMap { $0.round.list == list ? $0 : nil }
    // What the playbook promises counts, also where nothing else is held any more.
    let isAnonymous = room.session.index.questions[list.question]?.content.isAnonymous == true
    var held = HeldRound(round: now, isAnonymous: isAnonymous)
    held.turned = kept?.turned ?? []
    held.add(lines + (kept?.lines ?? []))
    return .some(held)
  }

  private func list(of record: SessionRecord) -> Address? {
    switch record.fact.event {
    case .itemsAdded(let added): added.list
    case .turnEnded(let list, _): list
    default: record.fact.done.first
    }
  }

  private func redoing(said record: SessionRecord) -> HeldRound?? {
    guard let lines = room.offRecord.unheld[record.number], var held = room.held else { return nil }
    for line in lines {
      if let place = held.lines.firstIndex(of: line) { held.remove(at: place) }
    }
    return .some(held.lines.isEmpty ? nil : held)
  }

  func redoing(_ record: SessionRecord) -> HeldRound?? {
    guard let list = revealed(record) else { return redoing(said: record) }
    guard var held = room.held(at: list) else { return nil }
    for line in shown(record) {
      if let place = held.lines.firstIndex(of: line) { held.remove(at: place) }
    }
    let next = HeldRound.Key(list: list, reveals: held.round.reveals + 1)
    return .some(held.lines.isEmpty ? nil : held.belonging(to: next))
  }

  /// The list whose writing a record has ended.
  private func revealed(_ record: SessionRecord) -> Address? {
    let writing = record.fact.done.first { $0.question.hasSuffix(".alone") }
    return writing.flatMap { writing in
      let list = Address(String(writing.question.dropLast(6)), items: writing.items)
      return room.session.index.questions[list.question] == nil ? nil : list
    }
  }

  private func shown(_ record: SessionRecord) -> [HeldRound.Line] {
    guard case .itemsAdded(let added) = record.fact.event else { return [] }
    return added.items.map { HeldRound.Line($0.text, by: $0.by.first) }
  }
}
