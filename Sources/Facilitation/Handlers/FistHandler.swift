import PlaybookLanguage
import Session
import Values

/// A fist of five in one line: `4 bo2 fay3` is 4 for all but these.
struct FistHandler: Handler {
  let question: Question

  init(_ question: Question) { self.question = question }

  func prompt(_ room: Room, _ place: Place) -> Prompt {
    let missing = waiting(room, place).map(\.name)
    let how = Utterance.hint(
      "One line for all: 4 bo2 fay3 is 4 for everybody but Bo and Fay; bo - abstains. "
        + VoteHandler.waiting(missing))
    var prompt = Prompt(
      place: place.address, label: place.label, takesLines: true,
      opening: room.asking(question, place)
        + (question.isAnonymous ? secret(room, place).opening : [how]))
    prompt.isWiped = true
    return prompt
  }

  private func waiting(_ room: Room, _ place: Place) -> [Participant] {
    let voted = Set((room.state.ballots[place.address] ?? []).map(\.person))
    return room.state.present.filter { !voted.contains($0.id) }
  }

  func decide(_ room: Room, _ place: Place, _ line: String, isPasted: Bool) -> Decision {
    guard !line.trimmed.isEmpty else { return end(room, place) }
    if question.isAnonymous {
      return secret(room, place).take(line) { HandLine.only($0, room) }
    }
    return NumbersInChat(line, room).decide(room) { lines in
      let shown = HandLine(lines.joined(separator: "\n"), room)
      let ballots = ballots(shown, room, place)
      // Where one number is for all others, a hand that was not understood would be among them.
      guard shown.slips.isEmpty || (shown.rest == nil && !ballots.isEmpty) else {
        return VoteHandler.refused(shown.slips)
      }
      if shown.bare.count > 1 { return inTurn(shown, room, place) }
      var decision = record(ballots, room, place)
      decision.say = shown.slips.map { .problem($0) } + decision.say
      return decision
    }
  }

  /// Whether a line as a whole is one person's hand: `cy 4`.
  static func isSoleHand(_ line: String, _ room: Room) -> Bool {
    let shown = HandLine(line, room)
    return shown.slips.isEmpty && shown.bare.isEmpty && shown.named.count == 1
  }

  private func secret(_ room: Room, _ place: Place) -> SecretBallot {
    SecretBallot(question: question, room: room, place: place, candidates: [])
  }

  private func end(_ room: Room, _ place: Place) -> Decision {
    if question.isAnonymous { return secret(room, place).end(closing: close(room, place)) }
    let missing = waiting(room, place).map(\.name)
    let ending = close(room, place)
    guard !missing.isEmpty, ending.fact != nil else { return ending }
    return VoteHandler.asking("Go on", missing, ending)
  }

  /// The end of the vote with the hands that are noted.
  func close(_ room: Room, _ place: Place) -> Decision {
    if question.isAnonymous {
      return secret(room, place).close { fact in
        let state = fact.map { room.session.log.state(with: $0, at: room.moment.now) }
        return result(state ?? room.state, place)
      }
    }
    guard !(room.state.ballots[place.address] ?? []).isEmpty else {
      return .problem("Hands from 0 to 5 in one line: 4 bo2. /skip leaves the vote out.")
    }
    return Decision(fact: room.settling(place), say: result(room.state, place))
  }

  /// `5 4 3 3`: a hand each, in the order of the room; said back, for nobody named them.
  private func inTurn(_ shown: HandLine, _ room: Room, _ place: Place) -> Decision {
    let people = waiting(room, place).filter { shown.named[$0.id] == nil }
    guard people.count == shown.bare.count else {
      return VoteHandler.refused([
        "\(shown.bare.count) hands without a name, and \(people.count.counted("person", "people")) "
          + "to show one: 4 bo2 is 4 for everybody but Bo."
      ])
    }
    var named = shown
    for (person, hand) in zip(people, shown.bare) { named.named[person.id] = hand }
    let pairs = zip(people, shown.bare).map { "\($0.name) \($1.number?.display ?? "")" }
    return Decision(
      dialog: .yesNo(
        "\(DisplayText.joined(pairs))?",
        yes: .decide(record(ballots(named, room, place), room, place)),
        no: .decide(.problem("Nothing of it counts. Name them: ana 5 bo 4."))))
  }

  private func ballots(_ shown: HandLine, _ room: Room, _ place: Place) -> [SessionEvent.Ballot] {
    let waiting = Set(waiting(room, place).map(\.id))
    return room.state.people.compactMap { person in
      let value = shown.named[person.id] ?? (waiting.contains(person.id) ? shown.rest : nil)
      return value.map { SessionEvent.Ballot(person: person.id, value: $0) }
    }
  }

  private func record(_ ballots: [SessionEvent.Ballot], _ room: Room, _ place: Place) -> Decision {
    guard !ballots.isEmpty else {
      return .problem("Hands from 0 to 5 in one line: 4 bo2.")
    }
    let voters = Set(ballots.map(\.person))
    let missing = waiting(room, place).filter { !voters.contains($0.id) }
    let fact = Fact(
      .ballotsCast(address: place.address, ballots: ballots),
      done: missing.isEmpty ? [place.address] : [])
    let state = room.session.log.state(with: fact, at: room.moment.now)
    guard missing.isEmpty else {
      let tally = FistTally(state, place.address)
      let rest = DisplayText.joined(missing.map(\.name))
      let hands = tally.hands.count.counted("hand")
      let abstain = tally.abstention.map { " · \($0)" } ?? ""
      return Decision(fact: fact, say: [.noted("\(hands)\(abstain) · waiting for \(rest)")])
    }
    return Decision(fact: fact, say: result(state, place))
  }

  private func result(_ state: SessionState, _ place: Place) -> [Utterance] {
    let tally = FistTally(state, place.address)
    let bars = tally.counts.enumerated().reversed().filter { $0.element > 0 }.map {
      Utterance.Bar(String($0.offset), $0.element)
    }
    let names = DisplayText.joined(tally.abstained.map(\.name))
    let abstention =
      names.isEmpty
      ? tally.abstention : "\(names) \(tally.abstained.count.agreeing("abstains", "abstain"))"
    let abstain = abstention.map { " \($0)." } ?? ""
    guard let passed = tally.passed else {
      return [.noted("No hand was shown, so it neither passes nor fails.\(abstain)")]
    }
    guard !passed else {
      let who = abstain.isEmpty ? "all" : "all \(tally.fingers.count.counted("hand"))"
      return [.bars(bars), .noted("It passes: \(who) show 3 or more.\(abstain)")]
    }
    let low =
      question.isAnonymous
      ? ["\(tally.fingers.count { $0 < 3 }) of \(tally.fingers.count.counted("hand")) below 3"]
      : tally.low.map { "\($0.person.name) \($0.fingers)" }
    return [.bars(bars), .noted("Not yet: \(DisplayText.joined(low)).\(abstain)")]
  }
}

/// Hands as they are typed: `4`, `ana 4 bo 2`, `4 bo2`, `Ana: 4, Bo: 2`, `4 rosa -`.
private struct HandLine {
  /// The hand of everybody who is not named; null is an abstention.
  var rest: JSONValue? { bare.last }
  /// Hands without a name: one is everybody's.
  private(set) var bare: [JSONValue] = []
  var named: [String: JSONValue] = [:]
  /// What is wrong with the others, without the hands themselves: they are not to be seen.
  private(set) var slips: [String] = []
  private var name = ""

  init(_ line: String, _ room: Room) {
    for word in line.split(whereSeparator: { " ,:;\n\t".contains($0) }).map(String.init) {
      guard !Abstention.isSaid(word) else {
        take(.null, room)
        continue
      }
      let hand = String(word.reversed().prefix { $0.isNumber || $0 == "-" }.reversed())
      let letters = String(word.dropLast(hand.count))
      if !letters.isEmpty { name = name.isEmpty ? letters : "\(name) \(letters)" }
      if !hand.isEmpty { take(Self.value(hand), room) }
    }
    if !name.isEmpty {
      slips.append("How many fingers does \(name) show? \(name) 3, or \(name) -.")
    }
  }

  /// The fingers, or null for `-`; nil where it is neither.
  private static func value(_ hand: String) -> JSONValue? {
    if hand == "-" { return .null }
    return Int(hand).flatMap { (0...5).contains($0) ? .number(Number($0)) : nil }
  }

  /// The one hand of a message of a chat, whosever it is.
  static func only(_ message: String, _ room: Room) -> Result<JSONValue, VoteHandler.Slip> {
    let shown = HandLine(message, room)
    guard shown.slips.isEmpty, let hand = shown.named.values.first ?? shown.rest else {
      return .failure(.init(words: shown.slips.first ?? "A hand shows 0 to 5 fingers."))
    }
    return .success(hand)
  }

  private mutating func take(_ hand: JSONValue?, _ room: Room) {
    defer { name = "" }
    guard !name.isEmpty else {
      switch hand {
      case nil: slips.append("A hand shows 0 to 5 fingers.")
      case .null?: slips.append("Who abstains? A name before it: ana -.")
      case let fingers?: bare.append(fingers)
      }
      return
    }
    guard let person = room.names.speaker(name) else {
      return slips.append("Nobody here is “\(name)”: a name, then 0 to 5.")
    }
    if let absent = VoteHandler.absent(person, room) { return slips.append(absent.words) }
    guard let hand else {
      return slips.append("\(room.state.name(of: person)): a hand shows 0 to 5 fingers.")
    }
    named[person] = hand
  }
}
