import PlaybookLanguage
package import Session
package import Values

/// Runs a meeting: says what is asked now, and decides what an input comes to.
///
/// It holds the session, the question back and the held lines, and changes nothing by itself: the
/// loop around it puts a decision's fact on disk first and only then calls `accept`.
package struct Facilitator: Sendable {
  package private(set) var session: MeetingSession
  /// The session as it is on record, while `session` reads of earlier ones what is not there yet.
  private var recorded: MeetingSession?
  package private(set) var dialog: Dialog?
  package private(set) var offRecord: OffRecord
  /// Questions back that a command's own one came between, the innermost last.
  private var waiting: [Dialog] = []
  /// What is read of earlier meetings once it is known who is here.
  private let earlier: PrivateEarlier

  package init(
    _ session: MeetingSession, held: HeldRound? = nil, chat: ChatMemory = ChatMemory(),
    earlier: PrivateEarlier = PrivateEarlier()
  ) {
    self.session = session
    self.earlier = earlier
    offRecord = OffRecord(held: held.flatMap(session.caughtUp), chat: chat)
    readEarlier()
  }

  /// Reads of earlier sessions what the people who are here may read, without putting it on record.
  private mutating func readEarlier() {
    let base = recorded ?? session
    let links = earlier.links(for: base)
    recorded = links.isEmpty ? nil : base
    session = base.reading(links)
  }

  package var held: HeldRound? { offRecord.held }

  /// All that a decision of this moment looks at.
  package func room(_ moment: Moment) -> Room { Room(session, offRecord, moment: moment) }

  // MARK: Asking

  /// What to ask now; `known` is the topic of the prompt before, whose lists are on the screen.
  package func prompt(_ moment: Moment, after known: String? = nil) -> Prompt {
    let room = Room(session, offRecord, moment: moment, knownTopic: known)
    var prompt = asked(room)
    // A question back in such a round may be about its words.
    let question = room.place?.question
    let isHeld = question.map { q in room.place.map { Round.isWriting(q, room, $0) } ?? false }
    prompt.isSecret = prompt.isHidden || prompt.isWiped || isHeld ?? false
    return prompt
  }

  private func asked(_ room: Room) -> Prompt {
    if let dialog { return DialogHandler(dialog).prompt(room) }
    let silence = Silence(room)
    if silence.stands { return silence.prompt }
    guard let place = room.place else { return ClosingHandler().prompt(room) }
    return Handlers.handler(for: place, in: room).prompt(room, place)
  }

  /// What is said on the way to the place at hand: section headers, words, pictures, warnings.
  package func leadIn(_ moment: Moment) -> [Utterance] {
    let room = self.room(moment)
    return LeadIn(room).utterances
  }

  // MARK: Deciding

  /// What a typed line (or a paste) comes to.
  ///
  /// Pure: nothing has happened yet.
  package func decide(
    _ line: String, behind offer: String = "", isPasted: Bool = false, _ moment: Moment
  ) -> Decision {
    let room = self.room(moment)
    if let doubt = TypedBehind(line, behind: offer, room, dialog).doubt {
      return Decision(dialog: doubt)
    }
    if let dialog { return DialogHandler(dialog).decide(room, line) }
    if let command = SlashCommand.parse(line) { return command.run(room) }
    let silence = Silence(room)
    if silence.stands { return silence.decide(line) }
    guard let place = room.place else { return ClosingHandler().decide(room, line.unslashed) }
    return Self.answer(line, room, place, isPasted: isPasted)
  }

  /// What somebody means who typed behind the words that stood in the line: a command, `?? finn
  /// fri`, another answer; nil where the line is meant as a whole.
  package func meant(by line: String, behind offer: String, _ moment: Moment) -> String? {
    let room = self.room(moment)
    return TypedBehind(line, behind: offer, room, dialog).meant
  }

  /// What a line that is no command comes to at a place.
  static func answer(_ line: String, _ room: Room, _ place: Place, isPasted: Bool) -> Decision {
    let handler = Handlers.handler(for: place, in: room)
    let isReplayed = handler is ReplayHandler && ReplayHandler.leavingOut.contains(line.trimmed)
    if !isPasted, !isReplayed, let captured = Shorthand(line).decide(room, place) {
      return captured
    }
    let decision = handler.decide(room, place, line.unslashed, isPasted: isPasted)
    return LateBallot(line, room, place)?.asking(otherwise: decision) ?? decision
  }

  /// The same for an answer that is not typed at a prompt: no slash command, no shorthand.
  package func decide(literal line: String, _ moment: Moment) -> Decision {
    let room = self.room(moment)
    if let dialog { return DialogHandler(dialog).decide(room, line) }
    guard let place = room.place else { return ClosingHandler().decide(room, line) }
    return Handlers.handler(for: place, in: room).decide(room, place, line, isPasted: false)
  }

  /// The same for a table's row whose cells come by name.
  package func decide(row: [JSONValue.Member], _ moment: Moment) -> Decision {
    let room = self.room(moment)
    guard let place = room.place, let question = place.question, question.kind == .table else {
      return .problem("No table is asked for here.")
    }
    return TableHandler(question).decide(room, place, row: row)
  }

  /// The same for all tasks of a schedule at once, so that one may come after a later one.
  package func decide(tasks rows: [[JSONValue.Member]], _ moment: Moment) -> Decision {
    let room = self.room(moment)
    guard let place = room.place, let question = place.question, question.kind == .schedule else {
      return .problem("No schedule is asked for here.")
    }
    return ScheduleHandler(question).decide(room, place, rows: rows)
  }

  /// What an input of a file of answers comes to.
  package func decide(_ input: AnswerScript.Input, _ moment: Moment) -> Decision {
    let decision =
      switch input {
      case .line(let line): decide(literal: line, moment)
      case .skip: decide("/skip", moment)
      case .row(let row): decide(row: row, moment)
      case .tasks(let tasks): decide(tasks: tasks, moment)
      }
    return AnswerScript.marked(decision)
  }

  /// The facts of one decision, completed: what it asks again, and the step it leads to.
  ///
  /// They are appended in one write; the bookkeeping one may be lost without harm.
  package func facts(for decision: Decision, _ moment: Moment) -> [Fact] {
    guard let fact = decision.fact else { return [] }
    if fact.event == .sessionClosed {
      // What was read all along is on record before the end.
      return (recorded.map(earlier.links) ?? []) + Closing(session).facts
    }
    var (facts, next) = completed([fact] + decision.further, moment)
    if let recorded, !next.isNothingSaid {
      // What was read until now, and led to this, goes on record before it.
      (facts, next) = completed(earlier.links(for: recorded) + [fact] + decision.further, moment)
    }
    next = next.reading(earlier.links(for: next))
    guard let section = next.place?.section?.id, section != next.state.lastStep
    else { return facts }
    return facts + [Fact(.stepEntered(step: section))]
  }

  /// Facts in their order, each with what it asks again, and the session behind them.
  private func completed(_ facts: [Fact], _ moment: Moment) -> ([Fact], MeetingSession) {
    var next = recorded ?? session
    let completed = facts.map { fact in
      let completed = next.completed(fact, at: moment.now)
      next = next.with(completed, at: moment.now)
      return completed
    }
    return (completed, next)
  }

  // MARK: Accepting

  /// Takes over what is on disk now, and the decision's question back and held lines.
  package mutating func accept(_ decision: Decision, _ records: [SessionRecord]) {
    if let base = recorded {
      session = base
      recorded = nil
    }
    for record in records { session.append(record) }
    readEarlier()
    take(decision)
    offRecord = offRecord.taking(
      decision, from: records.first?.number, record: session.log.nextNumber - 1)
  }

  /// Goes on as if a decision were on disk: for a meeting that is only tried.
  mutating func suppose(_ decision: Decision, _ moment: Moment) {
    let first = session.log.nextNumber
    let facts = facts(for: decision, moment)
    session = recorded ?? session
    recorded = nil
    for fact in facts { session = session.with(fact, at: moment.now) }
    readEarlier()
    take(decision)
    offRecord = offRecord.taking(decision, from: first, record: session.log.nextNumber - 1)
  }

  /// The question back that a decision leaves, or the one that it came between.
  private mutating func take(_ decision: Decision) {
    if decision.endsDialogs { waiting = [] }
    if let interrupted = decision.interrupted { waiting.append(interrupted) }
    dialog = decision.dialog
    while dialog == nil, let next = waiting.popLast() {
      if !isAnswered(next) { dialog = next }
    }
  }

  /// Whether the cell that a question back asks for has come by another way, or its row has gone.
  private func isAnswered(_ dialog: Dialog) -> Bool {
    guard case .cells(_, let open)? = dialog.purpose ?? dialog.otherwise, let cell = open.first
    else { return false }
    guard let item = session.state.item(cell.item), item.isLive else { return true }
    return item[cell.column] != .null
  }

  package mutating func cancelDialog() {
    dialog = nil
    waiting = []
  }

  /// Asks for the cells of a table's last row again, for one of which somebody was typing when the
  /// meeting stopped; false where there are none.
  package mutating func resumeCells(at table: Address, _ moment: Moment) -> Bool {
    guard dialog == nil, let cells = Cells.unfinished(at: table, room(moment)) else { return false }
    dialog = cells
    return true
  }

  /// Asks something before what is asked now: what only the tool around can know to ask.
  package mutating func ask(_ question: Dialog) { dialog = question }

  /// What an amended answer does: `lift £25,200 → £7,200; 2 questions go, 1 comes`; and whose
  /// answer to a sign-off was for another text.
  package func consequences(of decision: Decision, _ moment: Moment) -> [Utterance] {
    let facts = facts(for: decision, moment)
    return changes(decision, moment)
      + SignedTextChange(session, facts, moment).words
      + SettledPoints(session, facts, moment).words
  }

  /// Whether a question was dealt with before: answered, left, or kept as an open point.
  private func wasPassed(_ address: Address) -> Bool {
    let state = session.state
    return state.answers[address] != nil || state.endings[address] != nil
      || state.liveItems(in: Address.Room.open.address).contains {
        $0["about"].string == address.description
      }
  }

  /// The question whose answer, or the list whose entries, an event changes.
  private func changed(by event: SessionEvent) -> Address? {
    switch event {
    case .answerSet(let answer): answer.address
    case .itemEdited(let edited): session.state.item(edited.item)?.list
    case .itemsRemoved(let items): items.first.flatMap(session.state.item)?.list
    case .itemMerged(let item, _): session.state.item(item)?.list
    case .itemsAdded(let added): added.list
    default: nil
    }
  }

  private func changes(_ decision: Decision, _ moment: Moment) -> [Utterance] {
    guard let fact = decision.fact, let changed = changed(by: fact.event), wasPassed(changed) else {
      return []
    }
    let consequence = Consequence(fact, room(moment))
    return (consequence.words.map { [.hint($0)] } ?? [])
      + consequence.warnings.map { .warning($0) }
  }
}

extension String {
  /// `//` at the start is a real slash.
  var unslashed: String { hasPrefix("//") ? String(dropFirst()) : self }
}
