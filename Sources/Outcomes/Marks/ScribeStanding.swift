import Values

/// How far an action has come, as minutes say it in brackets: `[DONE] ACTION: …` in a list,
/// `ACTION: [DONE] …` and `ACTION: … [recorded in https://…] [CONTINUES]` where it was gone through.
struct ScribeStanding {
  /// The line without how far it is and where a bot noted it.
  let text: String
  /// Whether it stands in front of the marker, as it does in a list.
  let isInFront: Bool
  let isDone: Bool
  let isDropped: Bool

  static let words: Set<String> = counting.union(done).union(dropped)
  static let counting: Set<String> = [
    "new", "re", "pending", "open", "in progress", "ongoing", "continues", "continued",
    "continuing",
  ]
  private static let done: Set<String> = ["done", "closed", "completed", "finished"]
  static let dropped: Set<String> = ["dropped", "withdrawn", "retired", "deleted"]

  init(_ said: String) {
    var text = Self.withoutEcho(said)
    var words: [String] = []
    // In a mail the address may have gone to a line of its own.
    if text.hasSuffix("]") || text.hasSuffix("[recorded in") || text.hasSuffix("[recorded"),
      let record = text.firstRange(of: "[recorded")
    {
      let behind = text[record.lowerBound...].lowercased()
      words = Self.words.filter { behind.firstRange(of: "[\($0)]") != nil }
      text = text[..<record.lowerBound].trimmed
    }
    text = Self.bracketed(text)
    let front = Keyword.status(of: text)
    isInFront = front != nil
    if let front {
      // `[draft] ACTION: …`: whatever it is, it does not count.
      let isKnown = Self.words.contains(front.word)
      words.append(isKnown ? front.word : "dropped")
      if isKnown { text = front.rest }
    } else if let value = Keyword.value(of: "action", in: text) {
      if let status = Keyword.status(of: value), Self.words.contains(status.word) {
        words.append(status.word)
        text = "ACTION: " + status.rest
      }
      while text.hasSuffix("]"), let open = text.lastIndex(of: "["),
        let word = Self.words.first(where: { text[open...].lowercased() == "[\($0)]" })
      {
        words.append(word)
        text = text[..<open].trimmed
      }
      if let (rest, word) = Self.bare(text) {
        words.append(word)
        text = rest
      }
    }
    self.text = text
    isDone = words.contains(where: Self.done.contains)
    isDropped = words.contains(where: Self.dropped.contains)
  }

  /// `NEW ACTION: …`, `*DONE* ACTION: …` with the brackets that they lack.
  static func bracketed(_ text: String) -> String {
    guard let first = text.first, first.isLetter || first == "*",
      let marker = text.firstRange(of: "ACTION:")
    else { return text }
    let front = text[..<marker.lowerBound].filter { !"*:-–—()".contains($0) }.trimmed
    guard words.contains(front.lowercased()) else { return text }
    return "[\(front)] \(text[marker.lowerBound...])"
  }

  /// `ACTION: PENDING: ana to …`, `ACTION: ana to … -- DONE`, `… (DONE)`: without brackets only in
  /// capitals, and set off.
  private static func bare(_ text: String) -> (text: String, word: String)? {
    guard let value = Keyword.value(of: "action", in: text) else { return nil }
    let signs = "*()[]-–—=:; "
    let front = value.drop { signs.contains($0) }
    for word in words {
      let capitals = word.uppercased()
      if front.hasPrefix(capitals) {
        let rest = front.dropFirst(capitals.count)
        if let sign = rest.first, "*)]-=:;".contains(sign) || rest.hasPrefix(" - ") {
          return ("ACTION: " + rest.drop { signs.contains($0) }.trimmed, word)
        }
      }
      var end = Substring(value)
      while let last = end.last, signs.contains(last) { end.removeLast() }
      guard end.hasSuffix(capitals) else { continue }
      let said = end.dropLast(capitals.count)
      let gap = said.reversed().prefix { signs.contains($0) }
      guard gap.contains(where: { $0 != " " }), said.count > gap.count else { continue }
      return ("ACTION: " + said.dropLast(gap.count).trimmed, word)
    }
    return nil
  }

  /// Who put minutes together left what the tracker said to it.
  private static func withoutEcho(_ said: String) -> String {
    guard let echo = said.firstRange(of: "<trackbot>") else { return said }
    return said[..<echo.lowerBound].trimmed
  }
}
