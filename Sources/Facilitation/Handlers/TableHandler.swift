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
    let rows = room.isNew(place) ? room.state.liveItems(in: place.address) : []
    var opening = room.asking(question, place)
    opening.append(.hint(hint(room)))
    if !rows.isEmpty {
      opening.append(
        .entries(rows.map { .init($0.id, RowText.line($0, question, room) + room.doubts($0)) }))
    }
    let source = RowsOfList(question, room, place)
    if let next = source.waiting.first {
      opening.append(.words("“\(room.scope.text(of: next))”"))
    }
    var prompt = Prompt(
      place: place.address,
      label: source.waiting.first.map { DisplayText.truncated(room.scope.text(of: $0), to: 24) }
        ?? place.label,
      takesLines: question.of == nil,
      completions: room.state.people.map(\.name), history: "table", opening: opening)
    prompt.takesCells = question.askedColumns.count > 1
    return prompt
  }

  private func hint(_ room: Room) -> String {
    let columns = question.askedColumns.map { Cells(question, room).heading($0) }
    let first = columns.first ?? "text"
    let atOnce = columns.joined(separator: " | ")
    if question.of != nil {
      return "For each: \(atOnce). Enter leaves the row empty."
    }
    guard !RowLine.isAction(question) else {
      let words = question.askedColumns.count {
        $0.question?.kind == .text && $0.name != "done_when"
      }
      return "One line each, such as: get a signed SLA, ana fri."
        + (words > 1 ? " Or all at once: \(atOnce)." : "") + " Enter on an empty line ends."
    }
    if RowLine.factColumn(question) != nil {
      return "+ done, - not done, ! blocked, the source in brackets at the end. Enter ends."
    }
    return columns.count == 1
      ? "One line each; Enter on an empty line ends."
      : "First the \(first), the rest is asked; or all at once: \(atOnce). Enter ends."
  }

  func decide(_ room: Room, _ place: Place, _ line: String, isPasted: Bool) -> Decision {
    let lines = line.split(whereSeparator: \.isNewline).map {
      String($0).withoutRowBullet(question)
    }
    .filter { !$0.isEmpty }
    guard let first = lines.first else {
      // Every item has its row, also one of which nobody knows more.
      return RowsOfList(question, room, place).waiting.isEmpty
        ? end(room, place) : add([ReadRow()], room, place, via: .typed)
    }
    if question.of != nil, RowsOfList(question, room, place).waiting.isEmpty {
      return .problem("Each has its row. Enter goes on; /edit changes one.", keeping: line)
    }
    if lines.count > 1 { return paste(lines, line, room, place) }
    return RowLine(question, room, place).read(first) { row in
      var row = row
      row.by = row.by ?? Self.speaker(of: first, room)
      var decision = self.add([row], room, place, via: isPasted ? .pasted : .typed)
      if decision.fact == nil { decision.refill = line }
      return decision
    }
  }

  /// Whose words a row begins with, such as `- ines: the logins were sent`; they stay in the row.
  static func speaker(of line: String, _ room: Room) -> String? {
    let words = line.drop { "+-! ".contains($0) }
    return words.firstIndex(of: ":").flatMap { room.names.speaker(words[..<$0].trimmed) }
  }

  private func end(_ room: Room, _ place: Place) -> Decision {
    let count = room.state.liveItems(in: place.address).count
    let least = max(question.minimum ?? 0, question.isRequired ? 1 : 0)
    guard count >= least else {
      return .problem(
        "At least \(least.counted("row is", "rows are")) needed here. "
          + "Nobody knows? “?? name day” keeps it open.")
    }
    return Decision(fact: room.settling(place, count == 0 ? .skipped : .done))
  }

  private func paste(_ lines: [String], _ text: String, _ room: Room, _ place: Place) -> Decision {
    if ChatPaste(text).isChat { return Decision(dialog: PasteReview(text, room).dialog) }
    let pasted = PastedTable(lines, question, room)
    let lines = pasted.rows
    var rows: [ReadRow] = []
    var left: [String] = []
    var why = ""
    for line in lines {
      // A currency that one row names is the next row's too.
      let sofar = room.after(Fact(.itemsAdded(added(rows, room, place, via: .pasted))))
      let reader = RowLine(question, sofar, place)
      guard line.contains("|") else {
        rows.append(reader.certain(line))
        continue
      }
      // A cell that cannot be read is asked for afterwards: one in forty costs no other.
      switch reader.cells(line, isTaken: true) {
      case .success(let row): rows.append(row)
      case .failure(let slip):
        left.append(line)
        why = why.isEmpty ? "\(line.quoted): \(slip.words)" : why
      }
    }
    guard !rows.isEmpty else {
      return .problem(why.isEmpty ? "There is a heading, and no row." : why, keeping: text)
    }
    var adding = add(rows, room, place, via: .pasted)
    guard adding.fact != nil else {
      adding.refill = text
      return adding
    }
    guard left.isEmpty else {
      // They come back when the cells of the others are asked for.
      adding.draft = Decision.Draft(
        address: place.address, text: left.joined(separator: "\n"), separator: "\n")
      let words =
        "Take \(rows.count.counted("row"))\(pasted.without), and keep \(left.count.counted("line")) to mend?"
      return Decision(
        say: [.problem(why)], dialog: .yesNo(words, yes: .decide(adding), no: .refill(text)))
    }
    return Decision(
      dialog: .yesNo(pasted.asking("row"), yes: .decide(adding), no: .refill(text)))
  }

  /// What was said in a chat, a row each.
  func add(_ entries: [EntryLines.Entry], _ room: Room, _ place: Place) -> Decision {
    let reader = RowLine(question, room, place)
    let rows = entries.map { entry in
      var row = reader.certain(entry.text.onOneLine)
      row.by = entry.by
      return row
    }
    return add(rows, room, place, via: .pasted)
  }

  /// A row whose cells come by name, from a file of answers.
  func decide(_ room: Room, _ place: Place, row: [JSONValue.Member]) -> Decision {
    var cells: [JSONValue.Member] = []
    for cell in row {
      guard let column = question.askedColumns.first(where: { $0.name == cell.name }),
        let asked = column.question
      else { return .problem("There is no column “\(cell.name)”.") }
      if Cells(question, room).isOpen(cell.value.string ?? "", column, asked) { continue }
      switch Cells(question, room).read(cell.value.string ?? "", column, asked) {
      case .answer(let value): cells.append(.init(cell.name, value))
      case .refused(let why): return .problem("\(cell.name): \(why)")
      case .choose(let ask, let options):
        guard options.count == 1, options[0].keepsWords else {
          let ways = options.map(\.label).joined(separator: " or ")
          return .problem("\(cell.name): \(ask) Write \(ways).")
        }
        cells.append(.init(cell.name, options[0].value))
      }
    }
    var decision = add([ReadRow(cells)], room, place, via: .scripted)
    decision.dialog = nil
    return decision
  }

  /// Rows as items with ids of their own; a row of a list stands for the next item without one.
  private func added(
    _ rows: [ReadRow], _ room: Room, _ place: Place, via: AnswerSource
  ) -> ItemsAdded {
    let prefix = room.session.index.prefixes[question.id] ?? "x"
    let sources = RowsOfList(question, room, place).waiting
    let items = rows.enumerated().map { index, row in
      let source = sources.indices.contains(index) ? sources[index] : nil
      return ItemsAdded.NewItem(
        id: room.session.log.nextID(prefix, skipping: index),
        text: source.map { room.scope.text(of: $0) } ?? "",
        by: row.by.map { [$0] } ?? [],
        row: row.cells + (source.map { [.init("item", .string($0.id))] } ?? []))
    }
    return ItemsAdded(list: place.address, items: items, via: via)
  }

  /// Adds rows; what could mean several things is asked next, and what a single new row lacks.
  private func add(
    _ rows: [ReadRow], _ room: Room, _ place: Place, via: AnswerSource
  ) -> Decision {
    let count = room.state.liveItems(in: place.address).count + rows.count
    if let most = question.maximum, count > most {
      return .problem("At most \(most.counted("row")) here.")
    }
    let sources = RowsOfList(question, room, place).waiting
    let rows = via == .pasted ? fitting(rows, room, place) : rows
    let added = added(rows, room, place, via: via)
    let items = added.items
    var fact = Fact(.itemsAdded(added))
    if !sources.isEmpty, items.count >= sources.count { fact.done = [place.address] }
    let after = room.after(fact)
    let shown = items.compactMap { after.state.item($0.id) }
    if let complaint = shown.lazy.compactMap({ Cells(question, after).complaint(about: $0) }).first
    {
      return .problem(complaint)
    }
    let say = shown.map {
      Utterance.noted("\($0.id) \(RowText.line($0, question, after))")
    }
    let blame =
      RowLine.factColumn(question) == nil
      ? [] : shown.compactMap { Blame.remark(RowText.line($0, question, after)) }
    var decision = Decision(fact: fact, say: say + blame)
      .remarking(daysOf: shown, question, after).remarking(times: rows.flatMap(\.times))
    decision.dialog = Cells(question, after).dialog(
      place.address,
      zip(items, rows).flatMap { item, row in open(item.id, row, isAlone: items.count == 1, after) }
    )
    return decision
  }

  /// The rows without the cells that a check does not let pass: these are asked for afterwards.
  private func fitting(_ rows: [ReadRow], _ room: Room, _ place: Place) -> [ReadRow] {
    let added = added(rows, room, place, via: .pasted)
    let after = room.after(Fact(.itemsAdded(added)))
    return zip(rows, added.items).map { row, new in
      guard let item = after.state.item(new.id) else { return row }
      var fitting = row
      for (column, _) in Cells(question, after).unfit(item) {
        fitting.cells.removeAll { $0.name == column.name }
        fitting.doubts[column.name] = column.question.map {
          AnswerKinds.show(item[column.name], of: $0, room.context($0))
        }
      }
      return fitting
    }
  }

  private func open(_ id: String, _ row: ReadRow, isAlone: Bool, _ room: Room) -> [OpenCell] {
    guard !row.isEmpty, let item = room.state.item(id) else { return [] }
    return Cells(question, room).missing(item).compactMap { column in
      let words = row.doubts[column]
      let isAsked = words != nil || (isAlone && !row.unknown.contains(column))
      return isAsked ? OpenCell(id, column, words: words?.isEmpty == true ? nil : words) : nil
    }
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
    Room(session.with(fact, at: moment.now), offRecord, moment: moment)
  }
}

extension String {
  /// A pasted row without its bullet; in a table of facts `-` means “not done” and stays.
  func withoutRowBullet(_ table: Question) -> String {
    RowLine.factColumn(table) == nil ? withoutBullet : trimmed
  }
}
