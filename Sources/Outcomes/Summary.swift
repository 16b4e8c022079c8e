package import PlaybookLanguage
package import Session
package import Values

/// What a session came to: a pure fold, from which the read-back and every document are made.
package struct Summary: Sendable, Equatable {
  /// Something that was said and belongs nowhere else: parked, open, noted, or left aside.
  package struct Remark: Sendable, Equatable {
    package let id: String
    package let text: String
    package let by: [PersonValue]
    /// Who settles an open point, and by when.
    package let owner: PersonValue?
    package let due: CalendarDate?
  }

  /// All outcomes in the playbook's order, then those captured on the way.
  package internal(set) var outcomes: [Outcome]
  /// What changes something that an earlier session left open.
  package let updates: [Update]
  package let openPoints: [Remark]
  package let parked: [Remark]
  package let notes: [Remark]
  /// What was not talked about: skipped and deferred questions, rows that led to nothing.
  package let deferred: [Remark]
  package let warnings: [String]

  /// An earlier item with what it comes to now.
  package struct Update: Sendable, Equatable {
    package let item: OpenItem
    package let outcome: Outcome
  }

  package func outcomes(_ kind: Outcome.Kind) -> [Outcome] { outcomes.filter { $0.kind == kind } }

  /// What somebody says no to, with each no that nobody settles in an open point: nobody has agreed
  /// to it yet.
  package var openDisputes: [(outcome: Outcome, disputes: [Dispute])] {
    (agreements + decisions + actions).compactMap { outcome in
      let open = outcome.disputes.filter { $0.point == nil }
      return open.isEmpty ? nil : (outcome, open)
    }
  }

  package var agreements: [Outcome] { outcomes(.agreement) }
  package var decisions: [Outcome] { outcomes(.decision) }
  package var actions: [Outcome] { outcomes(.action) }
  package var risks: [Outcome] { outcomes(.risk) }
  package var milestones: [Outcome] { outcomes(.milestone) }
  package var events: [Outcome] { outcomes(.event) }
  package var metrics: [Outcome] { outcomes(.metric) }

  package init(of session: MeetingSession) {
    let scope = session.scope()
    let agenda = Agenda(scope)
    let all = scope.allOutcomes()
    outcomes = all.filter { $0.updates == nil }.map { Outcome($0, scope.state) }
    updates = all.compactMap { entry in
      entry.updates.map { Update(item: $0, outcome: Outcome(entry, scope.state)) }
    }
    let answered = AnsweredPoints(session)
    openPoints = Self.remarks(.open, scope.state).filter { !answered.contains($0.id) }
    parked = Self.remarks(.parked, scope.state)
    notes = Self.remarks(.notes, scope.state)
    deferred = SetAside(scope, agenda).entries.map {
      Remark(id: $0.id, text: $0.text, by: [], owner: nil, due: nil)
    }
    warnings = MeetingWarnings(scope, agenda).words
  }

  private static func remarks(_ list: Address.Room, _ state: SessionState) -> [Remark] {
    state.liveItems(in: list.address).map { item in
      Remark(
        id: item.id, text: item.text,
        by: item.by.map { PersonValue(id: $0, name: state.name(of: $0)) },
        owner: item["owner"].string.map { PersonValue(id: $0, name: state.name(of: $0)) },
        due: item["due"].string.flatMap { CalendarDate(iso: $0) })
    }
  }
}

/// Open points that are none any more: their question, or their cell of a row, was answered after
/// them.
private struct AnsweredPoints {
  private struct Cell: Equatable {
    let row: String
    let column: String
  }

  private var points: Set<String> = []

  init(_ session: MeetingSession) {
    let state = session.state
    var about: [String: Address] = [:]
    var cells: [String: Cell] = [:]
    for point in state.liveItems(in: Address.Room.open.address) {
      if let row = point["row"].string, let column = point["column"].string {
        guard state.survivor(of: row).map({ $0[column] != .null }) ?? false else { continue }
        cells[point.id] = Cell(row: row, column: column)
        continue
      }
      guard let address = point["about"].string.flatMap({ Address(text: $0) }),
        state.answers[address].map({ $0.value != .null }) ?? false
      else { continue }
      about[point.id] = address
    }
    guard !about.isEmpty || !cells.isEmpty else { return }
    // A doubt about an answer stays, so the order of the records counts.
    for record in session.log.records where !session.log.dead.contains(record.number) {
      switch record.fact.event {
      case .itemsAdded(let added):
        points.subtract(added.items.map(\.id))
      case .answerSet(let answer) where answer.value != .null:
        points.formUnion(about.filter { $0.value == answer.address }.keys)
      case .itemEdited(let edited):
        for member in edited.row where member.value != .null {
          let cell = Cell(row: edited.item, column: member.name)
          points.formUnion(cells.filter { $0.value == cell }.keys)
        }
      default: continue
      }
    }
  }

  func contains(_ id: String) -> Bool { points.contains(id) }
}
