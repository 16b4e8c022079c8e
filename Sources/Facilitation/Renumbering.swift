import Session

/// A decision that waited behind a question back, with ids that are still free.
///
/// While it waited, something else may have been noted and have taken the number meant for it.
struct Renumbering {
  let room: Room

  init(_ room: Room) { self.room = room }

  func decision(_ decision: Decision) -> Decision {
    guard case .itemsAdded(var added)? = decision.fact?.event,
      added.items.contains(where: { room.session.log.isUsed($0.id) })
    else { return decision }
    var names: [String: String] = [:]
    for place in added.items.indices {
      let old = added.items[place].id
      let new = room.session.log.nextID(
        String(old.prefix { !$0.isNumber }), skipping: place)
      added.items[place].id = new
      names[old] = new
      names[number(old)] = number(new)
    }
    var renumbered = decision
    renumbered.fact?.event = .itemsAdded(added)
    renumbered.further = decision.further.map { fact in
      guard case .itemMerged(let item, let into) = fact.event else { return fact }
      var fact = fact
      fact.event = .itemMerged(item: item, into: names[into] ?? into)
      return fact
    }
    renumbered.say = decision.say.map { said in
      guard case .noted(let words) = said else { return said }
      return .noted(self.words(words, names))
    }
    renumbered.dialog = decision.dialog.map { dialog($0, names) }
    return renumbered
  }

  private func number(_ id: String) -> String { String(id.drop { !$0.isNumber }) }

  /// What is acknowledged begins with the ids: `A1 Ana · …`, `3 to 5 added`.
  private func words(_ words: String, _ names: [String: String]) -> String {
    var pieces = words.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    let ids = pieces.count > 2 && pieces[1] == "to" ? [0, 2] : [0]
    for place in ids where pieces.indices.contains(place) {
      pieces[place] = names[pieces[place]] ?? pieces[place]
    }
    return pieces.joined(separator: " ")
  }

  private func dialog(_ dialog: Dialog, _ names: [String: String]) -> Dialog {
    var renamed = dialog
    renamed.purpose = dialog.purpose.map { purpose($0, names) }
    renamed.otherwise = dialog.otherwise.map { purpose($0, names) }
    guard renamed != dialog else { return dialog }
    renamed.question = words(dialog.question, names)
    return renamed
  }

  private func purpose(_ purpose: Dialog.Purpose, _ names: [String: String]) -> Dialog.Purpose {
    guard case .cells(let table, let open) = purpose else { return purpose }
    return .cells(
      table: table,
      open: open.map { cell in
        var renamed = cell
        renamed.item = names[cell.item] ?? cell.item
        return renamed
      })
  }
}
