import PlaybookLanguage
import Session
import Values

/// When the writing alone ends by the clock: it is counted from when the meeting came to it.
struct WritingClock {
  let ends: Instant
  let minutes: Int
  private let room: Room

  /// Nil where nobody writes alone, or with no time for it.
  init?(_ room: Room) {
    guard let place = room.place, let question = place.question, let time = question.alone,
      Round.isWriting(question, room, place)
    else { return nil }
    self.room = room
    minutes = time.minutes
    ends = Self.began(room).adding(TimeSpan(seconds: time.minutes * 60))
  }

  /// `10:15`.
  var clock: String { ends.clockTime(offsetSeconds: room.moment.offset).display }

  /// When the last place before it was settled, and as much later as nobody ran the meeting since.
  ///
  /// What was undone and brought back, and what was noted meanwhile, does not begin it anew.
  private static func began(_ room: Room) -> Instant {
    let log = room.session.log
    var paused = 0
    var next: Instant?
    for record in log.records.reversed() {
      if let later = next { paused += max(0, later.since(record.at).seconds) }
      next = record.fact.event.isResuming ? record.at : nil
      guard !log.dead.contains(record.number), record.fact.leadsOn else { continue }
      return record.at.adding(TimeSpan(seconds: paused))
    }
    return room.moment.now
  }
}

extension SessionEvent {
  fileprivate var isResuming: Bool { if case .sessionResumed = self { true } else { false } }
}

extension Fact {
  /// Whether the meeting went to another place by it.
  fileprivate var leadsOn: Bool {
    if case .eventsUndone = event { return false }
    if case .stepEntered = event { return true }
    return !done.isEmpty || !again.isEmpty
  }
}
