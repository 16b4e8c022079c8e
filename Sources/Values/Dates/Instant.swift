/// A moment, in milliseconds since 1970 began in Greenwich, leap seconds left out.
package struct Instant: Sendable, Hashable, Comparable {
  package let milliseconds: Int64

  /// Milliseconds since 1970, below zero before it.
  package init(milliseconds: Int64) { self.milliseconds = milliseconds }

  package static func < (a: Instant, b: Instant) -> Bool { a.milliseconds < b.milliseconds }

  /// The moment so much later; held at the ends of time.
  package func adding(_ span: TimeSpan) -> Instant {
    let (gap, isTooLong) = Int64(span.seconds).multipliedReportingOverflow(by: 1000)
    let (sum, isTooFar) = milliseconds.addingReportingOverflow(gap)
    guard isTooLong || isTooFar else { return Instant(milliseconds: sum) }
    return Instant(milliseconds: span.seconds < 0 ? .min : .max)
  }

  /// The whole seconds from the other moment to this one, below zero where it is later.
  package func since(_ other: Instant) -> TimeSpan {
    let (gap, overflow) = milliseconds.subtractingReportingOverflow(other.milliseconds)
    guard overflow else { return TimeSpan(seconds: Int(gap / 1000)) }
    return TimeSpan(seconds: Int((self > other ? Int64.max : Int64.min) / 1000))
  }

  /// The day it is, in a zone so many seconds east of Greenwich; held within years 1...9999.
  package func date(offsetSeconds: Int) -> CalendarDate {
    Civil(self, offsetSeconds: offsetSeconds).date
  }

  /// The time of day, in a zone so many seconds east of Greenwich: `10:15`.
  package func clockTime(offsetSeconds: Int) -> ClockTime {
    let seconds = Civil(self, offsetSeconds: offsetSeconds).millisecondOfDay / 1000
    return ClockTime(minuteOfDay: seconds / 60)
  }
}
