import Values

extension KnownNames {
  /// `Mel to Noor: …` is said to somebody.
  func begins(_ text: String) -> Bool {
    let first = text.split(separator: " ").first.map { String($0.filter { $0.isLetter }) } ?? ""
    return contains(first)
  }
}

extension LeadingNames {
  /// `Kaja draws up the contract`, `Everyone reads the draft`: the verb in the third person.
  init?(doing text: String, _ known: KnownNames) {
    let words = text.split(maxSplits: 5, whereSeparator: \.isWhitespace)
    guard
      let verb = words.indices.dropFirst().first(where: { words[$0].first?.isLowercase == true }),
      verb <= 3, verb + 1 < words.count, words[verb].hasSuffix("s"),
      !["is", "was", "has", "does", "its", "his"].contains(words[verb])
    else { return nil }
    let name = words[..<verb].joined(separator: " ")
    let isEveryone = ["everyone", "everybody"].contains(name.lowercased())
    let isName =
      known.contains(name) || isEveryone
      || NameList.names(name, known, .prose) != nil
        && Self.isThirdPerson(words[verb], before: words[verb + 1])
    guard isName else { return nil }
    self.init(owners: [name], rest: text[words[verb].startIndex...])
  }

  /// `draws up`, and not the `guidelines discussion`.
  private static func isThirdPerson(_ word: Substring, before next: Substring) -> Bool {
    let verb = TextFolding.fold(String(word))
    let stems = [
      String(verb.dropLast()), String(verb.dropLast(2)), String(verb.dropLast(3)) + "y",
    ]
    return stems.contains { NameWords.isDeed($0) || NameWords.works.contains($0) }
      || NameWords.ties.contains(next.lowercased())
      || ["an", "up", "out", "off", "it", "them", "all", "our", "new"].contains(next.lowercased())
  }
}
