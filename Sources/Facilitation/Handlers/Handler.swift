import Outcomes
import PlaybookLanguage
import Session
import Values

/// How one kind of place is asked and answered.
///
/// One file a kind of conversation.
protocol Handler {
  func prompt(_ room: Room, _ place: Place) -> Prompt
  func decide(_ room: Room, _ place: Place, _ line: String, isPasted: Bool) -> Decision
}

enum Handlers {
  /// What an earlier meeting had here comes first, where one is replayed.
  static func handler(for place: Place, in room: Room) -> any Handler {
    ReplayHandler(room, place) ?? handler(for: place)
  }

  static func handler(for place: Place) -> any Handler {
    switch place.subject {
    case .people: PeopleHandler()
    case .role(let role): RoleHandler(role: role)
    case .pause(let words): PauseHandler(words: words)
    case .question(let question): handler(for: question)
    }
  }

  private static func handler(for question: Question) -> any Handler {
    switch question.kind {
    case .list:
      question.respondent == .everyone ? RoundHandler(question) : ListHandler(question)
    case .group: GroupHandler(question)
    case .vote: VoteHandler(question)
    case .fist: FistHandler(question)
    case .table: TableHandler(question)
    case .schedule: ScheduleHandler(question)
    case .raci: DutyHandler(question)
    case .review: ReviewHandler(question)
    case .readback: ReadbackHandler(question)
    case .signoff: SignoffHandler(question)
    case .rank: RankHandler(question)
    default: AnswerHandler(question)
    }
  }
}

extension Room {
  /// The question in the facilitator's words, with its tip below.
  func asking(_ question: Question, _ place: Place) -> [Utterance] {
    let tip = question.tip ?? place.step?.tip
    return [.question(words(question.prompt, place.bindings))]
      + (tip.map { [.tip(words($0, place.bindings))] } ?? [])
  }

  /// A fact that only settles a place.
  func settling(_ place: Place, _ how: SessionEvent.StepEnding = .done) -> Fact {
    Fact(.stepLeft(step: place.address, how: how), done: [place.address])
  }
}

/// Words with a time of their own: Enter goes on.
struct PauseHandler: Handler {
  let words: Template

  func prompt(_ room: Room, _ place: Place) -> Prompt {
    let time = place.step?.time.map { time in
      [
        Utterance.hint(
          "\(time.display), until \(room.moment.clock(after: time.minutes)). Enter goes on.")
      ]
    }
    return Prompt(
      place: place.address, label: "ready",
      opening: [.words(room.words(words, place.bindings))] + (time ?? []))
  }

  func decide(_ room: Room, _ place: Place, _ line: String, isPasted: Bool) -> Decision {
    guard line.trimmed.isEmpty else {
      return .problem(
        "Nothing is asked here: Enter goes on, /note keeps your words.", keeping: "/note " + line)
    }
    return Decision(fact: room.settling(place))
  }
}

/// After the last question: Enter closes the meeting, and everything before can still be changed.
struct ClosingHandler {
  func prompt(_ room: Room) -> Prompt {
    Prompt(
      place: nil, label: "close",
      opening: StillOpen(room).sinceSigning + [
        .hint(
          "Everything is asked. Enter closes the meeting, and nothing is changed after that: /summary "
            + "lists it, /back or /edit ID puts a figure right. /copy is for the chat.")
      ])
  }

  func decide(_ room: Room, _ line: String) -> Decision {
    if DatePhrase.read(line, today: room.moment.today) != .none {
      return .problem(
        "A day is not asked for here: Enter closes the meeting. /back goes back to a question, and "
          + "/a WHAT, WHO \(line.trimmed) notes an action.", keeping: line)
    }
    guard line.trimmed.isEmpty else {
      return .problem(
        "Enter closes the meeting. To keep these words, type /note before them.",
        keeping: "/note " + line)
    }
    var decision = Decision(fact: Fact(.sessionClosed))
    decision.leave = .closed
    return decision
  }
}
