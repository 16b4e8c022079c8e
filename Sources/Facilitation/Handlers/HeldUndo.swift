import PlaybookLanguage
import Session
import Values

/// `/undo` and `/redo` while people write alone or vote in secret: the last held lines, and not an
/// earlier answer.
struct HeldUndo {
  let room: Room
  private let count: Int

  /// Nil where nothing is held before it is recorded.
  init?(_ room: Room) {
    guard let place = room.place, let question = place.question,
      Round.isWriting(question, room, place) || question.isSecretVote
    else { return nil }
    self.room = room
    count = room.held(at: place.address)?.lines.count ?? 0
  }

  /// Nil where nothing is held, or something was recorded since.
  var undo: Decision? {
    guard count > 0, let last = room.offRecord.heldBefore.last else { return nil }
    if let target = room.session.log.undoTarget, target.number > last.record { return nil }
    return decision(to: last.held, .takenBack, "Taken back")
  }

  /// What is said beside the undoing of a record, where held lines stay that nobody can tell apart.
  var remark: Utterance? {
    guard count > 0, room.offRecord.heldBefore.isEmpty else { return nil }
    return .hint(
      "The \(count.counted("held line stays", "held lines stay")): after a break nobody can tell "
        + "what came last.")
  }

  /// Nil where no held lines were taken back, or a record was since.
  var redo: Decision? {
    guard let last = room.offRecord.heldAfter.last else { return nil }
    if let target = room.session.log.redoTarget, target.number > last.record { return nil }
    return decision(to: last.held, .broughtBack, "Brought back")
  }

  private func decision(to held: HeldRound?, _ step: Decision.HeldStep, _ verb: String) -> Decision
  {
    let now = held?.lines.count ?? 0
    let moved = abs(now - count)
    var decision = Decision(
      say: [.noted("\(verb): \(moved.counted("held line")). \(now) in all.")],
      held: .some(held))
    decision.heldStep = step
    return decision
  }
}
