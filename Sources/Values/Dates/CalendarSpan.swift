/// So many days or months, as a phrase counts them.
struct CalendarSpan: Equatable {
  var days = 0
  var months = 0

  func from(_ date: CalendarDate, sign: Int) -> CalendarDate? {
    date.adding(months: sign * months)?.adding(days: sign * days)
  }
}
