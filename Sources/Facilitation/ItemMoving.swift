import PlaybookLanguage
import Session
import Values

/// Putting an entry where it belongs: into a theme, out of it, or into another list.
///
/// `/move 7 t1`, `/move 7 out`, `/move D1 actions`, `/move 3 parked`, `/move A2 plan 4`.
struct ItemMoving {
  let room: Room

  init(_ room: Room) { self.room = room }

  func decide(_ words: String) -> Decision {
    let names = ItemNames(room)
    var items: [Item] = []
    var target = words.trimmed
    // What stands last is where to, also where it could name an entry.
    while let next = names.leading(target), !next.rest.isEmpty {
      if !items.contains(where: { $0.id == next.item.id }) { items.append(next.item) }
      target = next.rest
    }
    let (word, rest) = ItemNames.cut(target)
    if ["to", "into"].contains(word.lowercased()), !rest.isEmpty { target = rest }
    guard !items.isEmpty else {
      guard words.contains(" ") else {
        return .problem("What, and where to? /move 7 t1, /move 7 out, /move D1 actions.")
      }
      return .problem(names.noEntry(words, "/move", " actions"), keeping: "/move \(words)")
    }
    return move(items, to: target, names) ?? nowhere(target, items, names, keeping: words)
  }

  private func move(_ items: [Item], to target: String, _ names: ItemNames) -> Decision? {
    if ["out", "-"].contains(target.lowercased()) { return group(items, into: nil) }
    if let list = Self.list(target) { return move(items, into: list) }
    if let theme = names.item(target), room.state.isTheme(theme) {
      return group(items, into: theme)
    }
    return names.place(target).flatMap { move(items, into: $0) }
  }

  /// Says what can stand behind an entry, with the questions that take entries by name.
  private func nowhere(
    _ target: String, _ items: [Item], _ names: ItemNames, keeping words: String
  ) -> Decision {
    let (word, number) = ItemNames.cut(target)
    if let place = names.place(word), place.address.items.isEmpty, Int(number) != nil,
      Self.takes(place)
    {
      return .problem(
        "\(target.quoted) is one entry: /move \(items[0].id) \(word) puts another into its list.",
        keeping: "/move \(words)")
    }
    let places = room.agenda.places.filter { Self.takes($0) && $0.address != items[0].list }
    let alike = places.filter { $0.address.question == items[0].list.question }
    let labels = (alike.isEmpty ? places : alike).prefix(3).map(\.label)
    let questions = labels.isEmpty ? "" : ", a question (\(labels.joined(separator: ", ")))"
    return .problem(
      "Where is \(target.quoted)? A theme (t1), out, actions, decisions, agreements, risks, notes, "
        + "open or parked\(questions).", keeping: "/move \(words)")
  }

  // MARK: Into another question

  /// Whether entries can be put there: not where they stand for the entries of another list.
  private static func takes(_ place: Place) -> Bool {
    guard let question = place.question, question.of == nil else { return false }
    return [.list, .table, .schedule].contains(question.kind)
  }

  /// A new entry there, of which the old one is a part from now on; nil where it takes none.
  ///
  /// In the same table about another thing each cell is as it was.
  private func move(_ items: [Item], into place: Place) -> Decision? {
    guard let question = place.question, Self.takes(place) else { return nil }
    guard items.count == 1, let item = items.first else {
      return .problem("One at a time into another list: /move \(items[0].id) \(place.label).")
    }
    guard item.list != place.address else {
      return .problem("\(item.id) is there already.")
    }
    guard !Round.isWriting(question, room, place) else {
      return .problem("\(place.label) is still written alone: /reveal ends that.")
    }
    return put(item, into: place, question).atItsEnds { end in
      guard case .itemsAdded(let added)? = end.fact?.event, let new = added.items.first else {
        return
      }
      end.further.append(Fact(.itemMerged(item: item.id, into: new.id)))
      end.say.append(
        .hint("It was \(item.id), and stands under \(place.label) now. /undo puts it back."))
    }
  }

  private func put(_ item: Item, into place: Place, _ question: Question) -> Decision {
    let isAlike = item.list.question == question.id
    if question.kind == .schedule, !isAlike { return plan(item, place) }
    guard isAlike || question.kind == .list else {
      let line = ItemEditing(room).line(item).onOneLine
      return Handlers.handler(for: place).decide(room, place, line, isPasted: false)
    }
    if let most = question.maximum, room.state.liveItems(in: place.address).count >= most {
      return .problem("At most \(most) there.")
    }
    let words = isAlike ? item.text : ItemEditing.words(item, room).onOneLine
    let prefix = room.session.index.prefixes[question.id] ?? "x"
    let new = ItemsAdded.NewItem(
      id: room.session.log.nextID(prefix), text: words, by: item.by, row: isAlike ? item.row : [])
    let fact = Fact(.itemsAdded(ItemsAdded(list: place.address, items: [new])))
    let after = room.after(fact)
    let shown = after.state.item(new.id).map { ItemEditing.words($0, after) } ?? words
    return Decision(fact: fact, say: [.noted("\(new.id) \(shown)")])
  }

  /// A task with its owner; the day by which something is done is not the one on which it begins.
  private func plan(_ item: Item, _ place: Place) -> Decision {
    let columns = ActionColumns(item, room)
    let owner = columns?.owner.flatMap { item[$0].string }.map(room.state.name)
    let text = room.scope.text(
      of: ItemValue(id: item.id, list: item.list.question, chain: item.list.items))
    let line = ([text.onOneLine] + [owner].compactMap { $0 }).joined(separator: ", ")
    let planned = Handlers.handler(for: place).decide(room, place, line, isPasted: false)
    let due = columns?.due.flatMap { item[$0].string }.flatMap { CalendarDate(iso: $0) }
    guard let due else { return planned }
    return planned.atItsEnds { end in
      guard end.fact != nil else { return }
      end.say.append(
        .hint("\(due.display) is not kept: a task ends by its start and its days."))
    }
  }

  private func group(_ items: [Item], into theme: Item?) -> Decision {
    guard !items.contains(where: room.state.isTheme) else {
      return .problem("A theme goes into another with /merge T2 T1.")
    }
    let fact = Fact(.itemMoved(items: items.map(\.id), into: theme?.id))
    let names = DisplayText.joined(items.map { $0.number.map(String.init) ?? $0.id })
    let verb = items.count.agreeing("is", "are")
    let place = theme.map { "in \($0.id) \($0.text)" } ?? "loose"
    return Decision(
      fact: fact,
      say: [.noted("\(names) \(verb) \(place) now.\(GroupHandler.dissolved(fact, room))")])
  }

  /// By the list's name, or by what the command is called that adds to it.
  static func list(_ word: String) -> Address.Room? {
    switch word.lowercased() {
    case "actions", "action", "a": .actions
    case "decisions", "decision", "decide", "d": .decisions
    case "agreements", "agreement", "agree", "g": .agreements
    case "risks", "risk", "k": .risks
    case "notes", "note", "n": .notes
    case "open": .open
    case "parked", "park", "p": .parked
    default: nil
    }
  }

  /// A new entry there, of which the old one is a part from now on.
  private func move(_ items: [Item], into list: Address.Room) -> Decision {
    guard items.count == 1, let item = items.first else {
      return .problem("One at a time into another list: /move D1 actions.")
    }
    guard item.list != list.address else { return .problem("\(item.id) is there already.") }
    return Noting(room).take(item, to: list).atItsEnds { end in
      guard case .itemsAdded(let added)? = end.fact?.event, let new = added.items.first else {
        return
      }
      end.further.append(Fact(.itemMerged(item: item.id, into: new.id)))
      end.say.append(.hint("It was \(item.id). /undo puts it back."))
    }
  }
}
