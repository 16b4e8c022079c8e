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
  package let outcomes: [Outcome]
  package let openPoints: [Remark]
  package let parked: [Remark]
  package let notes: [Remark]
  /// What was not talked about: skipped and deferred questions, rows that led to nothing.
  package let deferred: [Remark]
  package let warnings: [String]

  package func outcomes(_ kind: Outcome.Kind) -> [Outcome] { outcomes.filter { $0.kind == kind } }

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
    var collector = OutcomeCollector(scope)
    collector.collectRules()
    collector.collectRoom()
    outcomes = collector.outcomes
    openPoints = Self.remarks(.open, scope.state)
    parked = Self.remarks(.parked, scope.state)
    notes = Self.remarks(.notes, scope.state)
    deferred = SetAside(scope, agenda, reached: collector.reached).remarks
    warnings = agenda.entries.compactMap { entry in
      guard case .passing(let step, let bindings) = entry, case .warn(let words) = step.action
      else { return nil }
      return scope.render(words, bindings)
    }
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

/// Works out the outcomes of a session, and remembers which items led to one.
struct OutcomeCollector {
  private let scope: SessionScope
  private(set) var outcomes: [Outcome] = []
  private(set) var reached: Set<String> = []

  init(_ scope: SessionScope) { self.scope = scope }

  mutating func collectRules() {
    for rule in scope.index.playbook.outcomes {
      for bindings in scope.expand(rule.each, []) {
        if let condition = rule.condition, scope.condition(condition, bindings) != true { continue }
        add(rule, bindings)
      }
    }
  }

  private mutating func add(_ rule: OutcomeRule, _ bindings: Bindings) {
    let text = scope.render(rule.text, bindings)
    guard text != "—", !text.isEmpty else { return }
    reached.formUnion(bindings.map(\.key))
    let id = bindings.last?.key ?? rule.id ?? rule.kind.rawValue
    var fields = rule.fields.map {
      Value.Field($0.name, Self.field($0.name, scope.evaluate($0.value, bindings)))
    }
    // How an action is seen to be done is asked at the read-back, whatever its table's columns.
    if rule.kind == .action,
      !fields.contains(where: { $0.name == "done_when" && $0.value != .blank }),
      let words = scope.state.item(id)?["done_when"].string
    {
      fields.append(Value.Field("done_when", .text(words)))
    }
    add(
      Outcome(
        id: id, kind: rule.kind, text: text, fields: fields.filter { $0.value != .blank },
        item: scope.state.item(id) == nil ? nil : id))
  }

  /// What was read counts as long as the line is still the one that was read.
  private mutating func add(_ outcome: Outcome) {
    var outcome = outcome
    outcome.read = scope.state.read[outcome.id]?.last { $0.text == outcome.readingLine }
    outcomes.append(outcome)
  }

  /// A person's name may stand where an expression gave words: `'everyone'`.
  private static func field(_ name: String, _ value: Value) -> Value {
    guard name == "owner", case .text(let words) = value, !words.isEmpty else { return value }
    return .person(PersonValue(id: words, name: words))
  }

  mutating func collectRoom() {
    let lists: [(Address.Room, Outcome.Kind)] = [
      (.agreements, .agreement), (.decisions, .decision), (.actions, .action), (.risks, .risk),
    ]
    for (list, kind) in lists {
      for item in scope.state.liveItems(in: list.address) {
        let value = ItemValue(id: item.id, list: item.list.question)
        let fields = RoomColumn.allCases.map {
          Value.Field($0.rawValue, scope.member($0.rawValue, of: value))
        }
        add(
          Outcome(
            id: item.id, kind: kind, text: item.text,
            fields: fields.filter { $0.value != .blank }, item: item.id))
      }
    }
  }
}

/// What the close lists as not talked about, so that nothing is lost.
struct SetAside {
  let remarks: [Summary.Remark]

  init(_ scope: SessionScope, _ agenda: Agenda, reached: Set<String>) {
    remarks = Self.questions(scope, agenda) + Self.rows(scope, reached)
  }

  private static func questions(_ scope: SessionScope, _ agenda: Agenda) -> [Summary.Remark] {
    agenda.places.compactMap { place in
      guard let question = place.question, let ending = scope.state.endings[place.address],
        ending == .deferred || ending == .skipped, scope.state.answers[place.address] == nil
      else { return nil }
      let words = scope.render(question.prompt, place.bindings).onOneLine
      return Summary.Remark(
        id: place.address.description, text: about(place, words, scope) + words, by: [], owner: nil,
        due: nil)
    }
  }

  /// Inside a loop the question alone does not say what it was about.
  private static func about(_ place: Place, _ words: String, _ scope: SessionScope) -> String {
    guard case .item(let item)? = place.bindings.last?.value else { return "" }
    let text = scope.text(of: item).onOneLine
    return text.isEmpty || words.contains(text) ? "" : "\(text): "
  }

  /// Rows of lists that feed outcomes, without one of their own.
  ///
  /// A rule with an `if` leaves rows out on purpose.
  private static func rows(_ scope: SessionScope, _ reached: Set<String>) -> [Summary.Remark] {
    let feeding = Set(
      scope.index.playbook.outcomes.filter { $0.condition == nil }.flatMap { rule in
        rule.each.compactMap { scope.index.root(of: $0.list) }
      })
    return scope.index.order.filter(feeding.contains).flatMap { list -> [Summary.Remark] in
      let items = scope.items(ofList: list)
      return items.filter { !reached.contains($0.id) }.map { item in
        Summary.Remark(
          id: item.id, text: scope.text(of: item).onOneLine, by: [], owner: nil, due: nil)
      }
    }
  }
}
