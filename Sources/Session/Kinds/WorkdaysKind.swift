package import PlaybookLanguage
package import Values

/// How long a task takes, in days of work: `3 days`, `2 weeks` (ten days), `0` for a milestone.
package struct WorkdaysKind: AnswerKind {
  /// Ten years of work: a longer task is a slip of the keyboard.
  package static let most = 2_600

  package init() {}

  package func read(_ line: String, _ question: Question, _ context: AnswerContext)
    -> AnswerReading
  {
    guard let days = Int(line.trimmed) ?? Self.days(line), days >= 0 else {
      return .refused("\(line.quoted) is not a length of time. \(hint(question, context))")
    }
    guard days <= Self.most else {
      return .refused("\(line.quoted) is more than ten years of work. Is a part of it meant?")
    }
    return .answer(.number(Number(days)))
  }

  /// Reads `3 days`, `2w`, `1 week 2 days`, `half a day`, `milestone`; nil without a unit.
  ///
  /// A week has five days of work, a month twenty; a part of a day counts as a whole one.
  package static func days(_ text: String) -> Int? {
    let words = TextFolding.fold(text).trimmed
    if words == "milestone" { return 0 }
    if words == "half a day" { return 1 }
    var rest = words[...]
    var total = Number.zero
    var found = false
    while !rest.isEmpty {
      guard let count = takeCount(&rest) else { return nil }
      let unit = rest.prefix(while: \.isLetter)
      guard let each = length(of: unit), let part = count.multiplied(by: each),
        let sum = total.adding(part)
      else { return nil }
      rest = rest.dropFirst(unit.count).drop { $0 == " " }
      total = sum
      found = true
    }
    return found ? roundedUp(total) : nil
  }

  private static func takeCount(_ text: inout Substring) -> Number? {
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    if !digits.isEmpty {
      text = text.dropFirst(digits.count).drop { $0 == " " }
      return Number(String(digits))
    }
    for article in ["an ", "a ", "one "] where text.hasPrefix(article) {
      text = text.dropFirst(article.count).drop { $0 == " " }
      return 1
    }
    return nil
  }

  /// Days of work in one of these; eight hours are a day.
  private static func length(of unit: Substring) -> Number? {
    switch unit {
    case "h", "hour", "hours": Number("0.125")
    case "d", "day", "days", "workday", "workdays": 1
    case "w", "wk", "week", "weeks": 5
    case "month", "months": 20
    default: nil
    }
  }

  private static func roundedUp(_ days: Number) -> Int? {
    guard let whole = days.rounded(to: 0).wholeValue else { return nil }
    return Number(whole) < days ? whole + 1 : whole
  }

  package func value(_ json: JSONValue, _ question: Question, _ scope: SessionScope) -> Value {
    json.number.map { .number($0) } ?? .blank
  }

  package func show(_ json: JSONValue, _ question: Question, _ context: AnswerContext) -> String {
    json.int.map(Self.words) ?? ""
  }

  /// `1 day`, `3 days`, `milestone`.
  package static func words(_ days: Int) -> String {
    days == 0 ? "milestone" : days.counted("day")
  }

  package func hint(_ question: Question, _ context: AnswerContext) -> String {
    "Type days of work: 3, 3 days, 2 weeks; 0 is a milestone."
  }

  package func offer(_ value: Value, _ question: Question, _ context: AnswerContext) -> JSONValue {
    if case .number(let number) = value.plain { .number(number) } else { .null }
  }
}
