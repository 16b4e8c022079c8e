import Values

/// Whose an action is that a bot noted: everybody’s whose nick it names, as MeetBot deals them out;
/// but where somebody stands in front as its owner, whoever else it names is only spoken of:
/// `bo to ask ana`.
struct BotAction {
  let owners: [String]
  let text: String

  /// `names` are what everybody is called, each with their nick.
  init(_ said: String, names: [(name: String, nick: String)]) {
    let said = MatrixName.short(said)
    let plain = Nick.withoutTails(said, but: names.map(\.name))
    var found = names.compactMap { name, nick in
      NickSearch.place(of: name, in: plain).map { (name: name, nick: nick, place: $0) }
    }
    found += MatrixName.mentions(in: said).map { ($0.name, $0.name, $0.place) }
    var named: [String] = []
    for (_, nick, _) in found.sorted(by: { ($0.place, $0.nick) < ($1.place, $1.nick) })
    where !named.contains(where: { $0.lowercased() == nick.lowercased() }) {
      named.append(nick)
    }
    let action = OwnedAction(said, KnownNames(found.map(\.name)))
    // What somebody is called here, or was called when the bot heard them.
    let called = action.owners.map { owner in
      found.first { TextFolding.fold($0.name) == TextFolding.fold(owner) }?.nick
        ?? names.first { Nick.bare($0.nick) == Nick.bare(owner) }?.nick
    }
    let meant = zip(action.owners, called).map { $1 ?? $0 }
    let isSomebody = !action.owners.isEmpty && !action.owners.contains(where: Self.isNobody)
    let isName = action.owners.allSatisfy { $0.first?.isUppercase == true }
    let isHeard = called.allSatisfy { $0 != nil }
    let others = named.filter { name in
      !meant.contains { $0.lowercased() == name.lowercased() }
    }
    let isTheirs =
      others.isEmpty
      || action.isInFront && (isHeard || isName)
        && others.allSatisfy { Self.isSpokenOf($0, others, said) }
    (owners, text) = isSomebody && isTheirs ? (meant, action.text) : (named, said)
  }

  /// `ask ana`, `send it to ana and cy`, `ana’s page`: somebody whom it is done to.
  private static func isSpokenOf(_ nick: String, _ others: [String], _ said: String) -> Bool {
    let words = said.split { " ,;:()".contains($0) }.map { TextFolding.fold(String($0)) }
    let names = Set(others.map { TextFolding.fold($0) })
    let name = TextFolding.fold(nick)
    return words.indices.allSatisfy { place in
      guard words[place].hasPrefix(name), words[place] != name + "s" else { return true }
      let before = words[..<place].last { !["and", "or", "&"].contains($0) && !names.contains($0) }
      return before.map { NameWords.ties.contains($0) || NameWords.addresses.contains($0) } ?? false
    }
  }

  /// A thing, and not a person, or people that the bot has no list of.
  private static func isNobody(_ name: String) -> Bool {
    let words = TextFolding.fold(name).split(separator: " ").map(String.init)
    return words.first == "the" || words.contains(where: NameWords.roles.contains)
      || words.contains(where: NameWords.things.contains) || words.contains { $0.hasSuffix("s'") }
  }
}
