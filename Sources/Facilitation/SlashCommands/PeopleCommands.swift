import PlaybookLanguage
import Session
import Values

extension SlashCommand {
  static let peopleCommands: [SlashCommand] = [
    SlashCommand("people", "[OLD=NEW]", .people, "who is here; /people bo=Boris renames") {
      room, words in Attendance(room).people(words)
    },
    SlashCommand("join", "NAME", .people, "somebody comes, or comes back") { room, words in
      Attendance(room).join(words)
    },
    SlashCommand("leave", "NAME", .people, "somebody leaves for good") { room, words in
      Attendance(room).leave(words, isAway: false)
    },
    SlashCommand("away", "NAME", .people, "somebody is out for a moment; /join brings them back") {
      room, words in Attendance(room).leave(words, isAway: true)
    },
  ]
}

/// Who comes, goes, and is called what.
struct Attendance {
  let room: Room

  init(_ room: Room) { self.room = room }

  func people(_ words: String) -> Decision {
    guard words.contains("=") else { return list() }
    let names = words.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      .map { String($0).trimmed }
    let (old, new) = (names[0], names[1])
    switch whom(old, example: "/people bo=Boris") {
    case .failure(let slip): return .problem(slip.words)
    case .success(let id):
      let before = room.state.name(of: id)
      guard new.contains(where: \.isLetter) else {
        return .problem("What is \(before) called now? /people \(old)=Boris")
      }
      if let twin = twin(of: new, besides: id) { return .problem(Self.twins(twin)) }
      return Decision(
        fact: Fact(.peopleJoined([PersonJoined(person: id, name: new)])),
        say: [.noted("\(before) is \(new) now, everywhere.")])
    }
  }

  struct Slip: Error { let words: String }

  /// Whom a typed name means, or why that is not clear.
  private func whom(_ name: String, example: String) -> Result<String, Slip> {
    switch room.names.match(name) {
    case .one(let id): return .success(id)
    case .several(let ids):
      let names = DisplayText.joined(ids.map(room.state.name), by: "or")
      return .failure(Slip(words: "Which \(name): \(names)?"))
    case .near(let id):
      return .failure(
        Slip(words: "Nobody here is “\(name)”. Did you mean \(room.state.name(of: id))?"))
    case .none:
      return .failure(
        Slip(
          words: name.isEmpty ? "Who? \(example)" : "Nobody here is “\(name)”: /people lists them.")
      )
    }
  }

  /// Somebody else with exactly this name: the two could not be told apart.
  private func twin(of name: String, besides id: String?) -> String? {
    room.state.people.first {
      $0.id != id && TextFolding.fold($0.name) == TextFolding.fold(name)
    }?.name
  }

  private static func twins(_ name: String) -> String {
    "Two people would be called “\(name)”. Tell them apart: \(name) K, \(name) L."
  }

  private func list() -> Decision {
    let rows = room.state.people.map { person in
      let presence =
        switch person.presence {
        case .here: ""
        case .away: "away"
        case .left: "left"
        }
      return Utterance.Entry(
        person.name,
        ([person.function].compactMap { $0 } + person.roles + [presence])
          .filter { !$0.isEmpty }.joined(separator: " · "))
    }
    return Decision(say: rows.isEmpty ? [.hint("Nobody is noted yet.")] : [.table(rows)])
  }

  func join(_ words: String) -> Decision {
    let newcomers = Attendees(words).people
    guard !newcomers.isEmpty else { return .problem("Who joins? /join Hal (Finance)") }
    if let twice = Attendees.repeated(newcomers) { return .problem(Self.twins(twice)) }
    var count = 0
    let joined = newcomers.map { newcomer -> PersonJoined in
      if let known = returning(newcomer.name) {
        return PersonJoined(person: known.id, name: known.name, function: newcomer.function)
      }
      count += 1
      return PersonJoined(
        person: room.session.log.nextID("p", skipping: count - 1), name: newcomer.name,
        function: newcomer.function)
    }
    let names = DisplayText.joined(joined.map(\.name))
    let changes = joined.contains { person in
      room.state.person(person.person)?.isHere != true || person.function != nil
    }
    guard changes else {
      return .problem("\(names) \(joined.count == 1 ? "is" : "are") here already.")
    }
    return Decision(
      fact: Fact(.peopleJoined(joined)),
      say: [.noted("\(names) \(joined.count == 1 ? "is" : "are") here.")])
  }

  /// Who comes back: that very name, or whoever is out and answers to it.
  private func returning(_ name: String) -> Participant? {
    let folded = TextFolding.fold(name)
    if let same = room.state.people.first(where: { TextFolding.fold($0.name) == folded }) {
      return same
    }
    let found = room.names.match(name).person.flatMap(room.state.person)
    return found?.isHere == false ? found : nil
  }

  func leave(_ words: String, isAway: Bool) -> Decision {
    let command = isAway ? "away" : "leave"
    guard !words.contains(",") else {
      return .problem("One at a time, please: /\(command) NAME.")
    }
    switch whom(words.trimmed, example: "/\(command) NAME") {
    case .failure(let slip): return .problem(slip.words)
    case .success(let id):
      let who = room.state.name(of: id)
      return Decision(
        fact: Fact(.personLeft(person: id, isAway: isAway)),
        say: [.noted(isAway ? "\(who) is away; rounds and votes skip them." : "\(who) has left.")])
    }
  }
}

extension NameMatch {
  /// The person where it is certain.
  var person: String? { if case .one(let id) = self { id } else { nil } }
}
