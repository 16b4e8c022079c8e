import PlaybookLanguage
import Session
import Values

/// Who is here: names with commas, a function in brackets.
struct PeopleHandler: Handler {
  func prompt(_ room: Room, _ place: Place) -> Prompt {
    Prompt(
      place: place.address, label: "people", takesLines: true, history: "people",
      opening: [
        .question("Who is here?"),
        .tip("Names with commas, functions in brackets: Ana (Data Science), Bo (Legal)."),
      ])
  }

  func decide(_ room: Room, _ place: Place, _ line: String, isPasted: Bool) -> Decision {
    let names = Attendees(line).people
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
        function: person.function)
    }
    let count = names.count
    return Decision(
      fact: Fact(.peopleJoined(joined), done: [place.address]),
      say: [
        .noted(
          "\(count) \(count == 1 ? "person" : "people"): \(DisplayText.joined(names.map(\.name)))")
      ])
  }
}

/// Names as they are typed, or pasted from an invitation.
struct Attendees {
  struct Attendee: Equatable {
    let name: String
    let function: String?
  }

  let people: [Attendee]

  init(_ text: String) {
    people = Self.pieces(text).compactMap(Self.person)
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
    return pieces
  }

  private static func person(_ piece: String) -> Attendee? {
    var name = piece.trimmed
    var function: String?
    if let angle = name.firstIndex(of: "<") { name = String(name[..<angle]).trimmed }
    if let open = name.firstIndex(of: "("), name.hasSuffix(")") {
      function = String(name[name.index(after: open)...].dropLast()).trimmed
      name = String(name[..<open]).trimmed
    }
    guard name.contains(where: \.isLetter) else { return nil }
    return Attendee(name: name, function: function?.isEmpty == true ? nil : function)
  }
}

/// Who holds one of the playbook's roles.
struct RoleHandler: Handler {
  let role: Playbook.Role

  func prompt(_ room: Room, _ place: Place) -> Prompt {
    Prompt(
      place: place.address, label: role.name,
      completions: room.state.people.map(\.name), history: "people",
      opening: [
        .question(role.isMany ? "Who are the \(role.name)?" : "Who is the \(role.name)?"),
        .tip("A name of those who are here; Enter leaves it open."),
      ])
  }

  func decide(_ room: Room, _ place: Place, _ line: String, isPasted: Bool) -> Decision {
    guard !line.trimmed.isEmpty else {
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
            "Nobody here is “\(word.trimmed)”. Did you mean \(name)?",
            yes: .type(line.replacingFirst(word.trimmed, by: name)), no: .refill(line)))
      case .none:
        return .problem(
          "Nobody here is “\(word.trimmed)”: /join \(word.trimmed) adds them.", keeping: line)
      }
    }
    let names = DisplayText.joined(joined.map(\.name))
    return Decision(
      fact: Fact(.peopleJoined(joined), done: [place.address]),
      say: [.noted("\(role.name): \(names)")])
  }

  private func holding(_ id: String, _ room: Room) -> PersonJoined {
    let person = room.state.person(id)
    return PersonJoined(
      person: id, name: room.state.name(of: id), roles: (person?.roles ?? []) + [role.name])
  }
}
