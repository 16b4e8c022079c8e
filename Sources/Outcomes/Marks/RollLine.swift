import Values

/// A line that tells who is there, `Present: Ana Berg, Bo Lind`, or who is not.
struct RollLine {
  /// What stands behind the word for it.
  let there: Substring?
  let away: Substring?

  init(_ line: String) {
    let head = line.prefix(200)
    if let (isThere, list) = Self.headed(head) {
      (there, away) = isThere ? (list, nil) : (nil, list)
      return
    }
    let found = Self.search.words(in: head.lowercased())
    there = Self.list(behind: Self.thereWords, found, in: head)
    away = Self.list(behind: Self.awayWords, found, in: head)
  }

  /// `Present from the board: Ana, Bo`, `Members absent: Cy`: a few words, and those in the list.
  private static func headed(_ head: Substring) -> (isThere: Bool, list: Substring)? {
    guard let colon = head.prefix(40).firstIndex(of: ":") else { return nil }
    let words = head[..<colon].lowercased().split { !$0.isLetter }
    let list = head[head.index(after: colon)...]
    guard (2...5).contains(words.count), list.contains(",") || list.contains(" and ") else {
      return nil
    }
    if !words.allSatisfy({ !absence.contains($0) }) { return (false, list) }
    return words.contains(where: presence.contains) ? (true, list) : nil
  }

  private static let presence: Set<Substring> = [
    "present", "attendees", "attending", "attended", "participants", "participated", "attendance",
  ]
  private static let absence: Set<Substring> = [
    "not", "absent", "apologies", "regrets", "excused", "missing",
  ]

  private static let thereWords = [
    "present:", "present were:", "attendees:", "moderator:", "participants:", "here:", "attending:",
    "councillors:", "members:", "attended:", "participated:",
  ]
  private static let awayWords = [
    "apologies:", "apologies from", "absent:", "regrets:", "excused:",
  ]
  /// Finds them all in one go: hardly any line has one.
  private static let search = WordSearch(thereWords + awayWords)

  /// `Present`, in front of a colon.
  static func isLabel(_ head: some StringProtocol) -> Bool {
    let word = head.lowercased() + ":"
    return thereWords.contains(word) || awayWords.contains(word)
  }

  /// What stands behind the first of some words that is found near the beginning of a line.
  private static func list(behind words: [String], _ found: Set<Int>, in head: Substring)
    -> Substring?
  {
    for word in words where search.number(of: word).map(found.contains) == true {
      var rest = head
      while !rest.isEmpty {
        if let list = Keyword.rest(of: word, in: rest) { return list }
        rest = rest.dropFirst()
      }
    }
    return nil
  }

  /// Up to the full stop, which is none behind an initial or a title.
  static func sentence(_ text: Substring) -> Substring {
    // `(Present: Ana, Bo)`
    var text = text
    if let close = text.firstIndex(of: ")"), !text[..<close].contains("(") { text = text[..<close] }
    var end = text.startIndex
    while let stop = text[end...].firstIndex(of: ".") {
      let word = text[..<stop].split { " ,;&(".contains($0) }.last ?? ""
      let isShort = word.count == 1 || ["Mr", "Mrs", "Ms", "Dr", "Cllr", "Prof"].contains(word)
      guard isShort || text[text.index(after: stop)...].first?.isLetter == true else {
        return text[..<stop]
      }
      end = text.index(after: stop)
    }
    return text
  }
}
