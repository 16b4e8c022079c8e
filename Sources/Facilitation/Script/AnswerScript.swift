package import PlaybookLanguage
package import Session
package import Values

/// Plays a meeting from a file of answers: at each place it says what would be typed there.
///
/// The same handlers decide as at a prompt, so a scripted meeting writes the same facts.
package struct AnswerScript {
  /// Why the script cannot go on: the question, what is wrong, and where its answer stands.
  package struct Fault: Error, Sendable, Equatable {
    package let question: String
    package let problem: String
    package let span: SourceSpan?
    /// Whether only the number of entries does not fit a list of the meeting.
    var isOfCount = false

    init(question: String, problem: String, span: SourceSpan?) {
      self.question = question
      self.problem = problem
      self.span = span
    }
  }

  package enum Input: Sendable, Equatable {
    case line(String)
    /// An optional question of which the file says nothing, and which no bare Enter ends.
    case skip
    /// A table's row by its columns.
    case row([JSONValue.Member])
    /// A schedule's tasks by their columns, all together.
    case tasks([[JSONValue.Member]])
  }

  /// What would be typed, with where it stands in the file.
  struct Pending {
    let input: Input
    let span: SourceSpan?
  }

  let answers: ScriptedAnswers
  private var waiting: [Address: [Pending]] = [:]
  /// Enters given at one place after its answers ran out; a place that needs more will never end.
  private var enters: [Address: Int] = [:]
  /// Where the input that was given last stands.
  private var span: SourceSpan?
  /// Names of the file that were looked up, and of repeats how many turns.
  private var met: [String: Int] = [:]

  package init(_ answers: ScriptedAnswers) { self.answers = answers }

  /// What is typed next; a bare Enter where the file has nothing to say.
  package mutating func next(_ facilitator: Facilitator, _ moment: Moment) throws(Fault) -> Input {
    if let dialog = facilitator.dialog { return try answer(dialog, facilitator) }
    let room = facilitator.room(moment)
    span = nil
    guard let place = room.place else { return .line("") }
    // What is written before a round is said in it; what is only written is written here.
    if let question = place.question, Round.isWriting(question, room, place),
      !question.isWrittenOnly
    {
      return .line("")
    }
    let isReading = place.question?.kind == .readback
    // Nothing is taken that the file does not say.
    if isReading, !Suggestion.open(room).isEmpty { return .line("n") }
    if waiting[place.address] == nil { waiting[place.address] = try lookUp(place, room) }
    if waiting[place.address]?.isEmpty == false, let next = waiting[place.address]?.removeFirst() {
      span = next.span
      if isReading, let id = place.question?.id { met[id, default: 0] += 1 }
      return next.input
    }
    enters[place.address, default: 0] += 1
    guard enters[place.address, default: 0] < 2_000 else {
      throw fault("its answers do not end it", at: place)
    }
    // Nobody has heard a yes of which the file says nothing.
    return isReading ? .skip : .line("")
  }

  /// The answers for a place; one that has to be given is missed at once.
  private mutating func lookUp(_ place: Place, _ room: Room) throws(Fault) -> [Pending] {
    switch place.subject {
    case .people: return [Pending(input: .line(answers.people.joined(separator: ", ")), span: nil)]
    case .role(let role):
      let names = answers.roles[role.name] ?? []
      return [Pending(input: .line(names.joined(separator: ", ")), span: nil)]
    case .pause: return []
    case .question(let question):
      var path = AnswerPath(self, room, place)
      let node = try path.find(question)
      met.merge(path.met) { max($0, $1) }
      let found = node.map { inputs($0, question, room, place) } ?? []
      guard found.isEmpty else { return found }
      if question.isRequired {
        throw fault("this question is required, and the file has no answer for it", at: place)
      }
      let needsWords: Set<Question.Kind> = [.vote, .fist, .readback, .signoff]
      return needsWords.contains(question.kind) ? [Pending(input: .skip, span: nil)] : []
    }
  }

  /// Whether the file has more words for a place at which one of them did not fit.
  func hasMore(for place: Place) -> Bool { waiting[place.address]?.isEmpty == false }

  /// What went wrong, where a decision brought nothing forward.
  package func fault(_ decision: Decision, after input: Input, at place: Place?) -> Fault? {
    guard decision.fact == nil, decision.held == nil, !asksBack(decision) else { return nil }
    let said = decision.say.compactMap { said -> String? in
      switch said {
      case .problem(let words): words
      // What somebody typed and nothing came of; a bare Enter may only be answered.
      case .hint(let words) where input != .line(""): words
      default: nil
      }
    }
    return said.first.map {
      Fault(
        question: place?.address.description ?? "the close", problem: $0,
        span: span ?? place.flatMap(keySpan))
    }
  }

  func fault(_ problem: String, at place: Place, _ span: SourceSpan? = nil) -> Fault {
    Fault(
      question: place.address.description, problem: problem,
      span: span ?? self.span ?? keySpan(place))
  }

  /// Nobody is there to insist on words that do not fit.
  private func asksBack(_ decision: Decision) -> Bool {
    guard let dialog = decision.dialog else { return false }
    if case .insist = dialog.purpose { return false }
    return true
  }

  /// Marks an answer as one that nobody typed.
  package static func marked(_ decision: Decision) -> Decision {
    var decision = decision
    switch decision.fact?.event {
    case .answerSet(var answer):
      answer.via = .scripted
      decision.fact?.event = .answerSet(answer)
    case .itemsAdded(var added):
      added.via = .scripted
      decision.fact?.event = .itemsAdded(added)
    default: break
    }
    return decision
  }

  /// Questions back: what may be skipped is skipped, a name from outside is kept, the rest stops.
  private func answer(_ dialog: Dialog, _ facilitator: Facilitator) throws(Fault) -> Input {
    if dialog.purpose != nil { return .line("") }
    if dialog.options.count == 2, dialog.options[0].keys.contains("y"),
      !dialog.isOfReading, !dialog.question.contains("Did you mean")
    {
      return .line("y")
    }
    guard let place = facilitator.session.place else { return .line("") }
    throw fault(dialog.question, at: place)
  }

  private func keySpan(_ place: Place) -> SourceSpan? {
    guard let question = place.question else { return nil }
    return answers.answers.first { $0.id == question.id }?.span
  }
}

extension AnswerScript {
  /// What the file has for a place, as it would be typed there; nothing where its shape is another.
  func inputs(_ place: Place, _ room: Room) -> [Input] {
    var script = self
    return ((try? script.lookUp(place, room)) ?? []).map(\.input)
  }

  /// An answer of the file that the meeting never came to.
  package struct Leftover: Sendable, Equatable {
    package let words: String
    package let span: SourceSpan
  }

  /// What the file has and the meeting did not ask: hidden questions, turns too many.
  package var leftovers: [Leftover] {
    answers.answers.compactMap { answer in
      guard !answer.value.isBlank, answer.value.items?.allSatisfy(\.isBlank) != true else {
        return nil
      }
      guard let count = met[answer.id] else {
        return Leftover(words: "'\(answer.id)' was not asked in this meeting", span: answer.span)
      }
      guard count > 0, let items = answer.value.items, items.count > count else { return nil }
      let turns = count.counted("turn")
      return Leftover(
        words: "'\(answer.id)' ended after \(turns), and the file has \(items.count)",
        span: items[count].place)
    }
  }
}
