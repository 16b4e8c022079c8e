import PlaybookLanguage
import Session
import Values

extension SlashCommand {
  static let movingCommands: [SlashCommand] = [
    SlashCommand(
      "back", "[ID]", .moving, "go to the question before this one, or to any earlier one",
      atDialog: .endsIt
    ) { room, words in Moving(room).back(to: words) },
    SlashCommand("next", "", .moving, "leave this question as it is and go on", atDialog: .endsIt) {
      room, _ in Moving(room).leave(.done)
    },
    SlashCommand(
      "skip", "", .moving, "skip this question; it stays on the list of what is open",
      atDialog: .endsIt
    ) { room, _ in Moving(room).leave(.deferred) },
    SlashCommand(
      "wrap", "", .moving, "go to the closing; what is left is listed as not talked about",
      atDialog: .endsIt
    ) { room, _ in Moving(room).wrap() },
    SlashCommand(
      "vote", "[N N N or ID]", .moving,
      "hands for each entry of this list, or a vote held again: /vote 3 5 0, /vote dots",
      atDialog: .endsIt
    ) { room, words in QuickVote(room).decide(words) },
    SlashCommand(
      "reveal", "", .moving, "end a vote or the writing alone now, without those who are missing",
      atDialog: .endsIt
    ) { room, _ in Moving(room).reveal() },
    SlashCommand(
      "time", "[+5 or share]", .moving,
      "when this section ends; more or fewer minutes; share takes the overrun from the rest"
    ) { room, words in Moving(room).time(words) },
  ]
}

/// Going back, on, and to the end.
struct Moving {
  let room: Room

  init(_ room: Room) { self.room = room }

  private var settledQuestions: [Place] {
    room.agenda.places.filter { room.agenda.isSettled($0) && $0.isAnswered }
  }

  func back(to words: String) -> Decision {
    guard !words.isEmpty else { return previous() }
    let typed = TextFolding.fold(words)
    let known = settledQuestions
    let called = ItemNames(room).place(words)
    let named =
      called.flatMap { place in known.first { $0.address == place.address } }
      ?? known.last { place in
        [place.label, place.address.description, place.address.question]
          .contains { TextFolding.fold($0) == typed }
      }
    guard let named else {
      if let called { return .problem(later(called)) }
      let near = NearestWord.find(words, in: settledQuestions.map(\.label))
      return .problem(
        "No earlier question is called “\(words)”."
          + (near.map { " Did you mean \($0)?" } ?? " /agenda lists them."))
    }
    return reopen(named)
  }

  /// Why one cannot go back to a question that is there.
  private func later(_ place: Place) -> String {
    place.address == room.place?.address
      ? "\(place.label.quoted) is what is asked now."
      : "\(place.label.quoted) is not answered yet: >\(place.address.description) WORDS keeps words for it."
  }

  private func previous() -> Decision {
    if let line = lastReadBack { return line }
    let places = room.agenda.places
    let here = room.place.flatMap { place in places.firstIndex(of: place) } ?? places.count
    guard
      let before = places[..<here].last(where: {
        room.agenda.isSettled($0) && $0.isAnswered
      })
    else {
      return first
    }
    return reopen(before)
  }

  /// In the read-back, the line before is what somebody just answered: it is read again.
  private var lastReadBack: Decision? {
    guard room.place?.question?.kind == .readback, let last = room.session.log.undoTarget,
      case .outcomeRead(let read) = last.fact.event
    else { return nil }
    return Decision(
      fact: Fact(.eventsUndone(targets: [last.number])), say: [.hint("Back to \(read.outcome).")])
  }

  /// Before the first question it was asked who is here, which is changed at any time.
  private var first: Decision {
    guard !room.state.people.isEmpty else {
      return .problem("This is the first question: there is none to go back to.")
    }
    var people = Attendance(room).people("")
    people.say.append(
      .hint(
        "This is the first question. Before it stands only who is here: /people bo=Boris renames, "
          + "/join NAME and /leave NAME change it. /project NAME mends the project’s name."))
    return people
  }

  private func reopen(_ place: Place) -> Decision {
    Decision(
      fact: Fact(.stepReopened(step: place.address), again: [place.address]),
      say: [.hint("Back to \(place.label). After it we go on from where we were.")])
  }

  func leave(_ how: SessionEvent.StepEnding) -> Decision {
    guard let place = room.place else { return .problem("Everything is asked: Enter closes.") }
    if how == .done, let question = place.question, question.isRequired,
      !room.hasAnswer(place)
    {
      return .problem("\(place.label) is needed: ?? keeps it as an open point, /skip defers it.")
    }
    let ending = how == .done && !room.hasAnswer(place) ? .skipped : how
    let left = Decision(
      fact: room.settling(place, ending),
      say: ending == .deferred ? [.noted("\(place.label): not talked about, on the list")] : [])
    guard let question = place.question else { return left }
    if question.isSecretVote { return leavingNoBallot(left, question, place) }
    return RoundHandler(question).leavingNothingHeld(left, Round(question, room, place))
  }

  /// Ballots that are in are counted or let go, but never forgotten.
  private func leavingNoBallot(_ left: Decision, _ question: Question, _ place: Place) -> Decision {
    guard let held = room.held(at: place.address), !held.lines.isEmpty else { return left }
    var dropping = left
    dropping.held = .some(nil)
    let counted =
      question.kind == .vote
      ? VoteHandler(question).close(room, place) : FistHandler(question).close(room, place)
    let count = held.lines.count
    return Decision(
      dialog: .yesNo(
        "\(count.counted("vote is", "votes are")) held. Count \(count.agreeing("it", "them"))?",
        yes: .decide(counted), no: .decide(dropping)))
  }

  /// Lines that were written alone are never left behind unseen.
  private var heldRefusal: Decision? {
    guard let place = room.place, let held = room.held(at: place.address), !held.lines.isEmpty
    else {
      return nil
    }
    let count = held.lines.count
    return .problem(
      "\(count.counted("written line is", "written lines are")) still held here: "
        + "/skip asks what becomes of \(count.agreeing("it", "them")).")
  }

  /// What is hidden so far is shown, whoever is missing.
  func reveal() -> Decision {
    guard let place = room.place, let question = place.question else {
      return .problem("Nothing is hidden here.")
    }
    if Round.isWriting(question, room, place) {
      return WritingAlone(question).decide(room, place, "")
    }
    switch question.kind {
    case .vote: return VoteHandler(question).close(room, place)
    case .fist: return FistHandler(question).close(room, place)
    default: return .problem("Nothing is hidden here: /reveal ends a vote or the writing alone.")
    }
  }

  /// Defers everything before the closing's read-back, by name, in one step.
  func wrap() -> Decision {
    let places = room.agenda.places
    let closing =
      places.first { $0.question?.kind == .readback }?.section
      ?? room.agenda.sections.last
    let open = places.filter {
      !room.agenda.isSettled($0) && ($0.section?.number ?? 0) < (closing?.number ?? 0)
        && $0.section != nil
    }
    if let refusal = heldRefusal { return refusal }
    guard let first = open.first else { return .problem("Nothing is left before the closing.") }
    let asked = open.filter { $0.question != nil }
    return Decision(
      fact: Fact(.stepLeft(step: first.address, how: .deferred), done: open.map(\.address)),
      say: [.noted("Not talked about, on the list. /undo takes this back.")]
        + (asked.isEmpty ? [] : [.entries(unasked(asked))]))
  }

  /// The questions in their words, each once: of a loop the first, with how many more there are.
  private func unasked(_ places: [Place]) -> [Utterance.Entry] {
    var shown: [(id: Question.ID, words: String, count: Int)] = []
    for place in places {
      guard let question = place.question else { continue }
      if let known = shown.firstIndex(where: { $0.id == question.id }) {
        shown[known].count += 1
      } else {
        let begun = room.hasAnswer(place) ? ", begun" : ""
        shown.append((question.id, SetAside.words(of: question, place, room.scope) + begun, 1))
      }
    }
    return shown.map { entry in
      .init("–", entry.words + (entry.count == 1 ? "" : " (and \(entry.count - 1) more of these)"))
    }
  }

  func time(_ words: String) -> Decision {
    guard let section = room.place?.section else {
      return .problem("No section has begun yet.")
    }
    let timebox = SectionClock(section, room)
    let meeting = MeetingClock(room)
    guard !words.isEmpty else {
      return Decision(say: [.hint(timebox.words)] + (meeting.map { [.hint($0.words)] } ?? []))
    }
    if words.lowercased() == "share" {
      guard let meeting else { return .problem(timebox.words) }
      return meeting.minutesBehind == 0
        ? .problem("There is nothing to share out. \(meeting.words)")
        : meeting.share(meeting.minutesBehind)
    }
    guard section.time != nil else { return .problem(timebox.words) }
    let sign = words.hasPrefix("-") ? -1 : 1
    let digits = String(words.drop { "+- ".contains($0) })
    let minutes = Int(digits) ?? TimeSpan(typed: digits)?.minutes
    guard let minutes, (1...600).contains(minutes) else {
      return .problem("Minutes, please: /time +5 or /time -3; /time share.")
    }
    let fact = Fact(.timeChanged(step: section.id, minutes: sign * minutes))
    return Decision(
      fact: fact, say: [.noted(SectionClock(section, room.after(fact)).words)])
  }
}

extension Place {
  /// Whether something is answered here that can be gone back to: a question or a role.
  var isAnswered: Bool {
    switch subject {
    case .question, .role: true
    case .people, .pause: false
    }
  }
}

extension Room {
  func hasAnswer(_ place: Place) -> Bool {
    state.answers[place.address] != nil || !state.liveItems(in: place.address).isEmpty
      || state.ballots[place.address] != nil
  }
}

/// A section's timebox by the clock: when it began, how long it may take, when it ends.
struct SectionClock {
  let section: SectionPlace
  let room: Room

  init(_ section: SectionPlace, _ room: Room) {
    self.section = section
    self.room = room
  }

  /// When the meeting reached the section, as the journal has it.
  private var began: Instant {
    room.state.sectionClocks[section.id]?.began ?? room.moment.now
  }

  /// Nil where the playbook sets no time.
  var ends: Instant? {
    guard let time = section.time else { return nil }
    let added = MeetingClock.added(to: section, room) * 60
    return began.adding(TimeSpan(seconds: time.seconds + added + paused))
  }

  /// Seconds since the section began in which nobody ran the meeting: they are not its time.
  private var paused: Int {
    room.state.sectionClocks[section.id]?.pausedSeconds ?? 0
  }

  /// Whole minutes since it should have ended.
  var minutesOver: Int { ends.map { max(0, room.moment.now.since($0).seconds / 60) } ?? 0 }

  var words: String {
    guard let ends else { return "\(section.title) has no time of its own." }
    let clock = ends.clockTime(offsetSeconds: room.moment.offset).display
    let left = ends.since(room.moment.now).seconds / 60
    return left >= 0
      ? "\(section.title) until \(clock), \(left) min left"
      : "\(section.title) was until \(clock), \(-left) min over"
  }
}
