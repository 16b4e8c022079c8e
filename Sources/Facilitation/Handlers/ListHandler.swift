import PlaybookLanguage
import Session
import Values

/// A list that the room fills: one line an entry, Enter ends it.
struct ListHandler: Handler {
  let question: Question

  init(_ question: Question) { self.question = question }

  func prompt(_ room: Room, _ place: Place) -> Prompt {
    let entries = room.isNew(place) ? room.entries(of: place.address) : []
    return Prompt(
      place: place.address, label: place.label, takesLines: true,
      history: question.isAnonymous ? nil : "list",
      opening: room.asking(question, place) + (entries.isEmpty ? [] : [.entries(entries)]))
  }

  func decide(_ room: Room, _ place: Place, _ line: String, isPasted: Bool) -> Decision {
    if question.isAnonymous, !line.trimmed.isEmpty {
      let kept =
        ListWords.second(line.trimmed, by: nil, in: place.address, room)
        ?? ListWords.refusal(of: line.trimmed, in: place.address, room)
      return kept
        ?? AnonymousLines(line, room, at: place.address).decide { entries in
          guard !entries.isEmpty else { return Decision(say: [.hint("Nothing new in that.")]) }
          return add(entries, room, place, via: entries.count > 1 ? .pasted : .typed)
        }
    }
    let lines = EntryLines(line, room)
    if lines.areSeveral { return Decision(dialog: PasteReview(line, room).dialog) }
    guard let first = lines.all.first else { return end(room, place) }
    if let second = ListWords.second(line.trimmed, by: nil, in: place.address, room) {
      return second
    }
    if let refusal = ListWords.refusal(of: first.text, in: place.address, room) { return refusal }
    return several(line, room, place)
      ?? add(lines.all, room, place, via: isPasted ? .pasted : .typed)
  }

  /// Names with commas between them, where each entry is asked about later, may be several entries.
  ///
  /// In other lists a comma is a comma.
  private func several(_ line: String, _ room: Room, _ place: Place) -> Decision? {
    guard room.session.index.isAskedOfEach(question.id) else { return nil }
    let names = line.split { ",;".contains($0) }.map { String($0).trimmed }.filter { !$0.isEmpty }
    guard names.count > 1, names.allSatisfy({ $0.split(separator: " ").count <= 4 }) else {
      return nil
    }
    let one = EntryLines(line, room).all
    let each = names.flatMap { EntryLines($0, room).all }
    return Decision(
      dialog: .yesNo(
        "\(each.count) entries: \(names.joined(separator: " · "))?",
        yes: .decide(add(each, room, place, via: .typed)),
        no: .decide(add(one, room, place, via: .typed))))
  }

  private func end(_ room: Room, _ place: Place) -> Decision {
    let count = room.state.liveItems(in: place.address).count
    let least = max(question.minimum ?? 0, question.isRequired ? 1 : 0)
    guard count >= least else {
      return .problem("At least \(least) needed here. Nobody knows? “?? name day” keeps it open.")
    }
    return Decision(fact: room.settling(place, count == 0 ? .skipped : .done))
  }

  func add(
    _ entries: [EntryLines.Entry], _ room: Room, _ place: Place, via: AnswerSource
  ) -> Decision {
    if let most = question.maximum,
      room.state.liveItems(in: place.address).count + entries.count > most
    {
      return .problem("At most \(most) here.", keeping: entries.map(\.text).joined(separator: "\n"))
    }
    let items = room.newItems(entries, for: question, at: place)
    return Decision(
      fact: Fact(.itemsAdded(ItemsAdded(list: place.address, items: items, via: via))),
      say: [.noted(ListWords.acknowledgement(items, room))])
  }
}

extension String {
  /// A line without the bullet, box or number of a pasted list.
  var withoutBullet: String {
    var line = trimmed
    for bullet in ["- [ ] ", "- [x] ", "- ", "* ", "• ", "– ", "· "] where line.hasPrefix(bullet) {
      return String(line.dropFirst(bullet.count)).trimmed
    }
    let digits = line.prefix { $0.isNumber }
    if (1...3).contains(digits.count) {
      let rest = line.dropFirst(digits.count)
      if rest.hasPrefix(". ") || rest.hasPrefix(") ") { line = String(rest.dropFirst(2)).trimmed }
    }
    return line
  }
}

/// Words that lists of every kind share.
enum ListWords {
  /// `=3` by whoever has the turn, or `Bo =3`: the same as 3, which then reads “said by Ana, Bo”.
  ///
  /// The turn stays. Nil for any other line.
  static func second(
    _ line: String, by seat: Participant?, in list: Address, _ room: Room
  ) -> Decision? {
    guard let mark = line.lastIndex(of: "=") else { return nil }
    let number = String(line[line.index(after: mark)...]).trimmed
    let name = String(line[..<mark]).trimmed
    guard Int(number) != nil, name.isEmpty || room.names.match(name).person != nil else {
      return nil
    }
    guard !room.session.isAnonymous(list) else {
      return .problem("Nobody’s name stands beside a line here: this is anonymous.")
    }
    guard let item = room.item(called: number, in: list) else {
      return .problem("There is no \(number) here that somebody could say too.", keeping: line)
    }
    guard let person = room.names.match(name).person ?? seat?.id else {
      return .problem("Who says \(number) too? A name before it: Bo =\(number).", keeping: line)
    }
    let by = item.by.contains(person) ? item.by : item.by + [person]
    let names = DisplayText.joined(by.map(room.state.name))
    let next = person == seat?.id ? " \(room.state.name(of: person)), another?" : ""
    return Decision(
      fact: Fact(.itemEdited(ItemEdited(item: item.id, by: by))),
      say: [.noted("\(number) said by \(names).\(next)")])
  }

  /// What a lone number is answered with.
  static func refusal(of line: String, in list: Address, _ room: Room) -> Decision? {
    if Shorthand.isNone(line) {
      return .problem("Nobody is asked one by one here: - alone says “asked, none”.")
    }
    guard Int(line) != nil, let item = room.item(called: line, in: list) else { return nil }
    return Decision(say: [
      .hint(
        "\(line) is “\(item.text)”. To change it: /edit \(room.called(item)), /drop \(room.called(item))."
      )
    ])
  }

  static func acknowledgement(_ items: [ItemsAdded.NewItem], _ room: Room) -> String {
    guard items.count == 1 else {
      return "\(Self.number(items.first)) to \(Self.number(items.last)) added"
    }
    let who = items[0].by.map(room.state.name)
    return who.isEmpty
      ? Self.number(items[0]) : "\(Self.number(items[0])) \(DisplayText.joined(who))"
  }

  static func number(_ item: ItemsAdded.NewItem?) -> String {
    String((item?.id ?? "").drop { !$0.isNumber })
  }
}

extension Room {
  /// A list's entries with the numbers that people call them by.
  func entries(of list: Address) -> [Utterance.Entry] {
    state.liveItems(in: list).map { item in
      let who = item.by.isEmpty ? "" : "  (\(DisplayText.joined(item.by.map(state.name))))"
      return Utterance.Entry(
        item.number.map(String.init) ?? item.id, item.text + who + doubts(item))
    }
  }

  /// Who doubts an entry: `, disputed by Dee: spec was late`.
  func doubts(_ item: Item) -> String {
    guard let person = item["disputed_by"].string else { return "" }
    return ", disputed by \(state.name(of: person))"
      + (item["disputed"].string.map { ": \($0)" } ?? "")
  }

  func newItems(_ entries: [EntryLines.Entry], for question: Question, at place: Place)
    -> [ItemsAdded.NewItem]
  {
    let prefix = session.index.prefixes[question.id] ?? "x"
    let group = theme(that: question, addsTo: place)
    return entries.enumerated().map { index, entry in
      ItemsAdded.NewItem(
        id: session.log.nextID(prefix, skipping: index), text: entry.text,
        by: question.isAnonymous ? [] : entry.by.map { [$0] } ?? [], group: group)
    }
  }

  /// `add_to: t.items` puts new entries into the theme at hand.
  private func theme(that question: Question, addsTo place: Place) -> String? {
    guard let target = question.addTo, case .member(let theme, "items") = target.node,
      case .item(let item) = scope.evaluate(theme, place.bindings)
    else { return nil }
    return item.id
  }
}
