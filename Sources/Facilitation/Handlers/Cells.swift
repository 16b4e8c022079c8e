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

  func dialog(_ item: Item, _ list: Address, _ columns: [String]) -> Dialog? {
    guard let name = columns.first,
      let column = table.columns.first(where: { $0.name == name }), let question = column.question
    else { return nil }
    let offer =
      question.offer.map { room.scope.value(of: $0, room.place?.bindings ?? []) }.flatMap {
        value -> String? in
        // Words of the playbook stand in the line as they would be typed: next friday.
        if case .text(let words) = value { return words == "—" ? nil : words.trimmed }
        let json = (AnswerKinds.kind(of: question) ?? TextKind()).offer(value, question, context)
        return json == .null ? nil : AnswerKinds.show(json, of: question, context)
      }
    let label = DisplayText.truncated("\(item.id) \(column.spokenName)", to: 22)
    let heading = heading(column)
    return Dialog(
      heading == column.spokenName ? label : heading,
      label: heading == column.spokenName ? nil : label,
      purpose: .cells(item: item.id, table: list, columns: columns), offer: offer ?? "")
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
  func decide(_ line: String, _ item: String, _ list: Address, _ columns: [String]) -> Decision {
    guard let found = room.state.item(item), found.isLive, let name = columns.first,
      let column = table.columns.first(where: { $0.name == name }), let question = column.question
    else { return Decision() }
    let rest = Array(columns.dropFirst())
    guard !line.trimmed.isEmpty else {
      return Decision(dialog: dialog(found, list, rest))
    }
    if let next = nextRow(line, list) { return next }
    if line.trimmed.hasPrefix("??"), let place = room.place {
      let about = "\(RowText.line(found, table, room)): \(column.spokenName)"
      var open = Shorthand(line).openPoint(about: about, room, place)
      if open.fact != nil { open.dialog = dialog(found, list, rest) }
      return open
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
            ask, enterIsYes: options[0].takesEnter, yes: answers[0].1,
            no: .decide(Decision(dialog: dialog(found, list, columns))))
          : .choose(ask, answers))
    }
  }

  /// Who goes on with the next row has nothing to say about this one's other cells.
  private func nextRow(_ line: String, _ list: Address) -> Decision? {
    guard let place = room.place, place.address == list, table.of == nil else { return nil }
    let reader = RowLine(table, room, place)
    guard reader.isWhole(line) || reader.isFact(line) else { return nil }
    return TableHandler(table).decide(room, place, line, isPasted: false)
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
