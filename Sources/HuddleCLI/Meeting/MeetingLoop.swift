import Console
import Documents
import Facilitation
import Journal
import Outcomes
import PlaybookLanguage
import Session
import Values

/// Runs a meeting at a terminal or a pipe: asks, reads, decides, saves, and only then says so.
final class MeetingLoop {
  let world: World
  let output: Output
  let reader: any LineReader
  let journal: JournalFile
  var facilitator: Facilitator
  /// Asks for the width each time: the window may have been resized.
  var printer: UtterancePrinter {
    UtterancePrinter(
      output: output, columns: Terminal(descriptor: 1, environment: world.environment).columns,
      isPlain: world.isPlain, showsTips: world.showsTips)
  }
  private let draftFile: DraftFile
  private let heldFile: HeldFile
  let chatFile: ChatFile
  let wallSteering: WallSteering
  var drafts: Drafts
  /// What was thought of before the meeting.
  var prepared: DraftedAnswers?
  var visited: Set<Address> = []
  var refill: String?
  /// What stood in the line when it was last offered.
  var offered = ""
  private var topic: String?
  private var introduced: Set<Address> = []
  var tipsGiven: Set<String> = []

  /// Whether lines of a silent round were kept here that cannot be read any more.
  private(set) var hasUnreadableLines = false

  init(_ open: SessionStore.Open, reader: any LineReader, world: World) {
    self.world = world
    self.reader = reader
    output = world.output
    journal = open.journal
    let state = StateFolder(world.stateFolder)
    let id = open.session.state.opened?.session ?? "session"
    draftFile = DraftFile(in: state, session: id)
    heldFile = HeldFile(in: state, session: id)
    chatFile = ChatFile(in: state, session: id)
    wallSteering = WallSteering(world, session: id)
    drafts = Drafts(draftFile, isResumed: open.isResumed, isTold: open.hasToldOfDrafts)
    facilitator = Facilitator(open.session)
    facilitator = Facilitator(
      open.session, held: held(open.session), chat: chatFile.load(),
      earlier: OpenWork(SessionStore(world)).privateEarlier(
        for: open.session.playbook, project: open.session.state.opened?.project ?? ""))
    if let left = drafts.leftInCell {
      // The cell is asked for again; where it is no more, its words wait at the table.
      if facilitator.resumeCells(at: left.place, moment()) {
        refill = left.text
      } else if drafts[left.place] == nil {
        drafts.set(left.text, at: left.place)
      }
    }
  }

  /// The lines of the silent round at hand, as they were left.
  private func held(_ session: MeetingSession) -> HeldRound? {
    guard let found = try? heldFile.load(where: session.isWaiting) else { return nil }
    switch found {
    case .held(let round): return round
    case .discarded:
      say([.hint("Lines of another round were kept here and are gone now.")])
      return nil
    case .unreadable(let path, let why):
      hasUnreadableLines = true
      say([
        .problem("The held lines of this round cannot be read: \(why). They are kept in \(path)."),
        .hint("What was written has to be written again, or taken from that file by hand."),
      ])
      return nil
    case .nothing: return nil
    }
  }

  // MARK: The loop

  /// Asks and takes answers until the meeting is left.
  func converse() throws -> Ending {
    while true {
      let moment = moment()
      let prompt = facilitator.prompt(moment, after: topic)
      if let why = drafts.takeFailure() {
        say([.warning("Half-typed words are not kept now (\(why)). Answers are saved as ever.")])
      }
      introduce(prompt, moment)
      let request = request(prompt, moment)
      explainOffer(prompt)
      let outcome = reader.readLine(request)
      refill = nil
      if let ending = try handle(outcome, prompt) { return ending }
      if output.failure != nil { return .terminated }
    }
  }

  /// Types a line for the facilitator: what the command line said already.
  func type(_ line: String) throws {
    let prompt = facilitator.prompt(moment())
    _ = try handle(.line(line, pasted: false), prompt)
  }

  func handle(_ outcome: ReadOutcome, _ prompt: Prompt) throws -> Ending? {
    switch outcome {
    case .line(let line, let isPasted):
      if let ending = try refuseLongAnswer(line, prompt) { return ending }
      if let meant = facilitator.meant(by: line, behind: offered, moment()) {
        if let place = prompt.place {
          drafts.set(offered == prompt.offer ? nil : offered, at: place)
        }
        let ending = try carryOut(facilitator.decide(meant, moment()), typed: meant, prompt)
        // The words come back where they stood, and nowhere else.
        let next = facilitator.prompt(moment())
        if refill == nil, next.place == prompt.place, next.label == prompt.label {
          refill = offered
        }
        return ending
      }
      return try carryOut(
        facilitator.decide(line, behind: offered, isPasted: isPasted, moment()), typed: line, prompt
      )
    case .interrupted(let draft):
      keep(draft, prompt)
      let asked = drafts.cancelled()
      refill = draft.isEmpty ? asked ?? draft : draft
      facilitator.cancelDialog()
      say([
        .hint("Nothing is lost. Enter goes on, /quit leaves, huddle resume comes back.")
      ])
      return nil
    case .expired(let draft):
      refill = draft
      return nil
    case .endOfInput(let draft):
      keep(draft, prompt)
      return .paused
    case .terminated(let draft):
      keep(draft, prompt)
      return .terminated
    case .hungUp(let draft):
      keep(draft, prompt)
      return .hungUp
    case .refused(let draft, let refusal):
      return refuse("\(refusal)".capitalizedFirst + ": it is no answer.", draft, prompt)
    }
  }

  // MARK: Asking

  /// Puts words into the line at a place that is asked now; false where it is not, or has some.
  func offer(_ line: String, at place: Address) -> Bool {
    guard facilitator.prompt(moment()).place == place, drafts[place] == nil, prepared == nil else {
      return false
    }
    drafts.set(line, at: place)
    return true
  }

  /// Asks something before anything else.
  func ask(_ dialog: Dialog) { facilitator.ask(dialog) }

  private func introduce(_ prompt: Prompt, _ moment: Moment) {
    // A question back does not make the question at hand a new one.
    if facilitator.dialog != nil { return say(prompt.opening) }
    defer { topic = prompt.topic }
    guard prompt.topic != topic else { return }
    if let place = prompt.place, introduced.insert(place).inserted {
      say(facilitator.leadIn(moment))
    } else if prompt.place == nil,
      introduced.insert(Address("room.close")).inserted
    {
      say(facilitator.leadIn(moment))
    }
    say(prompt.opening.filter(isNews))
  }

  /// A tip helps once; in a loop it would push the question off the screen.
  private func isNews(_ utterance: Utterance) -> Bool {
    guard case .tip(let words) = utterance else { return true }
    return tipsGiven.insert(words).inserted
  }

  func moment() -> Moment {
    let now = world.now()
    return Moment(now: now, offset: world.offset(at: now))
  }

  /// Whether somebody at a terminal can answer otherwise than was written beforehand.
  var isSomebodyThere: Bool { world.hasTerminal && !(reader is ScriptedReader) }

  /// What comes through a pipe ends here: its next line was meant for the next question.
  private func refuse(_ words: String, _ draft: String, _ prompt: Prompt) -> Ending? {
    say([.problem(words)])
    keep(draft, prompt)
    guard !isSomebodyThere else {
      refill = draft
      return nil
    }
    say([.hint("Nothing after it was read. Mend it; huddle resume comes back to this place.")])
    return .refused
  }

  /// An answer has 64 KiB at most; a longer one goes to a file, from which it can be cut to size.
  private func refuseLongAnswer(_ line: String, _ prompt: Prompt) throws -> Ending?? {
    let longest =
      prompt.takesLines
      ? line.split(whereSeparator: \.isNewline).map(\.utf8.count).max() ?? 0 : line.utf8.count
    guard longest > Self.longestAnswer else { return nil }
    let words = "This is \(longest) bytes long; an answer has \(Self.longestAnswer) at most."
    guard mayBeKept(prompt) else {
      return .some(refuse(words + " It was not kept, since this is written alone.", "", prompt))
    }
    let path = try Failure.from { () throws(JournalError) in try draftFile.setAside(line) }
    return .some(refuse(words + " All of it is in \(path).", "", prompt))
  }

  private static let longestAnswer = 64 << 10

  /// A file of what is too long is nothing for what is written alone, or voted.
  private func mayBeKept(_ prompt: Prompt) -> Bool {
    !prompt.isSecret && (prompt.history != nil || prompt.place == nil)
  }

  /// Keeps a paste that no line takes; nil where it may not be kept, or cannot.
  func setAside(_ text: String, _ prompt: Prompt) -> String? {
    mayBeKept(prompt) ? try? draftFile.setAside(text) : nil
  }

  func say(_ utterances: [Utterance]) { printer.print(utterances, facilitator.session) }

  // MARK: Drafts

  /// What becomes of a line as a draft, now that it was taken.
  private func settleDraft(_ line: String, _ decision: Decision, _ prompt: Prompt, isRecorded: Bool)
  {
    guard decision.refill?.isEmpty != false else {
      if decision.dialog == nil { _ = drafts.cancelled() }
      return
    }
    guard let place = prompt.place else {
      if let here = facilitator.session.place?.address { drafts.setAside(nil, at: here) }
      if decision.dialog == nil { drafts.answered() }
      return
    }
    if decision.dialog != nil, !isRecorded {
      if prompt.history != nil, !isSecret(line) { drafts.wait(line, at: place) }
    } else if isRecorded, !Drafts.isCommand(line), decision.fact?.event.isRoomCapture != true {
      drafts.set(nil, at: place)
    } else {
      drafts.drop(line, at: place)
    }
  }

  // MARK: Deciding

  /// Puts the decision's fact on disk, and then says what it came to.
  private func carryOut(_ decision: Decision, typed line: String, _ prompt: Prompt) throws
    -> Ending?
  {
    let moment = moment()
    if decision.leave == .closed,
      let kept = facilitator.question(aboutKept: drafts.unasked(), moment)
    {
      facilitator.ask(kept)
      return nil
    }
    let facts = facilitator.facts(for: decision, moment)
    let consequences = facilitator.consequences(of: decision, moment)
    if facts.isEmpty, case .some(let held) = decision.held, try !hold(held, line, prompt) {
      return nil
    }
    var records: [SessionRecord] = []
    if !facts.isEmpty {
      do {
        defer { tellNotices() }
        records = try journal.append(facts, at: moment.now)
      } catch {
        refill = line
        // What was rescued holds the line already, and its place is another file now.
        if !error.isMoved { keep(line, prompt) }
        guard error.isNotSaved, error.mayBeTriedAgain, isSomebodyThere else {
          // Where the session is gone from its place, the words are not gone with it.
          let isKept = !error.isMoved && prompt.place.map { drafts[$0] == line } ?? false
          throw Failure(
            error,
            isKept
              ? "; the line is kept, and huddle resume offers it again once the session is in its place"
              : "")
        }
        say([.problem(error.description)])
        return nil
      }
    }
    facilitator.accept(decision, records)
    if let chat = decision.chat { try? chatFile.store(chat) }
    if !facts.isEmpty, case .some(let held) = decision.held { _ = try hold(held, line, prompt) }
    settleDraft(line, decision, prompt, isRecorded: !records.isEmpty)
    if let draft = decision.draft { drafts.add(draft) }
    refill = decision.refill?.isEmpty == true ? nil : decision.refill
    if decision.asksAgain { topic = nil }
    say(decision.say + consequences)
    return try leave(decision, prompt)
  }

  private func hold(_ round: HeldRound?, _ line: String, _ prompt: Prompt) throws(Failure) -> Bool {
    do throws(JournalError) {
      if let round { try heldFile.store(round) } else { try heldFile.discard() }
      return true
    } catch {
      guard isSomebodyThere else { throw Failure(error) }
      say([
        .problem(error.description),
        .hint("The words still stand in the line, unseen. Ctrl-U clears it."),
      ])
      // Unseen, the next line would be typed onto this one.
      refill = prompt.takesLines ? line + "\n" : line
      return false
    }
  }
}

extension SessionEvent {
  /// Something noted on the way, which leaves the question at hand as it is.
  var isRoomCapture: Bool {
    if case .itemsAdded(let added) = self { return Address.Room(added.list) != nil }
    return false
  }
}
