import Values

/// The day on which a log was written, where it says so.
enum LogDate {
  /// Looks where logs say it, and not at days that people talk about.
  ///
  /// First where the log speaks of itself (`Date:`, `Meeting started`, `Log opened`, `logging to …`),
  /// then in the times in front of its lines, then in its heading. Earlier minutes are linked to and
  /// spoken of as well: what a line says of another meeting is not taken.
  static func find(in text: String) -> CalendarDate? {
    let lines = text.split(maxSplits: 400, whereSeparator: \.isNewline).prefix(400).map(String.init)
    return lines.lazy.compactMap(ofItself).first ?? lines.lazy.compactMap(inFront).first
      ?? heading(of: lines)
  }

  // MARK: Where it stands

  private static let openings = [
    "date:", "datum:", "log opened", "begin logging at", "meeting started", "meeting ended",
    "day changed", "irc log of", "held on", "meeting date",
  ]
  /// In front of the log's own address.
  private static let addresses = [
    "logging to ", "full logs", "minutes: ", "minutes (text)", "log: ", "irc log: ",
    "recorded in http", "log.html", "#t1", "#t0", "#t2",
  ]
  /// What another meeting is spoken of with.
  private static let others = [
    "previous", "last ", "earlier", "next ", "approv", "accept", "prior", "letzte", "vorige",
    "nächste", "due", "deadline", "until", "by ",
  ]

  private static func isOfOther(_ line: String) -> Bool { others.contains(where: line.contains) }

  private static func ofItself(_ line: String) -> CalendarDate? {
    let folded = line.lowercased()
    let said = saidWords(folded)
    if openings.contains(where: said.hasPrefix) || folded.hasPrefix("**** begin logging at"),
      let date = written(in: line)
    {
      return date
    }
    guard addresses.contains(where: folded.contains), !isOfOther(folded) else { return nil }
    return address(line)
  }

  /// What stands behind a time and a nick, if anything does.
  private static func saidWords(_ line: String) -> String {
    var rest = line[...]
    if let close = line.firstIndex(of: ">") ?? line.lastIndex(of: "\t") {
      rest = line[line.index(after: close)...]
    }
    return String(rest.drop { !$0.isLetter })
  }

  /// `2026-11-20T15:00:11Z <ana> …`.
  private static func inFront(_ line: String) -> CalendarDate? {
    line.split { $0.isWhitespace || "[](),<>".contains($0) }.first.flatMap { iso(String($0)) }
  }

  /// In the first lines, as far as nobody says anything yet.
  private static func heading(of lines: [String]) -> CalendarDate? {
    for line in lines.filter({ !$0.trimmed.isEmpty }).prefix(8) {
      let folded = line.lowercased()
      if line.contains("<") || line.first?.isNumber == true && isClock(line) { return nil }
      guard !isOfOther(folded), !line.contains("://") else { continue }
      if let date = written(in: line) { return date }
    }
    return nil
  }

  private static func isClock(_ line: String) -> Bool {
    line.prefix { !$0.isWhitespace }.contains(":")
  }

  // MARK: How it is written

  /// The day in an address: `https://www.w3.org/2026/11/20-forms-irc`, `…/forms.2026-09-14-14.00.html`.
  private static func address(_ line: String) -> CalendarDate? {
    guard let start = line.firstRange(of: "://") else { return nil }
    let digits = line[start.upperBound...].map { $0.isNumber && $0.isASCII ? $0 : " " }
    let numbers = String(digits).split(separator: " ").map(String.init)
    for place in numbers.indices.dropLast(2) where numbers[place].count == 4 {
      let parts = numbers[place...].prefix(3).map { $0.count == 1 ? "0" + $0 : $0 }
      if let date = CalendarDate(iso: parts.joined(separator: "-")) { return date }
    }
    return nil
  }

  private static func iso(_ word: String) -> CalendarDate? {
    guard word.count >= 10, word.dropFirst(4).first == "-" else { return nil }
    let rest = word.dropFirst(10).first
    guard rest == nil || rest == "T" || rest == "." || rest == ":" else { return nil }
    return CalendarDate(iso: String(word.prefix(10)))
  }

  private static func written(in line: String) -> CalendarDate? {
    let words = line.split { $0.isWhitespace || "[](),<>–—|*#".contains($0) }.map(String.init)
    return words.indices.lazy.compactMap { place in
      iso(words[place]) ?? numbers(words[place]) ?? named(words, place)
    }.first
  }

  /// `21/05/2026`, `21.5.2026`; `03/05/2026` may be two days, and is none.
  private static func numbers(_ word: String) -> CalendarDate? {
    guard let stroke = word.first(where: { "/.".contains($0) }) else { return nil }
    let parts = word.split(separator: stroke).map { Int($0) ?? -1 }
    guard parts.count == 3, !parts.contains(-1) else { return nil }
    if parts[0] > 1900 { return CalendarDate(year: parts[0], month: parts[1], day: parts[2]) }
    guard parts[2] > 1900 else { return nil }
    let dayFirst = CalendarDate(year: parts[2], month: parts[1], day: parts[0])
    let monthFirst = CalendarDate(year: parts[2], month: parts[0], day: parts[1])
    if stroke == "." || dayFirst == monthFirst { return dayFirst }
    guard dayFirst == nil || monthFirst == nil else { return nil }
    return dayFirst ?? monthFirst
  }

  private static let months = [
    "jan": 1, "feb": 2, "mar": 3, "mär": 3, "apr": 4, "may": 5, "mai": 5, "jun": 6, "jul": 7,
    "aug": 8, "sep": 9, "oct": 10, "okt": 10, "nov": 11, "dec": 12, "dez": 12,
  ]

  /// `20 November 2026`, `14. September 2026`, `June 3rd, 2026`, and `Nov 20 15:00:00 2026` as the
  /// clock of Unix writes it.
  private static func named(_ words: [String], _ place: Int) -> CalendarDate? {
    guard words[place].count >= 3, let month = months[words[place].prefix(3).lowercased()]
    else { return nil }
    func number(_ index: Int) -> Int? {
      guard words.indices.contains(index) else { return nil }
      let digits = words[index].prefix(while: \.isNumber)
      let rest = words[index].dropFirst(digits.count).lowercased()
      return ["", ".", "st", "nd", "rd", "th", ":"].contains(rest) ? Int(digits) : nil
    }
    let year = [place + 1, place + 2, place + 3, place + 4].compactMap(number).first { $0 > 1900 }
    let day = [number(place - 1), number(place + 1)].compactMap { $0 }.first { $0 < 32 }
    guard let year, let day else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }
}
