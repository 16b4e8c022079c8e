/// Days as people say them: `fri`, `next tue`, `in 2 weeks`, `end of Q3`, `3 Dec`, `2026-12-03`.
///
/// Weeks begin on Monday and end, for work, on Friday. A weekday is the next one after today, so on
/// a Friday `fri` is next week's; `this fri` may be today; `next tue` is in the week after this
/// one. A day and month without a year is the next one from today on. What may be two days
/// (`03/12`) is never guessed.
package enum DatePhrase {
  /// Reads a whole field; `.none` where it is no day, or more than one.
  package static func read(_ text: String, today: CalendarDate) -> DateReading {
    let words = SpokenWord.split(TypedText.plain(text))
    let grammar = DateGrammar(words: words, today: today)
    let start = grammar.prepositions(from: 0)
    guard let match = grammar.longestMatch(at: start), start + match.count == words.count else {
      return .none
    }
    return match.reading
  }

  /// The same day a year before, where no year was said and it is much nearer than the next one.
  ///
  /// “When should it have been ready? 15 Sept”, said in November, is hardly next year's. `read`
  /// gives what the same words would have meant on a day: a weekday or `in 2 weeks` moves with it,
  /// a day with its year stays.
  package static func nearerYearBefore(
    _ date: CalendarDate, today: CalendarDate, read: (CalendarDate) -> DateReading?
  ) -> CalendarDate? {
    guard let earlier = date.adding(months: -12), earlier < today,
      date.days(since: today) > 2 * today.days(since: earlier), read(earlier) == .date(earlier)
    else { return nil }
    return earlier
  }

  /// As ``read(_:today:)``, where the year is asked for if the last such day is much nearer.
  package static func readAskingYear(_ text: String, today: CalendarDate) -> DateReading {
    let reading = read(text, today: today)
    guard case .date(let date) = reading,
      let earlier = nearerYearBefore(date, today: today, read: { read(text, today: $0) })
    else { return reading }
    return .ambiguous([earlier, date])
  }

  /// Finds the day that a sentence ends with, or that it names after by, on, until, due or before.
  ///
  /// The range takes in the preposition, so that the sentence reads on without it. Prose stays
  /// prose: in `we march on`, `it may`, `where we sat down` there is no day.
  package static func find(
    in text: String, today: CalendarDate
  ) -> (range: Range<String.Index>, reading: DateReading)? {
    let words = SpokenWord.split(text)
    guard let found = find(in: words, today: today) else { return nil }
    let first = words[found.words.lowerBound].range
    let last = words[found.words.upperBound - 1].range
    return (first.lowerBound..<last.upperBound, found.reading)
  }

  /// What is said of the time beside the day that a text names: `10am` in `18 Dec at 10am`.
  ///
  /// A day has none, so that whoever keeps the day says what is not kept; a day's end is no time.
  package static func timeOfDay(in text: String, today: CalendarDate) -> String? {
    let words = SpokenWord.split(TypedText.plain(text))
    let grammar = DateGrammar(words: words, today: today)
    let found = find(in: words, today: today)?.words ?? words.indices
    for start in found {
      guard let match = grammar.longestMatch(at: start), start + match.count == found.upperBound
      else { continue }
      let time = words[(found.upperBound - match.timeOfDay)..<found.upperBound]
        .filter { !["at", "the", "latest", "eod", "cob"].contains($0.core) }
      return time.isEmpty ? nil : time.map(\.bare).joined(separator: " ")
    }
    return nil
  }

  /// A day among words.
  struct Found: Equatable {
    /// With the prepositions before it.
    var words: Range<Int>
    var reading: DateReading
    var hasPreposition: Bool
  }

  /// The last day in the sentence, in its longest reading; `names` are the places behind a name.
  static func find(
    in words: [SpokenWord], today: CalendarDate, after names: Set<Int> = []
  ) -> Found? {
    let grammar = DateGrammar(words: words, today: today)
    var best: Found?
    for start in words.indices {
      guard let found = grammar.find(at: start, isAfterName: names.contains(start)) else {
        continue
      }
      if let known = best, known.words.upperBound >= found.words.upperBound { continue }
      best = found
    }
    return best
  }
}
