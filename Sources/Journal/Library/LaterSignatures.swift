package import Session
package import Values

/// The signatures that were given after a session's end, the same whatever file was read first.
package struct LaterSignatures: Sendable, Equatable {
  /// In order of revision: of each person the last one counts.
  package private(set) var given: [Given] = []
  /// Whose answers were given on two machines at once, which had not seen each other.
  package private(set) var conflicts: [Conflict] = []
  /// Lines and files of follow-ups that could not be read.
  package var unreadable: [JournalError] = []

  package struct Given: Sendable, Equatable {
    package let signoff: SignoffGiven
    package let at: Instant
  }

  package struct Conflict: Sendable, Equatable {
    package let person: String
    /// The answers, in words.
    package let answers: [String]
  }

  /// Takes the signatures of one session, in the order of follow-ups.
  init(_ ordered: [FollowUp]) {
    let signed = ordered.compactMap { followUp in
      followUp.signature.map { (signoff: $0, revision: followUp.revision, at: followUp.at) }
    }
    given = signed.map { Given(signoff: $0.signoff, at: $0.at) }
    var seen: Set<Signer> = []
    for signer in signed.map({ Signer($0.signoff) }) where seen.insert(signer).inserted {
      let own = signed.filter { Signer($0.signoff) == signer }
      let highest = own.map(\.revision).max()
      let last = own.filter { $0.revision == highest }.map { Given(signoff: $0.signoff, at: $0.at) }
      if let settled = conflict(last) { given.append(settled) }
    }
  }

  private struct Signer: Hashable {
    let address: Address
    let person: String

    init(_ signoff: SignoffGiven) {
      address = signoff.address
      person = signoff.person
    }
  }

  /// What stands while nobody has settled which of several answers counts.
  ///
  /// A no, where one of them is one, else that it is still to come: nothing that puts a text in force.
  private mutating func conflict(_ last: [Given]) -> Given? {
    let answers = Set(last.map { Self.words($0.signoff) }).sorted()
    guard answers.count > 1,
      let stands = last.first(where: { $0.signoff.verdict == .decline }) ?? last.last
    else { return nil }
    conflicts.append(Conflict(person: stands.signoff.person, answers: answers))
    var signoff = stands.signoff
    if signoff.verdict != .decline { signoff.verdict = .later }
    signoff.note = "two answers at once: \(answers.joined(separator: "; "))"
    signoff.by = nil
    signoff.how = nil
    return Given(signoff: signoff, at: last.map(\.at).max() ?? stands.at)
  }

  private static func words(_ signoff: SignoffGiven) -> String {
    let day = signoff.by.map { ", by \($0.display)" } ?? ""
    return signoff.verdict.rawValue + day + (signoff.note.map { ", “\($0)”" } ?? "")
  }
}
