package import Facilitation
package import PlaybookLanguage
package import Session
package import Values

/// A meeting in memory: typed lines go in, and what is said, recorded and asked comes out.
///
/// It is Tuesday 24 November 2026, ten in the morning in Oslo, and it stays so.
package struct TestMeeting {
  package private(set) var facilitator: Facilitator
  /// How many inputs were typed.
  package private(set) var inputs = 0
  package let playbook: Playbook

  package static let moment = Moment(
    now: Instant(iso8601: "2026-11-24T09:00:00.000Z") ?? Instant(milliseconds: 0), offset: 3600)

  /// `linked` is what was read from earlier sessions, by the link's name.
  package init(_ playbook: Playbook, linked: [String: JSONValue] = [:]) {
    self.playbook = playbook
    var session = MeetingSession(log: SessionLog(), playbook: playbook)
    let opened = SessionOpened(
      session: "0199754e-2a10-7c3e-9b1f-6f0d2b7a4c11", title: playbook.title, project: "Apollo",
      zone: "Europe/Oslo", offset: Self.moment.offset, today: Self.moment.today, app: "huddle")
    let pinned = PlaybookPinned(
      id: playbook.id, version: playbook.version, sha256: "9f2c", body: .null)
    let links = linked.sorted { $0.key < $1.key }.map {
      SessionEvent.sessionLinked(
        session: "0199754e-0000-7c3e-9b1f-6f0d2b7a4c10", name: $0, body: $1)
    }
    for event in [SessionEvent.sessionOpened(opened), .playbookPinned(pinned)] + links {
      session.append(Self.record(Fact(event), after: session))
    }
    facilitator = Facilitator(session)
  }

  /// A meeting of these people that has come to its first question; roles stay open.
  package init(_ playbook: Playbook, people: String, linked: [String: JSONValue] = [:]) {
    self.init(playbook, linked: linked)
    type(people)
    for _ in playbook.roles { type("") }
  }

  package var session: MeetingSession { facilitator.session }
  package var state: SessionState { session.state }
  package var place: Address? { session.place?.address }
  package var prompt: Prompt { facilitator.prompt(Self.moment) }

  // MARK: Inputs

  /// What one input came to.
  package struct Reply {
    package let decision: Decision
    package let records: [SessionRecord]
    /// What was said on top of the decision: questions that go or come.
    package let consequences: [Utterance]
  }

  @discardableResult
  package mutating func type(_ line: String, behind offer: String = "", isPasted: Bool = false)
    -> Reply
  {
    let meant = facilitator.meant(by: line, behind: offer, Self.moment)
    let decision =
      meant.map { facilitator.decide($0, Self.moment) }
      ?? facilitator.decide(line, behind: offer, isPasted: isPasted, Self.moment)
    let consequences = facilitator.consequences(of: decision, Self.moment)
    var session = self.session
    let records = facilitator.facts(for: decision, Self.moment).map { fact in
      let record = Self.record(fact, after: session)
      session.append(record)
      return record
    }
    facilitator.accept(decision, records)
    inputs += 1
    return Reply(decision: decision, records: records, consequences: consequences)
  }

  package mutating func type(lines: [String]) { for line in lines { type(line) } }

  /// The process dies and the meeting is resumed: records and held lines are all that is left.
  package mutating func kill() { kill(leaving: facilitator.held) }

  /// The same, with these lines on the disk: a kill may come between two files.
  package mutating func kill(leaving held: HeldRound?) {
    let log = SessionLog(replaying: session.log.records)
    facilitator = Facilitator(
      MeetingSession(log: log, playbook: playbook), held: held, chat: facilitator.offRecord.chat)
  }

  private static func record(_ fact: Fact, after session: MeetingSession) -> SessionRecord {
    SessionRecord(number: session.log.nextNumber, at: moment.now, fact: fact)
  }
}

extension TestMeeting {
  /// The same meeting with its (only) lead; nobody where the name is empty.
  package func led(by name: String) -> TestMeeting {
    var meeting = TestMeeting(playbook)
    meeting.type(state.people.map(\.name).joined(separator: ", "))
    meeting.type(name)
    return meeting
  }
}
