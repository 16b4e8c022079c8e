import Session
import Testing
import Values

/// What facts add up to where two of them meet; the rest is held by whole meetings.
struct `The fold` {
  private static func state(_ facts: [Fact]) -> SessionState {
    SessionLog(
      replaying: facts.enumerated().map {
        SessionRecord(number: $0 + 1, at: Instant(milliseconds: Int64($0) * 1000), fact: $1)
      }
    ).state
  }

  private static func state(_ events: SessionEvent...) -> SessionState {
    state(events.map { Fact($0) })
  }

  private static func added(_ list: String, _ items: ItemsAdded.NewItem...) -> SessionEvent {
    .itemsAdded(ItemsAdded(list: Address(list), items: items))
  }

  private static func answer(_ address: Address, _ value: JSONValue, why: String? = nil)
    -> SessionEvent
  {
    .answerSet(AnswerSet(address: address, value: value, why: why))
  }

  @Test func `adds up no more time than there is`() {
    for minutes in [Int.max, Int.min, 900_000, -900_000] {
      let change = SessionEvent.timeChanged(step: "one", minutes: minutes)
      let added = Self.state(change, change).addedMinutes["one"]
      #expect(added == (minutes < 0 ? -1_000_000 : 1_000_000), "\(minutes)")
    }
  }

  @Test func `takes what is new of somebody who is here already, and leaves the rest`() {
    let state = Self.state(
      .peopleJoined([PersonJoined(person: "p1", name: "Ana", roles: ["lead"], function: "Legal")]),
      .personLeft(person: "p1", isAway: true),
      .peopleJoined([PersonJoined(person: "p1", name: "Anna", email: "ana@example.org")]),
      .personLeft(person: "p9", isAway: false))
    let ana = state.people.first
    #expect(state.people.count == 1 && ana?.name == "Anna" && ana?.email == "ana@example.org")
    #expect(ana?.roles == ["lead"] && ana?.function == "Legal" && ana?.presence == .away)
  }

  @Test func `forgets an answer that is taken back, wherever it hung`() {
    let rated = Address("rate", items: ["r1"])
    let taken: [SessionEvent] = [
      Self.added("reasons", .init(id: "r1", text: "Late")), Self.answer(rated, 3),
      Self.answer(rated, .null),
    ]
    #expect(Self.state(taken.prefix(2).map { Fact($0) }).answers[rated]?.value == 3)
    let state = Self.state(taken.map { Fact($0) })
    #expect(state.answers[rated] == nil)
    #expect(state == Self.state([Fact(taken[0])] + taken.dropFirst().map { Fact($0) }))
  }

  @Test func `takes asked, none, for a person's turn`() {
    let own = Address("reasons", person: "p1")
    let none = AnswerSet(address: own, value: .null, by: "p1", why: "asked, none")
    let state = Self.state(.answerSet(none))
    let turns = state.turns[Address("reasons")]
    #expect(turns?.without == ["p1"] && turns?.last == "p1")
    #expect(state.answers[own]?.why == "asked, none")
  }

  @Test func `leaves the turn where it is by an asked, none, in nobody's name`() {
    let round = Address("reasons")
    let own = Address("reasons", person: "p2")
    let state = Self.state(
      .turnEnded(list: round, person: "p1"), Self.answer(own, .null, why: "asked, none"))
    #expect(state.turns[round]?.without == ["p2"] && state.turns[round]?.last == "p1")
    #expect(state.turns[round]?.passed == ["p1", "p2"])
  }

  @Test func `gives an entry's turn to whoever mended it`() {
    let state = Self.state(
      Self.added("reasons", .init(id: "r1", text: "Late ..")),
      .itemEdited(ItemEdited(item: "r1", text: "Late again", turn: "p2")),
      .itemEdited(ItemEdited(item: "r9", text: "nobody's", turn: "p3")))
    #expect(state.item("r1")?.text == "Late again" && state.turns[Address("reasons")]?.last == "p2")
  }

  @Test func `dissolves a theme whose last entry was merged away or left it`() {
    let themed: [SessionEvent] = [
      Self.added("reasons", .init(id: "r1", text: "Late"), .init(id: "r2", text: "Too late")),
      Self.added("group", .init(id: "T1", text: "Time", members: ["r2"])),
    ]
    for gone in [
      SessionEvent.itemMerged(item: "r2", into: "r1"), .itemMoved(items: ["r2"], into: nil),
      .itemsRemoved(items: ["r2"]),
    ] {
      let state = Self.state((themed + [gone]).map { Fact($0) })
      #expect(state.item("T1")?.isGone == true, "\(gone)")
      #expect(state.liveItems(in: Address("group")).isEmpty, "\(gone)")
    }
  }

  @Test func `keeps each person's last ballot and signature, in order of giving`() {
    let vote = Address("dots")
    func cast(_ person: String, _ item: String) -> SessionEvent {
      .ballotsCast(address: vote, ballots: [.init(person: person, value: [.string(item)])])
    }
    func sign(_ person: String, _ verdict: SignoffGiven.Verdict) -> SessionEvent {
      .signoffGiven(
        SignoffGiven(
          address: Address("sign"), person: person, verdict: verdict, given: .aloud,
          contentSHA256: "41be"))
    }
    let state = Self.state(
      cast("p1", "r1"), cast("p2", "r1"), cast("p1", "r2"), sign("p1", .agree), sign("p2", .agree),
      sign("p1", .decline))
    #expect(state.ballots[vote]?.map(\.person) == ["p2", "p1"])
    #expect(state.ballots[vote]?.last?.value == ["r2"])
    #expect(state.signatures[Address("sign")]?.map(\.verdict) == [.agree, .decline])
    let counted = Self.state(
      cast("p1", "r1"), .ballotCounted(address: vote, counts: [.init(item: "r2", votes: 3)]))
    #expect(counted.ballots[vote] == nil && counted.counts[vote]?.first?.votes == 3)
  }

  @Test func `keeps each wording that was read back once, the latest last`() {
    func read(_ text: String, _ verdict: OutcomeRead.Verdict) -> SessionEvent {
      .outcomeRead(OutcomeRead(outcome: "A1", verdict: verdict, text: text))
    }
    let state = Self.state(read("one", .agreed), read("two", .agreed), read("one", .disputed))
    #expect(state.read["A1"]?.map(\.text) == ["two", "one"])
    #expect(state.read["A1"]?.last?.verdict == .disputed)
  }

  @Test func `moves all that hangs on a question with its new name`() {
    let list = Address("reasons")
    let before: [Fact] = [
      Fact(
        Self.added("reasons", .init(id: "r1", text: "Late")), done: [list, list.writing]),
      Fact(Self.answer(list, "all")), Fact(.turnEnded(list: list, person: "p1")),
      Fact(.stepLeft(step: Address("goal"), how: .skipped)),
      Fact(
        .playbookChanged(
          PlaybookChanged(
            id: "p", version: "2", sha256: "9f", body: .null,
            renamed: ["reasons": "causes", "none": "other", "goal": "goal"],
            converted: [Address("causes"): "some", Address("never"): "asked"]))),
    ]
    let state = Self.state(before)
    let moved = Address("causes")
    #expect(state.liveItems(in: moved).map(\.id) == ["r1"] && state.liveItems(in: list).isEmpty)
    #expect(state.settled.contains(moved) && state.settled.contains(moved.writing))
    #expect(!state.settled.contains(list) && !state.settled.contains(list.writing))
    #expect(state.answers[moved]?.value == "some" && state.answers[list] == nil)
    #expect(state.turns[moved]?.passed == ["p1"] && state.writingsEnded[moved.writing] == 1)
    #expect(state.endings[Address("goal")] == .skipped && state.answers[Address("never")] == nil)
  }

  @Test func `counts a break from the last word, whatever the clock says`() {
    func at(_ seconds: Int64, _ number: Int, _ event: SessionEvent) -> SessionRecord {
      SessionRecord(
        number: number, at: Instant(milliseconds: seconds * 1000), fact: Fact(event))
    }
    let records = [
      at(100, 1, .stepEntered(step: "one")), at(160, 2, .timeChanged(step: "one", minutes: 5)),
      at(760, 3, .sessionResumed(writer: "w")), at(50, 4, .sessionResumed(writer: "w")),
      at(90, 5, .stepEntered(step: "one")),
    ]
    let clock = SessionLog(replaying: records).state.sectionClocks["one"]
    #expect(clock?.began == Instant(milliseconds: 100_000) && clock?.pausedSeconds == 600)
  }

  @Test func `takes what refers to nothing for nothing`() {
    let nothing: [SessionEvent] = [
      .itemMoved(items: ["r1"], into: "T1"), .itemMerged(item: "r1", into: "r2"),
      .itemsRemoved(items: ["r1"]), .itemEdited(ItemEdited(item: "r1", text: "x")),
      .stepReopened(step: Address("goal")), .eventsUndone(targets: [99]), .unknown(type: "x.y"),
    ]
    var state = Self.state(nothing.map { Fact($0) })
    #expect(state.items.isEmpty && state.answers.isEmpty && state.settled.isEmpty)
    state = Self.state([])
    #expect(state == SessionState())
  }
}
