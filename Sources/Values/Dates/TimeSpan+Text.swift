extension TimeSpan {
  /// Reads `5m`, `1h30`, `90 min`, `1.5h`, `2 weeks`, `3 days`, `an hour`; nil without a unit.
  ///
  /// A number after hours needs no unit of its own: it counts minutes.
  package init?(typed text: String) {
    var rest = TypedText.plain(text).lowercased()[...]
    var total = Number.zero
    var last: Unit?
    while !rest.isEmpty {
      guard let count = Self.takeCount(&rest) else { return nil }
      let word = rest.prefix { $0.isLetter }
      rest = Self.skippingSpaces(rest.dropFirst(word.count))
      guard let unit = Self.unit(word, after: last),
        last.map({ unit.rawValue < $0.rawValue }) ?? true,
        let part = count.multiplied(by: Number(unit.rawValue)), let sum = total.adding(part)
      else { return nil }
      total = sum
      last = unit
    }
    guard last != nil, let seconds = total.wholeValue else { return nil }
    self.init(seconds: seconds)
  }

  /// Reads how often something comes again: `every week`, `every two weeks`, `each day`, `2 weeks`,
  /// `weekly`, `daily`; nil for other words.
  package init?(rhythm text: String) {
    var words = TypedText.plain(text).lowercased().split(separator: " ").map(String.init)
    let single = ["daily": "day", "weekly": "week"]
    if words.count == 1, let unit = single[words[0]] { words = [unit] }
    if ["every", "each"].contains(words.first) { words.removeFirst() }
    if words.first == "other", words.count == 2 { words[0] = "2" }
    let counts = ["one": "1", "two": "2", "three": "3", "four": "4", "six": "6"]
    if let count = words.first.flatMap({ counts[$0] }) { words[0] = count }
    if words.count == 1, let unit = words.first, unit.first?.isLetter == true {
      words = ["1", unit]
    }
    self.init(typed: words.joined(separator: " "))
  }

  /// Whole weeks that are nearly `12 months` or `1 year`, which have no length of their own; nil for
  /// other words.
  package static func nearest(toMonths text: String) -> TimeSpan? {
    var rest = TypedText.plain(text).lowercased()[...]
    guard let count = takeCount(&rest), let weeks = weeks(in: rest) else { return nil }
    let total = count.multiplied(by: weeks)?.divided(by: 12)?.rounded(to: 0).wholeValue
    return total.flatMap { (1...10_000).contains($0) ? TimeSpan($0, .week) : nil }
  }

  /// How many weeks twelve of these have.
  private static func weeks(in unit: Substring) -> Number? {
    switch unit {
    case "month", "months", "mo": 52
    case "quarter", "quarters": 156
    case "year", "years", "y", "yr", "yrs": 624
    default: nil
    }
  }

  /// For people: `60 min`, `1 h 30`, `3 days`, `2 weeks`, `45 s`; never more than two units.
  package var display: String {
    if seconds < 0 {
      return "-" + TimeSpan(seconds: seconds == .min ? .max : -seconds).display
    }
    return Self.words(seconds)
  }

  private static func words(_ seconds: Int) -> String {
    switch seconds {
    case 0: "0 min"
    case ..<60: "\(seconds) s"
    case ...3_600: pair(seconds, .minute, " min", .second, " s")
    case ..<86_400: hours(seconds)
    case _ where seconds.isMultiple(of: Unit.week.rawValue):
      counted(seconds / Unit.week.rawValue, "week")
    default:
      counted(seconds / Unit.day.rawValue, "day") + trailingHours(seconds % Unit.day.rawValue)
    }
  }

  private static func pair(
    _ seconds: Int, _ large: Unit, _ largeName: String, _ small: Unit, _ smallName: String
  ) -> String {
    let rest = seconds % large.rawValue / small.rawValue
    return "\(seconds / large.rawValue)\(largeName)" + (rest == 0 ? "" : " \(rest)\(smallName)")
  }

  /// `2 h`, `1 h 30`, `1 h 05`.
  private static func hours(_ seconds: Int) -> String {
    let minutes = seconds % 3_600 / 60
    let hours = "\(seconds / 3_600) h"
    return minutes == 0 ? hours : "\(hours) \(ASCIIDigits.padded(minutes, to: 2))"
  }

  private static func trailingHours(_ seconds: Int) -> String {
    seconds < 3_600 ? "" : " \(seconds / 3_600) h"
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(Number(count).display) \(noun)\(count.agreeing("", "s"))"
  }

  private static func takeCount(_ text: inout Substring) -> Number? {
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    if !digits.isEmpty {
      text = skippingSpaces(text.dropFirst(digits.count))
      return Number(String(digits))
    }
    for article in ["an ", "a ", "one "] where text.hasPrefix(article) {
      text = skippingSpaces(text.dropFirst(article.count))
      return 1
    }
    return nil
  }

  private static func skippingSpaces(_ text: Substring) -> Substring {
    text.drop { $0 == " " }
  }

  private static func unit(_ word: Substring, after last: Unit?) -> Unit? {
    switch word {
    case "": last == .hour ? .minute : nil
    case "s", "sec", "secs", "second", "seconds": .second
    case "m", "min", "mins", "minute", "minutes": .minute
    case "h", "hr", "hrs", "hour", "hours": .hour
    case "d", "day", "days": .day
    case "w", "wk", "wks", "week", "weeks": .week
    default: nil
    }
  }
}
