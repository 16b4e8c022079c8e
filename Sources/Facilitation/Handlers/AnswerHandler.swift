import PlaybookLanguage
import Session
import Values

/// A question with one answer: text, number, date, choice, person.
struct AnswerHandler: Handler {
  let question: Question

  init(_ question: Question) { self.question = question }

  private var kind: any AnswerKind { AnswerKinds.kind(of: question) ?? TextKind() }

  func prompt(_ room: Room, _ place: Place) -> Prompt {
    let context = room.context(question, place.bindings)
    var opening = room.asking(question, place)
    if [.choice, .choices, .scale, .matrix, .yesno].contains(question.kind) {
      opening.append(.hint(kind.hint(question, context)))
    }
    return Prompt(
      place: place.address, label: place.label, offer: offer(room, place, context),
      takesLines: question.kind == .note, completions: kind.completions(question, context),
      history: question.kind.rawValue, opening: opening)
  }

  /// The earlier answer, else the playbook's default: in the line, never taken silently.
  private func offer(_ room: Room, _ place: Place, _ context: AnswerContext) -> String {
    if let earlier = room.state.answers[place.address]?.value, earlier != .null {
      return AnswerKinds.show(earlier, of: question, context)
    }
    if let words = Replay(room)?.words(at: place), !words.isEmpty { return words }
    guard let template = question.offer else { return "" }
    let value = room.scope.value(of: template, place.bindings)
    if case .text(let text) = value {
      return text == "—" ? "" : text.trimmed
    }
    let json = kind.offer(value, question, context)
    return json == .null ? "" : kind.show(json, question, context)
  }

  func decide(_ room: Room, _ place: Place, _ line: String, isPasted: Bool) -> Decision {
    let words = question.kind == .note ? line.trimmedLines : line.trimmed
    guard !words.isEmpty else { return skip(room, place) }
    let context = room.context(question, place.bindings)
    let flat = question.kind == .note ? words : words.onOneLine
    switch kind.read(flat, question, context) {
    case .answer(let value): return record(value, flat, room, place)
    case .refused(let why): return refuse(why, line, place)
    case .choose(let ask, let options): return choose(ask, options, line, room, place)
    }
  }

  /// What does not fit stays in the line; Enter on it unchanged keeps the words as an open point.
  private func refuse(_ why: String, _ line: String, _ place: Place) -> Decision {
    Decision(
      say: [.problem(why), .hint("Enter again keeps your words as an open point.")],
      dialog: Dialog("", purpose: .insist(line: line, at: place.address), offer: line),
      refill: line)
  }

  private func skip(_ room: Room, _ place: Place) -> Decision {
    guard question.isRequired else {
      return Decision(fact: room.settling(place, .skipped))
    }
    return .problem(
      "This one is needed to go on. Nobody knows? “?? name day” keeps it as an open point.")
  }

  /// Records the answer unless the playbook's own check says no.
  private func record(
    _ value: JSONValue, _ line: String, _ room: Room, _ place: Place
  ) -> Decision {
    let isCarried = Replay(room)?.words(at: place) == line
    let fact = answering(value, place, via: isCarried ? .carried : .typed)
    if let complaint = complaint(about: fact, room, place) {
      return lastYears(value, line, room, place).map { record($0, line, room, place) }
        ?? .problem(complaint, keeping: line)
    }
    let shown = kind.show(value, question, room.context(question, place.bindings))
    let distance = question.kind == .date ? Self.distance(value, room) : ""
    let says = shown == line && distance.isEmpty ? [] : [Utterance.noted(shown + distance)]
    let decision = Decision(fact: fact, say: says)
    return question.kind == .date ? decision.remarking(timeIn: line, room) : decision
  }

  /// `3 Nov` is next year's, unless the playbook asks for a day that has been.
  private func lastYears(_ value: JSONValue, _ line: String, _ room: Room, _ place: Place)
    -> JSONValue?
  {
    guard question.kind == .date, let date = value.string.flatMap({ CalendarDate(iso: $0) }),
      date > room.moment.today, let earlier = date.adding(months: -12),
      // A day and a month, and no year: said on that day, it would have been that day.
      DatePhrase.read(line, today: earlier) == .date(earlier),
      case let value = JSONValue.string(earlier.iso),
      complaint(about: answering(value, place), room, place) == nil
    else { return nil }
    return value
  }

  /// How long a past day is ago, and how far one in the next year is; nothing for a nearer day.
  private static func distance(_ value: JSONValue, _ room: Room) -> String {
    guard let date = value.string.flatMap({ CalendarDate(iso: $0) }) else { return "" }
    let days = room.moment.today.days(since: date)
    if days < -330 { return ", \(-days / 7) weeks away" }
    return days <= 0 ? "" : days == 1 ? ", yesterday" : ", \(days) days ago"
  }

  private func answering(
    _ value: JSONValue, _ place: Place, via source: AnswerSource = .typed
  ) -> Fact {
    Fact(
      .answerSet(AnswerSet(address: place.address, value: value, via: source)),
      done: [place.address])
  }

  private func complaint(about fact: Fact, _ room: Room, _ place: Place) -> String? {
    guard let check = question.check else { return nil }
    let state = room.session.log.state(with: fact, at: room.moment.now)
    let scope = SessionScope(room.session.index, state, outside: room.session.outside)
    guard scope.condition(check, place.bindings) == false else { return nil }
    return question.complaint.map { scope.render($0, place.bindings).trimmed }
      ?? "That does not fit what the playbook asks for: \(check.source)"
  }

  /// Asks which reading is meant, of those that the playbook's own check lets pass.
  private func choose(
    _ ask: String, _ options: [AnswerReading.Alternative], _ line: String, _ room: Room,
    _ place: Place
  ) -> Decision {
    let fitting = options.filter {
      complaint(about: answering($0.value, place), room, place) == nil
    }
    guard let first = fitting.first, fitting.count > 1 || options.count == 1 else {
      return record((fitting.first ?? options[0]).value, line, room, place)
    }
    let answers = fitting.map { option -> (String, Dialog.Answer) in
      (option.label, .decide(record(option.value, line, room, place)))
    }
    var dialog =
      answers.count == 1
      ? Dialog.yesNo(
        ask, enterIsYes: first.takesEnter, meaning: answers[0].0, yes: answers[0].1,
        no: .refill(line))
      : .choose(ask, answers)
    dialog.isOfReading = !fitting.contains(where: \.keepsWords) || answers.count > 1
    dialog.givesWay = answers.count > 1
    return Decision(dialog: dialog)
  }
}

extension Place {
  /// What stands before the cursor: the question's last word, and the item it is about.
  var label: String {
    let word = address.question.split(separator: ".").last.map(String.init) ?? address.question
    switch bindings.last?.value {
    case .person(let person): return "\(word) \(person.name)"
    case .text(let text), .choice(let text): return "\(word) \(text.onOneLine)"
    default: break
    }
    guard let item = address.items.last, item.first?.isNumber == false else { return word }
    // An earlier session's item is called by its letter and number there.
    if let dash = item.lastIndex(of: "-") { return "\(word) \(item[item.index(after: dash)...])" }
    // A loose entry is called by its number, a theme or row by its letter and number.
    let isEntry = item.first?.isLowercase == true
    return "\(word) \(isEntry ? String(item.drop { !$0.isNumber }) : item)"
  }
}
