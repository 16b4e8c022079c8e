/// What a line of quick capture ends with where owner or day are not known yet: `TBD`, `owner tbd`.
struct UnknownTail {
  /// How many words leave the sentence with it.
  let count: Int
  /// Whether it says so of the owner, or of the day; neither where it stands alone.
  let isOwner: Bool
  let isDay: Bool

  init?(_ words: [SpokenWord]) {
    guard let size = Self.size(words) else { return nil }
    let start = words.count - size
    let named = Self.naming(words[..<start])
    let first = start - named.count
    let isClause = first == 0 || words[first - 1].endsClause || words[first].text.first == "("
    let isShort = size == 1 && Self.short.contains(words[start].core)
    guard isClause || isShort || !named.isEmpty else { return nil }
    count = size + named.count
    isOwner = named.contains { Self.owners.contains($0.core) }
    isDay = named.contains { Self.days.contains($0.core) }
  }

  private static let short: Set<String> = ["tbd", "tbc", "tba"]
  private static let owners: Set<String> = ["owner", "who", "whom", "responsible"]
  private static let days: Set<String> = [
    "date", "day", "due", "when", "by", "until", "deadline", "till",
  ]
  private static let joints: Set<String> = ["and", "is", "are", "still", "both", "&", "/"]
  private static let articles: Set<String> = ["the", "a", "an", "our", "its", "their", "this"]

  /// The longest end of the sentence that says only that it is not known.
  private static func size(_ words: [SpokenWord]) -> Int? {
    (1...4).reversed().first { size in
      guard words.count >= size else { return false }
      let said = SpokenWord.sentence(words.suffix(size))
      return OpenWord.saysUnknown(said) || (size == 1 && OpenWord.isNobody(said))
    }
  }

  /// `owner`, `owner and date are`, `by`: what it is that is not known; none in `find an owner TBD`.
  private static func naming(_ words: ArraySlice<SpokenWord>) -> ArraySlice<SpokenWord> {
    let tail = words.suffix(while: { word in
      let isName = owners.contains(word.core) || days.contains(word.core)
      let isJoint = joints.contains(word.core) || joints.contains(String(word.text))
      return (isName && [nil, ":"].contains(word.ending)) || (isJoint && !word.endsClause)
    })
    let named = tail.drop { !owners.contains($0.core) && !days.contains($0.core) }
    let isOfSentence =
      named.startIndex > words.startIndex && articles.contains(words[named.startIndex - 1].core)
    return isOfSentence ? [] : named
  }
}

extension ArraySlice {
  /// The longest end of which all elements are such.
  fileprivate func suffix(while isSuch: (Element) -> Bool) -> ArraySlice {
    let start = lastIndex { !isSuch($0) }.map { $0 + 1 } ?? startIndex
    return self[start...]
  }
}
