/// Days counted from 1 January 1970 in the proleptic Gregorian calendar.
///
/// The arithmetic is Howard Hinnant's `days_from_civil`, in years that begin in March, so that the
/// leap day comes last: http://howardhinnant.github.io/date_algorithms.html
extension CalendarDate {
  /// Days since 1 January 1970, below zero before it.
  package var dayNumber: Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The day with this number; nil outside the years 1...9999.
  package init?(dayNumber: Int) {
    guard (-719_162...2_932_896).contains(dayNumber) else { return nil }
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch + (monthFromMarch < 10 ? 3 : -9)
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  /// The day it is at a moment, in a zone so many seconds east of Greenwich; nil beyond year 9999.
  package init?(secondsSinceEpoch seconds: Int, offsetSeconds: Int) {
    let (local, overflow) = seconds.addingReportingOverflow(offsetSeconds)
    guard !overflow else { return nil }
    let (day, rest) = local.quotientAndRemainder(dividingBy: 86_400)
    self.init(dayNumber: rest < 0 ? day - 1 : day)
  }

  /// The day of the week.
  package var weekday: Weekday {
    Weekday(rawValue: (dayNumber + 719_162) % 7 + 1) ?? .monday
  }

  /// So many days later, or earlier; nil outside the years 1...9999.
  package func adding(days: Int) -> CalendarDate? {
    let (number, overflow) = dayNumber.addingReportingOverflow(days)
    return overflow ? nil : CalendarDate(dayNumber: number)
  }

  /// So many months later, held within the month: a month after 31 January is 28 February.
  package func adding(months: Int) -> CalendarDate? {
    let (index, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    guard !overflow, index >= 12 else { return nil }
    let year = index / 12
    let month = index % 12 + 1
    return CalendarDate(
      year: year, month: month, day: min(day, Self.daysIn(month: month, year: year)))
  }

  /// Days from the other to this one.
  package func days(since other: CalendarDate) -> Int { dayNumber - other.dayNumber }

  /// The last day of this day's month.
  package var endOfMonth: CalendarDate {
    CalendarDate(year: year, month: month, day: Self.daysIn(month: month, year: year)) ?? self
  }

  /// The last day of this day's quarter.
  package var endOfQuarter: CalendarDate {
    let last = (month + 2) / 3 * 3
    return CalendarDate(year: year, month: last, day: Self.daysIn(month: last, year: year)) ?? self
  }

  /// 31 December of this day's year.
  package var endOfYear: CalendarDate { CalendarDate(year: year, month: 12, day: 31) ?? self }
}
