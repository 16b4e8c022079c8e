package import Session
package import Values

/// What a closed session settled, as its close wrote it down.
package struct SettledSession: Sendable, Equatable {
  package let path: String
  package let session: String
  package let title: String
  package let project: String
  package let playbook: String
  package let closed: Instant
  package let outcomes: [OutcomeSettled]
}

extension SessionLibrary {
  /// What is in the library, for lists over many sessions.
  package struct Outcomes: Sendable, Equatable {
    /// Closed sessions, in the order of their names.
    package var settled: [SettledSession] = []
    /// Paths of sessions that are still open: they have to be folded in full.
    package var open: [String] = []
    /// What later sessions and follow-ups say of all this.
    package var followUps = FollowUps([])
    /// Paths of sessions whose playbook is private, closed ones too: they are in no report.
    package var withheld: [String] = []
    /// Files that cannot be read as sessions, or not wholly, with the reason.
    package var unreadable: [JournalError] = []
  }

  /// The outcomes of every closed session, from the records that its close wrote, in one reading.
  ///
  /// They are trusted only where `session.closed` is there. With `kinds` only those of these are
  /// kept. Private sessions are withheld, but for those of one playbook where a meeting of that
  /// playbook asks.
  package func outcomes(
    only kinds: Set<String>? = nil, forPlaybook playbook: String? = nil
  ) throws(JournalError) -> Outcomes {
    let (names, unfit) = try sortedNames()
    var outcomes = Outcomes(unreadable: unfit)
    var found: [FollowUp] = []
    var unreadable: [JournalError] = []
    try readFollowUpFiles(&found, &unreadable)
    var copies = SessionCopies()
    for name in names {
      let path = Folder.joined(folder, name)
      do throws(JournalError) {
        let look = SessionLook(try JournalReader.bytes(path))
        let trouble = look.trouble(path, checksAll: false)
        if let trouble { outcomes.unreadable.append(trouble) }
        guard trouble?.isWhollyUnreadable != true, let opened = look.opened else { continue }
        copies.note(look.session, path, look.bytes.count)
        guard !look.isPrivate || look.playbook == playbook else {
          outcomes.withheld.append(path)
          continue
        }
        found += Self.reviewed(look)
        if let settled = SettledSession(
          look, opened: opened, path: path, isSound: trouble == nil, only: kinds)
        {
          outcomes.settled.append(settled)
        } else {
          outcomes.open.append(path)
        }
      } catch {
        outcomes.unreadable.append(error)
      }
    }
    let (left, told) = copies.leftOut
    outcomes.settled.removeAll { left.contains($0.path) }
    outcomes.open.removeAll(where: left.contains)
    outcomes.unreadable += told
    outcomes.followUps = FollowUps(found, unreadable: unreadable)
    return outcomes
  }
}

extension SettledSession {
  /// nil where the session is not closed.
  ///
  /// Where the file is not known to be sound, each outcome's check is looked at.
  init?(
    _ look: SessionLook, opened: Range<Int>, path: String, isSound: Bool, only kinds: Set<String>?
  ) {
    guard let close = look.closed, let closed = look.moment(in: close) else { return nil }
    self.path = path
    self.closed = closed
    session = look.session
    let naming = look.naming ?? opened
    title = look.text("title", in: naming) ?? ""
    project = look.text("project", in: naming) ?? ""
    playbook = look.playbook ?? ""
    outcomes = Self.latest(
      look.settled.filter { isSound || look.isSealed($0.range) }
        .compactMap { look.outcome($0.range, only: kinds) })
  }

  /// A close that was cut short leaves outcomes which the next close settles again: the last counts.
  private static func latest(_ outcomes: [OutcomeSettled]) -> [OutcomeSettled] {
    var places: [String: Int] = [:]
    var kept: [OutcomeSettled] = []
    for outcome in outcomes {
      let name = "\(outcome.kind) \(outcome.id)"
      if let place = places[name] {
        kept[place] = outcome
      } else {
        places[name] = kept.count
        kept.append(outcome)
      }
    }
    return kept
  }
}

extension SessionLook {
  /// The id of the session; empty where it is not known.
  var session: String { opened.flatMap { text("session", in: $0) } ?? "" }

  /// The id of the playbook that it runs.
  var playbook: String? { pinned.flatMap { text("id", in: $0) } }

  /// A settled outcome, from its members' places; nil where a member that it needs is missing, or
  /// where it is of another kind than those wanted.
  func outcome(_ line: Range<Int>, only wanted: Set<String>?) -> OutcomeSettled? {
    let places = SettledPlaces(bytes.span, line)
    guard let kind = text(places.kind), wanted?.contains(kind) != false, let id = text(places.id),
      let words = text(places.text), let state = text(places.state)
    else { return nil }
    return OutcomeSettled(
      kind: kind, id: id, text: words, owner: text(places.owner),
      due: text(places.due).flatMap { CalendarDate(iso: $0) }, doneWhen: text(places.doneWhen),
      state: state)
  }

  private func text(_ place: Range<Int>?) -> String? {
    let span = bytes.span
    return place.flatMap { FlatObject.text(span, $0) }
  }
}

/// Where the members of a settled outcome are, from one walk over its line.
private struct SettledPlaces {
  private(set) var kind, id, text, state, owner, due, doneWhen: Range<Int>?

  init(_ span: Span<UInt8>, _ line: Range<Int>) {
    var places: [(StaticString, Range<Int>?)] = [
      ("kind", nil), ("id", nil), ("text", nil), ("state", nil), ("owner", nil), ("due", nil),
      ("done_when", nil),
    ]
    FlatObject.visit(span, in: line) { name, value in
      if let place = places.firstIndex(where: { FlatObject.is(span, name, $0.0) }) {
        places[place].1 = places[place].1 ?? value
      }
      return true
    }
    (kind, id, text, state) = (places[0].1, places[1].1, places[2].1, places[3].1)
    (owner, due, doneWhen) = (places[4].1, places[5].1, places[6].1)
  }
}
