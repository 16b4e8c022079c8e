package import Values

/// Days of work counted from a first one: Saturdays and Sundays are left out.
package struct WorkingDays: Sendable, Equatable {
  private let origin: Int

  /// A first day at a weekend means the Monday after it.
  package init(from first: CalendarDate) { origin = Self.ordinal(first) }

  /// How many days of work lie before this day; a weekend counts as the Monday after it.
  package func index(of date: CalendarDate) -> Int { Self.ordinal(date) - origin }

  /// The day after so many days of work; nil beyond the calendar.
  package func date(_ index: Int) -> CalendarDate? {
    let (ordinal, overflow) = origin.addingReportingOverflow(index)
    guard !overflow, abs(ordinal) < 10_000_000 else { return nil }
    let week = Self.floor(ordinal, 5)
    return CalendarDate(dayNumber: week * 7 + (ordinal - week * 5) - Self.mondayOffset)
  }

  /// Day 0, 1 January 1970, was a Thursday: three days after a Monday.
  private static let mondayOffset = 3

  private static func ordinal(_ date: CalendarDate) -> Int {
    let days = date.dayNumber + mondayOffset
    let week = floor(days, 7)
    return week * 5 + min(days - week * 7, 5)
  }

  private static func floor(_ a: Int, _ b: Int) -> Int { a >= 0 ? a / b : -((b - 1 - a) / b) }
}
