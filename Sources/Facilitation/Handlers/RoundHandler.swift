import PlaybookLanguage
import Session
import Values

/// A list that everyone fills, one each in turn; before that, alone and in silence where asked.
///
/// The prompt is the person. Enter passes; when everybody has passed in a row, the round is over.
struct RoundHandler: Handler {
  let question: Question

  init(_ question: Question) { self.question = question }

  func prompt(_ room: Room, _ place: Place) -> Prompt {
    let round = Round(question, room, place)
    if round.isWriting { return WritingAlone(question).prompt(room, place) }
    let entries = room.isNew(place) ? room.entries(of: place.address) : []
    // After the writing the question has been read out already.
    let asking = question.alone == nil ? room.asking(question, place) : []
    let opening = asking + (entries.isEmpty ? [] : [.entries(entries)])
    let history = question.isAnonymous ? nil : "list"
    if let item = round.unfinished {
      return Prompt(
        place: place.address, label: "finish \(item.number ?? 0)", offer: item.text + " ",
        history: history, opening: [.question("This one was left unfinished. How does it go on?")])
    }
    guard let seat = round.next else {
      var prompt = Prompt(
        place: place.address, label: place.label, takesLines: true, history: history,
        opening: opening + [
          .hint(
            question.isAnonymous
              ? "A line adds one more, without a name; Enter ends."
              : "Nobody is left to ask. A line adds one more; Enter ends.")
        ])
      // A line may begin with a name.
      prompt.isWiped = question.isAnonymous
      return prompt
    }
    let words = Utterance.hint(
      entries.isEmpty
        ? "Now one each, \(seat.name) first, no debate. Enter passes; a full dry round ends it."
        : "One each, now \(seat.name). Enter passes; a full dry round ends it.")
    return Prompt(
      place: place.address, label: seat.name, offer: round.heldLine(of: seat.id) ?? "",
      takesLines: true, history: "list", opening: opening + [words])
  }

  func decide(_ room: Room, _ place: Place, _ line: String, isPasted: Bool) -> Decision {
    let round = Round(question, room, place)
    if round.isWriting { return WritingAlone(question).decide(room, place, line) }
    if let item = round.unfinished { return finish(item, line, round) }
    let words = line.trimmed
    let seat = round.next
    if question.isAnonymous, !words.isEmpty { return addLate(words, round) }
    if words.isEmpty { return pass(seat, round) }
    if let second = ListWords.second(words, by: seat, in: place.address, room) { return second }
    let lines = EntryLines(line, room)
    if lines.areSeveral { return Decision(dialog: PasteReview(line, room).dialog) }
    guard let first = lines.all.first else { return pass(seat, round) }
    if Shorthand.isNone(first.text), let person = first.by.flatMap(room.state.person) {
      return none(person, round)
    }
    if let refusal = ListWords.refusal(of: first.text, in: place.address, room) { return refusal }
    guard let seat else { return add([first], nil, round, .typed) }
    return speak(first, seat, round)
  }

  // MARK: Turns

  private func speak(_ entry: EntryLines.Entry, _ seat: Participant, _ round: Round) -> Decision {
    guard let other = entry.by, other != seat.id else {
      return add([.init(text: entry.text, by: seat.id)], seat, round, .typed)
    }
    var decision = add([entry], nil, round, .typed)
    decision.say = decision.say.map { said in
      guard case .noted(let words) = said else { return said }
      return .noted("\(words), out of turn. Still \(seat.name).")
    }
    return decision
  }

  /// What comes after the lines of an anonymous round were shown.
  private func addLate(_ words: String, _ round: Round) -> Decision {
    let (room, list) = (round.room, round.place.address)
    if let second = ListWords.second(words, by: nil, in: list, room) { return second }
    if let refusal = ListWords.refusal(of: words, in: list, room) { return refusal }
    return AnonymousLines(words, room, at: list).decide { entries in
      guard !entries.isEmpty else { return Decision(say: [.hint("Nothing new in that.")]) }
      return add(entries, nil, round, entries.count > 1 ? .pasted : .typed)
    }
  }

  func add(
    _ entries: [EntryLines.Entry], _ seat: Participant?, _ round: Round, _ via: AnswerSource
  ) -> Decision {
    var items = round.room.newItems(entries, for: question, at: round.place)
    for index in items.indices where items[index].text.hasSuffix("..") {
      items[index].text = String(items[index].text.reversed().drop { $0 == "." }.reversed()).trimmed
      items[index].row = [.init("unfinished", .bool(true))]
    }
    var decision = Decision(
      fact: Fact(
        .itemsAdded(
          ItemsAdded(list: round.place.address, items: items, via: via, turn: seat?.id))),
      say: [.noted(ListWords.acknowledgement(items, round.room))])
    if let seat, let line = round.line(of: seat.id, said: entries.first?.text ?? "") {
      decision.held = .some(round.held(without: line))
      decision.unheld = [line]
    }
    return decision
  }

  /// A pass; where nobody is left who could, the end of the round.
  private func pass(_ seat: Participant?, _ round: Round) -> Decision {
    guard let seat else {
      return end(Decision(fact: round.room.settling(round.place)), round)
    }
    return pass(
      seat, round, .turnEnded(list: round.place.address, person: seat.id), "\(seat.name) passes")
  }

  /// Somebody's turn without an entry, as this fact; the last one ends the round.
  func pass(_ seat: Participant, _ round: Round, _ event: SessionEvent, _ words: String)
    -> Decision
  {
    let passed = Decision(fact: Fact(event), say: [.noted(words)])
    let isOver = round.isOver(afterPassing: seat.id)
    guard isOver, !round.hasUnfinished else { return passed }
    return end(passed, round)
  }

  /// Somebody who was asked and has nothing; out of turn, the turn stays.
  func none(_ person: Participant, _ round: Round) -> Decision {
    let isTurn = round.next?.id == person.id
    let own = Address(question.id, items: round.place.address.items, person: person.id)
    let answer = AnswerSet(
      address: own, value: .null, by: isTurn ? person.id : nil, why: Shorthand.none)
    let still = round.next.map { isTurn ? "" : ", out of turn. Still \($0.name)." } ?? ""
    return pass(person, round, .answerSet(answer), "\(person.name): \(Shorthand.none)\(still)")
  }

  private func end(_ decision: Decision, _ round: Round) -> Decision {
    let count = round.room.state.liveItems(in: round.place.address).count
    let least = max(question.minimum ?? 0, question.isRequired ? 1 : 0)
    guard count >= least else {
      return .problem("At least \(least) needed before the round can end.")
    }
    var ending = decision
    ending.fact?.done = [round.place.address]
    ending.say.append(.noted("\(count) in all"))
    return leavingNothingHeld(ending, round)
  }

  /// Lines that were written and never said are offered before the round ends.
  func leavingNothingHeld(_ passed: Decision, _ round: Round) -> Decision {
    guard let held = round.room.held(at: round.place.address), !held.lines.isEmpty else {
      return passed
    }
    let entries = held.lines.map { EntryLines.Entry(text: $0.text, by: $0.by) }
    var keeping = add(entries, nil, round, .pasted)
    keeping.fact?.done = passed.fact?.done ?? []
    if round.isWriting { keeping.fact?.done.append(round.place.address.writing) }
    keeping.held = .some(nil)
    keeping.unheld = held.lines
    var dropping = passed
    dropping.held = .some(nil)
    dropping.unheld = held.lines
    if question.isAnonymous {
      // Pasted with the whole chat at a later list, they would come back with their authors.
      dropping.chat = round.room.offRecord.chat.remembering(
        held.lines.map { ChatMemory.key($0.text, unsaidIn: round.place.address) })
    }
    let count = entries.count
    return Decision(
      dialog: .yesNo(
        "\(count.counted("written line was", "written lines were")) not said. Add \(count.agreeing("it", "them"))?",
        yes: .decide(keeping), no: .decide(dropping)))
  }

  private func finish(_ item: Item, _ line: String, _ round: Round) -> Decision {
    let words = Self.joined(item.text, line.trimmed)
    let isLast = round.unfinishedItems.count == 1
    // What was written and never said is offered before the round ends, however it ends.
    let asking =
      isLast
      ? leavingNothingHeld(Decision(fact: round.room.settling(round.place)), round).dialog : nil
    return Decision(
      fact: Fact(
        .itemEdited(ItemEdited(item: item.id, text: words, row: [.init("unfinished", .null)])),
        done: isLast && asking == nil ? [round.place.address] : []),
      say: [.noted("\(item.number ?? 0) \(words)")], dialog: asking)
  }
}

extension RoundHandler {
  /// The blank behind what was left unfinished is for a word; a comma goes where it belongs.
  private static func joined(_ unfinished: String, _ line: String) -> String {
    guard !line.isEmpty else { return unfinished }
    let rest = line.dropFirst(unfinished.count + 1)
    guard line.hasPrefix(unfinished + " "), let mark = rest.first, ",.;:!?…".contains(mark) else {
      return line
    }
    return unfinished + rest
  }
}

/// How a round stands: worked out from the records, never stored.
struct Round {
  let question: Question
  let room: Room
  let place: Place
  private let seats: [Participant]
  private let turns: SessionState.Turns

  init(_ question: Question, _ room: Room, _ place: Place) {
    self.question = question
    self.room = room
    self.place = place
    turns = room.state.turns[place.address] ?? SessionState.Turns()
    seats = Self.seating(question, room, place)
  }

  /// The one who starts first, then in order of joining; those who are away are skipped.
  private static func seating(_ question: Question, _ room: Room, _ place: Place) -> [Participant] {
    let everyone = room.state.people
    var first: String?
    if let starts = question.starts,
      case .person(let person) = room.scope.evaluate(starts, place.bindings)
    {
      first = person.id
    }
    return everyone.filter { $0.id == first } + everyone.filter { $0.id != first }
  }

  /// Next is the next seat present, after the last who had a turn, that has not passed.
  ///
  /// An anonymous round has no turns: whose turn it is would be whose words they are.
  var next: Participant? {
    guard !question.isAnonymous else { return nil }
    let start =
      turns.last.flatMap { last in seats.firstIndex { $0.id == last } }.map { $0 + 1 } ?? 0
    let order = seats[start...] + seats[..<start]
    return order.first { $0.isHere && !turns.passed.contains($0.id) }
  }

  func isOver(afterPassing person: String) -> Bool {
    seats.filter { $0.isHere && $0.id != person }.allSatisfy { turns.passed.contains($0.id) }
  }

  // MARK: Unfinished lines

  var unfinishedItems: [Item] {
    room.state.liveItems(in: place.address).filter { $0["unfinished"] == .bool(true) }
  }

  var hasUnfinished: Bool { !unfinishedItems.isEmpty }

  /// Asked again once everybody has passed.
  var unfinished: Item? { next == nil ? unfinishedItems.first : nil }

  // MARK: Writing alone

  var isWriting: Bool { Self.isWriting(question, room, place) }

  static func isWriting(_ question: Question, _ room: Room, _ place: Place) -> Bool {
    guard question.kind == .list, question.respondent == .everyone else { return false }
    return (question.alone != nil || question.isWrittenOnly)
      && !room.state.settled.contains(place.address.writing)
  }

  /// What somebody wrote alone waits for their turn.
  func heldLine(of person: String) -> String? {
    room.held(at: place.address)?.lines.first { $0.by == person }?.text
  }

  /// The held line that this person has just said, in these words or nearly so.
  func line(of person: String, said: String) -> HeldRound.Line? {
    let own = room.held(at: place.address)?.lines.filter { $0.by == person } ?? []
    return own.first { $0.text == said } ?? own.first { Likeness.isVersion($0.text, of: said) }
  }

  /// What is still held without a line; nil for nothing.
  func held(without line: HeldRound.Line) -> HeldRound? {
    guard var held = room.held(at: place.address), let at = held.lines.firstIndex(of: line) else {
      return nil
    }
    held.remove(at: at)
    return held.lines.isEmpty ? nil : held
  }
}
