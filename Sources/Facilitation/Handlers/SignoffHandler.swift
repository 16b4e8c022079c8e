import PlaybookLanguage
import Session
import Values

/// Whether each party signs: agree, with a reservation, decline, later by a date, or absent.
///
/// What is said in the room is noted as said aloud, and is bound to what was agreed at that moment.
struct SignoffHandler: Handler {
  let question: Question

  init(_ question: Question) { self.question = question }

  static let legend =
    "a agrees · r WHY with a reservation · d WHY declines · l DATE later · x absent"

  /// Parties without an answer, or with one to a text that has changed since.
  func waiting(_ room: Room, _ place: Place) -> [Participant] {
    let signatures = room.state.signatures[place.address] ?? []
    let outdated = room.session.outdatedAnswers(to: place.address).map(\.person)
    let given = Set(signatures.map(\.person)).subtracting(outdated)
    let parties = Set(room.state.parties.map(\.id)).union(outdated)
    return room.state.people.filter { parties.contains($0.id) && !given.contains($0.id) }
  }

  /// Who is in the room and no party: nobody asks them, but their answer counts if they give one.
  private func unasked(_ room: Room) -> [Participant] {
    let parties = Set(room.state.parties.map(\.id))
    return room.state.present.filter {
      !parties.contains($0.id) && !$0.roles.contains("facilitator")
    }
  }

  func prompt(_ room: Room, _ place: Place) -> Prompt {
    let waiting = waiting(room, place)
    let isFirst = !isBegun(room, place)
    let words = Utterance.hint(Self.legend)
    guard let party = waiting.first else {
      return Prompt(
        place: place.address, label: place.label,
        opening: [.hint("All have answered. Enter goes on; bo a gives Bo’s answer anew.")]
      )
    }
    let function = party.function.map { " (\($0))" } ?? ""
    let away = party.isHere ? "" : " is not here"
    return Prompt(
      place: place.address, label: "\(party.name)\(function)\(away)",
      completions: ["agree", "reservation", "decline", "later", "absent"],
      // Whoever signs has heard what the page leaves open.
      opening: isFirst
        ? StillOpen(room).utterances + room.asking(question, place) + [words] + notAsked(room) : [])
  }

  /// Whether the room has begun to answer; whoever left before gave theirs at the door.
  private func isBegun(_ room: Room, _ place: Place) -> Bool {
    let outdated = Set(room.session.outdatedAnswers(to: place.address).map(\.person))
    return (room.state.signatures[place.address] ?? []).contains { given in
      let isAtDoor = given.verdict != .absent && room.state.person(given.person)?.isHere == false
      return !isAtDoor && !outdated.contains(given.person)
    }
  }

  private func notAsked(_ room: Room) -> [Utterance] {
    let unasked = unasked(room)
    guard let first = unasked.first else { return [] }
    let names = DisplayText.joined(unasked.map(\.name))
    let word = first.name.split(separator: " ").first.map { $0.lowercased() } ?? first.id
    return [
      .hint(
        "Not asked, for want of a function: \(names). \(word) a gives \(first.name)’s answer.")
    ]
  }

  func decide(_ room: Room, _ place: Place, _ line: String, isPasted: Bool) -> Decision {
    let waiting = waiting(room, place)
    if let (party, rest) = named(line, room) { return answer(party, rest, line, room, place) }
    guard let party = waiting.first else {
      guard line.trimmed.isEmpty else {
        return .problem("Whose answer changes? A name before it: bo a.", keeping: line)
      }
      return Decision(fact: room.settling(place))
    }
    return answer(party, line, line, room, place)
  }

  /// `bo a`, `Bo Lind: a`: a party out of turn, one that answers anew, or somebody who is not asked.
  private func named(_ line: String, _ room: Room) -> (Participant, String)? {
    guard let (name, rest) = Self.cut(line), let id = room.names.match(name).person,
      let party = room.state.person(id)
    else { return nil }
    return (party, rest)
  }

  /// A name and an answer: up to a colon, else the first word where that is no answer itself.
  private static func cut(_ line: String) -> (name: String, answer: String)? {
    let words = line.trimmed.split(separator: " ", maxSplits: 1).map(String.init)
    guard words.count == 2, verdict(words[0]) == nil else { return nil }
    guard let colon = line.firstIndex(of: ":"), line.distance(from: line.startIndex, to: colon) > 1
    else { return (words[0], words[1]) }
    let answer = line[line.index(after: colon)...].trimmed
    return (line[..<colon].trimmed, answer)
  }

  /// What somebody's answer comes to; at the door, what is asked there again where it is put back
  /// into the line.
  func answer(
    _ party: Participant, _ answer: String, _ line: String, _ room: Room, _ place: Place,
    atDoor dialog: Dialog? = nil
  ) -> Decision {
    guard let reply = SignoffReply(answer) else {
      if let unknown = unknown(answer, room) { return .problem(unknown, keeping: line) }
      return .problem(
        answer.trimmed.isEmpty
          ? "Silence is not consent: a, r WHY, d WHY, l DATE or x for \(party.name)."
          : "a agrees, r WHY has a reservation, d WHY declines, l DATE signs later, x is absent.",
        keeping: line)
    }
    // Aloud is said by who is here; at the door somebody still is.
    if reply.isAloud, !party.isHere, dialog == nil {
      let name = party.name.split(separator: " ").first.map { $0.lowercased() } ?? party.id
      return .problem(
        "\(party.name) is not here to say it: l DATE signs later, x is absent. On the line now? "
          + "/join \(name). What comes by mail: huddle sign, afterwards.", keeping: line)
    }
    switch reply {
    case .given(.later, let note): return later(party, note, line, room, place)
    case .given(let verdict, let note): return record(party, verdict, note, nil, room, place)
    case .unclear(let words): return asking(words, of: party, line, room, place, atDoor: dialog)
    }
  }

  /// Asks what words behind a yes or a no are: nobody's condition is lost, and no yes turned round.
  private func asking(
    _ words: String, of party: Participant, _ line: String, _ room: Room, _ place: Place,
    atDoor dialog: Dialog?
  ) -> Decision {
    func giving(_ verdict: SignoffGiven.Verdict, _ note: String?) -> Dialog.Answer {
      .decide(record(party, verdict, note, nil, room, place))
    }
    var agreeing = record(party, .agree, nil, nil, room, place)
    agreeing.say.append(.hint("Left out: \(words.quoted). The up arrow brings it back."))
    let options: [Dialog.Option] = [
      .init(["a", "agree", "agrees", "y", "yes"], "a agrees without it", .decide(agreeing)),
      .init(["r", "reservation"], "r agrees with this reservation", giving(.reservation, words)),
      .init(["d", "decline", "n", "no"], "d declines, and this is why", giving(.decline, words)),
      .init(
        [], "Enter puts it back into the line", .decide(Decision(dialog: dialog, refill: line))),
    ]
    return Decision(
      dialog: Dialog(
        "\(party.name), \(words.quoted): "
          + options.map(\.label).joined(separator: " · "), options: options,
        enter: options.count - 1))
  }

  /// `zed a`: an answer in the name of somebody who is not there, or of two.
  private func unknown(_ line: String, _ room: Room) -> String? {
    guard let (name, answer) = Self.cut(line), let word = answer.split(separator: " ").first,
      Self.verdict(String(word)) != nil
    else { return nil }
    guard case .several(let people) = room.names.match(name) else {
      return "Nobody here is “\(name)”: /people lists them."
    }
    let names = DisplayText.joined(people.map(room.state.name), by: "or")
    return "“\(name)” may be \(names): write the whole name and a colon."
  }

  static func verdict(_ word: String) -> SignoffGiven.Verdict? {
    switch TextFolding.fold(word) {
    case "a", "agree", "agrees", "y", "yes": .agree
    case "r", "reservation", "with": .reservation
    case "d", "decline", "declines", "n", "no": .decline
    case "l", "later": .later
    case "x", "absent": .absent
    default: nil
    }
  }

  private func later(
    _ party: Participant, _ note: String?, _ line: String, _ room: Room, _ place: Place
  ) -> Decision {
    guard let note else {
      return .problem("Later, by when? l fri, l 11 Dec waiting for the test.", keeping: line + " ")
    }
    let (reading, rest) = Self.date(at: note, today: room.moment.today)
    switch reading {
    case .date(let date):
      guard date >= room.moment.today else {
        return .problem("\(date.display) is past: l 11 Dec.", keeping: line)
      }
      return record(party, .later, rest, date, room, place)
    case .ambiguous(let dates):
      let still = dates.filter { $0 >= room.moment.today }
      guard still.count > 1 else {
        // Only one of the days is to come, and it may be a year away.
        let day = still.first ?? dates[0]
        return Decision(
          dialog: .yesNo(
            "\(day.display)?", enterIsYes: false,
            yes: .decide(record(party, .later, rest, day, room, place)), no: .refill(line)))
      }
      return Decision(
        dialog: .choose(
          "Which day is that?",
          still.map { ($0.display, .decide(record(party, .later, rest, $0, room, place))) }))
    case .none:
      return .problem("“\(note)” begins with no day that I know: l 11 Dec.", keeping: line)
    }
  }

  /// The longest beginning that is a day; what follows is the condition.
  static func date(at note: String, today: CalendarDate) -> (DateReading, String?) {
    let words = note.split(separator: " ").map(String.init)
    for count in stride(from: min(5, words.count), to: 0, by: -1) {
      var phrase = words.prefix(count).joined(separator: " ")
      if phrase.lowercased().hasPrefix("by ") { phrase = String(phrase.dropFirst(3)) }
      if phrase.hasSuffix(":") || phrase.hasSuffix(",") { phrase = String(phrase.dropLast()) }
      let reading = DatePhrase.readAskingYear(phrase, today: today)
      if reading != .none {
        let rest = words.dropFirst(count).joined(separator: " ")
        return (reading, rest.isEmpty ? nil : rest)
      }
    }
    return (.none, nil)
  }

  private func record(
    _ party: Participant, _ verdict: SignoffGiven.Verdict, _ note: String?, _ by: CalendarDate?,
    _ room: Room, _ place: Place
  ) -> Decision {
    let content = SignedContent(room.session, before: place.address)
    let given = SignoffGiven(
      address: place.address, person: party.id, role: party.function ?? party.roles.first,
      verdict: verdict, note: note, by: by, contentSHA256: content.sha256)
    // Somebody who leaves may answer before the room has come here.
    let isLast =
      room.place?.address == place.address
      && waiting(room, place).allSatisfy { $0.id == party.id }
    return Decision(
      fact: Fact(.signoffGiven(given), done: isLast ? [place.address] : []),
      say: [.noted("\(party.name): \(Self.words(given))")])
  }

  static func words(_ given: SignoffGiven) -> String {
    let note = given.note.map { ", \($0)" } ?? ""
    return switch given.verdict {
    case .agree: "agrees" + note
    case .reservation: "agrees with a reservation" + note
    case .decline: "declines" + note
    case .later: "later" + (given.by.map { ", by \($0.display)" } ?? "") + note
    case .absent: "absent" + note
    }
  }
}
