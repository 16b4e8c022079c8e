import Facilitation
import MeetingKit
import PlaybookLanguage
import Session
import Testing
import Values

/// Loops, parts and hidden questions: which answer hangs where.
struct `Answers of a loop` {
  /// What every value of a `set` reads as, in words.
  private func values(_ meeting: TestMeeting) -> String {
    let scope = meeting.session.scope()
    let bound = scope.binding([])
    return meeting.session.index.computed.keys.sorted()
      .filter { meeting.session.index.computed[$0]?.variables.isEmpty == true }
      .map { "\($0) \(Evaluator.text(of: bound.value(of: $0), scope: bound))" }
      .joined(separator: ", ")
  }

  private func after(_ lines: [String], _ playbook: Playbook) -> String {
    var meeting = TestMeeting(playbook, people: "Ana, Bo")
    meeting.type(lines: lines)
    return values(meeting)
  }

  private static let rating = """
    huddle: 1
    id: rate
    version: 1.0.0
    title: Rate
    summary: Rates what it is given.
    given:
      things: []
    steps:
      - each: thing in things
        steps:
          - ask: "How bad is {thing}?"
            id: score
            kind: number
          - set:
              double: thing.score * 2
      - set:
          sum: things.sum(t, t.score)
          doubled: things.sum(t, t.double)
          worst: things.filter(t, t.score > 2)
    """

  @Test func `of two lists are read for the pair that is meant`() throws {
    let playbook = try TestPlaybook.steps(
      """
      - ask: Vendors?
        id: vendors
        kind: list
      - ask: Criteria?
        id: criteria
        kind: list
      - ask: How good?
        id: rating
        kind: matrix
        of: vendors
        across: criteria
        options: {1: poor, 2: fair, 3: good}
      - ask: Glad?
        id: glad
        each: p in people
      - set:
          score: criteria.sum(c, rating.of(v, c))
        each: v in vendors
      - set:
          pairs: vendors.map(v, criteria.map(c, rating.of(v, c)))
          scores: vendors.map(v, v.score)
          best: vendors.sort(v, -v.score).first
          moods: people.map(p, glad.of(p))
      """)
    let lines = ["one", "two", "", "price", "fit", "", "1", "2", "3", "2", "yes", "no"]
    #expect(
      after(lines, playbook)
        == "best two, moods yes and no, pairs 1 poor and 2 fair and 3 good and 2 fair, "
        + "scores 3 and 5")
  }

  @Test func `of a part that is used twice in a loop are told apart`() throws {
    let terms =
      "huddle: 1\nid: terms\ntitle: T\nsteps:\n  - ask: Terms?\n    id: terms\n"
    let playbook = try TestPlaybook.steps(
      """
      - ask: With whom?
        id: partners
        kind: list
      - each: p in partners
        steps:
          - use: terms
            as: price
          - use: terms
            as: delivery
      - set:
          prices: partners.map(p, price.terms.of(p))
          deliveries: partners.map(p, delivery.terms.of(p))
      """, parts: ["terms": terms])
    #expect(
      after(["one", "two", "", "p1", "d1", "p2", "d2"], playbook)
        == "deliveries d1 and d2, prices p1 and p2")
  }

  @Test func `hang on an outer list that a part is given`() throws {
    let playbook = try TestPlaybook.steps(
      """
      - ask: Risks?
        id: risks
        kind: list
      - use: rate
        with: {things: = risks}
      """, parts: ["rate": Self.rating])
    #expect(
      after(["one", "two", "three", "", "1", "3", "5"], playbook)
        == "rate.doubled 18, rate.sum 9, rate.worst two and three")
  }

  @Test func `stay with their words when others go`() throws {
    let playbook = try TestPlaybook.steps(
      """
      - ask: Teams?
        id: teams
        kind: choices
        options: [Red, Blue (new), Green]
      - each: team in teams
        steps:
          - ask: "{team}?"
            id: word
      """)
    var meeting = TestMeeting(playbook, people: "Ana")
    meeting.type(lines: ["1, 2, 3", "r", "b", "g", "/back teams", "3, 2"])
    #expect(
      meeting.state.answers.keys.map(\.description).sorted() == [
        "teams", "word@Blue-new", "word@Green", "word@Red",
      ])
    meeting.type(lines: ["/back word Green"])
    #expect(meeting.prompt.label == "word Green")
    #expect(meeting.prompt.offer == "g")
  }

  @Test func `of people stay when somebody leaves`() throws {
    let playbook = try TestPlaybook.steps(
      """
      - each: person in people
        steps:
          - ask: "{person}?"
            id: word
      """)
    var meeting = TestMeeting(playbook, people: "Ana, Bo, Cy")
    meeting.type(lines: ["a", "/leave ana", "b"])
    #expect(meeting.prompt.label == "word Cy")
    meeting.type(lines: ["c", "/back word Ana"])
    #expect(meeting.prompt.offer == "a")
  }

  private static func merging() throws -> Playbook {
    try TestPlaybook.steps(
      """
      - ask: Risks?
        id: risks
        kind: list
      - each: r in risks
        steps:
          - ask: Score?
            id: score
            kind: number
          - ask: Plan?
            id: plan
            kind: list
      - ask: Rest?
        id: rest
        kind: list
      - set:
          sum: risks.sum(r, r.score)
          plans: risks.map(r, r.plan.count)
      """)
  }

  @Test func `of a merged item read as the survivor's`() throws {
    let lines = ["one", "two", "three", "", "1", "p", "q", "", "/skip", "s", "", "4", "", "x"]
    let playbook = try Self.merging()
    #expect(after(lines, playbook) == "plans 2, 1 and 0, sum 5")
    #expect(after(lines + ["/merge ri1 ri2"], playbook) == "plans 2, 1 and 0, sum 5")
    #expect(after(lines + ["/merge r1 r2"], playbook) == "plans 3 and 0, sum 5")
    #expect(after(lines + ["/merge r3 r1"], playbook) == "plans 2 and 1, sum 1")
    #expect(after(lines + ["/merge r1 r2", "/undo"], playbook) == "plans 2, 1 and 0, sum 5")
  }

  @Test func `that were hidden are offered when they come back`() throws {
    let playbook = try SmallPlaybooks.loops()
    var meeting = TestMeeting(playbook, people: "Ana")
    meeting.type(lines: ["goal", "fire", "", "y", "3", "", "/back serious", "n"])
    #expect(meeting.place == Address("worry", items: ["p1"]))
    meeting.type(lines: ["/back serious", "y"])
    #expect(meeting.prompt.offer == "3")
    #expect(meeting.prompt.label == "rating 1")
  }

  @Test func `of a repeat end with until, or at the most turns`() throws {
    let playbook = try SmallPlaybooks.loops()
    var meeting = TestMeeting(playbook, people: "Ana")
    meeting.type(lines: ["goal", "", "n", "w", "r", "b"])
    var places: [String] = []
    for line in ["a", "n", "b", "n", "c", "y"] {
      places.append(meeting.place?.description ?? "close")
      meeting.type(line)
    }
    #expect(places == ["because@w1", "root@w1", "because@w2", "root@w2", "because@w3", "root@w3"])
    #expect(meeting.place == nil)
    meeting.type(lines: ["/back root", "n", "d", "n"])
    #expect(meeting.place == nil)
  }
}
