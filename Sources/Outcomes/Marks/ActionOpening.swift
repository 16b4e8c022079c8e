import Values

/// What stands in front of whose an action is, and says nothing of it: a number, an arrow, `please`,
/// by when it is to be done.
struct ActionOpening {
  let rest: String
  /// What goes behind the deed: `by next week`, `before the next call`.
  private(set) var behind: [String] = []

  init(_ said: String, _ known: KnownNames) {
    var words = said.trimmed
    var isDone = false
    while !isDone {
      let before = words
      words = Self.withoutSigns(words)
      if let (circumstance, rest) = Self.circumstance(words, known) {
        behind.append(circumstance)
        words = rest
      }
      isDone = words == before
    }
    rest = words
  }

  // MARK: Signs

  private static let arrows = ["->", "=>", "→", "-", "–", "—", ">", "*", "•"]

  private static func withoutSigns(_ said: String) -> String {
    let words = ActionMarker.withoutLabel(said)
    let first = words.prefix { !$0.isWhitespace }
    let rest = words[first.endIndex...].trimmed
    guard !rest.isEmpty else { return words }
    let plain = first.filter { $0 != "," && $0 != ":" }.lowercased()
    if plain == "please" || arrows.contains(String(first)) || isNumber(first) { return rest }
    // `[new] Bo to …`, `NEW: Bo to …`
    let status = plain.filter { $0 != "[" && $0 != "]" }
    let isSet = first.first == "[" && first.last == "]" || first.last == ":"
    return isSet && ScribeStanding.counting.contains(status) ? rest : words
  }

  /// `(1)`, `1.`, `2)`, `a)`.
  private static func isNumber(_ word: Substring) -> Bool {
    guard let last = word.last, last == ")" || last == "." else { return false }
    let label = word.dropLast().drop { $0 == "(" }
    if (1...3).contains(label.count), label.allSatisfy(\.isNumber) { return true }
    return last == ")" && label.count == 1 && label.first?.isLowercase == true
  }

  // MARK: By when, and on what occasion

  private static let prepositions: Set<String> = [
    "by", "before", "until", "till", "after", "at", "for", "in", "during", "once", "on", "next",
  ]

  /// `by next week` in front of `bo to write it`, `before the next call,` in front of anything.
  private static func circumstance(_ words: String, _ known: KnownNames) -> (String, String)? {
    if let (day, rest) = DayWords.leading(words) {
      let isSetOff = words.dropFirst(day.count).first.map { ",:".contains($0) } ?? false
      let isFollowed = LeadingNames(rest, known: known) != nil
      if isSetOff && !rest.isEmpty || isFollowed { return (day, rest) }
    }
    let parts = words.split(maxSplits: 10, whereSeparator: \.isWhitespace)
    guard parts.count > 3, prepositions.contains(parts[0].lowercased()) else { return nil }
    for place in 1..<min(9, parts.count - 1) {
      // Whoever is named here belongs to the names: `on Ana and Bo to …`.
      if isName(parts[place], known) { break }
      let next = words[parts[place + 1].startIndex...].trimmed
      let isSetOff = parts[place].last == ","
      let isNamed = isName(parts[place + 1], known)
      guard isSetOff || isNamed, place > 1 || isSetOff,
        let names = LeadingNames(next, known: known),
        isSetOff || names.owners.allSatisfy(known.contains)
      else { continue }
      let end = parts[place].endIndex
      return (String(words[..<end].filter { $0 != "," }), next)
    }
    return nil
  }

  private static func isName(_ word: Substring, _ known: KnownNames) -> Bool {
    let name = NameList.bare(String(word.filter { $0 != ":" }))
    return !name.isEmpty && (word.first == "@" || known.contains(name))
  }
}
