/// One word of a typed sentence: as it stands there, and as it is compared.
struct SpokenWord: Equatable {
  let range: Range<String.Index>
  /// With its punctuation, as `(Friday,`.
  let text: Substring
  /// Folded, without punctuation at its ends, as `friday`.
  let core: String
  /// The last character of the text, where it is punctuation.
  let ending: Character?

  var endsWithDot: Bool { ending == "." }

  /// True before a comma or the like, or for a dash that stands alone.
  var endsClause: Bool { ending.map { ",;:.!?)–—".contains($0) } ?? core.isEmpty }

  /// The word without the punctuation that joins it to what follows.
  var bare: String {
    var rest = text
    while let last = rest.last, ",;:".contains(last) { rest = rest.dropLast() }
    return String(rest)
  }

  static func split(_ text: String) -> [SpokenWord] {
    text.split { $0.isWhitespace }.map { part in
      var rest = part
      while let first = rest.first, "([\"'“‘–—-".contains(first) { rest = rest.dropFirst() }
      while let last = rest.last, ",;:.!?)]\"'”’–—-".contains(last) { rest = rest.dropLast() }
      let hasEnding = part.last.map { ",;:.!?)]\"'”’–—-".contains($0) } ?? false
      return SpokenWord(
        range: part.startIndex..<part.endIndex, text: part,
        core: TextFolding.fold(String(rest)), ending: hasEnding ? part.last : nil)
    }
  }

  /// The words with one space between, without loose joints at either end.
  static func sentence(_ words: some Collection<SpokenWord>) -> String {
    var rest = words.map(\.text).joined(separator: " ")[...]
    while let first = rest.first, ",;:–— ".contains(first) || rest.hasPrefix("- ") {
      rest = rest.dropFirst()
    }
    while let last = rest.last, ",;:–— ".contains(last) || rest.hasSuffix(" -") {
      rest = rest.dropLast()
    }
    return String(rest)
  }
}
