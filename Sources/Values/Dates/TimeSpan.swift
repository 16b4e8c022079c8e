/// A length of time in whole seconds: a timebox, or the distance between two days.
package struct TimeSpan: Sendable, Hashable, Comparable {
  package let seconds: Int

  /// Below zero for a length that runs backwards.
  package init(seconds: Int) { self.seconds = seconds }

  package static func < (a: TimeSpan, b: TimeSpan) -> Bool { a.seconds < b.seconds }

  /// So many minutes, hours, days or weeks; nil where that does not fit.
  package init?(_ count: Int, _ unit: Unit) {
    let (seconds, overflow) = count.multipliedReportingOverflow(by: unit.rawValue)
    guard !overflow else { return nil }
    self.seconds = seconds
  }

  /// The units that people say, with their seconds.
  package enum Unit: Int, Sendable, CaseIterable {
    case second = 1
    case minute = 60
    case hour = 3_600
    case day = 86_400
    case week = 604_800
  }

  /// The whole minutes in it, cut towards zero.
  package var minutes: Int { seconds / Unit.minute.rawValue }

  /// How many days it is, as a decimal: 36 hours are 1.5.
  package var days: Number { count(of: .day) }

  /// How many weeks it is, as a decimal.
  package var weeks: Number { count(of: .week) }

  private func count(of unit: Unit) -> Number {
    Number(seconds).divided(by: Number(unit.rawValue)) ?? .zero
  }

  /// The sum; nil where it does not fit.
  package func adding(_ other: TimeSpan) -> TimeSpan? {
    let (sum, overflow) = seconds.addingReportingOverflow(other.seconds)
    return overflow ? nil : TimeSpan(seconds: sum)
  }

  /// The difference; nil where it does not fit.
  package func subtracting(_ other: TimeSpan) -> TimeSpan? {
    let (rest, overflow) = seconds.subtractingReportingOverflow(other.seconds)
    return overflow ? nil : TimeSpan(seconds: rest)
  }

  /// So many times as long, rounded to the second; nil where it does not fit.
  package func multiplied(by factor: Number) -> TimeSpan? {
    Number(seconds).multiplied(by: factor)?.rounded(to: 0).wholeValue.map(TimeSpan.init(seconds:))
  }

  /// How many times the other fits; nil where the other is no time at all.
  package func divided(by other: TimeSpan) -> Number? {
    Number(seconds).divided(by: Number(other.seconds))
  }
}
