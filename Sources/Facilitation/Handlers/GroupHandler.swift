import PlaybookLanguage
import Session
import Values

/// Putting entries that tell the same story together, by their numbers.
///
/// `1 9 17 Vendor dependency` makes T1, `t1 22` adds, `t1 -9` frees, `t1 = name` renames.
struct GroupHandler: Handler {
  let question: Question

  init(_ question: Question) { self.question = question }

  func prompt(_ room: Room, _ place: Place) -> Prompt {
    let opening = room.isNew(place) ? opening(room, place) : []
    return Prompt(place: place.address, label: "group", history: "group", opening: opening)
  }

  private func opening(_ room: Room, _ place: Place) -> [Utterance] {
    let loose = self.loose(room, place)
    let themes = room.state.liveItems(in: place.address)
    var opening = room.asking(question, place)
    opening.append(
      .entries(loose.map { .init($0.number.map(String.init) ?? $0.id, $0.text + room.doubts($0)) }))
    opening += Self.offer(alike(room, place))
    opening.append(
      .hint("1 9 17 NAME groups · t1 22 adds · t1 -9 frees · t1 = NAME renames · Enter ends."))
    return opening + (themes.isEmpty ? [] : [.entries(themes.map { Self.line($0, room) })])
  }

  static func line(_ theme: Item, _ room: Room) -> Utterance.Entry {
    let members = room.state.members(of: theme.id).compactMap(\.number).map(String.init)
    return .init(theme.id, theme.text + "  (" + members.joined(separator: " ") + ")")
  }

  /// What is in no theme yet.
  func loose(_ room: Room, _ place: Place) -> [Item] {
    guard let source = question.of,
      case .list(let values) = room.scope.evaluate(source, place.bindings)
    else { return [] }
    return values.compactMap { value in
      guard case .item(let item) = value, let found = room.state.item(item.id), found.isLive,
        found.group == nil
      else { return nil }
      return found
    }
  }

  func decide(_ room: Room, _ place: Place, _ line: String, isPasted: Bool) -> Decision {
    let words = line.trimmed
    guard !words.isEmpty else { return end(room, place) }
    if let pair = alike(room, place).first(where: { $0.letter == words.lowercased() }) {
      return merge(pair, room)
    }
    let first = String(words.prefix { $0 != " " && $0 != "=" })
    if let theme = theme(called: first, room, place) {
      let rest = String(words.dropFirst(first.count)).trimmed
      return change(theme, rest, line, room, place)
    }
    return make(words, line, room, place)
  }

  private func theme(called word: String, _ room: Room, _ place: Place) -> Item? {
    guard Int(word) == nil else { return nil }
    return room.item(called: word).flatMap { $0.list == place.address ? $0 : nil }
  }

  // MARK: Moves

  private func make(_ words: String, _ line: String, _ room: Room, _ place: Place) -> Decision {
    let pieces = words.split(separator: " ").map(String.init)
    let numbers = pieces.prefix { Int($0.trimmingCommas) != nil }
    let name = pieces.dropFirst(numbers.count).joined(separator: " ")
    guard !numbers.isEmpty else {
      return .problem("Numbers first, then a name: 1 9 17 Vendor dependency.", keeping: line)
    }
    guard !name.isEmpty else {
      return .problem("What shall we call it? \(words) NAME.", keeping: words + " ")
    }
    var members: [String] = []
    for number in numbers.map(\.trimmingCommas) {
      guard let item = self.item(number, room, place) else {
        return .problem("There is no \(number) here.", keeping: line)
      }
      members.append(item.id)
    }
    let theme = ItemsAdded.NewItem(id: room.session.log.nextID("T"), text: name, members: members)
    return record(
      .itemsAdded(ItemsAdded(list: place.address, items: [theme])), room, place,
      about: theme.id)
  }

  private func item(_ number: String, _ room: Room, _ place: Place) -> Item? {
    guard let source = question.of,
      case .list(let values) = room.scope.evaluate(source, place.bindings)
    else { return nil }
    for case .item(let value) in values {
      if let item = room.state.item(value.id), item.isLive, item.number == Int(number) {
        return item
      }
    }
    return nil
  }

  private func change(
    _ theme: Item, _ rest: String, _ line: String, _ room: Room, _ place: Place
  ) -> Decision {
    if rest.hasPrefix("=") {
      let name = String(rest.dropFirst()).trimmed
      guard !name.isEmpty else { return .problem("A name, please: t1 = Vendor.", keeping: line) }
      return record(
        .itemEdited(ItemEdited(item: theme.id, text: name)), room, place, about: theme.id)
    }
    let pieces = rest.split(separator: " ").map(String.init)
    let isFreeing = pieces.allSatisfy { $0.hasPrefix("-") }
    guard isFreeing || !pieces.contains(where: { $0.hasPrefix("-") }) else {
      return .problem("Add or free, one after the other: t1 22, then t1 -9.", keeping: line)
    }
    var ids: [String] = []
    for piece in pieces {
      let number = piece.hasPrefix("-") ? String(piece.dropFirst()) : piece.trimmingCommas
      guard let item = item(number, room, place) else {
        return .problem("There is no \(number) here: t1 22 adds, t1 -9 frees.", keeping: line)
      }
      ids.append(item.id)
    }
    guard !ids.isEmpty else {
      return .problem("t1 22 adds, t1 -9 frees, t1 = NAME renames.", keeping: line)
    }
    return record(
      .itemMoved(items: ids, into: isFreeing ? nil : theme.id), room, place, about: theme.id)
  }

  /// Shows the theme as it is after the move, and how many are still loose.
  private func record(
    _ event: SessionEvent, _ room: Room, _ place: Place, about id: String
  ) -> Decision {
    let fact = Fact(event)
    let after = room.after(fact)
    let theme = after.state.item(id)?.text ?? ""
    let count = after.state.members(of: id).count
    let loose = self.loose(after, place).count
    return Decision(
      fact: fact,
      say: count == 0
        ? [.noted("\(Self.dissolved(fact, room).trimmed) \(loose) loose")]
        : [
          .noted(
            "\(id) \(theme) · \(count) · \(loose) loose\(Self.moved(room, after, to: id))"
              + Self.dissolved(fact, room, after: "."))
        ])
  }

  /// `, 9 from T2`: what was in another theme until now.
  private static func moved(_ room: Room, _ after: Room, to theme: String) -> String {
    let moved = after.state.members(of: theme).compactMap { item -> String? in
      guard let before = room.state.item(item.id)?.group, before != theme else { return nil }
      return "\(item.number.map(String.init) ?? item.id) from \(before)"
    }
    return moved.isEmpty ? "" : ", \(DisplayText.joined(moved))"
  }

  /// The themes that a move leaves empty and so ends, in words.
  static func dissolved(_ fact: Fact, _ room: Room, after stop: String = "") -> String {
    let after = room.after(fact).state
    let gone = room.state.items.filter { item in
      item.isLive && room.state.isTheme(item) && after.item(item.id)?.isLive == false
    }
    guard !gone.isEmpty else { return "" }
    let names = DisplayText.joined(gone.map { "\($0.id) \($0.text)" })
    return "\(stop) \(names) \(gone.count.agreeing("is", "are")) empty and dissolved."
  }

  /// The end; before it the categories that nobody has named are read out, once and together.
  private func end(_ room: Room, _ place: Place) -> Decision {
    let unnamed = unnamedHeadings(room, place)
    let settled = Decision(fact: room.settling(place))
    guard !unnamed.isEmpty, let list = question.of.flatMap({ room.session.index.root(of: $0) })
    else { return settled }
    return Decision(
      say: [
        .question("Nobody has named: \(unnamed.joined(separator: " · ")). What could fail there?"),
        .hint("One line each, such as \(unnamed[0]): …; Enter goes on."),
      ],
      dialog: Dialog("more", purpose: .headings(group: place.address, list: Address(list))))
  }

  private func unnamedHeadings(_ room: Room, _ place: Place) -> [String] {
    guard let headings = question.headings,
      case .list(let values) = room.scope.value(of: headings, place.bindings)
    else { return [] }
    let entries =
      question.of.flatMap { room.session.index.root(of: $0) }
      .map { list in room.state.items.filter { $0.list.question == list && $0.isLive } } ?? []
    let said = (room.state.liveItems(in: place.address) + entries).map(\.text)
    return values.compactMap { value in
      guard case .text(let words) = value,
        !said.contains(where: { Likeness.names(words, in: $0) })
      else { return nil }
      return words
    }
  }

  /// Whoever ended the grouping too early goes on with it: two numbers and a name, `t1 22`.
  private func grouping(_ line: String, _ room: Room, _ place: Place) -> Decision? {
    let words = line.trimmed.split(separator: " ").map { String($0).trimmingCommas }
    let numbers = words.prefix { Int($0) != nil }
    let isGroup = numbers.count > 1 && numbers.allSatisfy { item($0, room, place) != nil }
    let isTheme = words.first.map { theme(called: $0, room, place) != nil } ?? false
    guard isGroup || isTheme else { return nil }
    return decide(room, place, line, isPasted: false)
  }

  /// A line under the unnamed categories is one more entry of the list; Enter ends the grouping.
  func more(_ line: String, _ room: Room, _ place: Place, _ list: Address, _ dialog: Dialog)
    -> Decision
  {
    guard !line.trimmed.isEmpty else { return Decision(fact: room.settling(place)) }
    if let grouping = grouping(line, room, place) { return grouping.keepingDialog(dialog) }
    let entries = EntryLines(line, room).new(in: room, at: list)
    guard !entries.isEmpty else {
      return Decision(say: [.hint("Nothing new in that.")], dialog: dialog)
    }
    let prefix = room.session.index.prefixes[list.question] ?? "x"
    let items = entries.enumerated().map { index, entry in
      ItemsAdded.NewItem(
        id: room.session.log.nextID(prefix, skipping: index), text: entry.text,
        by: entry.by.map { [$0] } ?? [])
    }
    return Decision(
      fact: Fact(.itemsAdded(ItemsAdded(list: list, items: items))),
      say: [.noted(ListWords.acknowledgement(items, room))], dialog: dialog)
  }
}

extension String {
  var trimmingCommas: String { hasSuffix(",") ? String(dropLast()) : self }
}
