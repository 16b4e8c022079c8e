/// The vocabulary of ``DatePhrase``, matched against words from a place on.
struct DateGrammar {
  let words: [SpokenWord]
  let today: CalendarDate

  /// A phrase that was recognised.
  struct Match {
    var reading: DateReading
    /// How many words it takes.
    var count: Int
    var standing = Standing.anywhere
    /// How many words at its end are about the time of day.
    var timeOfDay = 0
  }

  /// Where in a sentence a phrase is a day and not prose.
  enum Standing {
    /// At the end, or after a preposition.
    case anywhere
    /// After by, on, until, due, before: `the 3rd`, `3.12.`
    case afterPreposition
    /// After a deadline's word, and not after `on`: `March`, `Q3`
    case afterDeadline
    /// Only where the whole field is a date: `yesterday`
    case alone
  }

  /// The word at the place as it is compared; empty beyond the end.
  func word(_ index: Int) -> String {
    words.indices.contains(index) ? words[index].core : ""
  }

  /// The longest phrase that begins at the place.
  func longestMatch(at start: Int) -> Match? {
    let rules = [
      namedDay, weekday, weekdayWithDate, absoluteDate, inSomeTime, plusSomeTime, someTimeFromNow,
      edgeOfPeriod, middleOfMonth, abbreviatedEnd, vaguePeriod, dayOfMonth,
    ]
    let matches = rules.compactMap { $0(start) }
    guard var match = matches.max(by: { $0.count < $1.count }) else { return nil }
    match.timeOfDay = timeOfDay(at: start + match.count)
    match.count += match.timeOfDay
    return match
  }

  /// How many words are skipped in `by Friday morning`, `Friday at 10:00`, `Friday at the latest`.
  private func timeOfDay(at start: Int) -> Int {
    let index = word(start) == "at" ? start + 1 : start
    if index > start, word(index) == "the", word(index + 1) == "latest" { return 3 }
    if word(start) == "latest" { return 1 }
    guard Self.timesOfDay.contains(word(index)) || isClockTime(word(index)) else { return 0 }
    return index - start + 1
  }

  private static let timesOfDay: Set<String> = [
    "morning", "noon", "midday", "afternoon", "evening", "night", "midnight", "eod", "cob",
  ]

  private func isClockTime(_ word: String) -> Bool {
    if ClockTime(typed: word) != nil { return true }
    let digits = word.prefix { $0.isNumber }
    guard let hour = ASCIIDigits.value(digits), (1...12).contains(hour) else { return false }
    return ["am", "pm"].contains(word.dropFirst(digits.count))
  }
}

/// Where a sentence has room for a day.
extension DateGrammar {
  private static let deadlines: Set<String> = ["by", "until", "till", "til", "due", "before"]

  /// Words after which a day at the end belongs to the prose: `plan for Friday`, `since Monday`.
  private static let ties: Set<String> = [
    "the", "a", "an", "of", "for", "from", "since", "about", "to", "than", "with", "after",
    "between", "and", "or", "like", "in", "at", "as", "is", "was", "are", "were", "be", "our",
    "their", "my", "your", "every", "each", "last", "past", "per", "through", "during", "not",
    "vs", "versus", "into", "what", "called", "named",
  ]

  /// Words after which `sat`, `sun`, `wed` and `tonight's` kin are verbs and nouns.
  private static let subjects: Set<String> = [
    "i", "we", "you", "he", "she", "it", "they", "who", "that", "which", "people", "where", "has",
    "have", "had",
  ]

  /// The place after the prepositions that stand at this one.
  func prepositions(from start: Int) -> Int {
    var index = start
    while Self.deadlines.contains(word(index)) || word(index) == "on" { index += 1 }
    return index
  }

  /// The longest day that begins exactly here and is not prose; behind a name, `3.12.` is a day.
  func find(at start: Int, isAfterName: Bool = false) -> DatePhrase.Found? {
    guard let match = longestMatch(at: start) else { return nil }
    let first = firstPreposition(before: start)
    let isAtEnd = start + match.count == words.count
    let before = word(start - 1)
    let stands =
      switch match.standing {
      case .alone: false
      case .afterDeadline: Self.deadlines.contains(before)
      case .afterPreposition: first < start || (isAfterName && isAtEnd)
      case .anywhere: first < start || (isAtEnd && !isTied(start))
      }
    guard stands else { return nil }
    return DatePhrase.Found(
      words: first..<start + match.count, reading: match.reading, hasPreposition: first < start)
  }

  private func isTied(_ start: Int) -> Bool {
    let before = word(start - 1)
    guard start > 0, !words[start - 1].endsClause else { return false }
    if Self.ties.contains(before) { return true }
    return ["sat", "sun", "wed", "mar"].contains(word(start)) && Self.subjects.contains(before)
  }

  /// Walks back over `due by`, `on`, `no later than`.
  private func firstPreposition(before start: Int) -> Int {
    var index = start
    while index > 0, Self.deadlines.contains(word(index - 1)) || word(index - 1) == "on" {
      index -= 1
    }
    if index > 2, word(index - 1) == "than", word(index - 2) == "later",
      ["no", "not"].contains(word(index - 3))
    {
      return index - 3
    }
    return index
  }
}
