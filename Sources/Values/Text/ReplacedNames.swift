/// The people of a room under other names: `Participant 1` wherever Ana was said.
///
/// Whole names and their parts are found as whole words, in any capitals and without regard to
/// diacritics; a part that several people share becomes `a participant`. A text that is a name and
/// nothing else is always replaced.
package struct ReplacedNames: Sendable, Equatable {
  /// Folded words, the longest sequence first, and what stands in their place.
  private var keys: [Key] = []
  private let names: [String]

  private struct Key: Sendable, Equatable {
    let words: [String]
    var replacement: String
    /// Written without blanks, so that no word ends where the name ends.
    let isRunning: Bool
  }

  /// The people in the order of their seats, each with every name that they went by.
  package init(people: [[String]]) {
    names = people.indices.map { "Participant \($0 + 1)" }
    for (index, known) in people.enumerated() {
      for name in known { add(name, names[index]) }
    }
    keys.sort { ($1.words.count, $0.words.joined()) < ($0.words.count, $1.words.joined()) }
  }

  /// What stands for a person, by the place of their seat from 0.
  package func name(at seat: Int) -> String { names[seat] }

  private mutating func add(_ name: String, _ replacement: String) {
    let parts = Self.words(in: name).map { String(name[$0]) }
    add(parts.map(TextFolding.fold), replacement)
    guard parts.count > 1 else { return }
    // A particle (`van`, `de la`) and an initial are nobody's name by themselves; where all is in
    // small letters (`rosa lund`), the first part is a name whatever it looks like.
    let hasCapitals = name.contains(where: \.isUppercase)
    for (index, part) in parts.enumerated() where part.count > 1 {
      let isParticle = NameParticles.has(part) && (index > 0 || hasCapitals)
      if !isParticle { add([TextFolding.fold(part)], replacement) }
    }
  }

  private mutating func add(_ words: [String], _ replacement: String) {
    guard words.contains(where: { !$0.isEmpty }) else { return }
    if let known = keys.firstIndex(where: { $0.words == words }) {
      if keys[known].replacement != replacement { keys[known].replacement = "a participant" }
      return
    }
    let isRunning = words.allSatisfy { $0.unicodeScalars.allSatisfy { $0.value >= 0x2E80 } }
    keys.append(Key(words: words, replacement: replacement, isRunning: isRunning))
  }

  // MARK: Replacing

  /// The text with every name replaced.
  package func text(_ text: String) -> String {
    let ranges = Self.words(in: text)
    let folded = ranges.map { TextFolding.fold(String(text[$0])) }
    var result = ""
    var end = text.startIndex
    var index = 0
    while index < ranges.count {
      guard let key = key(at: index, text, ranges, folded) else {
        index += 1
        continue
      }
      result += text[end..<ranges[index].lowerBound] + key.replacement
      index += key.words.count
      end = ranges[index - 1].upperBound
    }
    return running(result + text[end...])
  }

  private func key(
    at index: Int, _ text: String, _ ranges: [Range<String.Index>], _ folded: [String]
  ) -> Key? {
    keys.first { key in
      let end = index + key.words.count
      guard end <= ranges.count, folded[index..<end].elementsEqual(key.words) else { return false }
      let gaps = (index + 1..<end).map { text[ranges[$0 - 1].upperBound..<ranges[$0].lowerBound] }
      guard gaps.allSatisfy({ $0.count <= 2 && !$0.contains { ",;:()\n".contains($0) } }) else {
        return false
      }
      let isCommon = key.words.count == 1 && Self.isCommon(key.words[0])
      return !isCommon || key.words.count == ranges.count
        || text[ranges[index].lowerBound].isUppercase || standsAsName(index, text, ranges, folded)
    }
  }

  /// Whether a word in small letters that is also a name stands where names do: `mark: yes`, `by
  /// mark`, `mark's`, `mark and tim`, `@mark`, `tim, mark`, `mark to call` at the beginning.
  private func standsAsName(
    _ index: Int, _ text: String, _ ranges: [Range<String.Index>], _ folded: [String]
  ) -> Bool {
    let start = index == 0 ? text.startIndex : ranges[index - 1].upperBound
    let end = index + 1 == ranges.count ? text.endIndex : ranges[index + 1].lowerBound
    let before = text[start..<ranges[index].lowerBound]
    let after = text[ranges[index].upperBound..<end]
    let next = index + 1 < folded.count ? folded[index + 1] : nil
    let last = index > 0 ? folded[index - 1] : nil
    if before.hasSuffix("@") || after.hasPrefix(":") { return true }
    if last == "by", before.allSatisfy(\.isWhitespace) { return true }
    if next == "s", after == "'" || after == "’" { return true }
    let beginsSentence = index == 0 || before.contains { ".!?;\n".contains($0) }
    if beginsSentence, let next, Self.verbsOfNames.contains(next) { return true }
    if let last, Self.verbsToNames.contains(last), before.allSatisfy(\.isWhitespace) { return true }
    let isFirstOfSome = { (at: Int) in
      at < folded.count && keys.contains { $0.words.first == folded[at] }
    }
    let isLastOfSome = { (at: Int) in at >= 0 && keys.contains { $0.words.last == folded[at] } }
    if Self.isJoint(after), isFirstOfSome(index + 1) { return true }
    if Self.isJoint(before), isLastOfSome(index - 1) { return true }
    return (next == "and" && isFirstOfSome(index + 2))
      || (last == "and" && isLastOfSome(index - 2))
  }

  private static func isJoint(_ gap: Substring) -> Bool {
    [",", ";", "&", "/", "+"].contains(String(gap).trimmed)
  }

  private static let verbsOfNames: Set = ["to", "says", "said", "asks", "owns", "sends", "wants"]
  private static let verbsToNames: Set = ["ask", "call", "cc", "email", "ping", "tell", "thank"]

  /// Names in scripts without blanks, wherever they stand.
  private func running(_ text: String) -> String {
    keys.filter(\.isRunning).reduce(text) { text, key in
      var result = ""
      var rest = text[...]
      while let found = rest.firstRange(of: key.words.joined()) {
        result += rest[..<found.lowerBound] + key.replacement
        rest = rest[found.upperBound...]
      }
      return result + rest
    }
  }

  // MARK: Words

  /// Runs of letters and digits.
  private static func words(in text: String) -> [Range<String.Index>] {
    var words: [Range<String.Index>] = []
    var start: String.Index?
    for index in text.indices {
      let isInside = text[index].isLetter || text[index].isNumber
      if isInside, start == nil { start = index }
      if !isInside, let begun = start {
        words.append(begun..<index)
        start = nil
      }
    }
    if let start { words.append(start..<text.endIndex) }
    return words
  }

  /// Names that are words too: with a small letter they are only that.
  private static func isCommon(_ word: String) -> Bool {
    word.utf8.count == 1 || commonWords.contains(word)
  }

  private static let commonWords: Set = [
    "al", "an", "april", "art", "august", "bill", "chase", "chip", "dean", "dawn", "do", "drew",
    "faith", "frank", "gene", "grace", "grant", "guy", "hope", "ivy", "jack", "joy", "june",
    "lance", "mark", "max", "may", "miles", "pat", "penny", "ray", "rob", "rose", "so", "sue",
    "summer", "victor", "will",
    // What owns an action and is nobody's name.
    "all", "anyone", "board", "both", "everybody", "everyone", "finance", "group", "legal",
    "nobody",
    "one", "ops", "room", "sales", "someone", "support", "tbd", "team", "them", "they", "us", "we",
  ]
}
