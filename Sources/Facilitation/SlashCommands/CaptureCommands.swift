import PlaybookLanguage
import Session
import Values

extension SlashCommand {
  static let captureCommands: [SlashCommand] = [
    SlashCommand(
      "action", short: "a", "WHAT, WHO WHEN", .capture, "note an action: /a draft the plan, ana fri"
    ) { room, words in
      words.isEmpty
        ? .problem("What is to be done? /a draft the plan, ana fri")
        : ActionLine(room).read(words) { Noting(room).action($0) }
    },
    SlashCommand(
      "decide", short: "d", "WHAT [because WHY]", .capture, "note a decision, with its reason"
    ) { room, words in Noting(room).decision(words) },
    SlashCommand("agree", short: "g", "WHAT", .capture, "note an agreement") { room, words in
      Noting(room).note(words, in: .agreements)
    },
    SlashCommand("risk", short: "k", "WHAT", .capture, "note a risk") { room, words in
      Noting(room).note(words, in: .risks)
    },
    SlashCommand("park", short: "p", "WHAT", .capture, "park what does not belong here") {
      room, words in Noting(room).note(words, in: .parked)
    },
    SlashCommand("note", short: "n", "WHAT", .capture, "keep a note") { room, words in
      Noting(room).note(words, in: .notes)
    },
  ]
}

/// Notes what is said on the way, without leaving the question at hand.
struct Noting {
  let room: Room

  init(_ room: Room) { self.room = room }

  func action(_ action: ActionLine.Action, by: [String] = []) -> Decision {
    var row: [JSONValue.Member] = []
    if let owner = action.owner { row.append(.init("owner", .string(owner))) }
    if let due = action.due { row.append(.init("due", .string(due.iso))) }
    if let done = action.doneWhen { row.append(.init("done_when", .string(done))) }
    let owner = action.owner.map { room.state.name(of: $0) + " · " } ?? ""
    let due = action.due.map { " · due \($0.display)" } ?? ""
    let done = action.doneWhen.map { " · done when \($0)" } ?? ""
    let words = (action.text + action.tags.map { " #\($0)" }.joined()).trimmed
    return add(words, row, to: .actions, shown: owner + words + due + done, by: by)
  }

  func note(_ words: String, in list: Address.Room) -> Decision {
    guard !words.isEmpty else { return .problem("What? The words come after the command.") }
    let (text, by) = said(words)
    return add(text, [], to: list, shown: text + Self.suffix(list), by: by)
  }

  /// `pilot first because break-even is unproven`: a decision, and its reason in a place of its own.
  func decision(_ words: String) -> Decision {
    guard let cut = words.firstRange(of: " because "), !words[cut.upperBound...].trimmed.isEmpty
    else {
      return note(words, in: .decisions)
    }
    let (text, by) = said(String(words[..<cut.lowerBound]))
    let what = text.trimmed.hasSuffix(",") ? String(text.trimmed.dropLast()) : text.trimmed
    let why = String(words[cut.upperBound...]).trimmed
    guard !what.isEmpty else { return note(words, in: .decisions) }
    return add(
      what, [.init("because", .string(why))], to: .decisions,
      shown: "\(what) · because \(why)" + Self.suffix(.decisions), by: by)
  }

  /// What somebody says who was asked for it.
  func said(_ words: String, by person: String) -> Decision {
    add(
      words.onOneLine, [.init("asked", .bool(true))], to: .notes,
      shown: "\(room.state.name(of: person)): \(words.onOneLine)",
      by: [person])
  }

  /// An entry of another list, read anew as one of this list.
  func take(_ item: Item, to list: Address.Room) -> Decision {
    let isNoted = Address.Room(item.list) != nil
    let words = isNoted ? item.text : ItemEditing.words(item, room).onOneLine
    guard list == .actions else {
      let shown = ItemEditing.words(item, room).onOneLine
      return add(
        words, isNoted ? item.row : [], to: list, shown: shown + Self.suffix(list), by: item.by)
    }
    return ActionLine(room).read(ItemEditing(room).line(item)) { self.action($0, by: item.by) }
  }

  /// `gus: nobody asked us` is Gus's.
  private func said(_ words: String) -> (String, [String]) {
    guard let colon = words.firstIndex(of: ":"),
      case .one(let id) = room.names.match(String(words[..<colon]).trimmed)
    else { return (words, []) }
    return (String(words[words.index(after: colon)...]).trimmed, [id])
  }

  private static func suffix(_ list: Address.Room) -> String {
    switch list {
    case .parked: " · parked"
    case .decisions: " · decided"
    case .agreements: " · agreed"
    case .risks: " · a risk"
    case .notes, .open, .actions: ""
    }
  }

  private func add(
    _ text: String, _ row: [JSONValue.Member], to list: Address.Room, shown: String,
    by: [String] = []
  ) -> Decision {
    let id = room.session.log.nextID(list.prefix)
    let item = ItemsAdded.NewItem(id: id, text: text, by: by, row: row)
    let still = room.place.map { ". Still \($0.label)." } ?? ""
    return Decision(
      fact: Fact(.itemsAdded(ItemsAdded(list: list.address, items: [item]))),
      say: [.noted("\(id) \(shown)\(still)")])
  }
}
