package import Values

/// The moment at which something is typed: the only clock that the facilitation knows.
package struct Moment: Sendable, Equatable {
  package let now: Instant
  /// Seconds east of UTC in the session's zone, at this moment.
  package let offset: Int

  package init(now: Instant, offset: Int) {
    self.now = now
    self.offset = offset
  }

  /// The actual date in the room: what `fri` is counted from.
  package var today: CalendarDate { now.date(offsetSeconds: offset) }

  package func clock(after minutes: Int) -> String {
    now.adding(TimeSpan(seconds: minutes * 60)).clockTime(offsetSeconds: offset).display
  }
}
