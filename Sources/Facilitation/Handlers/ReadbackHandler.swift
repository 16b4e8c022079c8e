import Outcomes
import PlaybookLanguage
import Session
import Values

/// Reading every agreement, decision and action back, one line at a time.
struct ReadbackHandler: Handler {
  let question: Question

  init(_ question: Question) { self.question = question }

  /// What nobody has heard yet as it stands now.
  static func unread(_ room: Room) -> [Outcome] {
    let summary = Summary(of: room.session)
    return (summary.agreements + summary.decisions + summary.actions).filter { $0.read == nil }
  }

  func prompt(_ room: Room, _ place: Place) -> Prompt {
    if let suggestion = Suggestion.open(room).first {
      return Prompt(
        place: place.address, label: "take", completions: ["yes", "no"],
        opening: [.question(suggestion.question)], topic: "\(place.address) \(suggestion.line)")
    }
    let unread = Self.unread(room)
    guard let outcome = unread.first else {
      return Prompt(
        place: place.address, label: place.label,
        opening: room.asking(question, place) + [.hint("Nothing to read back. Enter goes on.")])
    }
    var opening = unread.count == total(room) ? room.asking(question, place) : []
    opening.append(.question(Self.words(outcome, room)))
    opening += outcome.flaws.map { .warning("\(outcome.id): \($0.words)") }
    if let item = outcome.item.flatMap(room.state.item), !room.doubts(item).isEmpty {
      opening.append(.warning("\(outcome.id)\(room.doubts(item))"))
    }
    return Prompt(
      place: place.address, label: "\(outcome.id)", completions: ["yes", "edit", "no"],
      opening: opening, topic: "\(place.address) \(outcome.id) \(outcome.readingLine)")
  }

  private func total(_ room: Room) -> Int {
    let summary = Summary(of: room.session)
    return summary.agreements.count + summary.decisions.count + summary.actions.count
  }

  /// `Ana, get an SLA by Fri 27 Nov 2026: yours? [Y/e/n]`.
  private static func words(_ outcome: Outcome, _ room: Room) -> String {
    let keys = absent(outcome, room) ? "[Y = to confirm/e/n]" : "[Y/e/n]"
    guard outcome.kind == .action else {
      let isSentence = outcome.text.last.map { ".!?…".contains($0) } ?? true
      let text = isSentence ? outcome.text : outcome.text + "."
      return "\(outcome.kind == .decision ? "Decided" : "Agreed"): \(text) Right? \(keys)"
    }
    let due = outcome.due.map { " by \($0.display)" } ?? ""
    guard let owner = outcome.owner else { return "Nobody’s: \(outcome.text)\(due)? \(keys)" }
    return absent(outcome, room)
      ? "\(owner.name) is not here: \(outcome.text)\(due)? \(keys)"
      : words(outcome, asking: owner.name)
  }

  /// An action as it is read to its owner.
  static func words(_ outcome: Outcome, asking owner: String) -> String {
    "\(owner), \(outcome.text)\(outcome.due.map { " by \($0.display)" } ?? ""): yours? [Y/e/n]"
  }

  /// An owner who is not in the room cannot say yes.
  private static func absent(_ outcome: Outcome, _ room: Room) -> Bool {
    guard outcome.kind == .action, let owner = outcome.owner else { return false }
    return room.state.person(owner.id)?.isHere != true
  }

  func decide(_ room: Room, _ place: Place, _ line: String, isPasted: Bool) -> Decision {
    if let suggestion = Suggestion.open(room).first {
      switch TextFolding.fold(line.trimmed) {
      case "", "y", "yes", "ok": return suggestion.take(room)
      case "n", "no": return suggestion.refuse(room, place)
      default: return .problem("y takes it, n leaves it.", keeping: line)
      }
    }
    guard let outcome = Self.unread(room).first else {
      return Decision(fact: room.settling(place))
    }
    switch ReadbackReply(line) {
    case .yes: return agree(outcome, room, place)
    case .edit(nil): return edit(outcome, room)
    case .edit(let words?): return change(outcome, words, room) ?? .problem(Self.fixed(outcome))
    case .dispute(let why): return Self.doubt(outcome, why)
    case .words(let words):
      return ReadbackReply.asking(
        words, edit: change(outcome, words, room), dispute: Self.doubt(outcome, words))
    }
  }

  /// Who settles it is asked, whatever the reason.
  private static func doubt(_ outcome: Outcome, _ why: String?) -> Decision {
    Decision(
      dialog: .settling(
        purpose: .dispute(outcome: outcome.id, text: outcome.readingLine, why: why)))
  }

  private func change(_ outcome: Outcome, _ words: String, _ room: Room) -> Decision? {
    outcome.item.flatMap(room.state.item).map { ItemEditing(room).change(words, $0) }
  }

  private func agree(_ outcome: Outcome, _ room: Room, _ place: Place) -> Decision {
    let verdict: OutcomeRead.Verdict =
      Self.absent(outcome, room) || (outcome.kind == .action && outcome.owner == nil)
      ? .toConfirm : .agreed
    var decision = Self.record(outcome, verdict, note: nil, room)
    if outcome.kind == .action, outcome.doneWhen == nil, outcome.item != nil {
      decision.dialog = Dialog(
        "\(outcome.id) done when", purpose: .doneWhen(outcome: outcome.id))
    }
    return decision
  }

  /// The last line that is read settles the place.
  static func record(
    _ outcome: Outcome, _ verdict: OutcomeRead.Verdict, note: String?, _ room: Room
  ) -> Decision {
    let isLast = unread(room).allSatisfy {
      $0.id == outcome.id && $0.readingLine == outcome.readingLine
    }
    let settles = room.place?.question?.kind == .readback && isLast
    let read = OutcomeRead(
      outcome: outcome.id, verdict: verdict, text: outcome.readingLine,
      // Who is not here says neither yes nor no.
      by: absent(outcome, room) ? nil : outcome.owner?.id, note: note)
    return Decision(
      fact: Fact(
        .outcomeRead(read), done: settles ? [room.place?.address].compactMap { $0 } : []),
      say: verdict == .agreed ? [] : [.noted("\(outcome.id) \(verdict.rawValue)")])
  }

  private func edit(_ outcome: Outcome, _ room: Room) -> Decision {
    guard let item = outcome.item.flatMap(room.state.item) else {
      return .problem(Self.fixed(outcome))
    }
    return Decision(dialog: ItemEditing(room).dialog(item))
  }

  /// Why an outcome cannot be edited where it is read.
  static func fixed(_ outcome: Outcome) -> String {
    "“\(outcome.text)” comes from the playbook’s questions: /back goes to them, /edit ID too."
  }
}

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
    if let table = table(item), !RowLine.isAction(table) {
      return table.askedColumns.map { column in
        column.question.map { AnswerKinds.show(item[column.name], of: $0, room.context($0)) } ?? ""
      }.joined(separator: " | ")
    }
    let done = item["done_when"].string.map { "done when \($0)" }
    return [words(item), [owner, due, done].compactMap { $0 }.joined(separator: " ")]
      .filter { !$0.isEmpty }.joined(separator: ", ")
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
    let isAction = item["owner"] != .null || item["due"] != .null
    // The words of an action stand before its owner and day, so one stands in for them here.
    let alone = "x " + line.onOneLine
    let captured = Capture.action(alone, people: room.names, today: room.moment.today)
    guard isAction else { return decide(line, item.id) }
    guard captured.text == "x" else {
      // New words are no word about who and when.
      return ActionLine(room).readAnything(line.onOneLine) { change in
        change.text.isEmpty
          ? action(item, keeping(item, in: change))
          : action(item, change.with { $0.keep(ownerAndDueOf: item) })
      }
    }
    return ActionLine(room).read(alone) { change in
      action(item, keeping(item, in: change))
    }
  }

  /// A name or a day alone: what is not said stays as it was.
  private func keeping(_ item: Item, in action: ActionLine.Action) -> ActionLine.Action {
    action.with {
      $0.text = words(item)
      $0.keep(ownerAndDueOf: item)
    }
  }

  func decide(_ line: String, _ id: String) -> Decision {
    guard let item = room.state.item(id), !line.trimmed.isEmpty else { return Decision() }
    guard line.trimmed != self.line(item).trimmed else {
      return Decision(say: [.hint("\(room.called(item)) stays as it was.")])
    }
    if let planned = PlannedRow(item, room) { return planned.decide(line.trimmed.onOneLine) }
    if let table = table(item), !RowLine.isAction(table) || line.contains("|") {
      return row(item, table, line)
    }
    guard
      item["owner"] != .null || item["due"] != .null || table(item) != nil
        || item.list == Address.Room.actions.address
    else {
      let entry = EntryLines.attributed(line.trimmed.onOneLine, room)
      return record(item, ItemEdited(item: id, text: entry.text, by: entry.by.map { [$0] }))
    }
    return ActionLine(room).readAnything(line) { action in
      self.action(item, action.text.isEmpty ? keeping(item, in: action) : action)
    }
  }

  private func action(_ item: Item, _ action: ActionLine.Action) -> Decision {
    let table = table(item)
    let person = table?.askedColumns.first { $0.question?.kind == .person }?.name ?? "owner"
    let date = table?.askedColumns.first { $0.question?.kind == .date }?.name ?? "due"
    var row: [JSONValue.Member] = [
      .init(person, action.owner.map { .string($0) } ?? .null),
      .init(date, action.due.map { .string($0.iso) } ?? .null),
    ]
    if let done = action.doneWhen { row.append(.init("done_when", .string(done))) }
    guard let column = textColumn(item) else {
      return record(item, ItemEdited(item: item.id, text: action.text, row: row))
    }
    row.append(.init(column, .string(action.text)))
    return record(item, ItemEdited(item: item.id, row: row))
  }

  private func row(_ item: Item, _ table: Question, _ line: String) -> Decision {
    guard let place = room.place else { return Decision() }
    let text = line.contains("|") ? line : line + " |"
    return RowLine(table, room, place).read(text) { row in
      var decision = self.record(item, ItemEdited(item: item.id, row: row.cells), typed: line)
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
