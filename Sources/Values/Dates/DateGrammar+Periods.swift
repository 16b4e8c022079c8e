/// Weeks, months, quarters and years, by their edges.
extension DateGrammar {
  /// The first and the last day of a period, and how many words name it.
  struct Period: Equatable {
    var first: CalendarDate
    var last: CalendarDate
    var count: Int
  }

  /// `end of Q3`, `the end of next month`, `start of March 2027`, `end of week`.
  func edgeOfPeriod(at start: Int) -> Match? {
    var index = word(start) == "the" ? start + 1 : start
    let isEnd = word(index) == "end"
    guard isEnd || ["start", "beginning"].contains(word(index)) else { return nil }
    index += 1
    for skipped in ["of", "the"] where word(index) == skipped { index += 1 }
    if word(index) == "day", isEnd { return on(today, index - start + 1) }
    guard let period = relativePeriod(at: index) ?? namedPeriod(at: index) ?? year(at: index) else {
      return nil
    }
    return on(isEnd ? period.last : period.first, index - start + period.count)
  }

  /// `mid Jan`, `mid-January`, `the middle of March 2027`, `mid next month`: the fifteenth.
  func middleOfMonth(at start: Int) -> Match? {
    var index = word(start) == "the" ? start + 1 : start
    if word(index).hasPrefix("mid-") {
      return middle(Self.months[String(word(index).dropFirst(4))], at: index, from: start)
    }
    guard ["mid", "middle"].contains(word(index)) else { return nil }
    index += 1
    for skipped in ["of", "the"] where word(index) == skipped { index += 1 }
    if word(index) == "next" || word(index) == "this", word(index + 1) == "month",
      let month = relativePeriod(at: index)
    {
      return on(month.first.adding(days: 14), index - start + 2)
    }
    return middle(Self.months[word(index)], at: index, from: start)
  }

  private func middle(_ month: Int?, at index: Int, from start: Int) -> Match? {
    guard let month else { return nil }
    let year = Self.year(word(index + 1))
    return on(next(day: 15, month: month, year: year), index - start + (year == nil ? 1 : 2))
  }

  /// `eow`, `eom`, `eoq`, `eoy`, `eod`, `month end`, `this week`, `next week`.
  func abbreviatedEnd(at start: Int) -> Match? {
    switch word(start) {
    case "eod", "cob": return on(today, 1)
    case "eow": return on(week(0)?.last, 1)
    case "eom": return on(today.endOfMonth, 1)
    case "eoq": return on(today.endOfQuarter, 1)
    case "eoy": return on(today.endOfYear, 1)
    case "month" where word(start + 1) == "end": return on(today.endOfMonth, 2)
    case "quarter" where word(start + 1) == "end": return on(today.endOfQuarter, 2)
    case "year" where word(start + 1) == "end": return on(today.endOfYear, 2)
    case "this" where word(start + 1) == "week": return on(week(0)?.last, 2)
    case "this" where word(start + 1) == "month": return on(today.endOfMonth, 2)
    case "next" where word(start + 1) == "week": return on(week(1)?.last, 2)
    default: return nil
    }
  }

  /// `March`, `Q3`, `next month`: its first day or its last, to be asked.
  func vaguePeriod(at start: Int) -> Match? {
    let isNext = word(start) == "next" && word(start + 1) != "week"
    let period = isNext ? relativePeriod(at: start) : namedPeriod(at: start)
    guard let period else { return nil }
    let days = [period.first, period.last].filter { $0 >= today }
    let reading = days.count == 2 ? DateReading.ambiguous(days) : .date(period.last)
    return Match(reading: reading, count: period.count, standing: .afterDeadline)
  }

  /// `week`, `this month`, `next quarter`, `year`.
  private func relativePeriod(at start: Int) -> Period? {
    let isNext = word(start) == "next"
    let index = isNext || ["this", "current"].contains(word(start)) ? start + 1 : start
    let steps = isNext ? 1 : 0
    let period: Period? =
      switch word(index) {
      case "week": week(steps)
      case "month": today.adding(months: steps).flatMap { months(from: $0.month, 1, $0.year) }
      case "quarter":
        today.adding(months: 3 * steps).flatMap { months(from: quarterStart($0), 3, $0.year) }
      case "year": months(from: 1, 12, today.year + steps)
      default: nil
      }
    guard var period else { return nil }
    period.count = index - start + 1
    return period
  }

  private func quarterStart(_ date: CalendarDate) -> Int { (date.month - 1) / 3 * 3 + 1 }

  /// `March`, `Q3 2027`, the next one that is not over yet where it has no year.
  private func namedPeriod(at start: Int) -> Period? {
    guard let (month, length) = Self.months[word(start)].map({ ($0, 1) }) ?? quarter(word(start))
    else { return nil }
    let year = Self.year(word(start + 1))
    let candidates = year.map { [$0] } ?? [today.year, today.year + 1]
    let periods = candidates.compactMap { months(from: month, length, $0) }
    guard var period = periods.first(where: { year != nil || $0.last >= today }) else {
      return nil
    }
    period.count = year == nil ? 1 : 2
    return period
  }

  private func year(at start: Int) -> Period? {
    Self.year(word(start)).flatMap { months(from: 1, 12, $0) }
  }

  private func quarter(_ word: String) -> (Int, Int)? {
    guard word.utf8.count == 2, word.first == "q",
      let number = Self.plain(String(word.dropFirst())),
      (1...4).contains(number)
    else { return nil }
    return (number * 3 - 2, 3)
  }

  /// So many whole months.
  private func months(from month: Int, _ length: Int, _ year: Int) -> Period? {
    guard let first = CalendarDate(year: year, month: month, day: 1),
      let last = first.adding(months: length - 1)?.endOfMonth
    else { return nil }
    return Period(first: first, last: last, count: 1)
  }

  /// Monday to Friday of this week or the next; on a weekend this week is the coming one.
  private func week(_ steps: Int) -> Period? {
    let isOver = today.weekday.rawValue > Weekday.friday.rawValue
    let ahead = 7 * (steps == 0 && isOver ? 1 : steps)
    guard let first = today.adding(days: 1 - today.weekday.rawValue + ahead),
      let last = first.adding(days: 4)
    else { return nil }
    return Period(first: first, last: last, count: 1)
  }
}
