import Values

/// What a question offers for editing: it has to be something that the question would take.
extension PlaybookChecker {
  func checkOffer(_ question: Question) {
    guard let offer = question.offer else { return }
    guard LanguageTable.row(of: question.kind).entry != .rounds else {
      return reportNoOffer(question, offer)
    }
    switch offer.content {
    case .formula(let formula):
      check(offer, offerExpectation(question))
      if case .literal(.text(let word)) = formula.node { checkOption(word, question, offer) }
    case .constant(let value): checkConstant(value, question, offer)
    case .prose(let segments):
      check(offer)
      let words = segments.map { if case .text(let text) = $0 { text } else { "" } }
      if offer.expressions.isEmpty { checkTyped(words.joined(), question, offer) }
    }
  }

  private func reportNoOffer(_ question: Question, _ offer: Template) {
    report(
      .misplacedField, at: offer.span,
      "a \(question.kind.rawValue) is not answered in one line, so it has no 'default'",
      label: "leave it out",
      notes: question.kind == .table || question.kind == .list
        ? ["a table's columns may each have a 'default'"] : [])
  }

  private func offerExpectation(_ question: Question) -> Expectation {
    func value(_ families: Set<ValueType.Family>, note: String? = nil) -> Expectation {
      .oneOf(families, "the answer that this offers is \(type(of: question).words)", note: note)
    }
    switch question.kind {
    case .text, .note:
      return value([.text, .choice], note: "write it in a hole: default: \"{\u{2026}}\"")
    case .number, .percent: return value([.number])
    case .money:
      return value([.money], note: "a plain number stands without '=': default: 100")
    case .date: return value([.date], note: "a day is written date('2030-01-15')")
    case .duration: return value([.span], note: "a length is written days(3) or weeks(2)")
    case .yesno: return value([.yesno])
    case .choice: return value([.choice, .text, .item, .person, .number])
    case .scale: return value([.number, .choice, .text])
    case .person: return value([.person])
    case .people, .choices, .rank: return value([.list])
    default: return .anything
    }
  }

  private func checkConstant(_ value: Value, _ question: Question, _ offer: Template) {
    guard case .list(let entries) = value, [.choices, .people, .rank].contains(question.kind) else {
      return report(
        .unexpectedType, at: offer.span,
        "'default' is one answer here, and this is \(ValueType(of: value).words)",
        notes: ["a text that starts with a bracket or brace goes in double quotes"])
    }
    for entry in entries {
      if case .text(let word) = entry { checkOption(word, question, offer) }
    }
  }

  /// A default without holes is typed text: the question's kind has to take it.
  private func checkTyped(_ words: String, _ question: Question, _ offer: Template) {
    let words = words.trimmed
    guard !words.isEmpty else { return }
    switch question.kind {
    case .number: expect(Number(typed: words) != nil, "a number", question, offer, words)
    case .percent: expect(Percent.fraction(typed: words) != nil, "a share", question, offer, words)
    case .money:
      let money = Money(typed: words, defaultCurrency: playbook.currency ?? "EUR")
      expect(money != nil, "an amount", question, offer, words)
    case .date:
      let day = CalendarDate(year: 2000, month: 1, day: 1)
      let isDay = day.map { DatePhrase.read(words, today: $0) != .none } ?? true
      expect(isDay, "a day", question, offer, words)
    case .duration:
      expect(TimeSpan(typed: words) != nil, "a length of time", question, offer, words)
    case .yesno:
      let known = ["yes", "no", "y", "n"]
      expect(known.contains(TextFolding.fold(words)), "yes or no", question, offer, words)
    case .choice, .scale: checkOption(words, question, offer)
    case .choices:
      for word in words.split(separator: ",") { checkOption(String(word), question, offer) }
    default: break
    }
  }

  private func expect(
    _ holds: Bool, _ what: String, _ question: Question, _ offer: Template, _ words: String
  ) {
    guard !holds else { return }
    report(
      .unexpectedType, at: offer.span,
      "'\(words)' is offered for a \(question.kind.rawValue), and would not be taken",
      label: "expected \(what)")
  }

  /// By its number, its word or its place, as it would be typed.
  private func checkOption(_ word: String, _ question: Question, _ offer: Template) {
    let options = question.options
    guard question.of == nil, !options.isEmpty else { return }
    let typed = TextFolding.fold(word.trimmed)
    let known = options.flatMap { [$0.key, $0.label] }
    if known.contains(where: { TextFolding.fold($0) == typed }) { return }
    if let place = Int(typed), options.indices.contains(place - 1) { return }
    let near = NearestWord.find(typed, in: options.map(\.label))
    report(
      .undeclaredOption, at: offer.span, "'\(word.trimmed)' is not among the options",
      label: near.map { "did you mean '\($0)'?" },
      notes: near == nil ? ["they are \(options.map(\.label).joined(separator: ", "))"] : [])
  }
}
