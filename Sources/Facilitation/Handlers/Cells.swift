import PlaybookLanguage
import Session
import Values

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

  /// Asks for the first of these cells that is still there.
  func dialog(_ list: Address, _ open: [OpenCell]) -> Dialog? {
    guard let cell = open.first else { return nil }
    guard let item = room.state.item(cell.item), item.isLive,
      let column = table.columns.first(where: { $0.name == cell.column }),
      let question = column.question
    else { return dialog(list, Array(open.dropFirst())) }
    guard let words = cell.words else { return asking(item, column, question, list, open) }
    let name = "\(room.called(item)) \(column.spokenName)"
    switch read(words, column, question) {
    case .choose(let ask, let options):
      return choosing("\(name): \(ask)", options, column, list, open, words)
    case .refused(let why): return doubting(why, name, words, list, open)
    case .answer(let value):
      let fact = Fact(.itemEdited(ItemEdited(item: item.id, row: [.init(column.name, value)])))
      let why = question.check.flatMap { complaint($0, question, item, room.after(fact)) }
      return doubting(why ?? "is that right?", name, words, list, open)
    }
  }

  /// The cells that come after what was recorded last of a row; nil where that was another thing.
  static func unfinished(at table: Address, _ room: Room) -> Dialog? {
    guard room.place?.address == table,
      let question = room.session.index.questions[table.question]?.content,
      let last = room.session.log.records.last(where: {
        !room.session.log.dead.contains($0.number) && !$0.fact.event.isResuming
      })
    else { return nil }
    let cells = Cells(question, room)
    let asked = question.askedColumns.map(\.name)
    let row: (id: String, columns: [String])
    switch last.fact.event {
    case .itemsAdded(let added) where added.list == table && added.items.count == 1:
      row = (added.items[0].id, [])
    case .itemEdited(let edited): row = (edited.item, edited.row.map(\.name))
    default: return nil
    }
    guard let item = room.state.item(row.id), item.list == table else { return nil }
    let behind = row.columns.compactMap { asked.firstIndex(of: $0) }.max().map { $0 + 1 } ?? 0
    let open = cells.missing(item).filter { asked[behind...].contains($0) }
    return cells.dialog(table, open.map { OpenCell(row.id, $0) })
  }

  /// What stood in a pasted cell and is none: it stands in the line, to be mended.
  private func doubting(
    _ why: String, _ name: String, _ words: String, _ list: Address, _ open: [OpenCell]
  ) -> Dialog {
    Dialog(
      "\(name): \(why) Enter keeps the words as an open point.",
      label: DisplayText.truncated(name, to: 22), purpose: .cells(table: list, open: open),
      offer: words)
  }

  private func asking(
    _ item: Item, _ column: Question.Column, _ question: Question, _ list: Address,
    _ open: [OpenCell]
  ) -> Dialog {
    let offer =
      question.offer.map { room.scope.value(of: $0, room.place?.bindings ?? []) }.flatMap {
        value -> String? in
        // Words of the playbook stand in the line as they would be typed: next friday.
        if case .text(let words) = value { return words == "—" ? nil : words.trimmed }
        let json = (AnswerKinds.kind(of: question) ?? TextKind()).offer(value, question, context)
        return json == .null ? nil : AnswerKinds.show(json, of: question, context)
      }
    let label = DisplayText.truncated("\(room.called(item)) \(column.spokenName)", to: 22)
    let heading = heading(column)
    return Dialog(
      heading == column.spokenName ? label : heading,
      label: heading == column.spokenName ? nil : label,
      purpose: .cells(table: list, open: open), offer: offer ?? "")
  }

  /// Which of several readings is meant, of those that the column's check lets pass; other words
  /// answer the cell anew.
  private func choosing(
    _ ask: String, _ options: [AnswerReading.Alternative], _ column: Question.Column,
    _ list: Address, _ open: [OpenCell], _ line: String
  ) -> Dialog {
    var anew = open
    anew[0].words = nil
    let fitting = options.filter { fits($0.value, column, open[0].item) }
    let shown = fitting.isEmpty ? options : fitting
    let answers = shown.map { ($0.label, Dialog.Answer.fill($0.value, line: line)) }
    var dialog =
      answers.count == 1
      ? Dialog.yesNo(
        options.count == 1 ? ask : "\(open[0].item) \(column.spokenName): \(shown[0].label)?",
        enterIsYes: shown[0].takesEnter, meaning: shown[0].label, yes: answers[0].1,
        no: .decide(Decision(dialog: dialog(list, anew))))
      : .choose(ask, answers)
    dialog.otherwise = .cells(table: list, open: anew)
    dialog.isOfReading = answers.count > 1
    return dialog
  }

  private func fits(_ value: JSONValue, _ column: Question.Column, _ item: String) -> Bool {
    guard let check = column.question?.check else { return true }
    let fact = Fact(.itemEdited(ItemEdited(item: item, row: [.init(column.name, value)])))
    return room.after(fact).scope.condition(check, ofRow: item) != false
  }

  /// Whether the words say of a cell that nobody knows it yet, or has it.
  func isOpen(_ words: String, _ column: Question.Column, _ question: Question) -> Bool {
    if [.text, .note].contains(question.kind) { return OpenWord.saysUnknown(words) }
    guard OpenWord.saysNothing(words) else { return false }
    if case .answer = read(words, column, question) { return false }
    return true
  }

  /// A column's name with what may be typed for it: `risk (1 low · 2 medium · 3 high)`.
  func heading(_ column: Question.Column) -> String {
    guard let question = column.question else { return column.spokenName }
    let choices =
      question.kind == .scale && question.options.isEmpty
      ? (1...5).map { Question.Option(key: String($0), label: String($0)) }
      : ChoiceKind.options(question, room.context(question))
    switch question.kind {
    case .choice, .choices, .scale:
      return choices.isEmpty
        ? column.spokenName : "\(column.spokenName) (\(Self.options(choices)))"
    case .percent: return "\(column.spokenName) (in %)"
    case .yesno: return "\(column.spokenName) (y or n)"
    default: return column.spokenName
    }
  }

  private var context: AnswerContext { room.context() }

  private static func options(_ options: [Question.Option]) -> String {
    let areNumbered = options.allSatisfy { Number($0.key) != nil && $0.key != $0.label }
    if options.allSatisfy({ Number($0.key) != nil && $0.key == $0.label }) {
      return "\(options.first?.key ?? "") to \(options.last?.key ?? "")"
    }
    return options.enumerated().map { place, option in
      areNumbered ? "\(option.key) \(option.label)" : "\(place + 1) \(option.label)"
    }.joined(separator: " · ")
  }

  func read(_ word: String, _ column: Question.Column, _ question: Question) -> AnswerReading {
    (AnswerKinds.kind(of: question) ?? TextKind()).read(
      word, question, room.context(question, []))
  }

  /// What a typed cell comes to; Enter leaves it open and goes on to the next.
  func decide(_ line: String, _ list: Address, _ open: [OpenCell]) -> Decision {
    guard let cell = open.first, let found = room.state.item(cell.item), found.isLive,
      let column = table.columns.first(where: { $0.name == cell.column }),
      let question = column.question
    else { return Decision() }
    let rest = Array(open.dropFirst())
    guard !line.trimmed.isEmpty else { return Decision(dialog: dialog(list, rest)) }
    if let next = nextRow(line, list) { return next }
    if line.trimmed.hasPrefix("??"), let place = room.place {
      let about = "\(RowText.line(found, table, room)): \(column.spokenName)"
      var kept = Shorthand(line).openPoint(about: about, cell, room, place)
      if kept.fact != nil { kept.dialog = dialog(list, rest) }
      return kept
    }
    if isOpen(line, column, question) { return Decision(dialog: dialog(list, rest)) }
    let words = line.trimmed.onOneLine
    switch read(words, column, question) {
    case .answer(let value): return record(value, list, open, line)
    case .refused(let why): return refuse(why, found, column, list, open, line)
    case .choose(let ask, let options):
      let fitting = options.filter { fits($0.value, column, cell.item) }
      // Where only one reading passes the column's check, nothing else can be meant.
      if fitting.count == 1, options.count > 1 { return record(fitting[0].value, list, open, line) }
      return Decision(dialog: choosing(ask, options, column, list, open, words))
    }
  }

  /// What does not fit stays in the line; Enter on it unchanged keeps the words as an open point.
  private func refuse(
    _ why: String, _ item: Item, _ column: Question.Column, _ list: Address, _ open: [OpenCell],
    _ line: String
  ) -> Decision {
    let words = line.trimmed.onOneLine
    if let cell = open.first, cell.words == words, let place = room.place {
      let about = "\(RowText.line(item, table, room)): \(column.spokenName) (\(words))"
      var kept = Shorthand("??").openPoint(about: about, cell, room, place)
      kept.dialog = dialog(list, Array(open.dropFirst()))
      return kept
    }
    var anew = open
    anew[0].words = words
    var again = column.question.map { asking(item, column, $0, list, anew) }
    again?.offer = line
    return Decision(
      say: [.problem(why), .hint("Enter again keeps your words as an open point.")],
      dialog: again, refill: line)
  }

  /// Who goes on with the next row has nothing to say about this one's other cells.
  private func nextRow(_ line: String, _ list: Address) -> Decision? {
    guard let place = room.place, place.address == list, table.of == nil else { return nil }
    let reader = RowLine(table, room, place)
    guard reader.isWhole(line) || reader.isFact(line) else { return nil }
    return TableHandler(table).decide(room, place, line, isPasted: false)
  }

  /// A value for the first cell, and the question for the next.
  func record(
    _ value: JSONValue, _ list: Address, _ open: [OpenCell], _ line: String
  ) -> Decision {
    guard let cell = open.first, let item = room.state.item(cell.item) else { return Decision() }
    let fact = Fact(
      .itemEdited(ItemEdited(item: item.id, row: [.init(cell.column, value)])))
    let after = room.after(fact)
    if let column = table.columns.first(where: { $0.name == cell.column }),
      let question = column.question, let check = question.check,
      let complaint = complaint(check, question, item, after)
    {
      return refuse(complaint, item, column, list, open, line)
    }
    let next = Cells(table, after).dialog(list, Array(open.dropFirst()))
    let words = after.state.item(item.id).map {
      "\(after.called($0)) \(RowText.line($0, table, after))"
    }
    let isLast = !open.dropFirst().contains { $0.item == cell.item }
    var decision = Decision(
      fact: fact, say: isLast ? [.noted(words ?? "")] : [], dialog: next)
    guard table.column(cell.column)?.kind == .date else { return decision }
    decision = decision.remarking(timeIn: line, room)
    guard cell.column == table.dueColumn, let row = after.state.item(item.id) else {
      return decision
    }
    return decision.remarking(daysOf: [row], table, after)
  }

  /// What the checks of a whole row say, with the column that does not fit.
  func complaint(about item: Item) -> String? {
    unfit(item).first.map { "\($0.column.spokenName): \($0.why)" }
  }

  /// The columns whose check a row does not pass, and what is said of each.
  func unfit(_ item: Item) -> [(column: Question.Column, why: String)] {
    table.askedColumns.filter { item[$0.name] != .null }.compactMap { column in
      guard let question = column.question, let check = question.check else { return nil }
      return complaint(check, question, item, room).map { (column, $0) }
    }
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

extension SessionEvent {
  /// Nothing that somebody said: the meeting goes on.
  fileprivate var isResuming: Bool { if case .sessionResumed = self { true } else { false } }
}
