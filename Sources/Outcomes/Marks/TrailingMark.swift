import Values

/// A mark behind what is to be done, as minutes of committees set it: `… Quotes to be obtained.
/// ACTION: JG`, `… (Action: Clerk)`, `… [AP KL]`, `… (Action Point #12)`, or alone on the next line.
///
/// It holds nothing but whose the action is, or the number that a list gives it: what is to be done
/// is the sentence in front.
struct TrailingMark {
  let owners: [String]
  /// The line without the mark; empty where the mark stands alone.
  let before: String

  init?(_ text: String, _ known: KnownNames) {
    // Hardly any line has one: the word stands in its last few.
    guard let end = text.unicodeScalars.last, !"?,;".unicodeScalars.contains(end) else {
      return nil
    }
    var words = text
    while let last = words.last, ".* _".contains(last) { words.removeLast() }
    guard let found = Self.bracketed(words, known) ?? Self.behindSentence(words, known) else {
      return nil
    }
    (owners, before) = found
  }

  /// `… (Action: KL)`, `… [ACTION MP]`.
  private static func bracketed(_ text: String, _ known: KnownNames) -> ([String], String)? {
    for (open, close) in [("(", ")"), ("[", "]")] as [(Character, Character)] {
      guard text.last == close, let start = text.lastIndex(of: open),
        let owners = names(text[start...].dropFirst().dropLast(), known, isBracketed: true)
      else { continue }
      var before = text[..<start].trimmed
      while let last = before.last, "* ".contains(last) { before.removeLast() }
      return before.isEmpty ? nil : (owners, before)
    }
    return nil
  }

  /// `… in May. ACTION: Clerk`, `… the lamps – Action JG/KL`, `ACTION: MP`.
  private static func behindSentence(_ text: String, _ known: KnownNames) -> ([String], String)? {
    // The mark is among the last words: the rest of a long text is not looked at.
    var start = text.endIndex
    for _ in 0..<8 {
      while start > text.startIndex, text[text.index(before: start)] == " " {
        start = text.index(before: start)
      }
      while start > text.startIndex, text[text.index(before: start)] != " " {
        start = text.index(before: start)
      }
      var mark = text[start...]
      while let first = mark.first, "*_".contains(first) { mark.removeFirst() }
      if mark.first == "A" || mark.first == "a", let owners = names(mark, known),
        isSetOff(text[..<start], mark)
      {
        var before = text[..<start].trimmed
        while let last = before.last, "–—-* ".contains(last) { before.removeLast() }
        return owners.isEmpty ? nil : (owners, before)
      }
      guard start > text.startIndex else { return nil }
    }
    return nil
  }

  /// Behind the end of a sentence, or in capitals.
  private static func isSetOff(_ before: Substring, _ mark: Substring) -> Bool {
    guard let last = before.last(where: { !" *_".contains($0) }) else { return true }
    let word = mark.prefix(while: \.isLetter)
    return ".!?;–—-)".contains(last) || word == word.uppercased()
  }

  private static let markers = [
    "action points", "action point", "action items", "action item", "actions", "action", "ap", "ai",
  ]

  /// Who is named behind the marker, if nothing but names and a number is: empty where only a number
  /// stands there.
  private static func names(
    _ mark: Substring, _ known: KnownNames, isBracketed: Bool = false
  ) -> [String]? {
    guard mark.utf8.count < 80,
      let rest = markers.lazy.compactMap({ Keyword.rest(of: $0, in: mark) }).first,
      rest.first?.isLetter != true
    else { return nil }
    var words = rest.drop { " #".contains($0) }
    let number = words.prefix { $0.isNumber || "./-".contains($0) }
    if number.first?.isNumber == true { words = words[number.endIndex...].drop { $0 == " " } }
    var isCalled = false
    for sign in [":", "–", "—", "- ", "by "] where words.hasPrefix(sign) {
      words = words.dropFirst(sign.count)
      isCalled = sign == ":"
    }
    let list = words.trimmed
    if list.isEmpty { return isBracketed && !number.isEmpty && number.first != "-" ? [] : nil }
    let names = NameList.pieces(list).map(NameList.bare)
    guard !names.isEmpty, names.count <= 6,
      names.allSatisfy({ isSomebody($0, known, isCalled: isCalled || isBracketed) })
    else { return nil }
    return names
  }

  private static func isSomebody(_ name: String, _ known: KnownNames, isCalled: Bool) -> Bool {
    if known.contains(name) || known.hasInitials(name) { return true }
    guard isCalled, !OpenWord.saysNothing(name) else { return false }
    let words = TextFolding.fold(name).split(separator: " ").map(String.init)
    if words.count <= 3, let last = words.last,
      NameWords.offices.contains(last) || words.count == 1 && NameWords.roles.contains(last)
    {
      return true
    }
    // `(Action: AWr)`: initials of somebody whom no roll names.
    return (2...3).contains(name.count) && name.allSatisfy(\.isLetter)
      && name.first?.isUppercase == true && name.count(where: \.isUppercase) > 1
      && !MinutesMarker.isNothing(name)
  }
}
