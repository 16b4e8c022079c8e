import PlaybookLanguage
import Session
import Values

/// Changing the words (and owner, and date) of something that is listed.
struct ItemEditing {
  let room: Room

  init(_ room: Room) { self.room = room }

  func dialog(_ item: Item) -> Dialog {
    Dialog(room.called(item), purpose: .edit(item: item.id), offer: line(item))
  }

  /// As it would be typed: words, owner, date.
  func line(_ item: Item) -> String {
    let owner = item["owner"].string.map(room.state.name)
    let due = item["due"].string
    if let planned = PlannedRow(item, room) { return planned.typed }
    if let table = table(item), !Self.isOneSentence(table) {
      return TableCells.joined(
        table.askedColumns.map { column in
          column.question.map { AnswerKinds.show(item[column.name], of: $0, room.context($0)) }
            ?? ""
        })
    }
    let done = item["done_when"].string.map { "done when \($0)" }
    return [words(item), [owner, due, done].compactMap { $0 }.joined(separator: " ")]
      .filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// Whether words, owner, day and done-when are all that a row has.
  private static func isOneSentence(_ table: Question) -> Bool {
    RowLine.isAction(table)
      && table.askedColumns.dropFirst().allSatisfy {
        [.person, .date].contains($0.question?.kind) || $0.name == "done_when"
      }
  }

  private func words(_ item: Item) -> String {
    item.text.isEmpty ? textColumn(item).flatMap { item[$0].string } ?? "" : item.text
  }

  private func table(_ item: Item) -> Question? {
    let question = room.session.index.questions[item.list.question]?.content
    return question?.columns.isEmpty == false ? question : nil
  }

  private func textColumn(_ item: Item) -> String? {
    table(item)?.askedColumns.first { $0.question?.kind == .text }?.name
  }

  /// New words for an item; where they are only a name or a day, the rest of it stays.
  func change(_ line: String, _ item: Item) -> Decision {
    let line = line.onOneLine
    guard !line.contains("|") else { return decide(line, item.id) }
    if case .task(_, let editing)? = PlannedRow(item, room) {
      return editing.change(line, item)
    }
    guard !isAsItWas(line, item) else { return stays(item) }
    if let terms = terms(line, item, isAsked: { _ in true }) { return terms }
    guard let columns = ActionColumns(item, room), columns.areOfSentence else {
      return rewrite(line, item)
    }
    // New words are no word about who and when.
    return ActionLine(room).readAnything(line) { change in
      action(item, columns, change.with { $0.keep(ownerAndDueOf: item, columns) })
    }
  }

  /// A name or a day alone: what is not said stays as it was; nil where the line says more.
  ///
  /// Where the entry has no place for it, it may be meant as its new words: that is asked.
  private func terms(
    _ line: String, _ item: Item, isAsked: (ActionLine.Action) -> Bool
  ) -> Decision? {
    let columns = ActionColumns(item, room)
    guard columns == nil || !OpenWord.saysNothing(line) else {
      return .problem("What is not known yet? owner tbd, or by tbd.", keeping: line)
    }
    var missing: [String] = []
    var asks = false
    let decision = ActionLine(room).readTerms(line) { change in
      missing = [
        change.owner != nil && columns?.owner == nil ? "owner" : nil,
        change.due != nil && columns?.due == nil ? "day" : nil,
      ].compactMap { $0 }
      asks = isAsked(change)
      guard let columns, missing.isEmpty else { return Decision() }
      return action(item, columns, change.with { $0.keep(ownerAndDueOf: item, columns) })
    }
    guard missing.isEmpty else { return asks ? asking(line, item, missing) : nil }
    return columns == nil ? nil : decision
  }

  /// `D1 has no owner and no day. Are these its new words: “mia, 11 dec”? [y/N]`.
  private func asking(_ line: String, _ item: Item, _ missing: [String]) -> Decision {
    let name = room.called(item)
    return Decision(
      dialog: .yesNo(
        "\(name) has no \(missing.joined(separator: " and no ")). "
          + "Are these its new words: \(line.trimmed.quoted)?",
        enterIsYes: false, yes: .decide(rewrite(line, item)),
        no: .decide(Decision(dialog: dialog(item), refill: line))))
  }

  private func isAsItWas(_ line: String, _ item: Item) -> Bool {
    line.trimmed == self.line(item).trimmed
  }

  private func stays(_ item: Item) -> Decision {
    Decision(say: [.hint("\(room.called(item)) stays as it was.")])
  }

  func decide(_ line: String, _ id: String) -> Decision {
    guard let item = room.state.item(id), !line.trimmed.isEmpty else { return Decision() }
    guard !isAsItWas(line, item) else { return stays(item) }
    if let planned = PlannedRow(item, room) { return planned.decide(line.trimmed.onOneLine) }
    // A name alone may be the first cell; a day is none but where it has a place.
    if !line.contains("|"), isOfColumns(item),
      let terms = terms(line.onOneLine, item, isAsked: { $0.due != nil })
    {
      return terms
    }
    return rewrite(line, item)
  }

  /// Whether an entry has columns of its own that are typed with strokes, or keeps a decision.
  private func isOfColumns(_ item: Item) -> Bool {
    if let table = table(item) { return !RowLine.isAction(table) }
    return [Address.Room.decisions, .agreements, .risks].contains { $0.address == item.list }
  }

  /// The whole of an entry, or what a sentence says of it.
  private func rewrite(_ line: String, _ item: Item) -> Decision {
    if let table = table(item), !RowLine.isAction(table) || line.contains("|") {
      return row(item, table, line)
    }
    guard let columns = ActionColumns(item, room) else {
      guard !room.session.isAnonymous(item.list) else {
        return AnonymousLines(edited: line.trimmed.onOneLine, room).decide { entries in
          guard let entry = entries.first else { return stays(item) }
          return record(item, ItemEdited(item: item.id, text: entry.text))
        }
      }
      let entry = EntryLines.attributed(line.trimmed.onOneLine, room)
      return record(item, ItemEdited(item: item.id, text: entry.text, by: entry.by.map { [$0] }))
    }
    return ActionLine(room).readAnything(line) { action in
      // A cell that a row leaves out stays, and so does all else beside a name or a day alone.
      let isPart = action.text.isEmpty || line.contains("|")
      return self.action(
        item, columns, isPart ? action.with { $0.keep(ownerAndDueOf: item, columns) } : action)
    }
  }

  /// Words that are empty stay as they were.
  private func action(
    _ item: Item, _ columns: ActionColumns, _ action: ActionLine.Action
  ) -> Decision {
    var row: [JSONValue.Member] = []
    if let owner = columns.owner {
      row.append(.init(owner, action.owner.map { .string($0) } ?? .null))
    }
    if let due = columns.due {
      row.append(.init(due, action.due.map { .string($0.iso) } ?? .null))
    }
    if let done = action.doneWhen { row.append(.init("done_when", .string(done))) }
    guard !action.text.isEmpty else { return record(item, ItemEdited(item: item.id, row: row)) }
    guard let column = textColumn(item) else {
      return record(item, ItemEdited(item: item.id, text: action.text, row: row))
    }
    row.append(.init(column, .string(action.text)))
    return record(item, ItemEdited(item: item.id, row: row))
  }

  private func row(_ item: Item, _ table: Question, _ line: String) -> Decision {
    // When all is answered there is no place at hand, and a row can be mended all the same.
    let own = room.place ?? Agenda(room.scope).places.first { $0.address == item.list }
    guard let place = own else {
      return .problem("\(room.called(item)) belongs to a question that is not asked any more.")
    }
    let reader = RowLine(table, room, place)
    return reader.read(line) { row in
      // Where every cell stands in the line, one without words is emptied.
      let emptied =
        reader.isWhole(line)
        ? table.askedColumns.map(\.name).filter { row.unknown.contains($0) && item[$0] != .null }
        : []
      let speaker = TableHandler.speaker(of: line, room)
      let by = speaker.flatMap { item.by == [$0] ? nil : [$0] }
      var decision = self.record(
        item,
        ItemEdited(item: item.id, by: by, row: row.cells + emptied.map { .init($0, .null) }),
        typed: line)
      if let fact = decision.fact, let edited = room.after(fact).state.item(item.id) {
        decision = decision.remarking(daysOf: [edited], table, room).remarking(times: row.times)
      }
      let open = row.doubts.sorted { $0.key < $1.key }.map {
        OpenCell(item.id, $0.key, words: $0.value)
      }
      if !open.isEmpty, let fact = decision.fact {
        decision.dialog = Cells(table, room.after(fact)).dialog(item.list, open)
      }
      return decision
    }
  }

  private func record(_ item: Item, _ edited: ItemEdited, typed line: String? = nil) -> Decision {
    let fact = Fact(.itemEdited(edited))
    let after = room.after(fact)
    if let table = table(item), let edited = after.state.item(item.id),
      let complaint = Cells(table, after).complaint(about: edited)
    {
      return Decision(
        say: [.problem(complaint), .hint("Enter on an empty line leaves it as it was.")],
        dialog: dialog(item), refill: line)
    }
    let now = after.state.item(item.id).map { Self.words($0, after) } ?? ""
    let before = Self.words(item, room)
    let changed = before == now ? now : "\(before) → \(now)"
    let terms =
      (after.state.item(item.id).map { Self.terms($0, after) } ?? [])
      + (edited.by.map { [DisplayText.joined($0.map(room.state.name))] } ?? [])
    return Decision(
      fact: fact,
      say: [.noted("\(room.called(item)) " + ([changed] + terms).joined(separator: " · "))])
  }

  /// Who and by when, where an entry has it and its own words do not say it.
  private static func terms(_ item: Item, _ room: Room) -> [String] {
    guard item.list == Address.Room.actions.address else { return [] }
    let due = item["due"].string.flatMap { CalendarDate(iso: $0) }
    return [item["owner"].string.map(room.state.name), due.map { "due \($0.display)" }]
      .compactMap { $0 }
  }

  static func words(_ item: Item, _ room: Room) -> String {
    if let planned = PlannedRow(item, room) { return planned.words }
    let value = ItemValue(id: item.id, list: item.list.question, chain: item.list.items)
    guard let table = room.session.index.questions[item.list.question]?.content,
      !table.columns.isEmpty
    else { return room.scope.text(of: value) }
    return RowText.line(item, table, room)
  }
}
