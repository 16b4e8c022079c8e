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
    let words = text.split(maxSplits: 2, whereSeparator: \.isWhitespace)
    guard words.count == 3, words[1].hasSuffix("s"), words[1].first?.isLowercase == true,
      !["is", "was", "has", "does", "its", "his"].contains(words[1])
    else { return nil }
    let name = String(words[0])
    let isEveryone = ["everyone", "everybody"].contains(name.lowercased())
    let isName =
      known.contains(name) || isEveryone
      || name.first?.isUppercase == true && !NameWords.never.contains(TextFolding.fold(name))
        && name.allSatisfy(\.isLetter)
    guard isName else { return nil }
    self.init(owners: [name], rest: words[1] + " " + words[2])
  }

  private init(owners: [String], rest: some StringProtocol) {
    self.owners = owners
    self.rest = String(rest)
  }
}
