import PlaybookLanguage
import Session
import Values

/// Votes beside the playbook: a show of hands on the list at hand, or a vote held again.
///
/// `/vote 3 5 0 2` notes the hands for each entry in order; `/vote dots` asks for the dots anew.
struct QuickVote {
  let room: Room

  init(_ room: Room) { self.room = room }

  func decide(_ words: String) -> Decision {
    if let vote = vote(called: words) { return again(vote) }
    guard let list = room.place.flatMap(entries), list.items.count > 1 else {
      guard words.isEmpty, let last = votes.last else {
        return .problem(
          "There is no list here to vote on, and no vote called “\(words)” to hold again.")
      }
      return Decision(
        dialog: .yesNo(
          "Hold the vote “\(last.label)” again, from nothing?", enterIsYes: false,
          yes: .decide(again(last)), no: .refill("")))
    }
    guard !words.isEmpty else { return ask(list) }
    return count(words, list)
  }

  // MARK: A vote of the playbook, held again

  private var votes: [Place] {
    room.agenda.places.filter { place in
      place.question.map { [.vote, .fist].contains($0.kind) } == true
        && (room.state.ballots[place.address] != nil || room.state.counts[place.address] != nil)
    }
  }

  private func vote(called words: String) -> Place? {
    if words.isEmpty { return votes.last { $0.address == room.place?.address } }
    return votes.last {
      $0.label == words || $0.address.question == words || $0.address.description == words
    }
  }

  private func again(_ place: Place) -> Decision {
    Decision(
      fact: Fact(.ballotCounted(address: place.address, counts: []), again: [place.address]),
      say: [
        .noted("“\(place.label)” is voted on again, from nothing. /undo brings the votes back.")
      ])
  }

  // MARK: A show of hands

  private struct Entries {
    let address: Address
    let name: String
    let items: [Item]
  }

  private func entries(_ place: Place) -> Entries? {
    guard let question = place.question, [.list, .table, .group].contains(question.kind),
      !Round.isWriting(question, room, place)
    else { return nil }
    return entries(at: place.address)
  }

  private func entries(at address: Address) -> Entries {
    Entries(
      address: address,
      name: address.question.split(separator: ".").last.map(String.init) ?? address.question,
      items: room.state.liveItems(in: address))
  }

  private func ask(_ list: Entries) -> Decision {
    Decision(
      say: [
        .entries(list.items.map { .init($0.number.map(String.init) ?? $0.id, words($0)) }),
        .hint("Hands for each in this order: 3 5 0 2. Enter leaves it."),
      ],
      dialog: Dialog("hands", purpose: .hands(list: list.address)))
  }

  private func words(_ item: Item) -> String { ItemEditing.words(item, room) }

  /// The line behind the question: numbers, or nothing.
  func decide(_ line: String, at address: Address) -> Decision {
    let list = entries(at: address)
    guard !line.trimmed.isEmpty else { return Decision(say: [.hint("No vote.")]) }
    var decision = count(line, list)
    if decision.fact == nil { decision.dialog = Dialog("hands", purpose: .hands(list: address)) }
    return decision
  }

  private func count(_ line: String, _ list: Entries) -> Decision {
    let plain =
      TextFolding.fold(line.trimmed).hasPrefix("g:") ? line.trimmed.dropFirst(2) : line[...]
    let pieces = plain.split { " ,".contains($0) }.map(String.init)
    let numbers = pieces.compactMap { Int($0) }.filter { (0...VoteHandler.mostDots).contains($0) }
    guard numbers.count == pieces.count, numbers.count == list.items.count else {
      return .problem(
        "One number for each of the \(list.items.count), in order: /vote 3 5 0 …", keeping: line)
    }
    let ranked = zip(list.items, numbers).enumerated().sorted {
      ($1.element.1, $0.offset) < ($0.element.1, $1.offset)
    }.map(\.element)
    let text = ranked.map { "\(words($0.0).onOneLine) \($0.1)" }.joined(separator: " · ")
    var decision = Noting(room).note("Hands on “\(list.name)”: \(text)", in: .notes)
    let id = room.session.log.nextID(Address.Room.notes.prefix)
    decision.say = [
      .bars(ranked.map { .init(words($0.0), $0.1) }), .noted("\(id) keeps this vote."),
    ]
    return decision
  }
}
