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
    SlashCommand(
      "leave", "NAMES", .people, "somebody leaves for good; what they hold is read to them"
    ) { room, words in Attendance(room).leave(words) },
    SlashCommand("away", "NAMES", .people, "somebody is out for a moment; /join brings them back") {
      room, words in Attendance(room).away(words)
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
    guard !old.isEmpty else { return .problem("Who? /people bo=Boris") }
    return WhoIsMeant(room: room, example: "/people bo=Boris").decide(old) { ids in
      guard let id = ids.first, ids.count == 1 else {
        return .problem("One name at a time: /people bo=Boris.")
      }
      return rename(id, new, typed: old)
    }
  }

  private func rename(_ id: String, _ new: String, typed old: String) -> Decision {
    let before = room.state.name(of: id)
    guard new.contains(where: \.isLetter) else {
      return .problem("What is \(before) called now? /people \(old)=Boris")
    }
    let roles = room.session.playbook.roles.map(\.name)
    let typed = Attendees(new, roles: roles).people
    guard typed.count == 1, let person = typed.first else {
      return .problem("One name for \(before), without a comma: /people \(old)=Boris (Legal)")
    }
    if let twin = twin(of: person.name, besides: id) { return .problem(Self.twins(twin)) }
    let held = room.state.person(id)?.roles ?? []
    let joined = PersonJoined(
      person: id, name: person.name,
      roles: person.roles.map { held + $0.filter { !held.contains($0) } },
      function: person.function, isRemote: person.isRemote, email: person.email)
    let about =
      ([person.function].compactMap { $0 } + (person.roles ?? [])
      + (person.isRemote == true ? ["remote"] : [])).joined(separator: " · ")
    let name =
      before == person.name && !about.isEmpty
      ? person.name : "\(before) is \(person.name) now, everywhere"
    return Decision(
      fact: Fact(.peopleJoined([joined])),
      say: [.noted(about.isEmpty ? name + "." : "\(name): \(about)")])
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
        ([person.function].compactMap { $0 } + person.roles
          + [person.isRemote ? "remote" : "", presence])
          .filter { !$0.isEmpty }.joined(separator: " · "))
    }
    return Decision(say: rows.isEmpty ? [.hint("Nobody is noted yet.")] : [.table(rows)])
  }

  func join(_ words: String) -> Decision {
    let newcomers = Attendees(words, roles: room.session.playbook.roles.map(\.name)).people
    guard !newcomers.isEmpty else { return .problem("Who joins? /join Hal (Finance)") }
    if let twice = Attendees.repeated(newcomers) { return .problem(Self.twins(twice)) }
    var count = 0
    let joined = newcomers.map { newcomer -> PersonJoined in
      if let known = returning(newcomer.name) {
        return PersonJoined(
          person: known.id, name: known.name, roles: newcomer.roles.map { known.roles + $0 },
          function: newcomer.function, isRemote: newcomer.isRemote, email: newcomer.email)
      }
      count += 1
      return PersonJoined(
        person: room.session.log.nextID("p", skipping: count - 1), name: newcomer.name,
        roles: newcomer.roles, function: newcomer.function, isRemote: newcomer.isRemote,
        email: newcomer.email)
    }
    let names = DisplayText.joined(joined.map(\.name))
    let changes = joined.contains { person in
      room.state.person(person.person)?.isHere != true || person.function != nil
        || person.roles != nil || person.isRemote != nil
    }
    guard changes else {
      return .problem("\(names) \(joined.count.agreeing("is", "are")) here already.")
    }
    let fact = Fact(.peopleJoined(joined))
    let new = joined.filter { room.state.person($0.person) == nil }.map(\.name)
    let verb = joined.count.agreeing("is", "are")
    guard !new.isEmpty, let catchUp = CatchUp(room.after(fact), for: new) else {
      return Decision(fact: fact, say: [.noted("\(names) \(verb) here.")])
    }
    return Decision(
      fact: fact,
      say: [.noted("\(names) \(verb) here. The wall shows for two minutes:")]
        + (catchUp.lines + [catchUp.question].compactMap { $0 }).map { .hint($0) })
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

  func away(_ words: String) -> Decision {
    WhoIsMeant(room: room, example: "/away NAME").decide(words) { ids in
      var decision = going(ids, isAway: true)
      let isOne = ids.count == 1
      decision.say = [
        .noted("\(names(ids)) \(isOne ? "is" : "are") away; rounds and votes skip them.")
      ]
      return decision
    }
  }

  func leave(_ words: String) -> Decision {
    WhoIsMeant(room: room, example: "/leave NAME").decide(words) { ids in
      var decision = going(ids, isAway: false)
      decision.say = [.noted("\(names(ids)) \(ids.count.agreeing("has", "have")) left.")]
      let facts = [decision.fact].compactMap { $0 } + decision.further
      let after = facts.reduce(room) { $0.after($1) }
      decision.dialog = Parting(after, ids)?.question
      return decision
    }
  }

  private func going(_ ids: [String], isAway: Bool) -> Decision {
    let facts = ids.map { Fact(.personLeft(person: $0, isAway: isAway)) }
    var decision = Decision(fact: facts.first)
    decision.further = Array(facts.dropFirst())
    return decision
  }

  private func names(_ ids: [String]) -> String {
    DisplayText.joined(ids.map(room.state.name))
  }
}

extension NameMatch {
  /// The person where it is certain.
  var person: String? { if case .one(let id) = self { id } else { nil } }
}
