import Values

/// Words that say by when, wherever an action has them: `by next week`, `12 Dec`, `due Friday`.
///
/// Which day they mean is read later, by the day on which the log was written; here they only leave
/// the way to the names, and go to the end of the action.
enum DayWords {
  /// Any day will do, since no reading is kept.
  private static let someDay = CalendarDate(dayNumber: 20_000)

  private static let months: Set<String> = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  static func isDay(_ words: String) -> Bool {
    guard let someDay, words.contains(where: { $0.isLetter || $0.isNumber }) else { return false }
    // June may do something herself, and Jan too.
    if months.contains(words.prefix(3).lowercased()), words.allSatisfy(\.isLetter) { return false }
    if let rest = Keyword.rest(of: "due:", in: words) { return isDay(rest.trimmed) }
    return DatePhrase.read(words, today: someDay) != .none
  }

  /// What a day begins with, but for a number.
  private static let beginnings: Set<String> = [
    "by", "on", "until", "till", "til", "before", "due", "no", "not", "in", "next", "this", "the",
    "end", "mid", "middle", "start", "beginning", "early", "late", "today", "tonight", "tomorrow",
    "mon", "tue", "wed", "thu", "fri", "sat", "sun", "eod", "eow", "eom", "cob", "within", "asap",
    "for", "at", "latest", "half", "a", "one", "two", "three", "four",
  ]
  /// What a day ends with, but for a number, by its first three letters.
  private static let ends: Set<String> = [
    "mon", "tue", "wed", "thu", "fri", "sat", "sun", "tod", "tom", "ton", "wee", "day", "yea",
    "qua", "eod", "eow", "eom", "cob", "lat", "mor", "noo", "mid", "aft", "eve", "nig", "now",
  ]

  /// Whether a word may begin or end a day: most words do not, and reading a day takes its time.
  private static func may(_ word: Substring, _ words: Set<String>) -> Bool {
    if word.utf8.contains(where: { (0x30...0x39).contains($0) }) { return true }
    let start = word.drop { "([".contains($0) }.prefix { $0.isLetter }.lowercased()
    let short = String(start.prefix(3))
    return words.contains(start) || words.contains(short) || months.contains(short)
  }

  /// The longest day that a text begins with, and what follows it; of six words at most.
  static func leading(_ text: String) -> (day: String, rest: String)? {
    guard may(text.prefix { $0 != " " }, beginnings) else { return nil }
    let words = text.split(maxSplits: 7, whereSeparator: \.isWhitespace)
    for count in (1...6).reversed() where count < words.count {
      let day = text[..<words[count - 1].endIndex]
      let bare = day.drop { $0 == " " }.prefixWithoutSigns
      guard isDay(bare) else { continue }
      return (bare, text[words[count - 1].endIndex...].trimmed)
    }
    return nil
  }

  /// The longest day that a text ends with, and what stands before it.
  static func trailing(_ text: String) -> (rest: String, day: String)? {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard words.count > 1, let last = words.last, may(last, ends) else { return nil }
    for start in words.indices.dropFirst().suffix(6) {
      let day = text[words[start].startIndex...].trimmed
      guard isDay(day) else { continue }
      return (String(text[..<words[start].startIndex]).trimmed, day)
    }
    return nil
  }
}

extension Substring {
  /// Without the comma, the colon or the dash that sets it off from what follows.
  fileprivate var prefixWithoutSigns: String {
    var words = self
    while let last = words.last, ",:;-–— ".contains(last) { words.removeLast() }
    return String(words)
  }
}
