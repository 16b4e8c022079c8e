import Session
package import Values

/// The section at hand by the clock, for the notices while somebody types.
package struct Timebox: Sendable, Equatable {
  package let endsAt: Instant
  /// At four fifths of the time, or when the closing is about to be eaten.
  package let warnsAt: Instant
  /// What is said then.
  package let warning: String
  package let over: String
}

extension Timebox {
  fileprivate init(_ writing: WritingClock) {
    let left = max(1, writing.minutes / 5)
    endsAt = writing.ends
    warnsAt = writing.ends.adding(TimeSpan(seconds: -60 * left))
    warning = "Writing alone: \(left) min left"
    over = "Writing alone: the time is over. Enter ends it."
  }
}

extension Facilitator {
  /// Nil where the section has no time of its own.
  package func timebox(_ moment: Moment) -> Timebox? {
    let room = self.room(moment)
    guard let section = room.place?.section, section.time != nil,
      var ends = SectionClock(section, room).ends
    else { return nil }
    if let writing = WritingClock(room), writing.ends < ends { return Timebox(writing) }
    let left = max(1, MeetingClock.minutes(section, room) / 5)
    guard let clock = MeetingClock(room), clock.isBeforeClosing else {
      return Timebox(
        endsAt: ends, warnsAt: ends.adding(TimeSpan(seconds: -60 * left)),
        warning: "\(section.title): \(left) min left",
        over: "\(section.title): the time is over. /time +5 gives more, /time share takes it "
          + "from the rest.")
    }
    ends = min(ends, clock.closingStarts)
    return Timebox(
      endsAt: ends, warnsAt: ends.adding(TimeSpan(seconds: -60 * left)),
      warning: clock.closingWords(minutesLeft: left),
      over: "\(section.title): the closing starts now. /wrap goes there, /time +5 stays.")
  }
}
