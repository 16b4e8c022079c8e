import PlaybookLanguage
import Session
import Values

/// What earlier sessions left open, one key each: d done, s still open, x dropped.
///
/// `s fri` gives it another day, `s bo fri` another owner too, `2 d` answers for the second one.
struct ReviewHandler: Handler {
  let question: Question

  init(_ question: Question) { self.question = question }

  /// An earlier item with its number in the list.
  private struct Entry {
    let number: Int
    let item: OpenItem
    let value: ItemValue
  }

  private func entries(_ room: Room, _ place: Place) -> [Entry] {
    guard let source = question.of,
      case .list(let values) = room.scope.evaluate(source, place.bindings)
    else { return [] }
    let found = values.compactMap { value -> (OpenItem, ItemValue)? in
      guard case .item(let item) = value else { return nil }
      return room.scope.openItem(item).map { ($0, item) }
    }
    return found.enumerated().map { Entry(number: $0 + 1, item: $1.0, value: $1.1) }
  }

  private func waiting(_ room: Room, _ place: Place) -> [Entry] {
    entries(room, place).filter { room.scope.review(of: $0.item) == nil }
  }

  // MARK: Asking

  func prompt(_ room: Room, _ place: Place) -> Prompt {
    let all = entries(room, place)
    let waiting = waiting(room, place)
    var opening = waiting.count == all.count ? room.asking(question, place) : []
    if waiting.count == all.count || waiting.isEmpty {
      opening.append(.entries(all.map { .init(String($0.number), Self.words($0.value, room)) }))
    }
    guard let next = waiting.first else {
      let words = all.isEmpty ? "Nothing is left open." : "2 d changes the second one."
      return Prompt(
        place: place.address, label: place.label,
        opening: opening + [.hint("\(words) Enter goes on.")], topic: "\(place.address) all")
    }
    if waiting.count == all.count {
      opening.append(.hint("d done · s still open (s fri, s bo fri) · x dropped, why may follow"))
    }
    opening.append(.question("\(next.number) \(Self.words(next.value, room))?"))
    return Prompt(
      place: place.address, label: "\(next.number) of \(all.count)",
      completions: ["done", "still", "dropped"], opening: opening,
      topic: "\(place.address) \(next.item.name)")
  }

  /// `Ana: get a signed SLA, by Fri 27 Nov 2026 (3 days over)`.
  private static func words(_ item: ItemValue, _ room: Room) -> String {
    let scope = room.scope
    let owner: String =
      if case .person(let person) = scope.member("owner", of: item) { "\(person.name): " } else {
        ""
      }
    var words = owner + scope.text(of: item).onOneLine
    if case .date(let due) = scope.member("due", of: item) {
      let over = room.moment.today.days(since: due)
      words += ", by \(due.display)"
      if over > 0 { words += " (\(over.counted("day")) over)" }
    }
    if let open = scope.openItem(item), let review = scope.review(of: open) {
      words += " · \(state(review))"
    }
    return words
  }

  static func state(_ update: ActionUpdated) -> String {
    let state = update.status == "open" ? "still open" : update.status ?? "still open"
    return state + (update.why.map { ", \($0)" } ?? "")
  }

  // MARK: Deciding

  func decide(_ room: Room, _ place: Place, _ line: String, isPasted: Bool) -> Decision {
    let words = line.trimmed.onOneLine.split(separator: " ").map(String.init)
    guard let first = words.first else { return end(room, place) }
    var rest = words[...]
    var entry = waiting(room, place).first
    if let number = Int(first), words.count > 1 {
      guard let found = entries(room, place).first(where: { $0.number == number }) else {
        return .problem("There is no \(number) here.", keeping: line)
      }
      entry = found
      rest = rest.dropFirst()
    }
    guard let entry else { return .problem("All are read: 2 d changes one, Enter goes on.") }
    guard let status = Self.status(rest.first ?? "", entry.item) else {
      return .problem("d done, s still open (s fri, s bo fri), x dropped.", keeping: line)
    }
    let tail = rest.dropFirst().joined(separator: " ")
    guard status == "open", !tail.isEmpty else {
      return record(entry, status, why: tail.isEmpty ? nil : tail, room, place)
    }
    return still(entry, tail, line, room, place)
  }

  private static func status(_ word: String, _ item: OpenItem) -> String? {
    switch TextFolding.fold(word) {
    case "d", "done", "closed": item.list == .risks ? "closed" : "done"
    case "s", "still", "open": "open"
    case "x", "drop", "dropped": "dropped"
    default: nil
    }
  }

  private func end(_ room: Room, _ place: Place) -> Decision {
    let left = waiting(room, place).count
    let ending = Decision(
      fact: room.settling(place, left == entries(room, place).count ? .skipped : .done))
    guard left > 0 else { return ending }
    return Decision(
      dialog: .yesNo(
        "\(left.counted("is", "are")) not read. Leave \(left.agreeing("it", "them")) as "
          + "\(left.agreeing("it is", "they are"))?", enterIsYes: false, yes: .decide(ending),
        no: .refill("")))
  }

  // MARK: Another day, another owner

  /// `fri`, `bo`, `bo fri`: the longest end that is a day, the name before it.
  private func still(
    _ entry: Entry, _ tail: String, _ line: String, _ room: Room, _ place: Place
  ) -> Decision {
    let words = tail.split { " ,".contains($0) }.map(String.init)
    for count in 0...words.count {
      let phrase = words[count...].joined(separator: " ")
      let name = words[..<count].joined(separator: " ")
      let reading =
        phrase.isEmpty
        ? DateReading.none : DatePhrase.readAskingYear(phrase, today: room.moment.today)
      guard reading != .none || phrase.isEmpty else { continue }
      return owner(name, line, room) { owner in
        switch reading {
        case .date(let date): record(entry, "open", owner: owner, due: date, room, place)
        case .ambiguous(let dates):
          Decision(
            dialog: .choose(
              "Which day is that?",
              dates.map {
                ($0.display, .decide(record(entry, "open", owner: owner, due: $0, room, place)))
              }))
        case .none: record(entry, "open", owner: owner, room, place)
        }
      }
    }
    return .problem("A name, a day or both: s bo fri.", keeping: line)
  }

  private func owner(
    _ name: String, _ line: String, _ room: Room, _ next: (String?) -> Decision
  ) -> Decision {
    guard !name.isEmpty else { return next(nil) }
    switch room.names.match(name) {
    case .one(let id): return next(room.state.name(of: id))
    case .several(let ids):
      return Decision(
        dialog: .choose(
          "Which \(name)?",
          ids.map { (room.state.name(of: $0), .decide(next(room.state.name(of: $0)))) }))
    case .near(let id):
      let meant = room.state.name(of: id)
      return Decision(
        dialog: .yesNo(
          "Nobody here is “\(name)”: did you mean \(meant)?", meaning: meant,
          yes: .decide(next(meant)), no: .refill(line)))
    case .none:
      return Decision(
        dialog: .yesNo(
          "Nobody here is “\(name)”. Is that the owner all the same?", enterIsYes: false,
          yes: .decide(next(name)), no: .refill(line)))
    }
  }

  /// The last one that is read settles the place.
  private func record(
    _ entry: Entry, _ status: String, owner: String? = nil, due: CalendarDate? = nil,
    why: String? = nil, _ room: Room, _ place: Place
  ) -> Decision {
    let update = ActionUpdated(
      session: entry.item.session, action: entry.item.id,
      revision: room.scope.nextRevision(of: entry.item), status: status, owner: owner, due: due,
      why: why)
    let isLast = waiting(room, place).filter { $0.item != entry.item }.isEmpty
    let fact = Fact(.actionUpdated(update), done: isLast ? [place.address] : [])
    let after = room.after(fact)
    return Decision(
      fact: fact, say: [.noted("\(entry.number) \(Self.words(entry.value, after))")])
  }
}
