import PlaybookLanguage
import Session
import Values

/// A ballot that is typed when its vote is over: `cy 2 2 1` at the next question.
///
/// It may mend the vote, or be words for what is asked now. That is asked, and never guessed. Where
/// the vote was anonymous it can only be held again.
struct LateBallot {
  private let room: Room
  private let vote: Place
  private let ballot: Ballot

  private enum Ballot {
    case dots(SessionEvent.Ballot, VoteHandler)
    case anonymous
  }

  /// Nil where the question before was no vote, or the line is no ballot of it with a name.
  init?(_ line: String, _ room: Room, _ place: Place) {
    // The agenda may be long: most lines are no ballot, and most meetings have no vote by then.
    guard line.contains(where: { $0.isNumber || $0 == "-" }),
      !room.state.ballots.isEmpty || !room.state.counts.isEmpty
    else { return nil }
    guard !line.contains(where: \.isNewline), let question = place.question,
      ![.vote, .fist].contains(question.kind), !Round.isWriting(question, room, place),
      let here = room.agenda.places.firstIndex(of: place),
      let before = room.agenda.places[..<here].last(where: { $0.question != nil }),
      let asked = before.question, let ballot = Self.ballot(line, asked, room, before)
    else { return nil }
    self.room = room
    vote = before
    self.ballot = ballot
  }

  private static func ballot(_ line: String, _ asked: Question, _ room: Room, _ place: Place)
    -> Ballot?
  {
    if asked.isSecretVote {
      guard room.state.counts[place.address]?.isEmpty == false else { return nil }
      // Several may come at once, as they do in time: `cy 2 2; bo 1 1`.
      let ballots = line.split(separator: ";").map { $0.trimmed }.filter { !$0.isEmpty }
      let areAll = ballots.allSatisfy { ballot in
        asked.kind == .fist
          ? FistHandler.isSoleHand(ballot, room)
          : VoteHandler(asked).soleBallot(ballot, room, place) != nil
      }
      return !ballots.isEmpty && areAll ? .anonymous : nil
    }
    guard asked.kind == .vote, room.state.ballots[place.address]?.isEmpty == false else {
      return nil
    }
    let handler = VoteHandler(asked)
    return handler.soleBallot(line, room, place).map { .dots($0, handler) }
  }

  /// The dots are not shown: what was blind when it was typed does not stand in a question.
  func asking(otherwise: Decision) -> Decision {
    switch ballot {
    case .dots(let ballot, let handler):
      let name = room.state.name(of: ballot.person)
      return Decision(
        dialog: .yesNo(
          "Are these \(name)’s dots in “\(vote.label)”? No keeps them as words for this question.",
          enterIsYes: false, yes: .decide(handler.amend(ballot, room, vote)),
          no: .decide(otherwise)))
    case .anonymous:
      return Decision(
        dialog: .yesNo(
          "This reads as a vote, with a name, in “\(vote.label)”, which is anonymous and over. "
            + "Are they words for this question?",
          enterIsYes: false, yes: .decide(otherwise),
          no: .decide(
            .problem("Nothing of it is kept. /vote \(vote.label) holds the vote again."))))
    }
  }
}
