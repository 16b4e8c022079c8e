import Console
import Facilitation
import Journal
import Session
import Values

/// How a meeting ends: its session stands in its place then, or is rescued.
extension MeetingLoop {
  /// How a meeting was left.
  enum Ending: Equatable {
    case closed
    case paused
    case terminated
    case hungUp
    /// A line that came through a pipe is no answer; what follows it would answer the wrong question.
    case refused
  }

  /// Runs the meeting until it is left.
  ///
  /// Nothing is appended on leaving, so it is looked then whether the session is where it was: where
  /// its file was taken away, what this process has open would go with it.
  func run() throws -> Ending {
    tellNotices()
    let ending: Ending
    do {
      ending = try converse()
    } catch {
      throw withRescue(error)
    }
    try Failure.from(checkInPlace)
    switch ending {
    case .paused, .terminated: sayWhereItIs()
    case .closed, .hungUp, .refused: break
    }
    return ending
  }

  private func checkInPlace() throws(JournalError) {
    let id = facilitator.session.state.opened?.session ?? "session"
    try journal.checkInPlace(orKeepIn: StateFolder(world.stateFolder).folder(session: id))
  }

  /// What ended the meeting, and where its session went if that was taken away too.
  private func withRescue(_ error: any Error) -> any Error {
    do throws(JournalError) {
      try checkInPlace()
    } catch let trouble {
      guard let failure = error as? Failure, case .moved(let rescued) = trouble.problem else {
        return error
      }
      return Failure("\(failure.words). \(rescued.words)", status: failure.status)
    }
    return error
  }

  func leave(_ decision: Decision, _ prompt: Prompt) throws -> Ending? {
    if let ending = try run(decision.errand, prompt) { return ending }
    switch decision.leave {
    case nil: return nil
    case .paused: return try mayLeave() ? .paused : nil
    case .closed:
      drafts.clear()
      try? chatFile.store(ChatMemory())
      say([.noted(FinalWord(facilitator.session).words)])
      return .closed
    }
  }

  /// Where the session is gone and can be written nowhere, whoever leaves can still make room for it.
  private func mayLeave() throws(Failure) -> Bool {
    do throws(JournalError) {
      try checkInPlace()
      return true
    } catch {
      guard isSomebodyThere, error.mayBeTriedAgain else { throw Failure(error) }
      say([.problem(error.description)])
      refill = "/quit"
      return false
    }
  }

  private func sayWhereItIs() {
    let name = JournalPath.stem(journal.path).split(separator: "/").last.map(String.init) ?? ""
    say([.hint("Saved. huddle resume comes back to this place. (\(name))")])
  }

  /// What went wrong beside the session, such as a second copy that stopped: told once.
  func tellNotices() { say(journal.takeNotices().map { .warning("\($0)") }) }
}
