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
  /// Everybody who joined it, in order.
  package let names: [String]
  package let outcomes: [OutcomeSettled]
}

extension SessionLibrary {
  /// What is in the library, for lists over many sessions.
  package struct Outcomes: Sendable, Equatable {
    /// Closed sessions, in the order of their names.
    package var settled: [SettledSession] = []
    /// Paths of sessions that are still open: they have to be folded in full.
    package var open: [String] = []
    /// Paths of sessions whose playbook is private, closed ones too: they are in no report.
    package var withheld: [String] = []
    /// Files that cannot be read as sessions, or not wholly, with the reason.
    package var unreadable: [JournalError] = []
  }

  /// The outcomes of every closed session, from the records that its close wrote.
  ///
  /// They are trusted only where `session.closed` is there. Private sessions are withheld, but for
  /// those of one playbook where a meeting of that playbook asks.
  package func outcomes(forPlaybook playbook: String? = nil) throws(JournalError) -> Outcomes {
    var outcomes = Outcomes()
    for name in try names() {
      let path = Folder.joined(folder, name)
      do throws(JournalError) {
        let look = SessionLook(try JournalReader.bytes(path))
        let trouble = look.trouble(path, checksAll: false)
        if let trouble { outcomes.unreadable.append(trouble) }
        guard trouble?.isWhollyUnreadable != true, let opened = look.opened else { continue }
        guard !look.isPrivate || look.playbook == playbook else {
          outcomes.withheld.append(path)
          continue
        }
        if let settled = SettledSession(look, opened: opened, path: path) {
          outcomes.settled.append(settled)
        } else {
          outcomes.open.append(path)
        }
      } catch {
        outcomes.unreadable.append(error)
      }
    }
    return outcomes
  }
}

extension SettledSession {
  /// nil where the session is not closed.
  init?(_ look: SessionLook, opened: Range<Int>, path: String) {
    guard let close = look.closed, let closed = look.moment(in: close) else { return nil }
    self.path = path
    self.closed = closed
    names = look.names
    session = look.text("session", in: opened) ?? ""
    title = look.text("title", in: opened) ?? ""
    project = look.text("project", in: opened) ?? ""
    playbook = look.playbook ?? ""
    outcomes = Self.latest(
      look.settled.filter { look.isSealed($0.range) }.compactMap { look.outcome($0.range) })
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
  /// The id of the playbook that it runs.
  var playbook: String? { pinned.flatMap { text("id", in: $0) } }

  /// A settled outcome, from its members' places; nil where a member that it needs is missing.
  func outcome(_ line: Range<Int>) -> OutcomeSettled? {
    guard let kind = text("kind", in: line), let id = text("id", in: line),
      let words = text("text", in: line), let state = text("state", in: line)
    else { return nil }
    return OutcomeSettled(
      kind: kind, id: id, text: words, owner: text("owner", in: line),
      due: text("due", in: line).flatMap { CalendarDate(iso: $0) },
      doneWhen: text("done_when", in: line), state: state)
  }
}
