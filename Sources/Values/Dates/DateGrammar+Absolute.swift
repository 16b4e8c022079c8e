/// Days by number: `3 Dec`, `December 3rd, 2026`, `2026-12-03`, `13/12`, `3.12.`
extension DateGrammar {
  func absoluteDate(at start: Int) -> Match? {
    let index = word(start) == "the" ? start + 1 : start
    guard var match = dayAndMonth(at: index) ?? monthAndDay(at: index) ?? inOneWord(at: index)
    else { return nil }
    match.count += index - start
    return match
  }

  /// `Fri 27 Nov 2026`; where the day is no Friday, both are asked about.
  func weekdayWithDate(at start: Int) -> Match? {
    guard let day = Self.weekdays[word(start)],
      let match = absoluteDate(at: start + 1), case .date(let date) = match.reading
    else { return nil }
    let isTrue = date.weekday == day
    let reading: DateReading =
      isTrue ? .date(date) : .ambiguous([date] + [after(today, day)].compactMap { $0 })
    return Match(reading: reading, count: match.count + 1)
  }

  /// `3 Dec`, `3rd of December 2026`.
  private func dayAndMonth(at start: Int) -> Match? {
    guard let day = Self.day(word(start)) else { return nil }
    let index = word(start + 1) == "of" ? start + 2 : start + 1
    guard let month = Self.months[word(index)] else { return nil }
    let year = Self.year(word(index + 1))
    return on(
      next(day: day, month: month, year: year), index - start + (year == nil ? 1 : 2))
  }

  /// `Dec 3`, `December the 3rd, 2026`.
  private func monthAndDay(at start: Int) -> Match? {
    guard let month = Self.months[word(start)] else { return nil }
    let index = word(start + 1) == "the" ? start + 2 : start + 1
    guard let day = Self.day(word(index)) else { return nil }
    let year = Self.year(word(index + 1))
    return on(
      next(day: day, month: month, year: year), index - start + (year == nil ? 1 : 2))
  }

  /// The day itself where the year is given, else the next one from today on; nil if none exists.
  func next(day: Int, month: Int, year: Int?) -> CalendarDate? {
    if let year { return CalendarDate(year: year, month: month, day: day) }
    return (today.year...today.year + 8).lazy
      .compactMap { CalendarDate(year: $0, month: month, day: day) }
      .first { $0 >= today }
  }

  /// `the 3rd`, at the end of a clause: the next third of a month.
  func dayOfMonth(at start: Int) -> Match? {
    guard word(start) == "the", let day = Self.day(word(start + 1)),
      word(start + 1).last?.isLetter == true,
      words.count == start + 2 || words[start + 1].endsClause
    else { return nil }
    let first = today.adding(days: 1 - today.day)
    let date = (0..<12).lazy
      .compactMap { first?.adding(months: $0) }
      .compactMap { CalendarDate(year: $0.year, month: $0.month, day: day) }
      .first { $0 >= today }
    return on(date, 2, .afterPreposition)
  }
}

/// Days in one word.
extension DateGrammar {
  private func inOneWord(at start: Int) -> Match? {
    let text = word(start)
    if let date = CalendarDate(iso: text) { return on(date, 1) }
    if text.contains("/") { return slashed(text, at: start) }
    if text.contains(".") { return dotted(text, at: start) }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    if parts.count == 3, let year = Self.year(parts[2]) {
      if let month = Self.months[parts[1]] { return named(parts[0], month, year) }
      return either(parts[0], parts[1], year)
    }
    if parts.count == 2, let month = Self.months[parts[1]] { return named(parts[0], month, nil) }
    return gluedMonth(text)
  }

  /// `3dec`.
  private func gluedMonth(_ text: String) -> Match? {
    let digits = text.prefix { $0.isNumber }
    guard !digits.isEmpty, let month = Self.months[String(text.dropFirst(digits.count))] else {
      return nil
    }
    return named(String(digits), month, nil)
  }

  private func named(_ day: String, _ month: Int, _ year: Int?) -> Match? {
    Self.day(day).flatMap { on(next(day: $0, month: month, year: year), 1) }
  }

  /// `13/12`, `03/12/2026`, `2026/12/03`; `3/4 of the cases` is no day.
  private func slashed(_ text: String, at start: Int) -> Match? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard word(start + 1) != "of" else { return nil }
    if parts.count == 3, let year = Self.year(parts[0]) {
      guard let month = Self.plain(parts[1]), let day = Self.plain(parts[2]) else { return nil }
      return on(CalendarDate(year: year, month: month, day: day), 1)
    }
    if parts.count == 2 { return either(parts[0], parts[1], nil) }
    guard parts.count == 3, let year = Self.year(parts[2]) ?? Self.shortYear(parts[2]) else {
      return nil
    }
    return either(parts[0], parts[1], year)
  }

  /// Day and month in either order; both where both exist.
  private func either(_ first: String, _ second: String, _ year: Int?) -> Match? {
    guard let first = Self.plain(first), let second = Self.plain(second) else { return nil }
    let dates = [
      next(day: first, month: second, year: year), next(day: second, month: first, year: year),
    ].compactMap { $0 }
    guard dates.count == 2, dates[0] != dates[1] else { return on(dates.first, 1) }
    return Match(reading: .ambiguous(dates), count: 1)
  }

  /// `3.12.`, `3.12.2026`: the day first, as everywhere that writes days with dots.
  private func dotted(_ text: String, at start: Int) -> Match? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard (2...3).contains(parts.count), let day = Self.plain(parts[0]),
      let month = Self.plain(parts[1])
    else { return nil }
    guard parts.count == 3 else {
      let date = next(day: day, month: month, year: nil)
      return on(date, 1, words[start].endsWithDot ? .afterPreposition : .alone)
    }
    if let year = Self.year(parts[2]) {
      return on(CalendarDate(year: year, month: month, day: day), 1)
    }
    return Self.shortYear(parts[2]).flatMap {
      on(CalendarDate(year: $0, month: month, day: day), 1, .afterPreposition)
    }
  }
}

/// The parts of a date.
extension DateGrammar {
  static let months: [String: Int] = {
    var named = ["sept": 9]
    for (index, name) in CalendarDate.monthNames.enumerated() {
      named[name.lowercased()] = index + 1
      named[String(name.prefix(3)).lowercased()] = index + 1
    }
    return named
  }()

  /// `3`, `03`, `3rd`.
  static func day(_ word: String) -> Int? {
    let digits = word.prefix { $0.isNumber }
    let suffix = word.dropFirst(digits.count)
    guard ["", "st", "nd", "rd", "th"].contains(suffix) else { return nil }
    return plain(String(digits)).flatMap { (1...31).contains($0) ? $0 : nil }
  }

  /// One or two digits.
  static func plain(_ word: String) -> Int? {
    word.utf8.count <= 2 ? ASCIIDigits.value(word) : nil
  }

  /// Four digits that are a year one may plan for.
  static func year(_ word: String) -> Int? {
    guard word.utf8.count == 4, let year = ASCIIDigits.value(word) else { return nil }
    return (1900...2999).contains(year) ? year : nil
  }

  static func shortYear(_ word: String) -> Int? {
    word.utf8.count == 2 ? ASCIIDigits.value(word).map { 2000 + $0 } : nil
  }
}
