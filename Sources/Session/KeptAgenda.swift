import PlaybookLanguage
import Values

/// The agenda as far as the meeting has come, kept from one fact to the next.
///
/// The walk goes no further than it has to: to the place where the meeting stands, and past every
/// settled place, so that one which comes back into sight is noticed. It remembers at which step of
/// it each thing was first looked up. A fact takes it back to the first step that looked up what the
/// fact touched, and it goes on from there; most facts take it back nowhere. `Agenda(scope)` is what
/// it has to come to, worked out anew.
struct KeptAgenda: Sendable {
  private var walk = AgendaWalk()
  /// Before each step of the walk.
  private var marks = Pages<AgendaWalk.Mark>()
  /// The first step that looked a thing up.
  private var reads = PagedDictionary<StateCell, Int>()
  /// The same in order of the steps, to be forgotten from the end.
  private var readOrder = Pages<Read>()
  private var positions = PagedDictionary<Address, Int>()
  /// Places that are settled and not in sight, as far as the walk has come.
  private(set) var strays: Set<Address> = []
  /// No place before this entry is open.
  private var cursor = 0

  private struct Read: Sendable {
    let cell: StateCell
    let step: Int
  }

  init(_ index: PlaybookIndex, _ state: SessionState, outside: [String: Value]) {
    strays = Set(state.settled.filter { index.section(ofPlace: $0) != nil })
    goOn(index, state, outside)
  }

  /// Where the meeting stands; nil when every place is settled.
  var current: Place? { cursor < walk.entries.count ? walk.entries[cursor].place : nil }

  /// Where a place stands among what is visible so far; nil for one that is not.
  func position(of address: Address) -> Int? { positions[address] }

  /// What is said and shown between the place before this one and this one, or the end.
  var leadIn: [AgendaEntry] {
    let before = walk.entries[..<cursor].lastIndex { $0.place != nil }
    return Array(walk.entries[(before.map { $0 + 1 } ?? 0)..<cursor])
  }

  /// All that is visible, to the end of the playbook.
  func whole(_ scope: SessionScope) -> Agenda {
    var walk = walk
    while !walk.isOver { walk.step(scope) }
    return Agenda(walk.entries, settled: scope.state.settled)
  }

  /// The visible sections, without what is in those to come.
  func sections(_ scope: SessionScope) -> [SectionPlace] {
    var walk = walk
    while !walk.isOver { walk.stepOver(scope) }
    return walk.sections
  }

  /// What is still open in the section where the meeting stands.
  func openHere(_ scope: SessionScope) -> [Place] {
    guard let here = current?.section else { return [] }
    let first = cursor
    var walk = walk
    while !walk.isOver, walk.sections.last == here { walk.step(scope) }
    return walk.entries[first...].compactMap(\.place).filter {
      $0.section == here && !scope.state.settled.contains($0.address)
    }
  }
}

// MARK: - Following the session

extension KeptAgenda {
  /// Takes over what the latest record changed.
  mutating func follow(_ index: PlaybookIndex, _ state: SessionState, _ outside: [String: Value]) {
    if let first = firstStep(reading: state.touched) { goBack(to: first, state) }
    for case .settled(let address) in state.touched {
      if state.settled.contains(address) {
        if positions[address] == nil, index.section(ofPlace: address) != nil {
          strays.insert(address)
        }
      } else {
        strays.remove(address)
        cursor = min(cursor, positions[address] ?? cursor)
      }
    }
    cursor = min(cursor, walk.entries.count)
    goOn(index, state, outside)
  }

  private func firstStep(reading touched: Set<StateCell>) -> Int? {
    touched.contains(.everything) ? 0 : touched.lazy.compactMap { reads[$0] }.min()
  }

  private mutating func goBack(to step: Int, _ state: SessionState) {
    for entry in walk.goBack(to: marks[step]) {
      guard let address = entry.place?.address else { continue }
      positions[address] = nil
      if state.settled.contains(address) { strays.insert(address) }
    }
    while marks.count > step { marks.removeLast() }
    while let last = readOrder.last, last.step >= step {
      reads[last.cell] = nil
      readOrder.removeLast()
    }
  }

  private mutating func goOn(
    _ index: PlaybookIndex, _ state: SessionState, _ outside: [String: Value]
  ) {
    // Nearly always there is nowhere to go, and a scope costs more than looking.
    lazy var scope = SessionScope(
      index, state, outside: outside, noting: StateReader.ReadLog())
    while true {
      while cursor < walk.entries.count, !isOpen(walk.entries[cursor], state) { cursor += 1 }
      guard cursor == walk.entries.count, !walk.isOver else { break }
      step(scope)
    }
    while !walk.isOver, mayComeStill(strays, index) { step(scope) }
  }

  private func isOpen(_ entry: AgendaEntry, _ state: SessionState) -> Bool {
    entry.place.map { !state.settled.contains($0.address) } ?? false
  }

  /// Whether the rest of the walk could come to one of these.
  private func mayComeStill(_ strays: Set<Address>, _ index: PlaybookIndex) -> Bool {
    strays.contains { (index.section(ofPlace: $0) ?? 0) >= walk.sectionAhead }
  }

  private mutating func step(_ scope: SessionScope) {
    let number = marks.count
    let known = walk.entries.count
    marks.append(walk.mark)
    walk.step(scope)
    for position in known..<walk.entries.count {
      guard let address = walk.entries[position].place?.address else { continue }
      positions[address] = position
      strays.remove(address)
    }
    for cell in scope.reads?.drain() ?? [] where reads[cell] == nil {
      reads[cell] = number
      readOrder.append(Read(cell: cell, step: number))
    }
  }
}
