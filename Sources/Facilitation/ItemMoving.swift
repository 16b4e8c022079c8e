import PlaybookLanguage
import Session
import Values

/// Putting an entry where it belongs: into a theme, out of it, or into another list.
///
/// `/move 7 t1`, `/move 7 out`, `/move D1 actions`, `/move 3 parked`.
struct ItemMoving {
  let room: Room

  init(_ room: Room) { self.room = room }

  func decide(_ words: String) -> Decision {
    let pieces = words.split { " ,".contains($0) }.map(String.init)
      .filter { !["to", "into"].contains($0.lowercased()) }
    guard let target = pieces.last, pieces.count > 1 else {
      return .problem("What, and where to? /move 7 t1, /move 7 out, /move D1 actions.")
    }
    var items: [Item] = []
    for piece in pieces.dropLast() {
      guard let item = room.item(called: piece, in: Mending(room).list) else {
        return .problem("There is no entry “\(piece)”: /move 7 t1, /move D1 actions.")
      }
      items.append(item)
    }
    return move(items, to: target)
  }

  private func move(_ items: [Item], to target: String) -> Decision {
    if ["out", "-"].contains(target.lowercased()) { return group(items, into: nil) }
    if let list = Self.list(target) { return move(items, into: list) }
    if let theme = room.item(called: target), room.state.isTheme(theme) {
      return group(items, into: theme)
    }
    return .problem(
      "Where is “\(target)”? A theme (t1), out, actions, decisions, agreements, risks, notes, "
        + "open or parked.")
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
