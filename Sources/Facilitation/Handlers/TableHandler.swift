import PlaybookLanguage
import Session
import Values

/// A table that the room fills: one line a row, then what is still missing, a cell at a time.
///
/// A line is read as people say it: `get a signed SLA, ana fri`, `- router not deployed (Jira 41)`,
/// or cell by cell with `|` between them.
struct TableHandler: Handler {
  let question: Question

  init(_ question: Question) { self.question = question }

  func prompt(_ room: Room, _ place: Place) -> Prompt {
    let rows = room.state.liveItems(in: place.address)
    var opening = room.asking(question, place)
    opening.append(.hint(hint))
    if !rows.isEmpty {
      opening.append(.entries(rows.map { .init($0.id, RowText.line($0, question, room) + room.doubts($0)) }))
    }
    return Prompt(
      place: place.address, label: place.label, takesLines: true,
      completions: room.state.people.map(\.name), history: "table", opening: opening)
  }

  private var hint: String {
    let columns = question.askedColumns.map(\.spokenName)
    let first = columns.first ?? "text"
    guard !RowLine.isAction(question) else {
      return "One line each, such as: get a signed SLA, ana fri. Enter on an empty line ends."
    }
    if RowLine.factColumn(question) != nil {
      return "+ done, - not done, ! blocked, the source in brackets at the end. Enter ends."
    }
    return columns.count == 1
      ? "One line each; Enter on an empty line ends."
      : "First the \(first), the rest is asked; or all at once: "
        + columns.joined(separator: " | ") + ". Enter ends."
  }

  func decide(_ room: Room, _ place: Place, _ line: String, isPasted: Bool) -> Decision {
    let lines = line.split(whereSeparator: \.isNewline).map {
      String($0).withoutRowBullet(question)
    }
    .filter { !$0.isEmpty }
    guard let first = lines.first else { return end(room, place) }
    if lines.count > 1 { return paste(lines, line, room, place) }
    return RowLine(question, room, place).read(first) { cells in
      var decision = self.add([cells], room, place, via: isPasted ? .pasted : .typed)
      if decision.fact == nil { decision.refill = line }
      return decision
    }
  }

  private func end(_ room: Room, _ place: Place) -> Decision {
    let count = room.state.liveItems(in: place.address).count
    let least = max(question.minimum ?? 0, question.isRequired ? 1 : 0)
    guard count >= least else {
      return .problem(
        "At least \(least) \(least == 1 ? "row is" : "rows are") needed here. "
          + "Nobody knows? “?? name day” keeps it open.")
    }
    return Decision(fact: room.settling(place, count == 0 ? .skipped : .done))
  }

  private func paste(_ lines: [String], _ text: String, _ room: Room, _ place: Place) -> Decision {
    let reader = RowLine(question, room, place)
    let rows = lines.map { reader.certain($0) }
    return Decision(
      dialog: .yesNo(
        "\(lines.count) lines, as that many rows?",
        yes: .decide(add(rows, room, place, via: .pasted)), no: .refill(text.onOneLine)))
  }

  /// A row whose cells come by name, from a file of answers.
  func decide(_ room: Room, _ place: Place, row: [JSONValue.Member]) -> Decision {
    var cells: [JSONValue.Member] = []
    for cell in row {
      guard let column = question.askedColumns.first(where: { $0.name == cell.name }),
        let asked = column.question
      else { return .problem("There is no column “\(cell.name)”.") }
      switch Cells(question, room).read(cell.value.string ?? "", column, asked) {
      case .answer(let value): cells.append(.init(cell.name, value))
      case .refused(let why): return .problem("\(cell.name): \(why)")
      case .choose(let ask, let options):
        guard options.count == 1 else { return .problem("\(cell.name): \(ask)") }
        cells.append(.init(cell.name, options[0].value))
      }
    }
    var decision = add([cells], room, place, via: .scripted)
    decision.dialog = nil
    return decision
  }

  /// Adds rows; what a single new row lacks is asked next.
  private func add(
    _ rows: [[JSONValue.Member]], _ room: Room, _ place: Place, via: AnswerSource
  ) -> Decision {
    let count = room.state.liveItems(in: place.address).count + rows.count
    if let most = question.maximum, count > most {
      return .problem("At most \(most) \(most == 1 ? "row" : "rows") here.")
    }
    let prefix = room.session.index.prefixes[question.id] ?? "x"
    let items = rows.enumerated().map { index, cells in
      ItemsAdded.NewItem(
        id: room.session.log.nextID(prefix, skipping: index), text: "", row: cells)
    }
    let fact = Fact(.itemsAdded(ItemsAdded(list: place.address, items: items, via: via)))
    let after = room.after(fact)
    let added = items.compactMap { after.state.item($0.id) }
    if let complaint = added.lazy.compactMap({ Cells(question, after).complaint(about: $0) }).first {
      return .problem(complaint)
    }
    let say = added.map {
      Utterance.noted("\($0.id) \(RowText.line($0, question, after))")
    }
    var decision = Decision(fact: fact, say: say)
    if items.count == 1, let item = after.state.item(items[0].id) {
      decision.dialog = Cells(question, after).dialog(
        item, place.address, Cells(question, after).missing(item))
    }
    return decision
  }
}

extension Question {
  var askedColumns: [Column] {
    columns.filter { if case .asked = $0.cell { true } else { false } }
  }

  func column(_ name: String) -> Question? {
    guard let column = columns.first(where: { $0.name == name }),
      case .asked(let question) = column.cell
    else { return nil }
    return question
  }
}

extension Question.Column {
  /// `done_when` as one says it.
  var spokenName: String { name.split(separator: "_").joined(separator: " ") }

  var question: Question? { if case .asked(let question) = cell { question } else { nil } }
}

extension Room {
  /// The room as it would be with one more fact.
  func after(_ fact: Fact) -> Room {
    var session = session
    session.append(SessionRecord(number: session.log.nextNumber, at: moment.now, fact: fact))
    return Room(session, held: held, moment: moment)
  }
}

/// A row in words.
enum RowText {
  /// `Ana · get a signed SLA · due Fri 27 Nov 2026` for an action, else the cells in order.
  static func line(_ item: Item, _ table: Question, _ room: Room) -> String {
    if let planned = PlannedRow(item, room) { return planned.words }
    let shown = table.askedColumns.compactMap { column -> (String, String)? in
      guard let question = column.question else { return nil }
      let text = AnswerKinds.show(item[column.name], of: question, room.context(question))
      return text.isEmpty ? nil : (column.name, text)
    }
    guard RowLine.isAction(table) else { return shown.map(\.1).joined(separator: " · ") }
    let owner = shown.first { table.column($0.0)?.kind == .person }
    let due = shown.first { table.column($0.0)?.kind == .date }
    let rest = shown.filter { $0.0 != owner?.0 && $0.0 != due?.0 }.map(\.1)
    return ([owner?.1].compactMap { $0 } + rest + [due.map { "due " + $0.1 }].compactMap { $0 })
      .joined(separator: " · ")
  }
}

/// Reads one line as a row.
struct RowLine {
  let table: Question
  let room: Room
  let place: Place

  init(_ table: Question, _ room: Room, _ place: Place) {
    self.table = table
    self.room = room
    self.place = place
  }

  /// A table with one person and one date is a list of actions.
  static func isAction(_ table: Question) -> Bool {
    let kinds = table.askedColumns.compactMap { $0.question?.kind }
    return kinds.first == .text && kinds.count { $0 == .person } == 1
      && kinds.count { $0 == .date } == 1
  }

  /// The column of done, not done, blocked in a table of facts.
  static func factColumn(_ table: Question) -> Question.Column? {
    table.askedColumns.first { column in
      let options = column.question?.options.map(\.key) ?? []
      return ["done", "not done", "blocked"].allSatisfy(options.contains)
    }
  }

  /// The row's cells, perhaps after a question back.
  func read(_ line: String, _ make: ([JSONValue.Member]) -> Decision) -> Decision {
    if line.contains("|") { return cells(line, make) }
    if let fact = fact(line) { return make(fact) }
    guard Self.isAction(table) else { return first(line, make) }
    return ActionLine(room).read(line) { make(self.row($0)) }
  }

  /// The row's cells without asking back: what is not certain stays in the words.
  func certain(_ line: String) -> [JSONValue.Member] {
    var found: [JSONValue.Member]?
    let decision = read(line) { cells in
      found = cells
      return Decision()
    }
    if let found, decision.dialog == nil { return found }
    return [.init(table.askedColumns.first?.name ?? "text", .string(line))]
  }

  private func row(_ action: ActionLine.Action) -> [JSONValue.Member] {
    var cells: [JSONValue.Member] = []
    for column in table.askedColumns {
      switch column.question?.kind {
      case .person: if let owner = action.owner { cells.append(.init(column.name, .string(owner))) }
      case .date: if let due = action.due { cells.append(.init(column.name, .string(due.iso))) }
      case .text where cells.isEmpty: cells.append(.init(column.name, .string(action.text)))
      case .text where column.name == "done_when":
        if let done = action.doneWhen { cells.append(.init(column.name, .string(done))) }
      default: break
      }
    }
    return cells
  }

  /// `- router not deployed (Jira 41)`: a fact with its state and its source.
  private func fact(_ line: String) -> [JSONValue.Member]? {
    guard let state = Self.factColumn(table),
      let mark = line.first, let value = ["+": "done", "-": "not done", "!": "blocked"][mark]
    else { return nil }
    var words = String(line.dropFirst()).trimmed
    var cells: [JSONValue.Member] = []
    if words.hasSuffix(")"), let open = words.lastIndex(of: "("),
      let column = table.askedColumns.first(where: { $0.name == "source" })
    {
      let source = String(words[words.index(after: open)...].dropLast()).trimmed
      words = String(words[..<open]).trimmed
      cells.append(.init(column.name, .string(source)))
    }
    guard let first = table.askedColumns.first, !words.isEmpty else { return nil }
    return [.init(first.name, .string(words)), .init(state.name, .string(value))] + cells
  }

  /// The whole line is the first cell.
  private func first(_ line: String, _ make: ([JSONValue.Member]) -> Decision) -> Decision {
    guard let column = table.askedColumns.first, let question = column.question else {
      return .problem("This table asks for nothing.", keeping: line)
    }
    switch Cells(table, room).read(line, column, question) {
    case .answer(let value): return make([.init(column.name, value)])
    case .refused(let why): return .problem(why, keeping: line)
    case .choose(let ask, let options):
      return Decision(
        dialog: .choose(
          ask, options.map { ($0.label, .decide(make([.init(column.name, $0.value)]))) }))
    }
  }

  /// Cells with `|` between them, in the columns' order.
  private func cells(_ line: String, _ make: ([JSONValue.Member]) -> Decision) -> Decision {
    let words = line.split(separator: "|", omittingEmptySubsequences: false).map {
      String($0).trimmed
    }
    let columns = table.askedColumns
    guard words.count <= columns.count else {
      let names = columns.map(\.spokenName).joined(separator: " | ")
      return .problem("\(words.count) cells for \(columns.count) columns: \(names).", keeping: line)
    }
    var cells: [JSONValue.Member] = []
    for (column, word) in zip(columns, words) where !word.isEmpty {
      guard let question = column.question else { continue }
      switch Cells(table, room).read(word, column, question) {
      case .answer(let value): cells.append(.init(column.name, value))
      case .refused(let why): return .problem("\(column.spokenName): \(why)", keeping: line)
      case .choose(let ask, let options):
        guard options.count == 1 else {
          let labels = options.map(\.label)
          return .problem(
            "\(column.spokenName): \(ask) \(DisplayText.joined(labels, by: "or"))", keeping: line)
        }
        cells.append(.init(column.name, options[0].value))
      }
    }
    return make(cells)
  }
}

/// The cells of a row that are asked one at a time.
struct Cells {
  let table: Question
  let room: Room

  init(_ table: Question, _ room: Room) {
    self.table = table
    self.room = room
  }

  /// Columns without a value.
  ///
  /// How an action is seen to be done is asked at the read-back.
  func missing(_ item: Item) -> [String] {
    table.askedColumns.filter { column in
      item[column.name] == .null && !(RowLine.isAction(table) && column.name == "done_when")
    }.map(\.name)
  }

  func dialog(_ item: Item, _ list: Address, _ columns: [String]) -> Dialog? {
    guard let name = columns.first,
      let column = table.columns.first(where: { $0.name == name }), let question = column.question
    else { return nil }
    let choices = ChoiceKind.options(question, room.context(question))
    let isChoice = [.choice, .choices, .scale].contains(question.kind) && !choices.isEmpty
    let options = isChoice ? " (\(Self.options(choices)))" : ""
    let offer =
      question.offer.map { room.scope.value(of: $0, []) }.flatMap { value -> String? in
        let json = (AnswerKinds.kind(of: question) ?? TextKind()).offer(value, question, context)
        return json == .null ? nil : AnswerKinds.show(json, of: question, context)
      }
    return Dialog(
      "\(item.id) \(column.spokenName)\(options)",
      purpose: .cells(item: item.id, table: list, columns: columns), offer: offer ?? "")
  }

  private var context: AnswerContext { room.context() }

  private static func options(_ options: [Question.Option]) -> String {
    let areNumbered = options.allSatisfy { Number($0.key) != nil && $0.key != $0.label }
    return options.enumerated().map { place, option in
      areNumbered ? "\(option.key) \(option.label)" : "\(place + 1) \(option.label)"
    }.joined(separator: " · ")
  }

  func read(_ word: String, _ column: Question.Column, _ question: Question) -> AnswerReading {
    (AnswerKinds.kind(of: question) ?? TextKind()).read(
      word, question, room.context(question, []))
  }

  /// What a typed cell comes to; Enter leaves it open and goes on to the next.
  func decide(_ line: String, _ item: String, _ list: Address, _ columns: [String]) -> Decision {
    guard let found = room.state.item(item), found.isLive, let name = columns.first,
      let column = table.columns.first(where: { $0.name == name }), let question = column.question
    else { return Decision() }
    let rest = Array(columns.dropFirst())
    guard !line.trimmed.isEmpty else {
      return Decision(dialog: dialog(found, list, rest))
    }
    switch read(line.trimmed.onOneLine, column, question) {
    case .answer(let value): return record(value, column, question, found, list, rest, line)
    case .refused(let why):
      return Decision(
        say: [.problem(why)], dialog: dialog(found, list, columns), refill: line)
    case .choose(let ask, let options):
      let answers = options.map { option in
        (
          option.label,
          Dialog.Answer.decide(record(option.value, column, question, found, list, rest, line))
        )
      }
      return Decision(
        dialog: answers.count == 1
          ? .yesNo(
            ask, yes: answers[0].1, no: .decide(Decision(dialog: dialog(found, list, columns))))
          : .choose(ask, answers))
    }
  }

  private func record(
    _ value: JSONValue, _ column: Question.Column, _ question: Question, _ item: Item,
    _ list: Address, _ rest: [String], _ line: String
  ) -> Decision {
    let fact = Fact(
      .itemEdited(ItemEdited(item: item.id, row: [.init(column.name, value)])))
    let after = room.after(fact)
    if let check = question.check, let complaint = complaint(check, question, item, after) {
      return Decision(
        say: [.problem(complaint)], dialog: dialog(item, list, [column.name] + rest), refill: line)
    }
    let next = after.state.item(item.id).flatMap {
      Cells(table, after).dialog($0, list, rest)
    }
    let words = after.state.item(item.id).map { "\($0.id) \(RowText.line($0, table, after))" }
    return Decision(
      fact: fact, say: next == nil ? [.noted(words ?? "")] : [], dialog: next)
  }

  /// What the checks of a whole row say, with the column that does not fit.
  func complaint(about item: Item) -> String? {
    for column in table.askedColumns where item[column.name] != .null {
      guard let question = column.question, let check = question.check,
        let words = complaint(check, question, item, room)
      else { continue }
      return "\(column.spokenName): \(words)"
    }
    return nil
  }

  /// A cell's check sees its row's columns bare.
  private func complaint(
    _ check: Expression, _ question: Question, _ item: Item, _ after: Room
  ) -> String? {
    guard after.scope.condition(check, ofRow: item.id) == false else { return nil }
    return question.complaint.map { after.scope.render($0).trimmed }
      ?? "That does not fit: \(check.source)"
  }
}

extension String {
  /// A pasted row without its bullet; in a table of facts `-` means “not done” and stays.
  func withoutRowBullet(_ table: Question) -> String {
    RowLine.factColumn(table) == nil ? withoutBullet : trimmed
  }
}
