import PlaybookLanguage
import Session
import Values

// How people voted.
extension DocumentBuilder {
  /// `passed: 5, 4, 4, 3`, or `not passed: 5, 2; 1 abstains`.
  func fistWords(_ address: Address) -> String {
    let tally = FistTally(session.state, address)
    let abstain = tally.abstention
    guard let passed = tally.passed else {
      return abstain.map { "no hand shown; \($0)" } ?? "not asked"
    }
    let fingers = tally.fingers.sorted(by: >).map(String.init)
    return "\(passed ? "passed" : "not passed"): \(fingers.joined(separator: ", "))"
      + (abstain.map { "; \($0)" } ?? "")
  }

  /// Each person's fingers, the lowest first; totals only where the round was anonymous.
  func fistBlocks(_ question: Question, _ bindings: Bindings) -> [Block] {
    let address = address(question, bindings)
    let tally = FistTally(session.state, address)
    guard tally.isHeld else { return absenceBlocks(question, bindings) }
    let verdict = Block.paragraph(.words(fistWords(address)))
    guard !question.isAnonymous else { return [verdict] }
    let hands = tally.hands.enumerated().sorted {
      ($0.element.fingers, $0.offset) < ($1.element.fingers, $1.offset)
    }
    return [
      verdict,
      .table(
        TextTable(
          [.init("Name"), .init("Fingers", .trailing)],
          hands.map { [.words($0.element.person.name), .words(String($0.element.fingers))] }
            + tally.abstained.map { [.words($0.name), .words("abstains")] })),
    ]
  }

  /// The ranking, and each person's dots unless the vote was anonymous.
  func voteBlocks(_ question: Question, _ bindings: Bindings) -> [Block] {
    let address = address(question, bindings)
    let tally = VoteTally(session.state, address)
    guard tally.hasBallots else { return absenceBlocks(question, bindings) }
    let rows = tally.ranking.map { row -> [[Inline]] in
      let voters = tally.voters.isEmpty ? "–" : String(row.voters)
      return [
        .words(row.rank.map(String.init) ?? "–"), .words(itemWords(row.item)),
        .words(String(row.votes)), .words(voters),
      ]
    }
    let ranking = TextTable(
      [
        .init("Rank", .trailing), .init(""), .init("Dots", .trailing), .init("Voters", .trailing),
      ], rows)
    return [.table(ranking)] + (question.isAnonymous ? [] : ballotLines(address))
  }

  private func ballotLines(_ address: Address) -> [Block] {
    let ballots = session.state.ballots[address] ?? []
    guard !ballots.isEmpty else { return [] }
    return bullets(
      ballots.map { ballot in
        let items = (ballot.value.array ?? []).compactMap(\.string).map(itemWords)
        return [
          .text(session.state.name(of: ballot.person) + ": "),
          .text(
            ballot.value == .null
              ? "abstains" : items.isEmpty ? "no dot" : Self.counted(items)),
        ]
      })
  }

  /// `slow API × 2, no owner`.
  private static func counted(_ words: [String]) -> String {
    var order: [String] = []
    var counts: [String: Int] = [:]
    for word in words {
      if counts[word] == nil { order.append(word) }
      counts[word, default: 0] += 1
    }
    return order.map { counts[$0] == 1 ? $0 : "\($0) × \(counts[$0] ?? 1)" }
      .joined(separator: ", ")
  }

  func itemWords(_ id: String) -> String {
    guard let item = session.state.survivor(of: id) else { return id }
    let value = ItemValue(id: item.id, list: item.list.question, chain: item.list.items)
    return scope.text(of: value).singleLine
  }

  /// The ranking in a cell: `1. slow API · 4 dots`.
  func votingLines(_ question: Question, _ bindings: Bindings) -> [[Inline]] {
    let tally = VoteTally(session.state, address(question, bindings))
    guard tally.hasBallots else { return [[.emphasis(absence(of: question.id, bindings).words)]] }
    return tally.ranking.map { row in
      .words("\(row.rank ?? 0). \(itemWords(row.item)) · \(row.votes)")
    }
  }

  func absenceBlocks(_ question: Question, _ bindings: Bindings) -> [Block] {
    [.paragraph([.emphasis(absence(of: question.id, bindings).sentence)])]
  }

  /// How the last fist of five went, with its proposal; nothing where none was held.
  var lastFist: [Block] {
    let places = agenda.places.filter { place in
      place.question?.kind == .fist
        && FistTally(session.state, place.address).isHeld
    }
    guard let place = places.last, let question = place.question else { return [] }
    let prompt = scope.render(question.prompt, place.bindings).singleLine
    return [
      .paragraph([
        .text(prompt), .lineBreak, .strong("Fist of five "), .text(fistWords(place.address)),
      ])
    ]
  }
}
