/// Words that somebody looks for: each has to stand in the text, in any order; capitals are as good
/// as small letters.
package struct SearchWords: Sendable, Equatable {
  /// In small letters, none of them empty; one may be several words that stand together.
  package let words: [String]

  /// nil where there is nothing to look for.
  package init?(_ typed: [String]) {
    words = typed.map { $0.onOneLine.trimmed.lowercased() }.filter { !$0.isEmpty }
    if words.isEmpty { return nil }
  }

  package func areIn(_ text: String) -> Bool {
    let text = text.lowercased()
    return words.allSatisfy { text.contains($0) }
  }

  /// Where the words stand, from left to right, none over another.
  ///
  /// None in the rare text whose small letters take more room than its capitals.
  package func places(in text: String) -> [Range<String.Index>] {
    let small = text.lowercased()
    guard small.utf8.count == text.utf8.count else { return [] }
    var found: [Range<Int>] = []
    for word in words {
      var rest = small[...]
      while let place = rest.firstRange(of: word) {
        let start = small.utf8.distance(from: small.startIndex, to: place.lowerBound)
        found.append(start..<start + word.utf8.count)
        rest = rest[place.upperBound...]
      }
    }
    var last = 0
    return found.sorted { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) }
      .filter { range in
        defer { last = max(last, range.upperBound) }
        return range.lowerBound >= last
      }
      .map { text.utf8Index($0.lowerBound)..<text.utf8Index($0.upperBound) }
  }

  /// Letters of ASCII, small ones, that stand in every text that somebody typed with these words in
  /// it, however a file keeps it: what has to be there before the rest is worth reading.
  ///
  /// The longest that there are. nil where nothing can be known: figures are kept otherwise than
  /// they are shown (`£20,000`, `12 weeks`), and other letters may be escaped.
  package var letters: [UInt8]? {
    words.filter { !$0.contains(where: \.isNumber) }
      .flatMap { $0.utf8.split { !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) } }
      .max { $0.count < $1.count }
      .map(Array.init)
  }
}

extension String {
  fileprivate func utf8Index(_ offset: Int) -> Index {
    utf8.index(startIndex, offsetBy: offset)
  }
}
