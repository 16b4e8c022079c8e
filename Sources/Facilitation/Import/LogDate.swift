import Values

/// The day on which a log was written, where it says so.
enum LogDate {
  /// Looks at the first lines: an ISO date, `20 November 2026`, `Fri Nov 20 15:00:00 2026`.
  static func find(in text: String) -> CalendarDate? {
    for line in text.split(maxSplits: 60, whereSeparator: \.isNewline).prefix(60) {
      let words = line.split { $0.isWhitespace || "[](),<>".contains($0) }.map(String.init)
      for place in words.indices {
        if let date = iso(words[place]) ?? written(words, place) { return date }
      }
    }
    return nil
  }

  private static func iso(_ word: String) -> CalendarDate? {
    guard word.count >= 10, word.dropFirst(4).first == "-" else { return nil }
    let rest = word.dropFirst(10).first
    guard rest == nil || rest == "T" || rest == "." || rest == ":" else { return nil }
    return CalendarDate(iso: String(word.prefix(10)))
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// `20 November 2026`, and `Nov 20 15:00:00 2026` as the clock of Unix writes it.
  private static func written(_ words: [String], _ place: Int) -> CalendarDate? {
    guard words[place].count >= 3,
      let month = months.firstIndex(of: words[place].prefix(3).lowercased())
    else { return nil }
    func number(_ index: Int) -> Int? { words.indices.contains(index) ? Int(words[index]) : nil }
    let before = number(place - 1)
    let after = number(place + 1)
    let year = [place + 1, place + 2, place + 3].compactMap(number).first { $0 > 1900 }
    guard let year, let day = [before, after].compactMap({ $0 }).first(where: { $0 < 32 })
    else { return nil }
    return CalendarDate(year: year, month: month + 1, day: day)
  }
}
