import PlaybookLanguage
import Session
import Values

/// The ballots of an anonymous vote or fist: typed without names, held in an order that tells nobody
/// anything, and written once, as counts.
///
/// Names of a pasted chat only tell whose numbers are the last; they are dropped here.
struct SecretBallot {
  let question: Question
  let room: Room
  let place: Place
  /// What can be voted for; a fist has nothing.
  let candidates: [ItemValue]

  private var isFist: Bool { question.kind == .fist }
  private var noun: (one: String, many: String) {
    isFist ? ("hand", "hands") : ("ballot", "ballots")
  }
  private var held: [HeldRound.Line] { room.held(at: place.address)?.lines ?? [] }
  private var voters: Int { room.state.present.count }

  // MARK: Asking

  /// How it is voted, and how many have.
  var opening: [Utterance] {
    let how =
      isFist
      ? "Anonymous: a hand each and no names, in any order: 4 4 2; - abstains."
      : "Anonymous: \(question.votes.counted("dot")) a ballot and no names, in any order: "
        + "2 2 5; 1 1 3; - abstains. Totals: g: 3 5 0 2."
    let few =
      voters < 3 ? [Utterance.warning("With fewer than three people nobody is anonymous.")] : []
    return [.hint("\(how) \(standing)")] + few
  }

  /// `2 ballots of 3 held.`.
  private var standing: String {
    guard !held.isEmpty else { return "Enter counts them." }
    return held.count < voters
      ? "\(held.count) of \(voters.counted(noun.one, noun.many)) held, not shown."
      : "\(voters.counted(noun.one, noun.many)) held, one for each who is here. Enter counts them."
  }

  // MARK: Taking

  /// What a line or a pasted chat adds to what is held; nothing of it where one part is wrong.
  func take(_ line: String, reading chat: (String) -> Result<JSONValue, VoteHandler.Slip>)
    -> Decision
  {
    let numbers = NumbersInChat(line, room, isAnonymous: true)
    var taken: [String] = []
    for text in numbers.lines.flatMap({ numbers.isOfChat ? [$0] : parts(of: $0) }) {
      switch numbers.isOfChat ? chat(text) : unnamed(text) {
      case .success(let value): taken.append(Self.words(value))
      case .failure(let slip): return VoteHandler.refused([slip.words])
      }
    }
    guard !taken.isEmpty else { return VoteHandler.refused(["The numbers alone: \(example)."]) }
    if numbers.areKnown {
      return VoteHandler.refused(["These numbers of the chat are held or have counted already."])
    }
    guard held.count + taken.count <= voters else {
      let all = (held.count + taken.count).counted(noun.one, noun.many)
      return VoteHandler.refused([
        "That makes \(all), and \(voters.counted("person is", "people are")) here. "
          + "/undo takes the last back."
      ])
    }
    var next =
      room.held(at: place.address)
      ?? HeldRound(round: room.session.round(of: place.address), isAnonymous: true)
    next.add(taken.map { HeldRound.Line($0) })
    let after = SecretBallot(
      question: question, room: room.holding(next), place: place, candidates: candidates)
    var decision = Decision(say: [.noted(after.standing)], held: .some(next))
    decision.heldStep = .written
    if numbers.isOfChat { decision.chat = room.offRecord.chat.adding(numbers.new) }
    return decision
  }

  private var example: String { isFist ? "4 4 2" : "1 1 2; 2 3 3" }

  /// A line of hands is a hand each; ballots are parted by semicolons.
  private func parts(of line: String) -> [String] {
    isFist
      ? line.split { " ,;\t".contains($0) }.map(String.init)
      : line.split(separator: ";").map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  private func unnamed(_ text: String) -> Result<JSONValue, VoteHandler.Slip> {
    let words = text.split { " ,\t".contains($0) }.map(String.init)
    if words.count == 1, Abstention.isSaid(words[0]) { return .success(.null) }
    guard words.allSatisfy({ isFist ? Int($0) != nil : VoteHandler.isDot($0) }) else {
      return .failure(.init(words: "This is anonymous: no names, the numbers alone: \(example)."))
    }
    guard !isFist else {
      let fingers = Int(words[0]).flatMap { (0...5).contains($0) ? $0 : nil }
      return fingers.map { .success(.number(Number($0))) }
        ?? .failure(.init(words: "A hand shows 0 to 5 fingers."))
    }
    guard words.count <= question.votes else {
      return .failure(
        .init(
          words: "A ballot has \(question.votes.counted("dot")), and one has \(words.count). "
            + "; stands between two ballots."))
    }
    let ids = words.map { VoteHandler.candidate($0, candidates)?.id }
    guard !ids.contains(nil) else {
      return .failure(
        .init(
          words: "A ballot has a number that nothing has; they go from 1 to \(candidates.count)."))
    }
    return .success(.array(ids.compactMap { $0.map { .string($0) } }))
  }

  /// As it is held: the items in an order of their own, which is not the one they were typed in.
  private static func words(_ value: JSONValue) -> String {
    if let ids = value.array { return ids.compactMap(\.string).sorted().joined(separator: " ") }
    return value.int.map(String.init) ?? FistTally.abstentionKey
  }

  // MARK: Counting

  /// The end of the vote: what is held as counts, and nothing held any more; nil while nothing is.
  var counted: Fact? {
    guard !held.isEmpty else { return nil }
    var votes: [String: Int] = [:]
    for word in held.flatMap({ $0.text.split(separator: " ") }) {
      votes[String(word), default: 0] += 1
    }
    let keys =
      isFist
      ? (0...5).reversed().map(String.init) + [FistTally.abstentionKey]
      : candidates.map(\.id)
        + votes.keys.filter { key in
          key != FistTally.abstentionKey && !candidates.contains { $0.id == key }
        }.sorted()
    let counts = keys.map { SessionEvent.ItemCount(item: $0, votes: votes[$0] ?? 0) }
    return Fact(
      .ballotCounted(
        address: place.address, counts: isFist ? counts.filter { $0.votes > 0 } : counts),
      done: [place.address])
  }

  /// Enter: counts what is held; asks first where somebody has not voted.
  func end(closing: Decision) -> Decision {
    guard closing.fact != nil, !held.isEmpty, held.count < voters else { return closing }
    var dialog = Dialog.yesNo(
      "\(held.count) of \(voters.counted(noun.one, noun.many)) held. Count them without the others?",
      enterIsYes: false, yes: .decide(closing), no: .refill(""))
    dialog.givesWay = true
    return Decision(dialog: dialog)
  }

  /// The counts on the record, with what is said of them; a problem where nobody has voted.
  func close(saying words: (Fact?) -> [Utterance]) -> Decision {
    guard let fact = counted else {
      guard room.state.counts[place.address]?.isEmpty == false else {
        return .problem("Nobody has voted yet: \(example). /skip leaves the vote out.")
      }
      return Decision(fact: room.settling(place), say: words(nil))
    }
    return Decision(fact: fact, say: words(fact), held: .some(nil))
  }
}

extension Room {
  /// The room with these lines held.
  func holding(_ held: HeldRound) -> Room {
    var after = offRecord
    after.held = held
    return Room(session, after, moment: moment)
  }
}
