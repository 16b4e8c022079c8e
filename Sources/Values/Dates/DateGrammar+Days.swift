/// Days by name and by distance from today.
extension DateGrammar {
  func on(_ date: CalendarDate?, _ count: Int, _ standing: Standing = .anywhere) -> Match? {
    date.map { Match(reading: .date($0), count: count, standing: standing) }
  }

  /// `today`, `tomorrow`, `the day after tomorrow`, `yesterday`.
  func namedDay(at start: Int) -> Match? {
    switch word(start) {
    case "today", "tonight": return on(today, 1)
    case "tomorrow", "tmrw", "tmr", "tomorow", "tommorow", "tommorrow":
      return on(today.adding(days: 1), 1)
    case "yesterday": return on(today.adding(days: -1), 1, .alone)
    default: break
    }
    let index = word(start) == "the" ? start + 1 : start
    guard word(index) == "day", word(index + 1) == "after", word(index + 2) == "tomorrow" else {
      return nil
    }
    return on(today.adding(days: 2), index - start + 3)
  }

  /// `fri`, `this fri`, `next tue`, `coming monday`, `fri next week`, `next week fri`.
  func weekday(at start: Int) -> Match? {
    if let day = Self.weekdays[word(start)] {
      if word(start + 1) == "next", word(start + 2) == "week" {
        return on(inNextWeek(day), 3)
      }
      return on(after(today, day), 1)
    }
    if word(start) == "next", word(start + 1) == "week" {
      let index = word(start + 2) == "on" ? start + 3 : start + 2
      return Self.weekdays[word(index)].flatMap { on(inNextWeek($0), index - start + 1) }
    }
    guard let day = Self.weekdays[word(start + 1)] else { return nil }
    switch word(start) {
    case "this": return on(today.adding(days: -1).flatMap { after($0, day) }, 2)
    case "next": return on(inNextWeek(day), 2)
    case "coming": return on(after(today, day), 2)
    default: return nil
    }
  }

  static let weekdays: [String: Weekday] = {
    var named: [String: Weekday] = [
      "tues": .tuesday, "weds": .wednesday, "thur": .thursday, "thurs": .thursday,
    ]
    for day in Weekday.allCases {
      named[day.name.lowercased()] = day
      named[day.shortName.lowercased()] = day
    }
    return named
  }()

  /// The first such weekday that is later than the day.
  func after(_ date: CalendarDate, _ day: Weekday) -> CalendarDate? {
    let ahead = (day.rawValue - date.weekday.rawValue + 7) % 7
    return date.adding(days: ahead == 0 ? 7 : ahead)
  }

  /// That weekday of the week that begins next Monday.
  func inNextWeek(_ day: Weekday) -> CalendarDate? {
    today.adding(days: 7 - today.weekday.rawValue + day.rawValue)
  }

  /// `in 2 weeks`, `within a month`, `in 3d`, `in two weeks' time`.
  func inSomeTime(at start: Int) -> Match? {
    guard ["in", "within"].contains(word(start)),
      let (span, count) = someTime(at: start + 1)
    else { return nil }
    let time = word(start + 1 + count) == "time" ? 1 : 0
    return on(span.from(today, sign: 1), 1 + count + time)
  }

  /// `+2w`, `+3d`, `+1m`.
  func plusSomeTime(at start: Int) -> Match? {
    let text = word(start)
    guard text.hasPrefix("+"), let span = Self.glued(text.dropFirst()) else { return nil }
    return on(span.from(today, sign: 1), 1)
  }

  /// `2 weeks from now`, `3 days from today`, `2 weeks ago`.
  func someTimeFromNow(at start: Int) -> Match? {
    guard let (span, count) = someTime(at: start) else { return nil }
    if word(start + count) == "ago" { return on(span.from(today, sign: -1), count + 1, .alone) }
    guard word(start + count) == "from", ["now", "today"].contains(word(start + count + 1)) else {
      return nil
    }
    return on(span.from(today, sign: 1), count + 2)
  }
}

extension DateGrammar {
  /// A count and a unit, in one word or two, and how many words they take.
  private func someTime(at start: Int) -> (CalendarSpan, Int)? {
    if let span = Self.glued(word(start)[...]) { return (span, 1) }
    if word(start) == "a", word(start + 1) == "fortnight" { return (CalendarSpan(days: 14), 2) }
    guard let count = Self.count(word(start)),
      let span = Self.span(count, word(start + 1))
    else { return nil }
    return (span, 2)
  }

  /// `2w`, `3d`, `1m`.
  private static func glued(_ text: Substring) -> CalendarSpan? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard let count = count(String(digits)) else { return nil }
    return span(count, String(text.dropFirst(digits.count)))
  }

  private static func count(_ word: String) -> Int? {
    if let number = numbers.firstIndex(of: word) { return number + 1 }
    if word == "a" || word == "an" { return 1 }
    guard word.utf8.count <= 5 else { return nil }
    return ASCIIDigits.value(word)
  }

  private static let numbers = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
  ]

  private static func span(_ count: Int, _ unit: String) -> CalendarSpan? {
    switch unit {
    case "d", "day", "days": CalendarSpan(days: count)
    case "w", "wk", "wks", "week", "weeks": CalendarSpan(days: 7 * count)
    case "m", "mo", "month", "months": CalendarSpan(months: count)
    case "q", "quarter", "quarters": CalendarSpan(months: 3 * count)
    case "y", "yr", "year", "years": CalendarSpan(months: 12 * count)
    default: nil
    }
  }
}
