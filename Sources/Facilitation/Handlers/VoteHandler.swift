import PlaybookLanguage
import Session
import Values

/// Dots on a list, blind until everybody has voted: one line a person, a pasted chat, or totals;
/// without names where the vote is anonymous.
struct VoteHandler: Handler {
  let question: Question

  init(_ question: Question) { self.question = question }

  func prompt(_ room: Room, _ place: Place) -> Prompt {
    let entries = candidates(room, place).enumerated().map { index, item in
      Utterance.Entry(String(index + 1), room.scope.text(of: item))
    }
    let missing = waiting(room, place).map(\.name)
    let how =
      question.isAnonymous
      ? secret(room, place).opening
      : [
        .hint(
          "NAME and numbers, a dot each: ana 2 2 5 · or paste the chat · totals in order: g: 3 5 0 2"
        ),
        .hint(
          "\(question.votes.counted("dot")) each; ana - abstains. "
            + Self.waiting(missing, unspent(room, place))),
      ]
    var prompt = Prompt(
      place: place.address, label: place.label, takesLines: true,
      opening: room.asking(question, place) + [.entries(entries)] + how)
    prompt.isWiped = true
    return prompt
  }

  static func waiting(_ missing: [String], _ unspent: String? = nil) -> String {
    guard missing.isEmpty else { return "Waiting for \(DisplayText.joined(missing))." }
    return "Everybody has voted; \(unspent.map { "\($0). " } ?? "")Enter goes on."
  }

  /// What can be voted for, in the order shown; a theme with nothing in it is not a story.
  func candidates(_ room: Room, _ place: Place) -> [ItemValue] {
    guard let source = question.of,
      case .list(let values) = room.scope.evaluate(source, place.bindings)
    else { return [] }
    return values.compactMap { value in
      guard case .item(let item) = value else { return nil }
      let isEmptyTheme = item.id.hasPrefix("T") && room.state.members(of: item.id).isEmpty
      return isEmptyTheme ? nil : item
    }
  }

  private func waiting(_ room: Room, _ place: Place) -> [Participant] {
    let voted = Set((room.state.ballots[place.address] ?? []).map(\.person))
    return room.state.present.filter { !voted.contains($0.id) }
  }

  /// Who of those who put dots has how many left: `dots left: Cy 1, Dee 2`; nil where nobody has.
  private func unspent(_ room: Room, _ place: Place) -> String? {
    let left = (room.state.ballots[place.address] ?? []).compactMap { ballot -> String? in
      guard let dots = ballot.value.array, dots.count < question.votes else { return nil }
      return "\(room.state.name(of: ballot.person)) \(question.votes - dots.count)"
    }
    return left.isEmpty ? nil : "dots left: \(left.joined(separator: ", "))"
  }

  func decide(_ room: Room, _ place: Place, _ line: String, isPasted: Bool) -> Decision {
    guard !line.trimmed.isEmpty else { return end(room, place) }
    let candidates = candidates(room, place)
    if TextFolding.fold(line.trimmed).hasPrefix("g:") {
      return totals(line, candidates, room, place)
    }
    if question.isAnonymous {
      return secret(room, place).take(line) { ballot($0, candidates, room).map(\.value) }
    }
    let numbers = NumbersInChat(line, room)
    return numbers.decide(room) { lines in
      var ballots: [SessionEvent.Ballot] = []
      var slips: [Slip] = []
      for text in lines.flatMap(Self.voters) {
        switch ballot(text, candidates, room) {
        case .success(let ballot):
          guard !ballots.contains(where: { $0.person == ballot.person }) else {
            let name = room.state.name(of: ballot.person)
            return Self.refused(["\(name) stands there twice. Whose dots are they?"])
          }
          ballots.append(ballot)
        case .failure(let slip): slips.append(slip)
        }
      }
      var decision =
        ballots.isEmpty ? Self.refused(slips.map(\.words)) : record(ballots, room, place)
      // Whose vote it is stands in the line again, and what it was does not. Where everybody has
      // voted the next question is asked, and a name is no answer to it.
      if slips.count == 1, !numbers.isOfChat, decision.fact?.done.isEmpty != false {
        decision.refill = slips[0].name.map { $0 + " " }
      }
      guard !ballots.isEmpty else { return decision }
      // One who put too many costs nobody else’s vote; theirs is typed, or pasted, again.
      decision.say = slips.map { .problem($0.words) } + decision.say
      return decision
    }
  }

  /// What was not understood, without the votes in it: what is blind does not stand there again.
  static func refused(_ slips: [String]) -> Decision {
    Decision(
      say: slips.map { .problem($0) } + [
        .hint("Nothing of it counts, and it is not shown again: type it anew.")
      ])
  }

  // MARK: Ballots

  struct Slip: Error {
    let words: String
    /// Whose vote it is, as typed, where that is somebody who may vote.
    var name: String?
  }

  /// The ballot of one person that a line is as a whole; nil for any other words.
  func soleBallot(_ line: String, _ room: Room, _ place: Place) -> SessionEvent.Ballot? {
    guard case .success(let ballot) = ballot(line, candidates(room, place), room),
      ballot.value.array?.isEmpty == false
    else { return nil }
    return ballot
  }

  /// A ballot that comes, or changes, after the vote is closed; the place at hand stays.
  func amend(_ ballot: SessionEvent.Ballot, _ room: Room, _ place: Place) -> Decision {
    let fact = Fact(.ballotsCast(address: place.address, ballots: [ballot]))
    let name = room.state.name(of: ballot.person)
    return Decision(
      fact: fact,
      say: [.noted("\(place.label): the dots of \(name) count anew.")] + reveal(fact, room, place))
  }

  /// A typed line, parted where the next name begins: `ana 2 2 5; bo 1 1 3`.
  private static func voters(_ line: String) -> [String] {
    if ChatPaste.author(of: line) != nil, line.filter({ $0 == ":" }).count == 1 { return [line] }
    var voters: [[String]] = []
    var isCounting = true
    for word in line.split(whereSeparator: { " ,;:\t".contains($0) }).map(String.init) {
      let isDot = isDot(word) || Abstention.isSaid(word)
      if isCounting, !isDot { voters.append([]) }
      if voters.isEmpty { voters.append([]) }
      voters[voters.count - 1].append(word)
      isCounting = isDot
    }
    return voters.map { $0.joined(separator: " ") }
  }

  /// `ana 2 2 5`, `Ana: 2, 2, 5`.
  private func ballot(_ text: String, _ candidates: [ItemValue], _ room: Room)
    -> Result<SessionEvent.Ballot, Slip>
  {
    let clean = ChatPaste.author(of: text).map { "\($0.author) \($0.text)" } ?? text
    var words = clean.split { " ,;:\t".contains($0) }.map(String.init)
    let abstains = words.last.map(Abstention.isSaid) ?? false
    if abstains { words.removeLast() }
    let count =
      words.reversed().firstIndex { !Self.isDot($0) }
      .map { words.distance(from: $0.base, to: words.endIndex) } ?? words.count
    let dots = Array(words.suffix(count))
    let name = words.dropLast(dots.count).joined(separator: " ")
    guard let person = room.names.speaker(name) else {
      return .failure(
        Slip(
          words: name.isEmpty
            ? "Whose dots? A name before the numbers: ana 2 2 5."
            : "Nobody here is “\(name)”: a name, then numbers."))
    }
    if let absent = Self.absent(person, room) { return .failure(absent) }
    let given = room.state.name(of: person)
    if abstains {
      guard dots.isEmpty else {
        return .failure(Slip(words: "\(given) abstains, or puts dots? One of them.", name: name))
      }
      return .success(SessionEvent.Ballot(person: person, value: .null))
    }
    guard dots.count <= question.votes else {
      return .failure(
        Slip(
          words: "\(given) has \(question.votes.counted("dot")) and put \(dots.count).", name: name)
      )
    }
    var ids: [JSONValue] = []
    for dot in dots {
      guard let item = Self.candidate(dot, candidates) else {
        return .failure(
          Slip(
            words: "\(given): there is no \(dot) to vote for, only 1 to \(candidates.count).",
            name: name))
      }
      ids.append(.string(item.id))
    }
    return .success(SessionEvent.Ballot(person: person, value: .array(ids)))
  }

  private func secret(_ room: Room, _ place: Place) -> SecretBallot {
    SecretBallot(
      question: question, room: room, place: place, candidates: candidates(room, place))
  }

  /// Why somebody who is not here has no vote.
  static func absent(_ person: String, _ room: Room) -> Slip? {
    guard let found = room.state.person(person), !found.isHere else { return nil }
    let presence = found.presence == .left ? "has left" : "is away"
    return Slip(words: "\(found.name) \(presence): /join \(found.name) brings them back.")
  }

  static func isDot(_ word: String) -> Bool {
    Int(word) != nil || (word.lowercased().hasPrefix("t") && Int(word.dropFirst()) != nil)
  }

  static func candidate(_ dot: String, _ candidates: [ItemValue]) -> ItemValue? {
    if let number = Int(dot) {
      return candidates.indices.contains(number - 1) ? candidates[number - 1] : nil
    }
    return candidates.first { $0.id.lowercased() == dot.lowercased() }
  }

  private func totals(
    _ line: String, _ candidates: [ItemValue], _ room: Room, _ place: Place
  ) -> Decision {
    let words = line.drop { $0 != ":" }.dropFirst().split { " ,".contains($0) }.map(String.init)
    let numbers = words.compactMap { Int($0) }
    guard numbers.count == words.count, numbers.count == candidates.count,
      numbers.allSatisfy({ (0...Self.mostDots).contains($0) })
    else {
      return Self.refused(["One number for each of the \(candidates.count): g: 3 5 0 …"])
    }
    let counts = zip(candidates, numbers).map {
      SessionEvent.ItemCount(item: $0.id, votes: $1)
    }
    let fact = Fact(
      .ballotCounted(address: place.address, counts: counts), done: [place.address])
    var decision = Decision(
      fact: fact,
      say: [.noted("\(numbers.reduce(0, +).counted("dot")) counted")] + reveal(fact, room, place))
    // These are everybody's dots; ballots that were typed before are not counted as well.
    if question.isAnonymous { decision.held = .some(nil) }
    return decision
  }

  /// More dots than any room puts on one thing.
  static let mostDots = 100_000

  private func record(_ ballots: [SessionEvent.Ballot], _ room: Room, _ place: Place) -> Decision {
    let voters = Set(ballots.map(\.person))
    let missing = waiting(room, place).filter { !voters.contains($0.id) }
    let names = DisplayText.joined(ballots.map { room.state.name(of: $0.person) })
    var fact = Fact(.ballotsCast(address: place.address, ballots: ballots))
    guard missing.isEmpty else {
      let rest = DisplayText.joined(missing.map(\.name))
      return Decision(fact: fact, say: [.noted("\(names) voted · waiting for \(rest)")])
    }
    // Whoever has dots left may have lost one while typing: the vote is not over by itself.
    if let left = unspent(room.after(fact), place) {
      return Decision(
        fact: fact,
        say: [
          .noted("Everybody has voted."),
          .hint(
            "\(left.capitalizedFirst). Enter closes the vote; a name with all their dots changes it."
          ),
        ])
    }
    fact.done = [place.address]
    return Decision(fact: fact, say: [.noted("Everybody has voted.")] + reveal(fact, room, place))
  }

  /// The result, once everybody has voted, best first.
  private func reveal(_ fact: Fact?, _ room: Room, _ place: Place) -> [Utterance] {
    let state = fact.map { room.session.log.state(with: $0, at: room.moment.now) } ?? room.state
    let scope = SessionScope(room.session.index, state, outside: room.session.outside)
    let tally = VoteTally(state, place.address)
    let bars = tally.ranking.map { row in
      let item = ItemValue(id: row.item, list: question.id)
      return Utterance.Bar(scope.text(of: item), row.votes)
    }
    let silent = candidates(room, place).filter { tally.row(for: $0.id).votes == 0 }
      .map { room.scope.text(of: $0) }
    let abstained = (state.ballots[place.address] ?? []).filter { $0.value == .null }
      .map { state.name(of: $0.person) }
    let verb = abstained.count.agreeing("abstains", "abstain")
    return [.bars(bars)]
      + (abstained.isEmpty ? [] : [.hint("\(DisplayText.joined(abstained)) \(verb).")])
      + (silent.isEmpty ? [] : [.hint("No dot: \(silent.joined(separator: " · "))")])
  }

  private func end(_ room: Room, _ place: Place) -> Decision {
    if question.isAnonymous { return secret(room, place).end(closing: close(room, place)) }
    let missing = waiting(room, place).map(\.name)
    guard !missing.isEmpty else {
      return Decision(fact: room.settling(place), say: reveal(nil, room, place))
    }
    let ending = close(room, place)
    return ending.fact == nil ? ending : Self.asking("Close the vote", missing, ending)
  }

  /// Whether to go on without those who are missing; a vote that is typed there is one.
  static func asking(_ what: String, _ missing: [String], _ ending: Decision) -> Decision {
    var dialog = Dialog.yesNo(
      "Waiting for \(DisplayText.joined(missing)). \(what) without them?", enterIsYes: false,
      yes: .decide(ending), no: .refill(""))
    dialog.givesWay = true
    return Decision(dialog: dialog)
  }

  /// The end of the vote with the ballots that are in.
  func close(_ room: Room, _ place: Place) -> Decision {
    if question.isAnonymous {
      return secret(room, place).close { reveal($0, room, place) }
    }
    guard VoteTally(room.state, place.address).hasBallots else {
      return .problem("Nobody has voted yet: ana 2 2 5. /skip leaves the vote out.")
    }
    return Decision(fact: room.settling(place), say: reveal(nil, room, place))
  }
}
