import PlaybookLanguage
import Session
import Values

/// Silence is not consent: who has said nothing is named before the room agrees to anything.
///
/// Asked where everything is read back or signed, and at the close; what comes of it is a fact, so
/// that nobody is asked twice.
struct Silence {
  let room: Room

  init(_ room: Room) { self.room = room }

  /// Whether the room is about to agree, and somebody was not heard.
  var stands: Bool { isBeforeConsent && !people.isEmpty }

  private var isBeforeConsent: Bool {
    if let question = room.place?.question { return Self.isConsent(question) }
    // At the close it is late; where something was read back or signed, it was asked there.
    return room.place == nil && !room.state.isClosed
      && !room.agenda.places.contains { $0.question.map(Self.isConsent) ?? false }
  }

  private static func isConsent(_ question: Question) -> Bool {
    [.readback, .signoff].contains(question.kind)
  }

  /// Who is here and has said nothing, nor anybody of the same function.
  ///
  /// Where few words stand in anybody's name, only functions count: nobody has kept track of people.
  var people: [Participant] {
    let voices = voices
    let heard = Set(
      room.state.people.filter { voices.contains($0.id) }.compactMap(\.function).map(
        TextFolding.fold))
    let present = room.state.present
    let spoken = spoken
    let isTracked = present.count { spoken.contains($0.id) } * 2 > present.count
    return present.filter { person in
      guard !voices.contains(person.id), !person.roles.contains("facilitator"),
        room.state.answers[Self.address(person.id)] == nil
      else { return false }
      guard let function = person.function else { return isTracked }
      return !heard.contains(TextFolding.fold(function))
    }
  }

  /// Where it is kept that somebody was asked, or not.
  static let question = Address.voices

  private static func address(_ person: String) -> Address {
    Address(Self.question, person: person)
  }

  /// In whose names words stand, who had a turn and passed, and who has shown a hand, owned up to
  /// an action or signed.
  private var voices: Set<String> {
    let state = room.state
    var voices = spoken
    voices.formUnion(state.items.flatMap(\.by))
    voices.formUnion(
      state.ballots.map(\.value).joined().filter { $0.value.number != nil }.map(\.person))
    voices.formUnion(state.read.map(\.value).joined().compactMap(\.by))
    voices.formUnion(
      state.signatures.map(\.value).joined().filter { $0.verdict != .absent }.map(\.person))
    return voices
  }

  /// Who has spoken without being asked for it here.
  private var spoken: Set<String> {
    let state = room.state
    var voices = Set(state.items.filter { $0["asked"] == .null }.flatMap(\.by))
    voices.formUnion(state.items.compactMap { $0["disputed_by"].string })
    voices.formUnion(state.answers.compactMap(\.value.by))
    voices.formUnion(
      state.answers.keys.filter { $0.question != Self.question }.compactMap(\.person))
    voices.formUnion(
      state.turns.filter { $0.key.question != Self.question }.flatMap(\.value.passed))
    return voices
  }

  // MARK: Asking

  var prompt: Prompt {
    let ids = people.map(\.id).joined(separator: " ")
    return Prompt(
      place: room.place?.address, label: "ask", opening: [.question(words)],
      topic: "\(Self.question) \(ids)")
  }

  /// `Legal has said nothing. Ask Leah? [Y/n]`.
  private var words: String {
    let silent = people
    if silent.count == 1, let person = silent.first {
      return "\(person.function ?? person.name) has said nothing. Ask \(person.name)? [Y/n]"
    }
    let names = silent.map { person in
      person.function.map { "\($0) (\(person.name))" } ?? person.name
    }
    return "\(DisplayText.joined(names)) have said nothing. Ask them? [Y/n]"
  }

  // MARK: Deciding

  func decide(_ line: String) -> Decision {
    switch TextFolding.fold(line.trimmed) {
    case "", "y", "yes": return asking(people.map(\.id), room)
    case "n", "no":
      let facts = people.map { heard($0.id, "not asked") }
      var decision = Decision(
        fact: facts.first,
        say: [.noted("Not asked: \(DisplayText.joined(people.map(\.name)))")])
      decision.further = Array(facts.dropFirst())
      return decision
    default: return .wanting("y or n", insteadOf: line)
    }
  }

  private func asking(_ people: [String], _ room: Room) -> Decision {
    guard let dialog = dialog(people) else { return Decision() }
    return Decision(
      say: [.hint("What would be missing without you? Enter is “asked, none”.")], dialog: dialog)
  }

  private func dialog(_ people: [String]) -> Dialog? {
    people.first.map { Dialog(room.state.name(of: $0), purpose: .voice(people: people)) }
  }

  private func heard(_ person: String, _ why: String) -> Fact {
    Fact(.answerSet(AnswerSet(address: Self.address(person), value: .null, why: why)))
  }

  /// What somebody says who is asked now; then the next one is.
  func decide(_ line: String, _ people: [String]) -> Decision {
    guard let person = people.first else { return Decision() }
    let words = line.trimmed
    var decision =
      words.isEmpty || words == "-"
      ? Decision(
        fact: heard(person, "asked, none"),
        say: [.noted("\(room.state.name(of: person)): asked, none")])
      : Noting(room).said(words, by: person)
    decision.dialog = dialog(Array(people.dropFirst()))
    return decision
  }
}
