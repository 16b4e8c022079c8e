package import PlaybookLanguage
package import Session
import Values

/// Whether a signed text is in force: who the parties are, what each said, and who is waited for.
///
/// Everybody is a party but whoever only runs the meeting. Of several people of one function, one
/// that agrees speaks for all, unless a colleague declines.
package struct SignoffStanding: Sendable, Equatable {
  package let question: Question
  /// 1 for the first text that was put up for signing; a changed line makes the next.
  package let textNumber: Int
  /// `41be-9c07`.
  package let digest: String
  package let table: SignatureTable
  /// What cannot be read of the session or of later answers, and may count here.
  package let unread: [UnreadPart]

  package init(session: MeetingSession, question: Question, details: MeetingDetails) {
    let address = Address(question.id)
    let content = SignedContent(session, before: address)
    let given = GivenSignature.all(in: session, at: address)
    self.question = question
    unread = session.unread
    digest = content.short
    let earlier = given.map(\.signoff.contentSHA256).prefix { $0 != content.sha256 }
    textNumber = Set(earlier).count + 1
    table = SignatureTable(
      PartyList(session.state, given).parties.map { party in
        party.line(content.sha256, details)
      })
  }

  /// Whether anybody can say if it is in force: all that was signed, and every answer, can be read.
  package var isKnown: Bool { unread.isEmpty }

  package var isInForce: Bool { isKnown && !table.lines.isEmpty && waiting.isEmpty }

  /// The parties that keep it from being in force.
  package var waiting: [SignatureTable.Line] {
    table.lines.filter { line in
      guard !line.isBinding else { return false }
      guard !line.party.isEmpty, line.isVoid || line.verdict != .decline else { return true }
      return !table.lines.contains { $0.party == line.party && $0.isBinding }
    }
  }

  /// The page's first words.
  ///
  /// `NOT IN FORCE: waits for Leah Stein (Legal), by Fri 11 Dec 2026.`, or `IN FORCE.`; where a
  /// colleague speaks for somebody, `IN FORCE: Vera Holt speaks for Sales, Bo Berg has not agreed.`
  /// A condition is part of it: `IN FORCE, with 1 reservation: Finn (Finance), “the cap is 50k”.`, and
  /// `NOT IN FORCE: waits for Leah Stein; with 1 reservation: …`. Where something cannot be read, that
  /// is all that can be said: `NOT KNOWN: line 2 of follow-ups/6b05e928.jsonl cannot be read, …`.
  package var words: String {
    guard isKnown else {
      return "NOT KNOWN: \(unread.words). An answer, or a part of what is signed, may have stood "
        + "there; huddle verify says what is lost and how to mend it."
    }
    guard !isInForce else { return inForceWords }
    let declined = waiting.filter { $0.verdict == .decline && !$0.isVoid }
    let awaited = waiting.filter { $0.verdict != .decline || $0.isVoid }
    var parts: [String] = []
    if !declined.isEmpty {
      parts.append("declined by \(DisplayText.joined(declined.map(\.nameAndParty)))")
    }
    if !awaited.isEmpty {
      parts.append(
        "waits for \(DisplayText.joined(awaited.map { $0.waitedFor(isAlone: awaited.count == 1) }))"
      )
    }
    if parts.isEmpty { parts = ["nobody has signed"] }
    // Who did sign may have signed on a condition: it is part of the text either way.
    if !reservations.isEmpty {
      let conditions = reservations.map(\.conditionWords).joined(separator: "; ")
      parts.append("with \(reservations.count.counted("reservation")): \(conditions)")
    }
    return "NOT IN FORCE: \(parts.joined(separator: "; "))."
  }
}

extension SignoffStanding {
  /// The parties that are bound on a condition.
  package var reservations: [SignatureTable.Line] {
    table.lines.filter { $0.isBinding && $0.verdict == .reservation }
  }

  private var inForceWords: String {
    let silences = silentClauses
    let reserved = reservations
    let clauses = silences + reserved.map(\.conditionWords)
    let head =
      reserved.isEmpty ? "IN FORCE" : "IN FORCE, with \(reserved.count.counted("reservation"))"
    return clauses.isEmpty ? "\(head)." : "\(head): \(clauses.joined(separator: "; "))."
  }

  /// Whose yes stands for a function of which not everybody agreed.
  private var silentClauses: [String] {
    let silent = table.lines.filter { !$0.isBinding }
    let functions = silent.map(\.party).reduce(into: [String]()) { seen, party in
      if !seen.contains(party) { seen.append(party) }
    }
    return functions.map { function in
      let speaking = table.lines.filter { $0.party == function && $0.isBinding }.map(\.name)
      let others = silent.filter { $0.party == function }.map(\.name)
      let speaks = speaking.count.agreeing("speaks", "speak")
      let have = others.count.agreeing("has", "have")
      return "\(DisplayText.joined(speaking)) \(speaks) for \(function), "
        + "\(DisplayText.joined(others)) \(have) not agreed"
    }
  }
}

extension SignatureTable.Line {
  fileprivate var nameAndParty: String { party.isEmpty ? name : "\(name) (\(party))" }

  /// `Finn (Finance), “the cap is 50k”`: the words of a condition beside whose they are.
  fileprivate var conditionWords: String {
    guard let condition, !condition.isEmpty else { return "\(nameAndParty), without a word why" }
    return "\(nameAndParty), “\(condition.singleLine)”"
  }

  /// `Leah Stein (Legal), by Fri 11 Dec 2026`; among others the day stands in the brackets, or it
  /// would read as theirs.
  fileprivate func waitedFor(isAlone: Bool) -> String {
    guard verdict == .later, !isVoid, let by else { return nameAndParty }
    let day = "by \(by.display)"
    if isAlone { return "\(nameAndParty), \(day)" }
    return "\(name) (\(party.isEmpty ? day : "\(party), \(day)"))"
  }
}

/// One answer to a sign-off with the moment it was recorded.
private struct GivenSignature {
  let signoff: SignoffGiven
  let at: Instant

  /// Every live answer, in order of giving, replaced ones included.
  static func all(in session: MeetingSession, at address: Address) -> [GivenSignature] {
    session.log.records.compactMap { record in
      guard case .signoffGiven(let signoff) = record.fact.event, signoff.address == address,
        !session.log.dead.contains(record.number)
      else { return nil }
      return GivenSignature(signoff: signoff, at: record.at)
    }
  }
}

/// Somebody who is asked to sign, or several of one function who have not answered yet.
private struct SignoffParty {
  let function: String
  let names: [String]
  let given: GivenSignature?

  func line(_ sha256: String, _ details: MeetingDetails) -> SignatureTable.Line {
    let signoff = given?.signoff
    return SignatureTable.Line(
      party: function, name: DisplayText.joined(names, by: "or"), verdict: signoff?.verdict,
      condition: signoff?.note, by: signoff?.by,
      given: given.flatMap { manner($0, details) },
      isVoid: signoff.map { $0.contentSHA256 != sha256 && $0.isPromise } ?? false)
  }

  /// `aloud 10:51` in the meeting, `signed Wed 9 Dec 2026 (mail 9 Dec)` after it.
  private func manner(_ given: GivenSignature, _ details: MeetingDetails) -> String? {
    let how = given.signoff.how.map { " (\($0))" } ?? ""
    let date = given.at.date(offsetSeconds: details.offset)
    let time = given.at.clockTime(offsetSeconds: details.offset).display
    let isInMeeting = given.signoff.given == .aloud && date == details.date
    let moment = (isInMeeting ? time : date.display) + how
    if given.signoff.isAboutText { return "\(given.signoff.given.rawValue) \(moment)" }
    return given.signoff.given == .signed ? "said \(moment)" : nil
  }
}

/// Works out the parties of a sign-off.
private struct PartyList {
  private(set) var parties: [SignoffParty] = []

  init(_ state: SessionState, _ given: [GivenSignature]) {
    var latest: [String: GivenSignature] = [:]
    for signature in given { latest[signature.signoff.person] = signature }
    let signing = Set(state.parties.map(\.id))
    let asked = state.people.filter { signing.contains($0.id) || latest[$0.id] != nil }
    addPeople(asked, latest)
    let known = Set(state.people.map(\.id))
    for person in latest.keys.filter({ !known.contains($0) }).sorted() {
      let signature = latest[person]
      parties.append(
        SignoffParty(
          function: RedactedText.known(signature?.signoff.role) ?? "", names: [person],
          given: signature))
    }
  }

  private mutating func addPeople(_ people: [Participant], _ latest: [String: GivenSignature]) {
    var seen: Set<String> = []
    for person in people {
      let function = Self.function(of: person, latest)
      guard !function.isEmpty else {
        parties.append(
          SignoffParty(function: "", names: [person.name], given: latest[person.id]))
        continue
      }
      guard seen.insert(function).inserted else { continue }
      add(function, people.filter { Self.function(of: $0, latest) == function }, latest)
    }
  }

  /// Whose function is not known any more speaks for nobody else, and nobody for them.
  private static func function(
    of person: Participant, _ latest: [String: GivenSignature]
  ) -> String {
    RedactedText.known(person.function) ?? RedactedText.known(latest[person.id]?.signoff.role) ?? ""
  }

  /// Those who answered, each on a line; where nobody has, all on one.
  private mutating func add(
    _ function: String, _ people: [Participant], _ latest: [String: GivenSignature]
  ) {
    let answered = people.filter { latest[$0.id] != nil }
    guard !answered.isEmpty else {
      parties.append(SignoffParty(function: function, names: people.map(\.name), given: nil))
      return
    }
    parties += answered.map {
      SignoffParty(function: function, names: [$0.name], given: latest[$0.id])
    }
  }
}
