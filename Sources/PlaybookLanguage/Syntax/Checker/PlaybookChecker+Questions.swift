import Values

/// Questions: what their answers are, and whether their fields fit.
extension PlaybookChecker {
  func visit(_ question: Question) {
    asked = question.id
    check(question.prompt)
    check(question.of, expectation(ofList: question.kind))
    check(question.across, .list)
    check(question.addTo, .list)
    warnOfAddTo(question)
    check(question.starts, .person)
    if case .person(let person) = question.respondent { check(person, .person) }
    check(question.headings)
    checkOffer(question)
    asked = nil
    let type = type(of: question)
    position += 1
    let table = declareRows(of: question)
    declare(question.id, type, at: question.span, "asked")
    decorateItems(question)
    withOwn(question.id, type) {
      check(question.check, .condition)
      check(question.complaint)
    }
    checkColumns(of: question, table)
    checkDocument(question)
  }

  private func expectation(ofList kind: Question.Kind) -> Expectation {
    kind == .fist || kind == .readback ? .anything : .list
  }

  /// In its own check a question reads its answer by its bare name, also inside loops.
  private func withOwn(_ name: String, _ type: ValueType, _ look: () -> Void) {
    let outer = locals
    defer { locals = outer }
    locals[name] = type
    look()
  }

  /// Only a theme takes in entries of another question, and only those of a list.
  private func warnOfAddTo(_ question: Question) {
    guard let target = question.addTo else { return }
    if case .member(_, "items") = target.node, question.kind == .list { return }
    report(
      .deadAddTo, at: target.span,
      question.kind == .list
        ? "'\(target.source)' is no theme, so nothing is added to it"
        : "rows of a \(question.kind.rawValue) are put into no theme",
      label: question.kind == .list ? "write t.items, where t is a theme" : "ask with kind: list",
      notes: ["read them by this question's own name, or ask inside each: t in themes"])
  }

  private func checkDocument(_ question: Question) {
    guard let id = question.document, !playbook.documents.contains(where: { $0.id == id }) else {
      return
    }
    let near = NearestWord.find(id, in: playbook.documents.map(\.id))
    report(
      .unknownID, at: question.span, "there is no document '\(id)' to sign",
      label: near.map { "did you mean '\($0)'?" })
  }

  // MARK: - Types

  func type(of question: Question) -> ValueType {
    if decoder.unsure.contains(question.id) { return .unknown }
    return switch question.kind {
    case .text, .note: .text
    case .number: .number
    case .percent: .number
    case .money: .money
    case .date: .date
    case .duration: .span
    case .yesno: .yesno
    case .person: .person
    case .people: .list(.person)
    case .choice: optionType(question)
    case .choices: .list(optionType(question))
    case .scale: ratingType(question)
    case .list: addedList(question) ?? .list(.item(question.id))
    case .table: addedList(question) ?? .list(.item(question.id))
    case .schedule, .raci: .list(.item(question.id))
    case .review: question.of.map { type(of: $0) } ?? .unknown
    case .group: .list(.item(question.id))
    case .vote: question.of.map { type(of: $0) } ?? .unknown
    case .rank: question.of.map { type(of: $0) } ?? .list(optionType(question))
    case .fist: Self.fist
    case .matrix: matrixType(question)
    // Both are read in documents, and nothing is worked out from them.
    case .readback, .signoff: .unknown
    }
  }

  private static let fist = ValueType.record([
    .init("passed", .yesno), .init("lowest", .number), .init("votes", .list(.unknown)),
    .init("low", .list(.unknown)), .init("abstained", .list(.unknown)),
  ])

  private func optionType(_ question: Question) -> ValueType {
    if let of = question.of { return type(of: of).element }
    return question.options.isEmpty ? .text : .choice(question.options.map(\.label))
  }

  /// Options that are all numbers read as numbers, and print their words.
  private func ratingType(_ question: Question) -> ValueType {
    let isNumber = question.options.allSatisfy { Number($0.key) != nil }
    return isNumber ? .number : .choice(question.options.map(\.label))
  }

  private func matrixType(_ question: Question) -> ValueType {
    let cell = ratingType(question)
    return .record(question.rows.map { .init($0, cell) })
  }

  private func addedList(_ question: Question) -> ValueType? {
    question.addTo.map { .list(type(of: $0).element) }
  }

  // MARK: - Items

  /// Makes the fields of a list's items known; gives the table's columns with their types.
  private func declareRows(of question: Question) -> [String: ValueType] {
    var fields: [String: ValueType] = [:]
    switch question.kind {
    case .table:
      fields = columnTypes(question)
      if isDeclaring, question.of != nil {
        fields["item"] = question.of.map { type(of: $0).element }
      }
    case .schedule, .raci: fields = rowTypes(question)
    case .group: fields["items"] = question.of.map { type(of: $0) } ?? .unknown
    case .list: break
    default: return [:]
    }
    guard isDeclaring, question.addTo == nil else { return fields }
    var known: [String: ValueType] = ["id": .text, "value": .text].merging(fields) { $1 }
    known["last_time"] = .record(fields.sorted { $0.key < $1.key }.map { .init($0.key, $0.value) })
    table.members[question.id] = known
    for name in fields.keys { order["\(question.id).\(name)"] = position }
    return fields
  }

  /// What group moves hang on the items of another list.
  private func decorateItems(_ question: Question) {
    switch question.kind {
    case .vote:
      decorate(question.of, "votes", .number)
      decorate(question.of, "voters", .number)
      decorate(question.of, "rank", .number)
    case .rank: decorate(question.of, "rank", .number)
    case .group:
      if let of = question.of, case .item(let list) = type(of: of).element {
        decorateTheme(list, question.id)
      }
    default: break
    }
  }

  private func decorateTheme(_ list: String, _ theme: String) {
    guard isDeclaring else { return }
    table.members[list]?["theme"] = .item(theme)
    order["\(list).theme"] = position
  }

  // MARK: - Columns

  private func columnTypes(_ question: Question) -> [String: ValueType] {
    let outer = locals
    defer { locals = outer }
    var types: [String: ValueType] = [:]
    for column in question.columns {
      if case .asked(let cell) = column.cell { types[column.name] = type(of: cell) }
    }
    locals.merge(types) { _, own in own }
    // Twice, since a computed column may read one further to the right.
    for _ in 0..<2 {
      for column in question.columns {
        guard case .computed(let formula) = column.cell else { continue }
        types[column.name] = TypeChecker(names: table, locals: locals).check(formula).type
        locals[column.name] = types[column.name]
      }
    }
    return types
  }

  private func checkColumns(of question: Question, _ types: [String: ValueType]) {
    guard question.kind == .table, !question.columns.isEmpty else { return }
    let outer = locals
    defer { locals = outer }
    locals.merge(types) { _, own in own }
    for column in question.columns {
      check(column.condition, .condition)
      switch column.cell {
      case .computed(let formula): check(formula, .anything)
      case .asked(let cell):
        check(cell.prompt)
        check(cell.of, .list)
        check(cell.check, .condition)
        check(cell.complaint)
        checkOffer(cell)
      }
    }
    checkColumnCycles(question)
  }

  private func checkColumnCycles(_ question: Question) {
    var reads: [String: Set<String>] = [:]
    for column in question.columns {
      if case .computed(let formula) = column.cell { reads[column.name] = formula.freeNames }
    }
    for column in question.columns {
      guard case .computed(let formula) = column.cell else { continue }
      var seen: Set<String> = []
      var open = Array(formula.freeNames)
      while let name = open.popLast() {
        if name == column.name {
          report(.circularValue, at: formula.span, "'\(name)' is worked out from itself")
          break
        }
        if seen.insert(name).inserted { open += reads[name] ?? [] }
      }
    }
  }
}
