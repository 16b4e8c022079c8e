import PlaybookLanguage
import Session

/// `/undo` and `/redo` while people write alone: the last held lines, and not an earlier answer.
struct HeldUndo {
  let room: Room
  private let count: Int

  /// Nil where nobody writes alone.
  init?(_ room: Room) {
    guard let place = room.place, let question = place.question,
      Round.isWriting(question, room, place)
    else { return nil }
    self.room = room
    count = room.held(at: place.address)?.lines.count ?? 0
  }

  /// Nil where nothing is held, or something was recorded since.
  var undo: Decision? {
    guard count > 0 else { return nil }
    guard let last = room.offRecord.heldBefore.last else {
      return .problem(
        "Held lines keep no order, so after a break the last ones cannot be told any more. "
          + "/back goes to an earlier answer.")
    }
    if let target = room.session.log.undoTarget, target.number > last.record { return nil }
    return decision(to: last.held, .takenBack, "Taken back")
  }

  /// Nil where no held lines were taken back.
  var redo: Decision? {
    room.offRecord.heldAfter.last.map { decision(to: $0.held, .broughtBack, "Brought back") }
  }

  private func decision(to held: HeldRound?, _ step: Decision.HeldStep, _ verb: String) -> Decision
  {
    let now = held?.lines.count ?? 0
    let moved = abs(now - count)
    var decision = Decision(
      say: [.noted("\(verb): \(moved) held \(moved == 1 ? "line" : "lines"). \(now) in all.")],
      held: .some(held))
    decision.heldStep = step
    return decision
  }
}
