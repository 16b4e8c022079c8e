import PlaybookLanguage
import Session
import Values

/// A plan that the room makes: one line a task, `set up servers, eve 3 days after 1`.
///
/// The days follow by themselves; a circle of tasks that wait for one another is refused.
struct ScheduleHandler: Handler {
  let question: Question

  init(_ question: Question) { self.question = question }

  func prompt(_ room: Room, _ place: Place) -> Prompt {
    let tasks = room.isNew(place) ? room.state.liveItems(in: place.address) : []
    let next = waiting(room, place).first
    var opening = room.asking(question, place)
    opening.append(.hint(Self.hint(isNamed: next != nil)))
    if !tasks.isEmpty {
      opening.append(.entries(tasks.map { ScheduleText(question, room).entry($0) }))
    }
    return Prompt(
      place: place.address,
      label: next.map { DisplayText.truncated($0.text, to: 24) } ?? place.label, takesLines: true,
      completions: room.state.people.map(\.name), history: "schedule", opening: opening,
      topic: place.address.description)
  }

  private static func hint(isNamed: Bool) -> String {
    isNamed
      ? "Who, how long, after what: eve 3 days after 1. Enter ends."
      : "One line each, such as: set up servers, eve 3 days after 1; from 30 Nov for a day of its "
        + "own. Enter on an empty line ends."
  }

  /// Tasks of the playbook's list that nobody has planned yet.
  func waiting(_ room: Room, _ place: Place) -> [(source: String?, text: String)] {
    guard question.of != nil else { return [] }
    let rows = room.state.liveItems(in: place.address)
    return room.scope.tasks(of: question, place.bindings).filter { task in
      !rows.contains {
        task.source != nil
          ? $0["item"].string == task.source : $0["task"].string == task.text
      }
    }
  }

  func decide(_ room: Room, _ place: Place, _ line: String, isPasted: Bool) -> Decision {
    let lines = line.split(whereSeparator: \.isNewline).map { String($0).withoutBullet }
      .filter { !$0.isEmpty }
    guard let first = lines.first else { return end(room, place) }
    if lines.count > 1 { return paste(lines, line, room, place) }
    if let change = change(first, room, place) { return change }
    let reader = ScheduleLine(question, room, place.address)
    guard let task = waiting(room, place).first else {
      return reader.read(first) { timed(first, $0, add([$0], room, place), room) }
    }
    return reader.read("\(task.text), \(first)", about: task.text) { cells in
      timed(first, cells, add([Self.row(cells, about: task)], room, place), room)
    }
  }

  /// A time beside the day on which a task begins is not kept, and that is said.
  private func timed(
    _ line: String, _ cells: [JSONValue.Member], _ added: Decision, _ room: Room
  ) -> Decision {
    guard cells.contains(where: { $0.name == "start" }) else { return added }
    let times = line.split(separator: "|").compactMap {
      DatePhrase.timeOfDay(in: String($0), today: room.moment.today)
    }
    return added.remarking(times: times.suffix(1))
  }

  /// A row about an entry of a list keeps which one.
  private static func row(
    _ cells: [JSONValue.Member], about task: (source: String?, text: String)
  ) -> [JSONValue.Member] {
    let own = cells.filter { $0.name != "task" } + [.init("task", .string(task.text))]
    return task.source.map { own + [.init("item", .string($0))] } ?? own
  }

  /// `2 after 1`, `2 5 days`: a task's number and only what changes.
  private func change(_ line: String, _ room: Room, _ place: Place) -> Decision? {
    let words = line.split(separator: " ", maxSplits: 1).map(String.init)
    guard let number = Int(words[0]) else { return nil }
    let task = room.item(called: String(number), in: place.address)
    guard let task, task.list == place.address else {
      return unknown(number, words.count == 2 ? words[1] : "", line, room, place)
    }
    guard words.count == 2 else {
      return Decision(say: [
        .hint(
          "\(number) is “\(ScheduleText(question, room).words(task))”. /edit \(number) changes it.")
      ])
    }
    var clauses = ScheduleClauses(words[1], TaskNames(room, place.address), room.moment.today)
    clauses.take()
    guard clauses.words.isEmpty, clauses.problem == nil else { return nil }
    return ScheduleEditing(question, room).record(task, clauses.cells)
  }

  /// A number that no task has, where the line says nothing else that could be a task.
  private func unknown(
    _ number: Int, _ rest: String, _ line: String, _ room: Room, _ place: Place
  ) -> Decision? {
    var clauses = ScheduleClauses(rest, TaskNames(room, place.address), room.moment.today)
    clauses.take()
    guard clauses.words.isEmpty else { return nil }
    return .problem("There is no task \(number) here.", keeping: line)
  }

  // MARK: The end

  private func end(_ room: Room, _ place: Place) -> Decision {
    let count = room.state.liveItems(in: place.address).count
    let least = max(question.minimum ?? 0, question.isRequired ? 1 : 0)
    guard count >= least else {
      return .problem(
        "At least \(least.counted("task is", "tasks are")) needed here. "
          + "Nobody knows? “?? name day” keeps it open.")
    }
    let ending = Decision(
      fact: room.settling(place, count == 0 ? .skipped : .done), say: result(room, place))
    let left = waiting(room, place)
    guard count > 0, !left.isEmpty else { return ending }
    return Decision(
      dialog: .yesNo(
        "Not planned yet: \(DisplayText.joined(left.map(\.text))). Leave them out?",
        enterIsYes: false, yes: .decide(ending), no: .refill("")))
  }

  /// The plan as a picture, its end, what it hangs on, and what is odd about it.
  private func result(_ room: Room, _ place: Place) -> [Utterance] {
    let plan = room.scope.plan(at: place.address)
    guard let end = plan.end else { return [] }
    let critical = plan.critical.compactMap(room.state.item).map {
      ScheduleText(question, room).words($0)
    }
    let picture = DocumentPart(kind: .gantt, names: [question.id], span: question.span)
    return [
      .part(picture, place.bindings), .noted("It ends on \(end.display)."),
      .hint("A day later there is a day later at the end: \(critical.joined(separator: " → "))"),
    ] + room.scope.flaws(ofSchedule: place.address).map { .warning($0) }
  }

  // MARK: Adding

  private func paste(_ lines: [String], _ text: String, _ room: Room, _ place: Place) -> Decision {
    let pasted = PastedTable(lines, question, room)
    let lines = pasted.rows
    guard !lines.isEmpty else { return .problem("There is a heading, and no task.", keeping: text) }
    let names = TaskNames(room, place.address).adding(lines.count, newIDs(lines.count, room))
      .beginning(lines)
    // The first reading gives the names that the second one may come after.
    let first = lines.map { ScheduleLine(question, room, place.address, names).certain($0) }
    let named = names.naming(first.map { $0.first { $0.name == "task" }?.value.string ?? "" })
    var rows: [ReadRow] = []
    for line in lines {
      var clauses = ScheduleClauses(line, named, room.moment.today)
      clauses.take()
      if let problem = clauses.problem { return .problem(problem, keeping: text) }
      switch ScheduleLine(question, room, place.address, named).row(line) {
      case .success(let row): rows.append(row)
      case .failure(let slip): return .problem("\(line.quoted): \(slip.words)", keeping: text)
      }
    }
    var decision = add(rows.map(\.cells), room, place, via: .pasted)
    guard let fact = decision.fact else {
      decision.refill = text
      return decision
    }
    if let asking = doubts(rows, room, place, after: fact) { decision.dialog = asking }
    let words = pasted.asking("task")
    return Decision(dialog: .yesNo(words, yes: .decide(decision), no: .refill(text)))
  }

  /// Asks for the cells of pasted rows that could not be read.
  private func doubts(
    _ rows: [ReadRow], _ room: Room, _ place: Place, after fact: Fact
  ) -> Dialog? {
    let open = zip(newIDs(rows.count, room), rows).flatMap { id, row in
      row.doubts.sorted { $0.key < $1.key }.map { OpenCell(id, $0.key, words: $0.value) }
    }
    return Cells(question, room.after(fact)).dialog(place.address, open)
  }

  private func newIDs(_ count: Int, _ room: Room) -> [String] {
    let prefix = room.session.index.prefixes[question.id] ?? "x"
    return (0..<count).map { room.session.log.nextID(prefix, skipping: $0) }
  }

  /// Tasks whose cells come by name, from a file of answers; `after` names tasks or counts rows.
  func decide(_ room: Room, _ place: Place, rows: [[JSONValue.Member]]) -> Decision {
    var names = TaskNames(room, place.address).adding(rows.count, newIDs(rows.count, room))
    let tasks = waiting(room, place)
    let words = rows.enumerated().map { index, row in
      row.first { $0.name == "task" }?.value.string
        ?? (tasks.indices.contains(index) ? tasks[index].text : "")
    }
    names = names.naming(words)
    var read: [[JSONValue.Member]] = []
    for (row, text) in zip(rows, words) {
      switch ScheduleLine(question, room, place.address, names).cells(row, about: text) {
      case .success(let cells):
        read.append(tasks.first { $0.text == text }.map { Self.row(cells, about: $0) } ?? cells)
      case .failure(let slip): return .problem(slip.words)
      }
    }
    var decision = add(read, room, place, via: .scripted)
    decision.dialog = nil
    return decision
  }

  /// Adds tasks; what a single new one lacks is asked next.
  private func add(
    _ rows: [[JSONValue.Member]], _ room: Room, _ place: Place, via: AnswerSource = .typed
  ) -> Decision {
    let items = zip(newIDs(rows.count, room), rows).map {
      ItemsAdded.NewItem(id: $0, text: "", row: $1)
    }
    let fact = Fact(.itemsAdded(ItemsAdded(list: place.address, items: items, via: via)))
    let after = room.after(fact)
    if let circle = ScheduleText(question, after).circle(at: place.address) {
      return .problem(circle)
    }
    let say = items.compactMap { after.state.item($0.id) }.map {
      Utterance.noted("\($0.number ?? 0) \(ScheduleText(question, after).line($0))")
    }
    var decision = Decision(fact: fact, say: say)
    if items.count == 1, let item = after.state.item(items[0].id) {
      // Nobody works on a milestone.
      let wanted = item["duration"].int == 0 ? [] : ["owner", "duration"]
      let missing = wanted.filter { item[$0] == .null }
      decision.dialog = Cells(question, after).dialog(
        place.address, missing.map { OpenCell(item.id, $0) })
    }
    return decision
  }
}
