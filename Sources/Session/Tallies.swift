package import PlaybookLanguage
import Values

/// Dots on items: who voted, how many each item has, and the ranking by the rule that we publish.
///
/// Most dots first; equal dots by most distinct voters, then by order of entry.
package struct VoteTally: Sendable {
  package struct Row: Sendable, Equatable {
    package let item: String
    package let votes: Int
    package let voters: Int
    /// 1 for the first; items without a dot have none.
    package var rank: Int?

    func value(_ name: String) -> Value {
      switch name {
      case "votes": .number(Number(votes))
      case "voters": .number(Number(voters))
      default: rank.map { .number(Number($0)) } ?? .blank
      }
    }
  }

  package let hasBallots: Bool
  package let voters: [String]
  private let rows: [String: Row]

  package init(_ state: SessionState, _ address: Address) {
    self.init(StateReader(state), address)
  }

  init(_ facts: StateReader, _ address: Address) {
    let ballots = facts.ballots(at: address)
    let counts = facts.counts(at: address)
    hasBallots = !ballots.isEmpty || !counts.isEmpty
    voters = ballots.filter { $0.value != .null }.map(\.person)
    var dots: [String: Int] = [:]
    var people: [String: Set<String>] = [:]
    for ballot in ballots {
      for item in (ballot.value.array ?? []).compactMap(\.string) {
        let target = Self.target(item, facts)
        dots[target, default: 0] += 1
        people[target, default: []].insert(ballot.person)
      }
    }
    for count in counts { dots[Self.target(count.item, facts), default: 0] += count.votes }
    rows = Self.ranked(dots, people, facts)
  }

  package func row(for item: String) -> Row {
    rows[item] ?? Row(item: item, votes: 0, voters: 0)
  }

  /// Items with at least one dot, best first.
  package var ranking: [Row] { rows.values.sorted { ($0.rank ?? 0) < ($1.rank ?? 0) } }

  /// Votes follow an item into what it was merged with, and into its theme.
  private static func target(_ id: String, _ facts: StateReader) -> String {
    guard let item = facts.survivor(of: id) else { return id }
    return item.group ?? item.id
  }

  private static func ranked(
    _ dots: [String: Int], _ people: [String: Set<String>], _ facts: StateReader
  ) -> [String: Row] {
    let sorted = dots.filter { $0.value > 0 }.keys.sorted { a, b in
      let left = (dots[a] ?? 0, people[a]?.count ?? 0, -facts.order(of: a))
      let right = (dots[b] ?? 0, people[b]?.count ?? 0, -facts.order(of: b))
      return left > right
    }
    return Dictionary(
      sorted.enumerated().map { place, id in
        (
          id,
          Row(
            item: id, votes: dots[id] ?? 0, voters: people[id]?.count ?? 0, rank: place + 1)
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  func fields(_ scope: SessionScope) -> [Value.Field] {
    [
      Value.Field("voters", .number(Number(voters.count))),
      Value.Field("votes", .number(Number(rows.values.map(\.votes).reduce(0, +)))),
    ]
  }
}

/// A fist of five: it passes when everybody shows three fingers or more.
package struct FistTally: Sendable, Equatable {
  package struct Hand: Sendable, Equatable {
    package let person: PersonValue
    package let fingers: Int
  }

  /// The hands of those whose vote was by name.
  package let hands: [Hand]
  /// Who was asked and showed no hand.
  package let abstained: [PersonValue]
  /// What every hand showed, also those of an anonymous vote.
  package let fingers: [Int]
  private let unnamedAbstentions: Int

  /// What counts an abstention among the totals of an anonymous vote; hands are `0` to `5`.
  package static let abstentionKey = "-"

  package init(_ state: SessionState, _ address: Address) {
    self.init(StateReader(state), address)
  }

  init(_ facts: StateReader, _ address: Address) {
    abstained = facts.ballots(at: address).filter { $0.value == .null }.map {
      PersonValue(id: $0.person, name: facts.name(of: $0.person))
    }
    hands = facts.ballots(at: address).compactMap { ballot in
      ballot.value.int.map {
        Hand(
          person: PersonValue(id: ballot.person, name: facts.name(of: ballot.person)), fingers: $0)
      }
    }
    let counts = facts.counts(at: address)
    let counted = counts.flatMap { count in
      Int(count.item).map { Array(repeating: $0, count: count.votes) } ?? []
    }
    fingers = hands.map(\.fingers) + counted.filter((0...5).contains).sorted(by: >)
    unnamedAbstentions = counts.filter { $0.item == Self.abstentionKey }.map(\.votes).reduce(0, +)
  }

  /// Whether anybody was asked for a hand.
  package var isHeld: Bool { !fingers.isEmpty || abstentions > 0 }

  private var abstentions: Int { abstained.count + unnamedAbstentions }

  /// `1 abstains`, without a name; nil where nobody does.
  package var abstention: String? {
    abstentions == 0 ? nil : "\(abstentions) \(abstentions.agreeing("abstains", "abstain"))"
  }

  /// Nil while no hand was shown; who abstains neither carries nor stops it.
  package var passed: Bool? { fingers.isEmpty ? nil : fingers.allSatisfy { $0 >= 3 } }
  package var lowest: Int? { fingers.min() }
  package var low: [Hand] { hands.filter { $0.fingers < 3 } }

  /// How many showed 0, 1, … 5 fingers.
  package var counts: [Int] { (0...5).map { n in fingers.count { $0 == n } } }

  package var value: Value {
    guard let passed, let lowest else { return .blank }
    return .record([
      Value.Field("passed", .yesno(passed)),
      Value.Field("lowest", .number(Number(lowest))),
      Value.Field("low", .list(low.map { .person($0.person) })),
      Value.Field("votes", .list(fingers.map { .number(Number($0)) })),
      Value.Field("abstained", .list(abstained.map { .person($0) })),
    ])
  }
}
