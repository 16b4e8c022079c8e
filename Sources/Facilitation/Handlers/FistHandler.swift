import PlaybookLanguage
import Session
import Values

/// A fist of five in one line: `4 bo2 fay3` is 4 for all but these.
struct FistHandler: Handler {
  let question: Question

  init(_ question: Question) { self.question = question }

  func prompt(_ room: Room, _ place: Place) -> Prompt {
    let missing = waiting(room, place).map(\.name)
    var prompt = Prompt(
      place: place.address, label: place.label, takesLines: true,
      opening: room.asking(question, place) + [
        .hint(
          "One line for all: 4 bo2 fay3 is 4 for everybody but Bo and Fay. "
            + VoteHandler.waiting(missing))
      ])
    prompt.isWiped = true
    return prompt
  }

  private func waiting(_ room: Room, _ place: Place) -> [Participant] {
    let voted = Set((room.state.ballots[place.address] ?? []).map(\.person))
    return room.state.present.filter { !voted.contains($0.id) }
  }

  func decide(_ room: Room, _ place: Place, _ line: String, isPasted: Bool) -> Decision {
    guard !line.trimmed.isEmpty else { return end(room, place) }
    return NumbersInChat(line, room).decide(room) { lines in
      switch hands(lines.joined(separator: "\n"), room, place) {
      case .failure(let slip): .problem(slip.words, keeping: line)
      case .success(let ballots): record(ballots, room, place)
      }
    }
  }

  private func end(_ room: Room, _ place: Place) -> Decision {
    let missing = waiting(room, place).map(\.name)
    let ending = close(room, place)
    guard !missing.isEmpty, ending.fact != nil else { return ending }
    return VoteHandler.asking("Go on", missing, ending)
  }

  /// The end of the vote with the hands that are noted.
  func close(_ room: Room, _ place: Place) -> Decision {
    guard !(room.state.ballots[place.address] ?? []).isEmpty else {
      return .problem("Hands from 0 to 5 in one line: 4 bo2. /skip leaves the vote out.")
    }
    return Decision(fact: room.settling(place), say: result(room.state, place))
  }

  /// `4`, `ana 4 bo 2`, `4 bo2`, `Ana: 4, Bo: 2`.
  private func hands(_ line: String, _ room: Room, _ place: Place)
    -> Result<[SessionEvent.Ballot], VoteHandler.Slip>
  {
    var rest: Int?
    var named: [String: Int] = [:]
    var name = ""
    for word in line.split(whereSeparator: { " ,:;\n\t".contains($0) }).map(String.init) {
      let digits = String(word.reversed().prefix { $0.isNumber }.reversed())
      let letters = String(word.dropLast(digits.count))
      if !letters.isEmpty { name = name.isEmpty ? letters : "\(name) \(letters)" }
      guard !digits.isEmpty else { continue }
      guard let fingers = Int(digits), (0...5).contains(fingers) else {
        return .failure(.init(words: "“\(word)”: a hand shows 0 to 5 fingers."))
      }
      guard !name.isEmpty else {
        rest = fingers
        continue
      }
      guard let person = room.names.speaker(name) else {
        return .failure(.init(words: "Nobody here is “\(name)”: a name, then 0 to 5."))
      }
      if let absent = VoteHandler.absent(person, room) { return .failure(absent) }
      named[person] = fingers
      name = ""
    }
    guard name.isEmpty else {
      return .failure(.init(words: "How many fingers does \(name) show? \(name) 3."))
    }
    return .success(ballots(rest, named, room, place))
  }

  private func ballots(_ rest: Int?, _ named: [String: Int], _ room: Room, _ place: Place)
    -> [SessionEvent.Ballot]
  {
    let waiting = Set(waiting(room, place).map(\.id))
    return room.state.people.compactMap { person in
      let fingers = named[person.id] ?? (waiting.contains(person.id) ? rest : nil)
      return fingers.map { SessionEvent.Ballot(person: person.id, value: .number(Number($0))) }
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
    guard missing.isEmpty else {
      let rest = DisplayText.joined(missing.map(\.name))
      let earlier = room.state.ballots[place.address]?.map(\.person) ?? []
      let shown = voters.union(earlier).count
      return Decision(
        fact: fact,
        say: [
          .noted("\(shown.counted("hand")) · waiting for \(rest)")
        ])
    }
    let state = room.session.log.state(with: fact, at: room.moment.now)
    return Decision(fact: fact, say: result(state, place))
  }

  private func result(_ state: SessionState, _ place: Place) -> [Utterance] {
    let tally = FistTally(state, place.address)
    let bars = tally.counts.enumerated().reversed().filter { $0.element > 0 }.map {
      Utterance.Bar(String($0.offset), $0.element)
    }
    guard tally.passed != true else {
      return [.bars(bars), .noted("It passes: all show 3 or more.")]
    }
    let low = tally.low.map { "\($0.person.name) \($0.fingers)" }
    return [.bars(bars), .noted("Not yet: \(DisplayText.joined(low)).")]
  }
}
