import PlaybookLanguage
import Session
import Values

/// Who has which part in each task, one line a task: `R dan A rosa C finn, leah`.
///
/// It asks task by task; a line may name another one (`Label data: R dan`). What is odd is said at
/// once and refused never.
struct DutyHandler: Handler {
  let question: Question

  init(_ question: Question) { self.question = question }

  func prompt(_ room: Room, _ place: Place) -> Prompt {
    let table = room.scope.duties(question, at: place.address)
    let next = table.waiting.first
    var opening = room.asking(question, place)
    opening += [
      .hint(
        "R does it, A answers for it (one), C is asked, I is told: \(DutyLine(table).example)."),
      .hint("Among \(DisplayText.joined(table.holders.map(\.name)))."),
      .entries(table.rows.map { DutyText(table).entry($0) }),
    ]
    if next == nil {
      opening += table.flaws.map { .warning($0) }
      opening.append(.hint("TASK: … changes one. Enter ends."))
    }
    return Prompt(
      place: place.address,
      label: next.map { DisplayText.truncated($0.task, to: 24) } ?? place.label,
      takesLines: true, completions: table.holders.map(\.name), history: "raci", opening: opening,
      topic: "\(place.address) \(next == nil ? "all" : "tasks")")
  }

  func decide(_ room: Room, _ place: Place, _ line: String, isPasted: Bool) -> Decision {
    let lines = line.split(whereSeparator: \.isNewline).map { String($0).withoutBullet }
      .filter { !$0.isEmpty }
    guard let first = lines.first else { return end(room, place) }
    if lines.count > 1 { return paste(lines, room, place) }
    let table = room.scope.duties(question, at: place.address)
    switch DutyLine(table).read(first) {
    case .failure(let slip): return .problem(slip.words, keeping: slip.mended ?? line)
    case .success(let duties):
      return named(duties, table, line) { record(duties, table, room, place) }
    }
  }

  /// A pasted table, a task a line: what is right is taken, and the first line that is not is said.
  private func paste(_ lines: [String], _ room: Room, _ place: Place) -> Decision {
    var result = Decision()
    var after = room
    for (index, line) in lines.enumerated() {
      let table = after.scope.duties(question, at: place.address)
      guard case .success(let duties) = DutyLine(table).read(line), duties.outsiders.isEmpty else {
        let rest = lines[index...].joined(separator: " / ")
        result.say.append(
          .problem("“\(line)” is not a task with its people: \(DutyLine(table).example)."))
        result.say.append(
          .hint(
            "\(index) of \(lines.count.counted("line")) \(index.agreeing("is", "are")) in. Left: \(rest)"
          ))
        result.refill = line
        return result
      }
      let one = record(duties, table, after, place)
      guard let fact = one.fact else { continue }
      if result.fact == nil { result.fact = fact } else { result.further.append(fact) }
      result.say += one.say
      after = after.after(fact)
    }
    return result
  }

  /// Names that nobody here has are kept only when the room says so.
  private func named(
    _ duties: DutyLine.Duties, _ table: DutyTable, _ line: String, _ make: () -> Decision
  ) -> Decision {
    if duties.isNewTask {
      return Decision(
        dialog: .yesNo(
          "“\(duties.task)” is not among the tasks. Add it?", enterIsYes: false,
          yes: .decide(make()),
          no: .refill(line)))
    }
    guard !duties.outsiders.isEmpty else { return make() }
    let names = DisplayText.joined(duties.outsiders.map { "“\($0)”" }, by: "or")
    return Decision(
      dialog: .yesNo(
        "Nobody here is \(names). Keep that all the same?", enterIsYes: false,
        yes: .decide(make()), no: .refill(line)))
  }

  // MARK: Recording

  private func record(
    _ duties: DutyLine.Duties, _ table: DutyTable, _ room: Room, _ place: Place
  ) -> Decision {
    let row = table.rows.first { $0.task == duties.task }
    let cells = duties.holders.sorted { $0.key.rawValue < $1.key.rawValue }.map { duty, keys in
      JSONValue.Member(duty.rawValue, keys.isEmpty ? .null : .array(keys.map { .string($0) }))
    }
    let fact: Fact
    if let item = row?.item {
      fact = Fact(.itemEdited(ItemEdited(item: item, row: cells)))
    } else {
      var all: [JSONValue.Member] = [.init("task", .string(duties.task))]
      if let source = row?.source { all.append(.init("item", .string(source))) }
      let id = room.session.log.nextID(room.session.index.prefixes[question.id] ?? "x")
      fact = Fact(
        .itemsAdded(
          ItemsAdded(list: place.address, items: [.init(id: id, text: "", row: all + cells)])))
    }
    return Decision(
      fact: fact, say: said(room.after(fact), place, about: duties.task, before: table))
  }

  /// The row as it is now, and what is odd about it; after the last one, about the whole.
  private func said(
    _ after: Room, _ place: Place, about task: String, before: DutyTable
  ) -> [Utterance] {
    let table = after.scope.duties(question, at: place.address)
    guard let row = table.rows.first(where: { $0.task == task }) else { return [] }
    let entry = DutyText(table).entry(row)
    // The prompt that follows the last task shows all that is odd.
    let isComplete = table.waiting.isEmpty && !before.waiting.isEmpty
    return [.noted("\(entry.label) · \(entry.text)")]
      + (isComplete ? [] : table.flaws(of: row).map { .warning($0) })
  }

  private func end(_ room: Room, _ place: Place) -> Decision {
    let table = room.scope.duties(question, at: place.address)
    let isEmpty = table.rows.allSatisfy(\.isEmpty)
    guard !isEmpty || !question.isRequired || table.rows.isEmpty else {
      return .problem(
        "At least one task is needed here. Nobody knows? “?? name day” keeps it open.")
    }
    let ending = Decision(
      fact: room.settling(place, isEmpty ? .skipped : .done), say: isEmpty ? [] : [table.grid])
    guard !isEmpty, !table.waiting.isEmpty else { return ending }
    let left = DisplayText.joined(table.waiting.map { "“\($0.task)”" })
    return Decision(
      dialog: .yesNo(
        "Nobody yet for \(left). Leave it so?", enterIsYes: false, yes: .decide(ending),
        no: .refill("")))
  }
}

extension DutyTable {
  /// The whole as a picture: tasks down, those with a part across, its letter where they meet.
  var grid: Utterance {
    let taken = Set(rows.flatMap { $0.holders.values.joined() })
    let known = holders.map(\.key)
    let keys = known.filter(taken.contains) + taken.subtracting(known).sorted()
    return .grid(columns: keys.map(name), rows: rows.map { gridRow($0, keys) })
  }

  private func gridRow(_ row: Row, _ keys: [String]) -> Utterance.GridRow {
    let cells = keys.map { key in
      DutyKind.allCases.filter { row.holders($0).contains(key) }.map(\.letter).joined()
    }
    return Utterance.GridRow(label: row.task, cells: cells)
  }
}

/// A row of duties in words.
struct DutyText {
  let table: DutyTable

  init(_ table: DutyTable) { self.table = table }

  func entry(_ row: DutyTable.Row) -> Utterance.Entry {
    .init(row.task, row.isEmpty ? "–" : words(row))
  }

  /// `R Dan · A Rosa · C Finn, Leah`.
  func words(_ row: DutyTable.Row) -> String { parts(row).joined(separator: " · ") }

  /// As it would be typed.
  func typed(_ row: DutyTable.Row) -> String { parts(row).joined(separator: " ") }

  private func parts(_ row: DutyTable.Row) -> [String] {
    DutyKind.allCases.compactMap { duty in
      let names = table.names(row, duty)
      return names.isEmpty ? nil : "\(duty.letter) \(names.joined(separator: ", "))"
    }
  }
}

/// Changing a row that is there already: its line again, without the task.
struct DutyEditing {
  let question: Question
  let room: Room

  init(_ question: Question, _ room: Room) {
    self.question = question
    self.room = room
  }

  private func table(_ item: Item) -> DutyTable { room.scope.duties(question, at: item.list) }

  func row(_ item: Item) -> DutyTable.Row? { table(item).rows.first { $0.item == item.id } }

  func words(_ item: Item) -> String {
    row(item).map { "\($0.task) · \(DutyText(table(item)).words($0))" } ?? item.id
  }

  func typed(_ item: Item) -> String { row(item).map { DutyText(table(item)).typed($0) } ?? "" }

  func decide(_ line: String, _ item: Item) -> Decision {
    guard let row = row(item) else { return Decision() }
    switch DutyLine(table(item)).parts(line, of: row.task) {
    case .failure(let slip): return .problem(slip.words, keeping: slip.mended ?? line)
    case .success(let duties):
      let cells = DutyKind.allCases.map { duty in
        let keys = duties.holders[duty] ?? []
        return JSONValue.Member(
          duty.rawValue, keys.isEmpty ? .null : .array(keys.map { .string($0) }))
      }
      let fact = Fact(.itemEdited(ItemEdited(item: item.id, row: cells)))
      let after = DutyEditing(question, room.after(fact))
      let flaws = after.row(item).map { after.table(item).flaws(of: $0) } ?? []
      return Decision(
        fact: fact, say: [.noted(after.words(item))] + flaws.map { .warning($0) })
    }
  }
}
