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
    SlashCommand("away", "NAMES", .people, "somebody is out for a moment; /join brings them back") {
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
    let names = words.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
    guard names.count == 2, !names[1].isEmpty, case .one(let id) = room.names.match(names[0]) else {
      return .problem("Nobody here is “\(names.first ?? "")”: /people bo=Boris.")
    }
    let before = room.state.name(of: id)
    return Decision(
      fact: Fact(.peopleJoined([PersonJoined(person: id, name: names[1])])),
      say: [.noted("\(before) is \(names[1]) now, everywhere.")])
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
    var count = 0
    let joined = newcomers.map { newcomer -> PersonJoined in
      if case .one(let id) = room.names.match(newcomer.name) {
        return PersonJoined(
          person: id, name: room.state.name(of: id), function: newcomer.function)
      }
      count += 1
      return PersonJoined(
        person: room.session.log.nextID("p", skipping: count - 1), name: newcomer.name,
        function: newcomer.function)
    }
    let names = DisplayText.joined(joined.map(\.name))
    return Decision(
      fact: Fact(.peopleJoined(joined)),
      say: [.noted("\(names) \(joined.count == 1 ? "is" : "are") here.")])
  }

  func leave(_ words: String, isAway: Bool) -> Decision {
    let name = words.trimmed
    guard case .one(let id) = room.names.match(name) else {
      return .problem(
        name.isEmpty
          ? "Who? /\(isAway ? "away" : "leave") NAME"
          : "Nobody here is “\(name)”: /people lists them.")
    }
    let who = room.state.name(of: id)
    return Decision(
      fact: Fact(.personLeft(person: id, isAway: isAway)),
      say: [.noted(isAway ? "\(who) is away; rounds and votes skip them." : "\(who) has left.")])
  }
}
