import Testing

@testable import Values

@Suite struct CalendarDateTests {
  @Test(arguments: [
    ("1970-01-01", 0, "Thu 1 Jan 1970"), ("2026-11-27", 20_784, "Fri 27 Nov 2026"),
    ("2000-02-29", 11_016, "Tue 29 Feb 2000"), ("1969-12-31", -1, "Wed 31 Dec 1969"),
    ("0001-01-01", -719_162, "Mon 1 Jan 1"), ("9999-12-31", 2_932_896, "Fri 31 Dec 9999"),
    ("1900-03-01", -25_508, "Thu 1 Mar 1900"),
  ])
  func `a day has a number, a weekday and two ways to be written`(
    iso: String, number: Int, shown: String
  ) throws {
    let date = try #require(CalendarDate(iso: iso))
    #expect(date.dayNumber == number)
    #expect(CalendarDate(dayNumber: number) == date)
    #expect(date.iso == iso)
    #expect(date.display == shown)
  }

  @Test(arguments: [
    "2026-02-29", "2026-13-01", "2026-00-10", "2026-1-01", "26-01-01", "2026-01-32", "2026/01/01",
    "0000-01-01", "+026-01-01", "2026-01-01 ", "", "٢٠٢٦-٠١-٠١", "1900-02-29",
  ])
  func `what is no day is refused`(text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  @Test func `every day of eight centuries follows the one before`() {
    var weekday = CalendarDate(dayNumber: -146_098)?.weekday.rawValue ?? 0
    var last: CalendarDate?
    var isInOrder = true
    for number in -146_098...146_098 {
      guard let date = CalendarDate(dayNumber: number) else { return #expect(Bool(false)) }
      isInOrder =
        isInOrder && date.dayNumber == number && date.weekday.rawValue == weekday
        && last.map { $0 < date } ?? true
      weekday = weekday % 7 + 1
      last = date
    }
    #expect(isInOrder)
  }

  @Test(arguments: [
    ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"),
    ("2026-11-30", 3, "2027-02-28"),
    ("2026-03-31", -1, "2026-02-28"), ("2026-12-15", 12, "2027-12-15"),
    ("2026-01-15", -1, "2025-12-15"),
    ("2026-05-31", 0, "2026-05-31"), ("9999-12-01", 1, "nil"), ("0001-01-01", -1, "nil"),
    ("2026-01-01", Int.max, "nil"), ("2026-01-01", Int.min, "nil"),
    ("2024-02-29", 12, "2025-02-28"),
  ])
  func `months are held within the month`(from: String, months: Int, to: String) throws {
    let date = try #require(CalendarDate(iso: from))
    #expect(date.adding(months: months)?.iso ?? "nil" == to)
  }

  @Test(arguments: [
    ("2026-11-27", 7, "2026-12-04"), ("2026-12-31", 1, "2027-01-01"),
    ("2026-03-01", -1, "2026-02-28"),
    ("9999-12-31", 1, "nil"), ("0001-01-01", -1, "nil"), ("2026-01-01", Int.max, "nil"),
    ("1960-01-01", Int.min, "nil"),
  ])
  func `days are added across months and years`(from: String, days: Int, to: String) throws {
    let date = try #require(CalendarDate(iso: from))
    #expect(date.adding(days: days)?.iso ?? "nil" == to)
    if let later = date.adding(days: days) { #expect(later.days(since: date) == days) }
  }

  @Test(arguments: [
    ("2026-02-10", "2026-02-28", "2026-03-31"), ("2024-02-01", "2024-02-29", "2024-03-31"),
    ("2026-12-31", "2026-12-31", "2026-12-31"), ("2026-04-30", "2026-04-30", "2026-06-30"),
    ("2026-07-01", "2026-07-31", "2026-09-30"),
  ])
  func `a month and a quarter have a last day`(day: String, month: String, quarter: String) {
    #expect(CalendarDate(iso: day)?.endOfMonth.iso == month)
    #expect(CalendarDate(iso: day)?.endOfQuarter.iso == quarter)
  }

  @Test(arguments: [
    (0, 0, "1970-01-01"), (-1, 0, "1969-12-31"), (86_399, 0, "1970-01-01"),
    (86_399, 1, "1970-01-02"),
    (0, -3_600, "1969-12-31"), (Int.max, 0, "nil"), (Int.max, 1, "nil"), (Int.min, -1, "nil"),
    (1_795_774_500, 3_600, "2026-11-27"),
  ])
  func `a moment falls on a day by its zone`(seconds: Int, offset: Int, iso: String) {
    let date = CalendarDate(secondsSinceEpoch: seconds, offsetSeconds: offset)
    #expect(date?.iso ?? "nil" == iso)
  }

  @Test(arguments: [
    ("2026-09-23T09:00:02.114Z", "2026-09-23T09:00:02.114Z"),
    ("2026-09-23T09:00:02Z", "2026-09-23T09:00:02.000Z"),
    ("2026-09-23T09:00:02.1Z", "2026-09-23T09:00:02.100Z"),
    ("2026-09-23T09:00:02.114999Z", "2026-09-23T09:00:02.114Z"),
    ("2026-09-23T09:00:02+02:00", "2026-09-23T07:00:02.000Z"),
    ("2026-09-23T22:30:00-05:30", "2026-09-24T04:00:00.000Z"),
    ("1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z"),
    ("0001-01-01T00:00:00.000Z", "0001-01-01T00:00:00.000Z"),
    ("9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z"),
  ])
  func `a moment is read and written`(text: String, written: String) {
    #expect(Instant(iso8601: text)?.iso8601 == written)
  }

  @Test(arguments: [
    "", "2026-09-23", "2026-09-23T09:00:02", "2026-09-23 09:00:02Z", "2026-09-23T24:00:00Z",
    "2026-09-23T09:60:00Z", "2026-09-23T09:00:60Z", "2026-02-30T09:00:00Z", "2026-09-23T09:00:02.Z",
    "2026-09-23T09:00:02.1", "2026-09-23T9:00:02.11Z", "2026-09-23T09:00:02+0200",
    "2026-09-23T09:00:02+24:00", "2026-09-23T09:00:02Zé",
  ])
  func `what is no moment is refused`(text: String) {
    #expect(Instant(iso8601: text) == nil)
  }

  @Test func `moments are held within the calendar and never trap`() {
    #expect(Instant(milliseconds: .max).iso8601 == "9999-12-31T23:59:59.999Z")
    #expect(Instant(milliseconds: .min).iso8601 == "0001-01-01T00:00:00.000Z")
    let late = Instant(milliseconds: .max).adding(TimeSpan(seconds: 1))
    #expect(late == Instant(milliseconds: .max))
    #expect(Instant(milliseconds: 0).adding(TimeSpan(seconds: .min)).milliseconds == .min)
    #expect(Instant(milliseconds: .max).since(Instant(milliseconds: .min)).seconds > 0)
    #expect(Instant(milliseconds: .max).date(offsetSeconds: .max).year == 9999)
    #expect(Instant(milliseconds: 90_500).since(Instant(milliseconds: 0)).seconds == 90)
  }

  @Test func `a moment is a clock time in a zone`() throws {
    let moment = try #require(Instant(iso8601: "2026-11-24T09:15:59.999Z"))
    #expect(moment.clockTime(offsetSeconds: 3_600).display == "10:15")
    #expect(moment.clockTime(offsetSeconds: -36_000).display == "23:15")
    #expect(moment.date(offsetSeconds: -36_000).iso == "2026-11-23")
    #expect(ClockTime(typed: "9:05")?.display == "09:05")
    for text in ["24:00", "9:5", "9", "a:bc", "10:60", "+1:00", ""] {
      #expect(ClockTime(typed: text) == nil)
    }
  }
}
