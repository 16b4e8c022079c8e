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
  private static let counting: Set<String> = [
    "new", "pending", "open", "in progress", "ongoing", "continues", "continued", "continuing",
  ]
  private static let done: Set<String> = ["done", "closed", "completed"]
  static let dropped: Set<String> = ["dropped", "withdrawn"]

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
    }
    self.text = text
    isDone = words.contains(where: Self.done.contains)
    isDropped = words.contains(where: Self.dropped.contains)
  }

  /// Who put minutes together left what the tracker said to it.
  private static func withoutEcho(_ said: String) -> String {
    guard let echo = said.firstRange(of: "<trackbot>") else { return said }
    return said[..<echo.lowerBound].trimmed
  }
}
