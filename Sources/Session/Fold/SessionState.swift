import PlaybookLanguage
package import Values

/// Everything that a session's facts add up to.
///
/// Never stored: `SessionLog` folds it.
package struct SessionState: Sendable, Equatable {
  package struct Answer: Sendable, Equatable {
    package let value: JSONValue
    package let via: AnswerSource
    package let by: String?
    package let why: String?
  }

  /// How far a round has come.
  package struct Turns: Sendable, Equatable {
    package var last: String?
    /// Who passed since anybody added something.
    package var passed: Set<String> = []
    /// Who said that they have none: not asked again in this round.
    package var without: Set<String> = []

    package init() {}
  }

  package internal(set) var opened: SessionOpened?
  package internal(set) var pinned: PlaybookPinned? {
    didSet { isPrivate = isPrivate || pinned?.isPrivate == true }
  }
  /// Whether its playbook is private, or one was that another has replaced since.
  package private(set) var isPrivate = false
  /// In order of first joining, which is their seating.
  package internal(set) var people: [Participant] = []
  package internal(set) var answers = PagedDictionary<Address, Answer>()
  /// In order of adding, gone and merged ones included.
  package internal(set) var items = Pages<Item>()
  /// Addresses that a record has settled and none has asked again.
  package internal(set) var settled = PagedSet<Address>()
  package internal(set) var endings = PagedDictionary<Address, SessionEvent.StepEnding>()
  package internal(set) var turns: [Address: Turns] = [:]
  /// Each person's latest ballot, in order of voting.
  package internal(set) var ballots = PagedDictionary<Address, [SessionEvent.Ballot]>()
  /// Votes given as totals only.
  package internal(set) var counts: [Address: [SessionEvent.ItemCount]] = [:]
  /// What was read back, by outcome: each wording once, the latest last.
  package internal(set) var read = PagedDictionary<String, [OutcomeRead]>()
  /// Each party's latest answer, in order of giving.
  package internal(set) var signatures: [Address: [SignoffGiven]] = [:]
  package internal(set) var linked: [String: JSONValue] = [:]
  /// The session that each link was read from.
  package internal(set) var linkedSessions: [String: String] = [:]
  package internal(set) var followUps: [ActionUpdated] = []
  /// Minutes that can be added or taken: two years.
  package static let minutes = -1_000_000...1_000_000

  /// Minutes added, by step.
  package internal(set) var addedMinutes: [String: Int] = [:]
  package internal(set) var outcomes: [OutcomeSettled] = []
  package internal(set) var lastStep: String?
  package internal(set) var isClosed = false

  /// The currency of the first answer or cell that has one.
  package internal(set) var currency: String?
  /// The currency that words were the first to name: “we have £20k”.
  package internal(set) var mentionedCurrency: String?
  /// How often the writing alone before a round was ended.
  package internal(set) var writingsEnded: [Address: Int] = [:]
  /// When the meeting last reached each section, and the seconds that it lay idle since then.
  package internal(set) var sectionClocks: [String: SectionTimes] = [:]
  /// What the latest record changed, of all that an expression can look up.
  var touched: Set<StateCell> = []

  var positions = PagedDictionary<String, Int>()
  var lookup = ItemLookup()
  var lastMoment: Instant?

  package init() {}

  package struct SectionTimes: Sendable, Equatable {
    package let began: Instant
    /// Gaps before the session was resumed.
    package internal(set) var pausedSeconds = 0
  }
}

// MARK: - Looking things up

extension SessionState {
  package func item(_ id: String) -> Item? { positions[id].map { items[$0] } }

  /// The item that stands for this one now: itself, or what it was merged into.
  package func survivor(of id: String) -> Item? {
    var found = item(id)
    for _ in 0..<items.count {
      guard let into = found?.into, let next = item(into) else { return found }
      found = next
    }
    return found
  }

  /// The live items of one list, in order.
  package func liveItems(in list: Address) -> [Item] {
    (lookup.lists[list] ?? Pages()).lazy.map { items[$0] }.filter(\.isLive)
  }

  /// The live items of a theme, or of an item that stands alone, in order of adding.
  package func members(of id: String) -> [Item] {
    var places = lookup.groups[id] ?? []
    if let own = positions[id], !isTheme(items[own]) { places.insertSorted(own) }
    return places.lazy.map { items[$0] }.filter(\.isLive)
  }

  /// Themes are numbered T; a loose entry is a theme of its own and keeps its number.
  package func isTheme(_ item: Item) -> Bool { item.id.hasPrefix("T") }

  package func person(_ id: String) -> Participant? { people.first { $0.id == id } }

  package var present: [Participant] { people.filter(\.isHere) }

  /// A person's name, or the words themselves for somebody who is not in the room.
  package func name(of id: String) -> String { person(id)?.name ?? id }

  /// Who is asked to sign: not whoever only runs the meeting; where most have a function, those
  /// who have one.
  package var parties: [Participant] {
    let others = people.filter { !$0.isFacilitatorAlone }
    let withFunction = others.filter { $0.function != nil }
    // One function among many names is a remark about somebody, and no list of parties.
    if withFunction.count * 2 > others.count { return withFunction }
    return others.isEmpty ? people : others
  }

  package func holders(of role: String) -> [Participant] {
    people.filter { $0.roles.contains(role) }
  }
}

extension Participant {
  /// Whoever runs the meeting and speaks for no function but that.
  fileprivate var isFacilitatorAlone: Bool {
    guard roles.contains("facilitator") else { return false }
    guard let function else { return true }
    let word = TextFolding.fold(function)
    return ["facilit", "moderat", "host"].contains { word.hasPrefix($0) }
  }
}
