package import PlaybookLanguage
package import Values

/// A session with its playbook: the one value from which everything on the screen is worked out.
package struct MeetingSession: Sendable {
  package private(set) var log: SessionLog
  package private(set) var index: PlaybookIndex
  /// What was read from earlier sessions: `open.actions`, `last_time.goal` by full name.
  package private(set) var outside: [String: Value]
  /// What of it, or of what was answered after it, cannot be read.
  package var unread: [UnreadPart] = []
  private var kept: KeptAgenda
  /// SHA-256 of the pinned playbook as it stands in the file, whatever its record says of it; none
  /// where there is nothing to sign.
  private(set) var playbookSHA256: String

  package init(log: SessionLog, playbook: Playbook, outside: [String: Value] = [:]) {
    self.log = log
    index = PlaybookIndex(playbook)
    self.outside = outside.merging(EarlierAnswers.values(log.state, index)) { given, _ in given }
    kept = KeptAgenda(index, log.state, outside: self.outside)
    playbookSHA256 = Self.sha256(log.state.pinned, index)
  }

  /// What is signed is a playbook's text, and not what its record says that it was.
  private static func sha256(_ pinned: PlaybookPinned?, _ index: PlaybookIndex) -> String {
    guard let pinned, index.questions.values.contains(where: { $0.content.kind == .signoff })
    else { return "" }
    return pinned.bodySHA256
  }

  package var state: SessionState { log.state }
  package var playbook: Playbook { index.playbook }

  /// Takes the next record: the agenda is worked out again only as far as the record touches it.
  package mutating func append(_ record: SessionRecord) {
    let pinned = log.state.pinned?.sha256
    log.append(record)
    if case .sessionLinked(_, let name, _) = record.fact.event { return readLink(name) }
    let isUndone = if case .eventsUndone = record.fact.event { true } else { false }
    guard isUndone || log.state.pinned?.sha256 != pinned else {
      return kept.follow(index, log.state, outside)
    }
    if log.state.pinned?.sha256 != pinned { changePlaybook() }
    kept = KeptAgenda(index, log.state, outside: outside)
  }

  /// The session as it reads with links to earlier ones that are not on its record.
  package func reading(_ links: [Fact]) -> MeetingSession {
    var next = self
    for case .sessionLinked(let session, let name, let body) in links.map(\.event) {
      next.log.read(session, as: name, body)
      next.readLink(name)
    }
    return next
  }

  /// What was linked under a name is in the place of what was linked there before.
  private mutating func readLink(_ name: String) {
    if name != OpenItem.link {
      outside = outside.filter { !$0.key.hasPrefix(name + ".") }
      outside.merge(EarlierAnswers.values(log.state, index)) { known, _ in known }
    }
    kept = KeptAgenda(index, log.state, outside: outside)
  }

  /// An upgrade, or its undoing, brings another playbook; one that cannot be read changes nothing.
  private mutating func changePlaybook() {
    guard let body = log.state.pinned?.body, let playbook = PlaybookLoader.load(body: body).0 else {
      return
    }
    index = PlaybookIndex(playbook)
    playbookSHA256 = Self.sha256(log.state.pinned, index)
    outside.merge(EarlierAnswers.values(log.state, index)) { _, new in new }
  }

  /// What names mean now.
  package func scope() -> SessionScope { SessionScope(index, state, outside: outside) }

  /// Where the meeting stands; nil when every place is settled.
  package var place: Place? { kept.current }

  /// What is said and shown on the way to the place where the meeting stands, or to the end.
  package var leadIn: [AgendaEntry] { kept.leadIn }

  /// All that is visible, to the end of the playbook.
  package func agenda() -> Agenda { kept.whole(scope()) }

  /// The visible sections: all that a clock wants, and much less work than the whole agenda.
  package func sections() -> [SectionPlace] { kept.sections(scope()) }

  /// What is still open in the section where the meeting stands.
  package func openHere() -> [Place] { kept.openHere(scope()) }

  /// Reading answers typed now, on this date.
  package func answerContext(today: CalendarDate) -> AnswerContext {
    var context = AnswerContext(people: state.people, today: today, currency: currency)
    context.mentionedCurrency = state.mentionedCurrency
    return context
  }

  /// The playbook's currency, else the one that an answer was given in first.
  package var currency: String? { playbook.currency ?? state.currency }
}

// MARK: - Completing facts

extension MeetingSession {
  /// What a fact would change about the agenda.
  package struct Consequences: Sendable {
    /// Questions that are no longer asked, and those that are asked from now on.
    package let gone: [Place]
    package let come: [Place]
  }

  /// The session as it would be with one more fact, which is not recorded.
  package func with(_ fact: Fact, at moment: Instant) -> MeetingSession {
    var next = self
    next.append(SessionRecord(number: log.nextNumber, at: moment, fact: fact))
    return next
  }

  /// Adds to a fact what it asks again: questions that come back into sight with an answer from
  /// before are settled no longer; their answer becomes the offer.
  ///
  /// So is a sign-off whose text the fact changes.
  package func completed(_ fact: Fact, at moment: Instant) -> Fact {
    var fact = withoutAuthors(fact)
    guard !kept.strays.isEmpty || !state.signatures.isEmpty else { return fact }
    let after = with(fact, at: moment)
    let returning = kept.strays.compactMap { address in
      after.kept.position(of: address).map { (address, $0) }
    }
    let unsigned = isRedoing(fact) ? [] : state.signatures.keys.filter { outdates($0, after) }
    fact.again += (returning.sorted { $0.1 < $1.1 }.map(\.0) + unsigned.sorted()).filter {
      !fact.done.contains($0) && !fact.again.contains($0)
    }
    return fact
  }

  /// What is redone brings back what it asked again itself.
  private func isRedoing(_ fact: Fact) -> Bool {
    if case .eventsUndone(let targets) = fact.event { log.isRedo(targets) } else { false }
  }

  /// Whether answers to a settled sign-off that hold now are for another text afterwards.
  private func outdates(_ signoff: Address, _ after: MeetingSession) -> Bool {
    guard after.state.settled.contains(signoff) else { return false }
    let before = outdatedAnswers(to: signoff)
    return after.outdatedAnswers(to: signoff).contains { !before.contains($0) }
  }

  /// The answers to a sign-off that were for a text that has changed since: void, and asked again.
  ///
  /// Who signs later, or is absent, was not asked about any text.
  package func outdatedAnswers(to signoff: Address) -> [SignoffGiven] {
    let bound = (state.signatures[signoff] ?? []).filter(\.isAboutText)
    guard !bound.isEmpty else { return [] }
    let sha256 = SignedContent(self, before: signoff).sha256
    return bound.filter { $0.contentSHA256 != sha256 }
  }

  /// Which questions go and which come with a fact.
  package func consequences(of fact: Fact, at moment: Instant) -> Consequences {
    let before = agenda().places
    let after = with(fact, at: moment).agenda().places
    let known = Set(before.map(\.address))
    let remaining = Set(after.map(\.address))
    return Consequences(
      gone: before.filter { !remaining.contains($0.address) },
      come: after.filter { !known.contains($0.address) })
  }
}
