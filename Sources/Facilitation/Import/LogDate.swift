import Values

/// The day on which a log was written, where it says so.
enum LogDate {
  /// Looks where logs say it, and not at days that people talk about.
  ///
  /// In front of a line, in the address of the log (`/2026/11/20-forms`), behind `Date:`, `Log opened`
  /// or `Meeting started`, and in the first lines of notes.
  static func find(in text: String) -> CalendarDate? {
    let lines = text.split(maxSplits: 200, whereSeparator: \.isNewline).prefix(200)
    for (place, line) in lines.enumerated() {
      let words = line.split { $0.isWhitespace || "[](),<>".contains($0) }.map(String.init)
      if let first = words.first.flatMap(iso) { return first }
      if let date = address(line) { return date }
      let isHead = place < 3 && !line.contains("<") && !line.contains(":")
      guard isHead || openings.contains(where: line.contains) else { continue }
      for place in words.indices {
        if let date = iso(words[place]) ?? written(words, place) { return date }
      }
    }
    return nil
  }

  private static let openings = ["Date:", "Log opened", "Meeting started", "Meeting ended"]

  /// The day in an address such as `https://www.w3.org/2026/11/20-forms-irc`.
  private static func address(_ line: Substring) -> CalendarDate? {
    let parts = line.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 3, line.contains("://") else { return nil }
    for place in parts.indices.dropLast(2) where parts[place].count == 4 {
      let day = String(parts[place + 2].prefix(2))
      if let date = CalendarDate(iso: "\(parts[place])-\(parts[place + 1])-\(day)") { return date }
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
