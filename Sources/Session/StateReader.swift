import Values

/// Looks things up in a state for expressions, and notes what was looked up where somebody wants to
/// know.
///
/// Expressions and whatever serves them look at a session only through this, so that nothing is
/// looked up unseen.
struct StateReader {
  private let state: SessionState
  private let log: ReadLog?

  init(_ state: SessionState, noting log: ReadLog? = nil) {
    self.state = state
    self.log = log
  }

  /// What a state can be asked, once for each thing until it is drained.
  final class ReadLog {
    private var known: Set<StateCell> = []
    private var fresh: [StateCell] = []

    func note(_ cell: StateCell) {
      if known.insert(cell).inserted { fresh.append(cell) }
    }

    /// What was looked up for the first time since the last call.
    func drain() -> [StateCell] {
      defer { fresh.removeAll(keepingCapacity: true) }
      return fresh
    }
  }
}

// MARK: - The session, its people and its answers

extension StateReader {
  /// Nothing but a change of everything changes these.
  var opened: SessionOpened? { state.opened }
  var linked: [String: JSONValue] { state.linked }

  var people: [Participant] {
    log?.note(.people)
    return state.people
  }

  func person(_ id: String) -> Participant? { people.first { $0.id == id } }

  func name(of id: String) -> String { person(id)?.name ?? id }

  func holders(of role: String) -> [Participant] { people.filter { $0.roles.contains(role) } }

  var followUps: [ActionUpdated] {
    log?.note(.followUps)
    return state.followUps
  }

  /// The answer that was given at this very address.
  func answer(at address: Address) -> SessionState.Answer? {
    log?.note(.answer(address))
    return state.answers[address]
  }

  /// The same, or that of an item merged into one of its items.
  func standing(at address: Address) -> SessionState.Answer? {
    log?.note(.answer(address))
    return state.standing(at: address)
  }

  /// Where a question's answers hang that have this item as their innermost.
  func addresses(of question: String, endingAt item: String) -> [Address] {
    log?.note(.hanging(item))
    return (state.lookup.hanging[item] ?? []).filter { $0.question == question }
  }

  func isSettled(_ address: Address) -> Bool {
    log?.note(.settled(address))
    return state.settled.contains(address)
  }

  func ending(at address: Address) -> SessionEvent.StepEnding? {
    log?.note(.ending(address))
    return state.endings[address]
  }

  func ballots(at address: Address) -> [SessionEvent.Ballot] {
    log?.note(.ballots(address))
    return state.ballots[address] ?? []
  }

  func counts(at address: Address) -> [SessionEvent.ItemCount] {
    log?.note(.ballots(address))
    return state.counts[address] ?? []
  }
}

// MARK: - Items

extension StateReader {
  func item(_ id: String) -> Item? {
    log?.note(.item(id))
    return state.item(id)
  }

  /// An item comes before another by when it was added.
  func order(of id: String) -> Int { state.positions[id] ?? 0 }

  func survivor(of id: String) -> Item? {
    let found = state.survivor(of: id)
    log?.note(.item(id))
    // Another merge changes everything.
    if let found, found.id != id { log?.note(.item(found.id)) }
    return found
  }

  func isTheme(_ item: Item) -> Bool { state.isTheme(item) }

  /// Only a merge changes it, and that changes everything.
  func standing(_ address: Address) -> Address { state.standing(address) }

  func liveItems(in list: Address) -> [Item] {
    log?.note(.list(list))
    let items = state.liveItems(in: list)
    noteWords(of: items)
    return items
  }

  func hasItems(in list: Address) -> Bool {
    log?.note(.list(list))
    return !state.liveItems(in: list).isEmpty
  }

  /// The ids of a list's items with those of items merged into its own; their words are not read.
  func standingIDs(in list: Address) -> [String] {
    log?.note(.list(list))
    return state.standingItems(in: list).map(\.id)
  }

  /// Whether an item is there and in no theme.
  func isLoose(_ id: String) -> Bool {
    log?.note(.grouping)
    return state.item(id).map { $0.isLive && $0.group == nil } ?? false
  }

  func members(of id: String) -> [Item] {
    log?.note(.members(id))
    log?.note(.item(id))
    return state.members(of: id)
  }

  /// Whether anything is in a theme, or a loose item is there.
  func isEmptyTheme(_ id: String) -> Bool { members(of: id).isEmpty }

  /// The live items of all of a question's lists that are in no theme.
  func looseItems(ofLists question: String) -> [Item] {
    log?.note(.lists(question))
    log?.note(.grouping)
    return state.items.filter { $0.list.question == question && $0.isLive && $0.group == nil }
  }

  /// Items that are handed on whole may be read in any part.
  private func noteWords(of items: [Item]) {
    guard let log else { return }
    for item in items { log.note(.item(item.id)) }
  }
}
