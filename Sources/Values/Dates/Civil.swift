/// A moment taken apart into day and time of day; held within the years 1...9999.
struct Civil {
  let date: CalendarDate
  let millisecondOfDay: Int

  static let millisecondsInDay: Int64 = 86_400_000

  init(_ instant: Instant, offsetSeconds: Int) {
    let shifted = instant.adding(TimeSpan(seconds: offsetSeconds)).milliseconds
    let first: Int64 = -719_162 * Self.millisecondsInDay
    let last: Int64 = 2_932_897 * Self.millisecondsInDay - 1
    let held = min(max(shifted, first), last)
    let sinceYearOne = held - first
    let day = Int(sinceYearOne / Self.millisecondsInDay) - 719_162
    date = CalendarDate(dayNumber: day) ?? .epoch
    millisecondOfDay = Int(sinceYearOne % Self.millisecondsInDay)
  }
}
