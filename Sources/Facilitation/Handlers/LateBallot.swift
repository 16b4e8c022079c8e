import PlaybookLanguage
import Session
import Values

/// A ballot that is typed when its vote is over: `cy 2 2 1` at the next question.
///
/// It may mend the vote, or be words for what is asked now. That is asked, and never guessed.
struct LateBallot {
  private let room: Room
  private let vote: (handler: VoteHandler, place: Place)
  private let ballot: SessionEvent.Ballot

  /// Nil where the question before was no vote by name, or the line is no ballot of it.
  init?(_ line: String, _ room: Room, _ place: Place) {
    // The agenda may be long: most lines are no ballot, and most meetings have no vote by then.
    guard line.contains(where: { $0.isNumber || $0 == "-" }), !room.state.ballots.isEmpty else {
      return nil
    }
    guard !line.contains(where: \.isNewline), let question = place.question,
      ![.vote, .fist].contains(question.kind), !Round.isWriting(question, room, place),
      let here = room.agenda.places.firstIndex(of: place),
      let before = room.agenda.places[..<here].last(where: { $0.question != nil }),
      let asked = before.question, asked.kind == .vote,
      room.state.ballots[before.address]?.isEmpty == false,
      case let handler = VoteHandler(asked),
      let ballot = handler.soleBallot(line, room, before)
    else { return nil }
    self.room = room
    vote = (handler, before)
    self.ballot = ballot
  }

  /// The dots are not shown: what was blind when it was typed does not stand in a question.
  func asking(otherwise: Decision) -> Decision {
    let name = room.state.name(of: ballot.person)
    return Decision(
      dialog: .yesNo(
        "Are these \(name)’s dots in “\(vote.place.label)”? No keeps them as words for this question.",
        enterIsYes: false, yes: .decide(vote.handler.amend(ballot, room, vote.place)),
        no: .decide(otherwise)))
  }
}
