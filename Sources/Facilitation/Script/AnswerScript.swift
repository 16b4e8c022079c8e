package import PlaybookLanguage
package import Session
package import Values

/// Plays a meeting from a file of answers: at each place it says what would be typed there.
///
/// The same handlers decide as at a prompt, so a scripted meeting writes the same facts.
package struct AnswerScript {
  /// Why the script cannot go on: the question, what is wrong, and where its answer stands.
  package struct Fault: Error, Sendable, Equatable {
    package let question: String
    package let problem: String
    package let span: SourceSpan?
  }

  package enum Input: Sendable, Equatable {
    case line(String)
    /// A table's row by its columns.
    case row([JSONValue.Member])
    /// A schedule's tasks by their columns, all together.
    case tasks([[JSONValue.Member]])
  }

  private let answers: ScriptedAnswers
  private var waiting: [Address: [Input]] = [:]
  /// Enters given at one place after its answers ran out; a place that needs more will never end.
  private var enters: [Address: Int] = [:]

  package init(_ answers: ScriptedAnswers) { self.answers = answers }

  /// What is typed next; a bare Enter where the file has nothing to say.
  package mutating func next(_ facilitator: Facilitator, _ moment: Moment) throws(Fault) -> Input {
    if let dialog = facilitator.dialog { return try answer(dialog, facilitator, moment) }
    let room = Room(facilitator.session, held: facilitator.held, moment: moment)
    guard let place = room.place else { return .line("") }
    if let question = place.question, Round.isWriting(question, room, place) { return .line("") }
    if waiting[place.address] == nil { waiting[place.address] = inputs(place, room) }
    if waiting[place.address]?.isEmpty == false, let next = waiting[place.address]?.removeFirst() {
      return next
    }
    enters[place.address, default: 0] += 1
    guard enters[place.address, default: 0] < 2_000 else {
      throw Fault(
        question: place.address.description, problem: "its answers do not end it",
        span: span(place))
    }
    return place.question?.kind == .readback ? .line("y") : .line("")
  }

  /// What went wrong, where a decision brought nothing forward.
  package func fault(_ decision: Decision, at place: Place?) -> Fault? {
    guard decision.fact == nil, decision.held == nil, !asksBack(decision) else { return nil }
    let problem = decision.say.compactMap { said -> String? in
      if case .problem(let words) = said { words } else { nil }
    }.first
    return problem.map {
      Fault(
        question: place?.address.description ?? "the close", problem: $0,
        span: place.flatMap(span))
    }
  }

  /// Nobody is there to insist on words that do not fit.
  private func asksBack(_ decision: Decision) -> Bool {
    guard let dialog = decision.dialog else { return false }
    if case .insist = dialog.purpose { return false }
    return true
  }

  /// Marks an answer as one that nobody typed.
  package static func marked(_ decision: Decision) -> Decision {
    var decision = decision
    switch decision.fact?.event {
    case .answerSet(var answer):
      answer.via = .scripted
      decision.fact?.event = .answerSet(answer)
    case .itemsAdded(var added):
      added.via = .scripted
      decision.fact?.event = .itemsAdded(added)
    default: break
    }
    return decision
  }

  /// Questions back: what may be skipped is skipped, a name from outside is kept, the rest stops.
  private func answer(_ dialog: Dialog, _ facilitator: Facilitator, _ moment: Moment)
    throws(Fault) -> Input
  {
    if dialog.purpose != nil { return .line("") }
    if dialog.options.count == 2, dialog.options[0].keys.contains("y"),
      !dialog.question.contains("Did you mean")
    {
      return .line("y")
    }
    let place = facilitator.session.place
    throw Fault(
      question: place?.address.description ?? "", problem: dialog.question,
      span: place.flatMap(span))
  }

  private func span(_ place: Place) -> SourceSpan? {
    guard let question = place.question else { return nil }
    return answers.answers.first { $0.id == question.id }?.span
  }
}

// MARK: - From answers to what would be typed

extension AnswerScript {
  /// What the file has for a place, as it would be typed there.
  func inputs(_ place: Place, _ room: Room) -> [Input] {
    switch place.subject {
    case .people: [.line(answers.people.joined(separator: ", "))]
    case .role(let role): [.line(answers.roles[role.name]?.joined(separator: ", ") ?? "")]
    case .pause: []
    case .question(let question):
      node(question, place, room).map { inputs($0, question, room, place) } ?? []
    }
  }

  /// The answer for this turn of the loops around the question.
  private func node(_ question: Question, _ place: Place, _ room: Room) -> YAMLNode? {
    var found = answers[question.id]
    var bindings = place.bindings[...]
    if found == nil, let turn = place.bindings.last(where: { $0.turnOf != nil }),
      let list = turn.turnOf
    {
      let short = question.id.split(separator: ".").last.map(String.init) ?? question.id
      let turns = answers[list]?.items ?? []
      let number = (Int(turn.key.drop { !$0.isNumber }) ?? 1) - 1
      guard turns.indices.contains(number) else { return nil }
      found = turns[number][question.id] ?? turns[number][short]
      bindings = []
    }
    var outer: Bindings = []
    for binding in bindings {
      guard let node = found, !node.isBlank else { return nil }
      let place = ordinal(of: binding, question, room, outer)
      guard let items = node.items, items.indices.contains(place) else { return nil }
      found = items[place]
      outer.append(binding)
    }
    return found.flatMap { $0.isBlank ? nil : $0 }
  }

  /// The place of a loop's item in its list, counted from 0, those that are not asked included.
  private func ordinal(
    of binding: Binding, _ question: Question, _ room: Room, _ outer: Bindings
  ) -> Int {
    if binding.turnOf != nil { return (Int(binding.key.drop { !$0.isNumber }) ?? 1) - 1 }
    for case .loop(let clauses) in room.session.index.questions[question.id]?.frames ?? [] {
      guard let clause = clauses.first(where: { $0.variable == binding.variable }) else { continue }
      let keys = room.scope.expand([clause], outer).compactMap(\.last?.key)
      return keys.firstIndex(of: binding.key) ?? 0
    }
    return 0
  }

  private func inputs(_ node: YAMLNode, _ question: Question, _ room: Room, _ place: Place)
    -> [Input]
  {
    switch question.kind {
    case .list where node.entries != nil:
      (node.entries ?? []).filter { !$0.value.isBlank }.flatMap { entry in
        (entry.value.items ?? [entry.value]).compactMap(\.text).map {
          .line("\(entry.name): \($0)")
        }
      }
    case .list: (node.items ?? [node]).compactMap(\.text).map { .line($0) }
    case .table: (node.items ?? []).filter { !$0.isBlank }.map { .row(Self.cells($0)) }
    case .schedule: [.tasks((node.items ?? []).filter { !$0.isBlank }.map(Self.cells))]
    case .raci: (node.entries ?? []).filter { !$0.value.isBlank }.map { .line(Self.duties($0)) }
    case .review: Self.reviewed(node, question, room, place).map { .line($0) }
    case .rank: [.line(Self.words(node, separator: ", "))]
    case .group:
      (node.entries ?? []).map { .line("\(Self.words($0.value)) \($0.name)") }
    case .vote: (node.entries ?? []).map { .line("\($0.name) \(Self.words($0.value))") }
    case .fist:
      [
        .line(
          (node.entries ?? []).map { "\($0.name) \(Self.words($0.value))" }.joined(separator: ", "))
      ]
    case .matrix:
      [.line(question.rows.map { Self.words(node[$0] ?? node) }.joined(separator: " "))]
    case .signoff: signatures(node, question, room, place)
    case .choices, .people: [.line(Self.words(node, separator: ", "))]
    default: [.line(node.text ?? Self.words(node))]
    }
  }

  private static func cells(_ node: YAMLNode) -> [JSONValue.Member] {
    (node.entries ?? []).filter { !$0.value.isBlank }.map {
      JSONValue.Member($0.name, .string($0.value.text ?? words($0.value, separator: ", ")))
    }
  }

  private static func words(_ node: YAMLNode, separator: String = " ") -> String {
    node.text ?? (node.items ?? []).compactMap(\.text).joined(separator: separator)
  }

  /// One line for each party in the order in which they are asked.
  private func signatures(_ node: YAMLNode, _ question: Question, _ room: Room, _ place: Place)
    -> [Input]
  {
    SignoffHandler(question).waiting(room, place).map { party in
      guard let given = node[party.name] else { return .line("x") }
      guard given.entries != nil else { return .line(given.text ?? "x") }
      let parts = [given["verdict"], given["by"], given["note"]].compactMap { $0?.text }
      return .line(parts.joined(separator: " "))
    }
  }
}
