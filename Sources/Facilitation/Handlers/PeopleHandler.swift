import PlaybookLanguage
import Session
import Values

/// Who is here: names with commas, a function in brackets.
struct PeopleHandler: Handler {
  func prompt(_ room: Room, _ place: Place) -> Prompt {
    Prompt(
      place: place.address, label: "people", offer: Replay(room)?.people ?? "", takesLines: true,
      history: "people",
      opening: [
        .question("Who is here?"),
        .tip("Names with commas, functions in brackets: Ana (Data Science), Gus (remote)."),
      ])
  }

  func decide(_ room: Room, _ place: Place, _ line: String, isPasted: Bool) -> Decision {
    let roles = room.session.playbook.roles
    let names = Attendees(line, roles: roles.map(\.name)).people
    guard !names.isEmpty else {
      return .problem("At least one name is needed: Ana, Bo, Cy.", keeping: line)
    }
    if let twice = Attendees.repeated(names) {
      return .problem(
        "Two people are called “\(twice)”. Tell them apart: \(twice) K, \(twice) L.", keeping: line)
    }
    let joined = names.enumerated().map { seat, person in
      PersonJoined(
        person: room.session.log.nextID("p", skipping: seat), name: person.name,
        roles: person.roles, function: person.function, isRemote: person.isRemote,
        email: person.email)
    }
    let count = names.count
    // Who was called the lead in brackets is not asked for again.
    let held = roles.filter { role in
      let count = names.count { $0.roles?.contains(role.name) ?? false }
      return role.isMany ? count > 0 : count == 1
    }.map(\.name)
    let holders = held.map { role in
      let those = names.filter { $0.roles?.contains(role) ?? false }.map(\.name)
      return "\(role): \(DisplayText.joined(those))"
    }
    return Decision(
      fact: Fact(.peopleJoined(joined), done: [place.address] + held.map(Address.role)),
      say: [
        .noted(
          "\(count.counted("person", "people")): \(DisplayText.joined(names.map(\.name)))")
      ] + (holders.isEmpty ? [] : [.noted(holders.joined(separator: " · "))]))
  }
}

/// Names as they are typed, or pasted from an invitation.
struct Attendees {
  struct Attendee: Equatable {
    let name: String
    /// Nil where none of the playbook's was said.
    var roles: [String]?
    let function: String?
    /// Nil where nothing was said of it.
    var isRemote: Bool?
    let email: String?
  }

  let people: [Attendee]

  /// In brackets stands a function, one of the playbook's `roles`, or that somebody is `remote`:
  /// `Ana (Legal, lead)`, `Gus (remote)`.
  init(_ text: String, roles: [String]) {
    people = (Self.addresses(text) ?? Self.pieces(text)).compactMap { Self.person($0, roles) }
  }

  /// `Berg, Ana <ana@…>; Ek, Bo <bo@…>`, as mail programs write it: surname first.
  private static func addresses(_ text: String) -> [String]? {
    let pieces = text.split { $0 == ";" || $0.isNewline }.map { String($0).trimmed }
      .filter { !$0.isEmpty }
    guard pieces.count > 1, pieces.allSatisfy({ $0.hasSuffix(">") && $0.contains("<") }) else {
      return nil
    }
    return pieces.map { piece in
      let name = piece.prefix { $0 != "<" }.split(separator: ",").map { String($0).trimmed }
      let first = name.count == 2 ? "\(name[1]) \(name[0])" : name.joined(separator: " ")
      return "\(first) \(piece.drop { $0 != "<" })"
    }
  }

  /// The first name that stands twice.
  static func repeated(_ people: [Attendee]) -> String? {
    var seen: Set<String> = []
    return people.first { !seen.insert(TextFolding.fold($0.name)).inserted }?.name
  }

  /// Cut at commas, semicolons and line ends that are not inside brackets.
  private static func pieces(_ text: String) -> [String] {
    var pieces = [""]
    var depth = 0
    for character in text {
      if character == "(" { depth += 1 }
      if character == ")" { depth = max(0, depth - 1) }
      if depth == 0, ",;\n\r".contains(character) || character.isNewline {
        pieces.append("")
      } else {
        pieces[pieces.count - 1].append(character)
      }
    }
    return pieces.flatMap(joined)
  }

  /// `Ana and Bo`, `Ana (Sales & Care) & Bo (Legal)`: two people each, whatever brackets hold.
  private static func joined(_ piece: String) -> [String] {
    var names: [[Substring]] = [[]]
    var depth = 0
    for word in piece.split(separator: " ") {
      if depth == 0, word == "and" || word == "&" {
        names.append([])
      } else {
        names[names.count - 1].append(word)
      }
      depth += word.count { "(<".contains($0) } - word.count { ")>".contains($0) }
    }
    return names.map { $0.joined(separator: " ") }
  }

  private static let farAway: Set<String> = ["remote", "online", "in the chat", "on the phone"]

  private static func person(_ piece: String, _ known: [String]) -> Attendee? {
    var name = piece.trimmed
    var functions: [String] = []
    var roles: [String] = []
    var isRemote: Bool?
    var email: String?
    if let angle = name.firstIndex(of: "<") {
      let inside = name[angle...].dropFirst()
      email = inside.prefix { $0 != ">" }.trimmed
      let rest = inside.drop { $0 != ">" }.dropFirst()
      name = "\(name[..<angle].trimmed) \(rest.trimmed)".trimmed
    }
    if let open = name.firstIndex(of: "("), name.hasSuffix(")") {
      for word in name[name.index(after: open)...].dropLast().split(separator: ",") {
        let word = String(word).trimmed
        let folded = TextFolding.fold(word)
        if let role = known.first(where: { TextFolding.fold($0) == folded }) {
          roles.append(role)
        } else if farAway.contains(folded) {
          isRemote = true
        } else if !word.isEmpty {
          functions.append(word)
        }
      }
      name = String(name[..<open]).trimmed
    }
    guard name.contains(where: \.isLetter) else { return nil }
    return Attendee(
      name: name, roles: roles.isEmpty ? nil : roles,
      function: functions.isEmpty ? nil : functions.joined(separator: ", "), isRemote: isRemote,
      email: email.flatMap { isAddress($0) ? $0 : nil })
  }
}

extension Attendees {
  /// Something, an at sign, and a name with a dot in it: no spaces.
  fileprivate static func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".")
      && !text.contains(where: \.isWhitespace)
  }
}

/// Who holds one of the playbook's roles.
struct RoleHandler: Handler {
  let role: Playbook.Role

  func prompt(_ room: Room, _ place: Place) -> Prompt {
    let holders = room.state.holders(of: role.name).map(\.name).joined(separator: ", ")
    return Prompt(
      place: place.address, label: role.name,
      offer: holders.isEmpty ? Replay(room)?.holders(of: role.name) ?? "" : holders,
      completions: room.state.people.map(\.name), history: "people",
      opening: [
        .question(role.isMany ? "Who are the \(role.name)?" : "Who is the \(role.name)?"),
        .tip("A name of those who are here; Enter leaves it open."),
      ])
  }

  func decide(_ room: Room, _ place: Place, _ line: String, isPasted: Bool) -> Decision {
    guard !line.trimmed.isEmpty else {
      guard room.state.holders(of: role.name).isEmpty else {
        return Decision(fact: room.settling(place, .kept))
      }
      return Decision(fact: room.settling(place, .skipped), say: [.hint("No \(role.name).")])
    }
    let words = role.isMany ? line.split(separator: ",").map(String.init) : [line]
    var joined: [PersonJoined] = []
    for word in words {
      switch room.names.match(word.trimmed) {
      case .one(let id): joined.append(holding(id, room))
      case .several(let ids):
        let names = DisplayText.joined(ids.map(room.state.name), by: "or")
        return .problem("Which \(word.trimmed): \(names)?", keeping: line)
      case .near(let id):
        let name = room.state.name(of: id)
        return Decision(
          dialog: .yesNo(
            "Nobody here is “\(word.trimmed)”. Did you mean \(name)?", meaning: name,
            yes: .type(line.replacingFirst(word.trimmed, with: name)), no: .refill(line)))
      case .none where words.count == 1 && !word.contains(","):
        return absent(word.trimmed, line, room, place)
      case .none:
        return .problem(
          "Nobody here is “\(word.trimmed)”: /join \(word.trimmed) adds them, and /away "
            + "\(word.trimmed) says that they are not here.", keeping: line)
      }
    }
    let names = DisplayText.joined(joined.map(\.name))
    joined += leaving(joined, room)
    return Decision(
      fact: Fact(.peopleJoined(joined), done: [place.address]),
      say: [.noted("\(role.name): \(names)")])
  }

  /// Somebody who is not noted yet: they may come now, or hold the role without being here.
  private func absent(_ word: String, _ line: String, _ room: Room, _ place: Place) -> Decision {
    let known = room.session.playbook.roles.map(\.name)
    guard let typed = Attendees(word, roles: known).people.first else {
      return .problem(
        "Nobody here is “\(word)”. A name of those who are here, or of somebody who is not.",
        keeping: line)
    }
    let name = typed.name.prefix(1).uppercased() + typed.name.dropFirst()
    let person = PersonJoined(
      person: room.session.log.nextID("p"), name: name, roles: (typed.roles ?? []) + [role.name],
      function: typed.function, isRemote: typed.isRemote, email: typed.email)
    func decision(isAway: Bool) -> Decision {
      var decision = Decision(
        fact: Fact(.peopleJoined([person] + leaving([person], room)), done: [place.address]),
        say: [.noted("\(role.name): \(name)" + (isAway ? ", who is not here" : ", who is here"))])
      if isAway { decision.further = [Fact(.personLeft(person: person.person, isAway: true))] }
      return decision
    }
    var dialog = Dialog(
      "Nobody here is “\(word)”. 1 \(name) is here too · 2 \(name) is not here today · "
        + "Enter puts it back into the line",
      options: [
        .init(["1", "h", "here"], "is here too", .decide(decision(isAway: false))),
        .init(["2", "a", "away"], "is not here today", .decide(decision(isAway: true))),
        .init([], "", .refill(line)),
      ], enter: 2)
    // Another name is one here too.
    dialog.givesWay = true
    return Decision(dialog: dialog)
  }

  private func holding(_ id: String, _ room: Room) -> PersonJoined {
    let others = (room.state.person(id)?.roles ?? []).filter { $0 != role.name }
    return PersonJoined(person: id, name: room.state.name(of: id), roles: others + [role.name])
  }

  /// Whoever held the role before, where it is given anew.
  private func leaving(_ joined: [PersonJoined], _ room: Room) -> [PersonJoined] {
    let kept = joined.map(\.person)
    return room.state.holders(of: role.name).filter { !kept.contains($0.id) }.map { person in
      PersonJoined(
        person: person.id, name: person.name, roles: person.roles.filter { $0 != role.name })
    }
  }
}
