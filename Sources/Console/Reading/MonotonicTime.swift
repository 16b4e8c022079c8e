#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A moment on the clock that nobody can set and that goes on while the machine sleeps.
package struct MonotonicTime: Sendable, Hashable, Comparable {
  /// Nanoseconds since some moment that is fixed until the machine starts again.
  package var nanoseconds: Int64

  package init(nanoseconds: Int64) {
    self.nanoseconds = nanoseconds
  }

  /// This moment.
  package static var now: MonotonicTime {
    var time = timespec()
    #if canImport(Glibc)
      clock_gettime(CLOCK_BOOTTIME, &time)
    #else
      clock_gettime(CLOCK_MONOTONIC, &time)
    #endif
    return MonotonicTime(nanoseconds: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
  }

  /// The moment so many milliseconds later, or earlier when the number is negative.
  package func advanced(milliseconds: Int64) -> MonotonicTime {
    let (step, overflow) = milliseconds.multipliedReportingOverflow(by: 1_000_000)
    let (sum, carry) = nanoseconds.addingReportingOverflow(step)
    let limit = milliseconds < 0 ? Int64.min : Int64.max
    return MonotonicTime(nanoseconds: overflow || carry ? limit : sum)
  }

  /// Whole milliseconds from an earlier moment to this one, rounded up.
  package func milliseconds(since earlier: MonotonicTime) -> Int64 {
    let (gap, overflow) = nanoseconds.subtractingReportingOverflow(earlier.nanoseconds)
    if overflow { return nanoseconds < 0 ? Int64.min : Int64.max }
    return gap / 1_000_000 + (gap % 1_000_000 > 0 ? 1 : 0)
  }

  package static func < (left: MonotonicTime, right: MonotonicTime) -> Bool {
    left.nanoseconds < right.nanoseconds
  }
}
