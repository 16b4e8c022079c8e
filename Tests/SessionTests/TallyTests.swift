import Session
import Testing
import Values

struct `A tally` {
  private static let items = Address("reasons")

  private func state(_ events: [SessionEvent]) -> SessionState {
    let added = ItemsAdded(
      list: Self.items,
      items: ["r1", "r2", "r3", "T1"].map { ItemsAdded.NewItem(id: $0, text: $0) })
    let facts = [.itemsAdded(added)] + events
    return SessionLog(
      replaying: facts.enumerated().map { place, event in
        SessionRecord(number: place + 1, at: Instant(milliseconds: 0), fact: Fact(event))
      }
    ).state
  }

  private func ranking(_ events: [SessionEvent]) -> String {
    VoteTally(state(events), Address("dots")).ranking
      .map { "\($0.rank ?? 0) \($0.item) \($0.votes)/\($0.voters)" }.joined(separator: ", ")
  }

  private func votes(_ votes: [String: [String]]) -> SessionEvent {
    .ballotsCast(
      address: Address("dots"),
      ballots: votes.sorted { $0.key < $1.key }.map {
        .init(person: $0.key, value: .array($0.value.map { .string($0) }))
      })
  }

  @Test func `breaks ties by distinct voters, then by order of entry`() {
    #expect(
      ranking([votes(["p1": ["r2", "r2"], "p2": ["r1"], "p3": ["r1"]])]) == "1 r1 2/2, 2 r2 2/1")
    #expect(ranking([votes(["p1": ["r3", "r2"]])]) == "1 r2 1/1, 2 r3 1/1")
    #expect(ranking([votes(["p1": []])]) == "")
  }

  @Test func `follows votes into merged entries and themes, and forgets earlier ballots`() {
    let cast = votes(["p1": ["r1", "r2"], "p2": ["r2"]])
    #expect(ranking([cast, .itemMerged(item: "r2", into: "r3")]) == "1 r3 2/2, 2 r1 1/1")
    #expect(ranking([cast, .itemMoved(items: ["r1", "r2"], into: "T1")]) == "1 T1 3/2")
    #expect(ranking([cast, votes(["p1": ["r3"]])]) == "1 r2 1/1, 2 r3 1/1")
  }

  @Test func `of totals replaces ballots, and ballots replace totals`() {
    let totals = SessionEvent.ballotCounted(
      address: Address("dots"), counts: [.init(item: "r1", votes: 4), .init(item: "r2", votes: 0)])
    #expect(ranking([votes(["p1": ["r1"]]), totals]) == "1 r1 4/0")
    #expect(ranking([totals, votes(["p1": ["r2"]])]) == "1 r2 1/1")
  }

  @Test func `of a fist passes when everybody shows three or more`() {
    let hands = { (fingers: [Int]) in
      FistTally(
        state([
          .ballotsCast(
            address: Address("support"),
            ballots: fingers.enumerated().map {
              .init(person: "p\($0.offset)", value: .number(Number($0.element)))
            })
        ]), Address("support"))
    }
    #expect(hands([]).passed == nil)
    #expect(hands([3, 5]).passed == true)
    #expect(hands([3, 2, 5]).passed == false)
    #expect(hands([3, 2, 5]).low.map(\.fingers) == [2])
    #expect(hands([3, 3, 0]).counts == [1, 0, 0, 2, 0, 0])
  }
}
