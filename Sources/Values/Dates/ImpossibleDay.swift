/// A day that no calendar has, such as `31 Feb`, and the last day of its month instead.
package struct ImpossibleDay: Sendable, Hashable {
  /// As it was typed.
  package let words: String
  package let instead: CalendarDate
}

extension DatePhrase {
  /// The day that does not exist at the end of a sentence, or after by, on, until, due or before.
  ///
  /// Nil where there is none: what is no day at all stays prose.
  package static func impossible(in text: String, today: CalendarDate) -> ImpossibleDay? {
    let words = SpokenWord.split(TypedText.plain(text))
    let grammar = DateGrammar(words: words, today: today)
    for start in words.indices {
      guard let (count, instead) = grammar.impossibleDay(at: start) else { continue }
      let isLast = start + count == words.count || words[start + count - 1].endsClause
      guard isLast || grammar.prepositions(from: max(0, start - 1)) == start, count > 0 else {
        continue
      }
      return ImpossibleDay(
        words: SpokenWord.sentence(words[start..<start + count]), instead: instead)
    }
    return nil
  }
}

extension DateGrammar {
  fileprivate func impossibleDay(at start: Int) -> (count: Int, instead: CalendarDate)? {
    if let day = Self.day(word(start)), let month = Self.months[word(start + 1)] {
      return instead(day, month, Self.year(word(start + 2)), 2)
    }
    if let month = Self.months[word(start)], let day = Self.day(word(start + 1)) {
      return instead(day, month, Self.year(word(start + 2)), 2)
    }
    return impossibleNumbers(at: start)
  }

  /// `31/2`, `30.2.`, `2026-02-30`.
  private func impossibleNumbers(at start: Int) -> (count: Int, instead: CalendarDate)? {
    let numbers = word(start).split { "/.-".contains($0) }.compactMap { ASCIIDigits.value($0) }
    let pieces = word(start).split { "/.-".contains($0) }
    guard numbers.count == pieces.count, (2...3).contains(numbers.count) else { return nil }
    if pieces[0].utf8.count == 4 {
      guard numbers.count == 3 else { return nil }
      return instead(numbers[2], numbers[1], numbers[0], 1)
    }
    let year = numbers.count == 3 ? (numbers[2] < 100 ? 2000 + numbers[2] : numbers[2]) : nil
    guard numbers[0] > 28, numbers[1] <= 12 else { return nil }
    return instead(numbers[0], numbers[1], year, 1)
  }

  /// The month's last day, where it has no such day.
  private func instead(_ day: Int, _ month: Int, _ year: Int?, _ count: Int)
    -> (count: Int, instead: CalendarDate)?
  {
    guard (29...31).contains(day), (1...12).contains(month),
      next(day: day, month: month, year: year) == nil
    else { return nil }
    let last = (0...1).lazy.compactMap { ahead in
      CalendarDate(year: year ?? today.year + ahead, month: month, day: 1)?.endOfMonth
    }.first { year != nil || $0 >= today }
    return last.map { (count + (year != nil && count == 2 ? 1 : 0), $0) }
  }
}
