package import PlaybookLanguage
package import Session
import Values

/// Plays a file of answers in memory, so that all of what does not fit is known before it counts.
///
/// A wrong answer is left out and the meeting goes on without it; nothing is recorded.
package struct Rehearsal {
  /// A screen or two is what anybody reads before mending.
  private static let mostFaults = 50

  private var facilitator: Facilitator
  private var script: AnswerScript
  private let moment: Moment
  private var faults: [AnswerScript.Fault] = []
  /// What was typed last.
  private var input = AnswerScript.Input.line("")

  private init(
    _ answers: ScriptedAnswers, _ session: MeetingSession, _ earlier: PrivateEarlier,
    _ moment: Moment
  ) {
    facilitator = Facilitator(session, earlier: earlier)
    script = AnswerScript(answers)
    self.moment = moment
  }

  /// What is wrong with the answers, in the order in which a meeting comes to them.
  package static func faults(
    of answers: ScriptedAnswers, in session: MeetingSession, reading earlier: PrivateEarlier,
    _ moment: Moment
  ) -> [AnswerScript.Fault] {
    var rehearsal = Rehearsal(answers, session, earlier, moment)
    rehearsal.play()
    return rehearsal.faults
  }

  private mutating func play() {
    while !facilitator.session.state.isClosed, faults.count < Self.mostFaults {
      do throws(AnswerScript.Fault) {
        try step()
      } catch {
        // An answer that was left out may leave lists shorter than they would be.
        if faults.isEmpty || !error.isOfCount { faults.append(error) }
        guard goOn() else { return }
      }
    }
  }

  private mutating func step() throws(AnswerScript.Fault) {
    let place = facilitator.session.place
    input = try script.next(facilitator, moment)
    let decision = facilitator.decide(input, moment)
    if let fault = script.fault(decision, after: input, at: place) { throw fault }
    facilitator.suppose(decision, moment)
  }

  /// Leaves the wrong words out, or the question, where the file has no more words for it; of a row
  /// its name stays, so that what is asked for every row finds them all.
  private mutating func goOn() -> Bool {
    guard let place = facilitator.session.place else { return false }
    facilitator.cancelDialog()
    if case .row(let cells) = input, let name = cells.first {
      facilitator.suppose(facilitator.decide(.row([name]), moment), moment)
    }
    let room = facilitator.room(moment)
    let fact = script.hasMore(for: place) ? nil : room.settling(place, .skipped)
    facilitator.suppose(Decision(fact: fact), moment)
    return true
  }
}
