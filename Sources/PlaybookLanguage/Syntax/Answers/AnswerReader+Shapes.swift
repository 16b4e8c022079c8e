import Values

/// What an answer of each kind looks like in a file.
extension AnswerReader {
  mutating func check(_ node: YAMLNode, _ question: Question) {
    switch question.kind {
    case .text, .note, .number, .money, .percent, .date, .duration, .choice, .yesno, .scale,
      .person:
      checkText(node, question)
    case .choices, .people, .rank: checkWords(node, question)
    case .list: checkEntries(node, question)
    case .table, .schedule: checkRows(node, question)
    case .group: checkThemes(node, question)
    case .vote, .fist: checkBallots(node, question)
    case .matrix: checkRatings(node, question)
    case .raci: checkDuties(node, question)
    case .review: checkReview(node, question)
    case .readback: checkReading(node, question)
    case .signoff: checkParties(node, question)
    }
  }

  private mutating func wrong(
    _ node: YAMLNode, _ question: Question, _ wanted: String, _ example: String
  ) {
    let word = question.id.split(separator: ".").last.map(String.init) ?? question.id
    report(
      .wrongShape, at: node.span, "'\(word)' takes \(wanted)", label: "this is \(node.shapeName)",
      notes: ["such as \(word): \(example)"])
  }

  // MARK: - Words

  private mutating func checkText(_ node: YAMLNode, _ question: Question) {
    guard node.text == nil else { return }
    let examples: [Question.Kind: String] = [
      .number: "12", .money: "£6.50", .percent: "12 %", .date: "2030-01-15",
      .duration: "2 weeks", .yesno: "yes", .person: people.first ?? "Ana",
    ]
    let first = question.options.first.map(\.label)
    wrong(node, question, "one answer", examples[question.kind] ?? first ?? "some words")
  }

  private mutating func checkWords(_ node: YAMLNode, _ question: Question) {
    guard node.text == nil else { return }
    guard let items = node.items else { return wrong(node, question, "a list", "[one, two]") }
    for item in items where item.text == nil || item.isBlank {
      report(.wrongShape, at: item.span, "an entry is text, and this is \(item.shapeName)")
    }
  }

  // MARK: - Lists

  /// A list of texts, or each person's under the name.
  private mutating func checkEntries(_ node: YAMLNode, _ question: Question) {
    if let entries = node.entries {
      for entry in entries where !entry.value.isBlank {
        checkPerson(entry.name, at: entry.keySpan)
        for item in entry.value.items ?? [entry.value] { checkEntry(item) }
      }
      return
    }
    for item in node.items ?? [node] { checkEntry(item) }
  }

  private mutating func checkEntry(_ item: YAMLNode) {
    guard let text = item.text, !item.isBlank else {
      let note =
        item.entries == nil
        ? "leave the entry out" : "put a text with a colon in it in double quotes"
      return report(
        .wrongShape, at: item.span, "an entry of a list is text, and this is \(item.shapeName)",
        notes: [note])
    }
    guard Int(text.trimmed) != nil else { return }
    report(
      .wrongShape, at: item.span, "an entry is words, and \(text) alone would mean entry \(text)",
      notes: ["say what is counted: \"\(text) customers\""])
  }

  // MARK: - Rows

  private mutating func checkRows(_ node: YAMLNode, _ question: Question) {
    let asked = question.columns.compactMap { column -> Question? in
      if case .asked(let cell) = column.cell { cell } else { nil }
    }
    let names = asked.map { $0.id.split(separator: ".").last.map(String.init) ?? $0.id }
    guard let rows = node.items else {
      let cells = names.prefix(2).map { "\($0): …" }.joined(separator: ", ")
      return wrong(node, question, "a list of rows", "[{\(cells)}]")
    }
    for row in rows where !row.isBlank {
      guard let entries = row.entries else {
        report(
          .wrongShape, at: row.span, "a row is a map of columns, and this is \(row.shapeName)",
          notes: ["its columns are \(Self.list(names))"])
        continue
      }
      for entry in entries { checkCell(entry, names, question) }
      checkFirst(row, names, question)
    }
  }

  private mutating func checkCell(_ entry: YAMLEntry, _ names: [String], _ question: Question) {
    let isWorkedOut = question.columns.contains { column in
      if case .computed = column.cell { column.name == entry.name } else { false }
    }
    if isWorkedOut {
      report(.unknownKey, at: entry.keySpan, "'\(entry.name)' is worked out, and not answered")
    } else if !names.contains(entry.name) {
      reportUnknown(entry, "a row has no column", names)
    } else if entry.value.entries != nil
      || entry.value.items?.contains(where: { $0.text == nil })
        == true
    {
      report(
        .wrongShape, at: entry.value.span,
        "a cell is text or a list of texts, and this is \(entry.value.shapeName)")
    }
  }

  /// A row is called by its first column; the rows of a list are called by its items.
  private mutating func checkFirst(_ row: YAMLNode, _ names: [String], _ question: Question) {
    guard question.of == nil, let first = names.first, row[first].map(\.isBlank) ?? true else {
      return
    }
    report(
      .missingField, at: row.entries?.first?.keySpan ?? row.span, "a row needs its '\(first)'",
      notes: ["the first column is what the row is called by"])
  }

  // MARK: - Group moves

  private mutating func checkThemes(_ node: YAMLNode, _ question: Question) {
    guard let entries = node.entries else {
      return wrong(
        node, question, "a map of headings with the numbers of entries",
        "{A heading: [1, 3]}")
    }
    for entry in entries where !entry.value.isBlank {
      for item in entry.value.items ?? [entry.value] {
        checkNumbers(item, "a heading takes the numbers of entries")
      }
    }
  }

  private mutating func checkNumbers(_ node: YAMLNode, _ message: String) {
    guard let text = node.text else {
      return report(.wrongShape, at: node.span, message, label: "this is \(node.shapeName)")
    }
    let words = text.split { " ,".contains($0) }
    let areIDs = words.allSatisfy { word in
      word.drop(while: \.isLetter).allSatisfy(\.isNumber) && word.contains(where: \.isNumber)
    }
    if !areIDs { report(.wrongShape, at: node.span, message, label: "'\(text)' is none") }
  }

  private mutating func checkBallots(_ node: YAMLNode, _ question: Question) {
    let isFist = question.kind == .fist
    if !isFist, let text = node.text, text.hasPrefix("g:") { return }
    guard let entries = node.entries else {
      return wrong(
        node, question, "a map of people", isFist ? "{Ana: 4, Bo: 3}" : "{Ana: [1, 1, 3], Bo: 2}")
    }
    for entry in entries where !entry.value.isBlank {
      checkPerson(entry.name, at: entry.keySpan)
      if entry.value.text.map(Abstention.isSaid) == true { continue }
      if isFist { checkHand(entry.value) }
      if !isFist {
        for item in entry.value.items ?? [entry.value] {
          checkNumbers(item, "a vote is the numbers of entries")
        }
      }
    }
  }

  private mutating func checkHand(_ node: YAMLNode) {
    guard let text = node.text, let fingers = Int(text.trimmed), (0...5).contains(fingers) else {
      return report(.wrongShape, at: node.span, "a hand shows 0 to 5 fingers")
    }
  }

  private mutating func checkRatings(_ node: YAMLNode, _ question: Question) {
    guard let entries = node.entries else {
      if node.text == nil, node.items?.contains(where: { $0.text == nil }) != false {
        let cells = question.rows.map { "\($0): \(question.options.first?.key ?? "1")" }
        wrong(node, question, "a rating for each row", "{\(cells.joined(separator: ", "))}")
      }
      return
    }
    for entry in entries where !question.rows.contains(entry.name) {
      reportUnknown(entry, "there is no row", question.rows)
    }
    for row in question.rows where node[row].map(\.isBlank) ?? true {
      report(
        .missingField, at: entries.first?.keySpan ?? node.span, "there is no rating for '\(row)'",
        notes: ["a rating that nobody knows: ~ in place of them all"])
    }
    for entry in entries where entry.value.text == nil {
      report(
        .wrongShape, at: entry.value.span, "a rating is one of the options",
        label: "this is \(entry.value.shapeName)")
    }
  }

  // MARK: - Duties, reviews, parties

  private mutating func checkDuties(_ node: YAMLNode, _ question: Question) {
    guard let entries = node.entries else {
      return wrong(node, question, "a map of tasks", "{Label the data: {R: Bo, A: Ana}}")
    }
    for entry in entries where entry.value.text == nil {
      guard let parts = entry.value.entries else {
        report(
          .wrongShape, at: entry.value.span, "a task takes who is responsible and so on",
          label: "this is \(entry.value.shapeName)", notes: ["{R: Bo, A: Ana, C: [Cy], I: Dee}"])
        continue
      }
      for part in parts where DutyKind(typed: part.name) == nil {
        reportUnknown(
          part, "nobody is", DutyKind.allCases.flatMap { [$0.letter, $0.rawValue] })
      }
    }
  }

  private mutating func checkReview(_ node: YAMLNode, _ question: Question) {
    let values = node.items ?? node.entries?.map(\.value)
    guard let values else {
      return wrong(
        node, question, "an entry for each, or a map by their words", "[done, ~, dropped]")
    }
    for value in values where value.text == nil {
      report(.wrongShape, at: value.span, "each takes a word or two", label: "such as done")
    }
  }

  /// `yes`, which is one to every line, or what is typed at each.
  private mutating func checkReading(_ node: YAMLNode, _ question: Question) {
    if let text = node.text, ["y", "yes", "ok"].contains(TextFolding.fold(text)) { return }
    guard let items = node.items else {
      return wrong(
        node, question, "yes for all, or a list of what is typed at each line",
        "[y, \"n it is too early\", y]")
    }
    for item in items where item.text == nil {
      report(.wrongShape, at: item.span, "each line takes a word or more", label: "such as y")
    }
  }

  private mutating func checkParties(_ node: YAMLNode, _ question: Question) {
    guard let entries = node.entries else {
      return wrong(node, question, "a map of people", "{Ana: agree, Bo: later by 2030-01-15}")
    }
    let known = ["verdict", "by", "note"]
    for entry in entries where !entry.value.isBlank {
      checkPerson(entry.name, at: entry.keySpan)
      for part in entry.value.entries ?? [] where !known.contains(part.name) {
        reportUnknown(part, "an answer has no field", known)
      }
      if entry.value.items != nil {
        report(
          .wrongShape, at: entry.value.span, "a party gives one answer", label: "this is a list")
      }
    }
  }
}
