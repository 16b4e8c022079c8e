import Values

/// What minutes say of who presides: whom they bid do something, and where they sign.
extension MinutesSentence {
  /// `the Clerk to write …` of `The Chair asked the Clerk to write …`; to ask all of them is talk.
  static func bidden(_ words: String) -> String? {
    for bidding in [" asked ", " instructed ", " tasked ", " directed "] {
      guard let range = words.firstRange(of: bidding) else { continue }
      let rest = words[range.upperBound...]
      let first = TextFolding.fold(String(rest.prefix { $0 != " " }))
      let isAll = ["cllrs", "councillors", "members", "all", "everyone", "if", "for", "to"]
      guard words[..<range.lowerBound].split(separator: " ").count <= 4,
        !words[..<range.lowerBound].hasSuffix(" was"),
        !words[..<range.lowerBound].hasSuffix(" were"), !isAll.contains(first)
      else { return nil }
      return String(rest)
    }
    return nil
  }

  /// Where minutes are signed: `Signed …… Chair   Date ……`, `Chair to sign and date`.
  static func isSignature(_ text: String) -> Bool {
    guard text.contains("ign") || text.contains("IGN") else { return false }
    let words = TextFolding.fold(text).split { !$0.isLetter }
    guard words.contains(where: { ["sign", "signed", "signature"].contains($0) }) else {
      return false
    }
    let behind = text.dropFirst("signed".count).drop { $0 == " " }
    let hasRoom = [":", "..", "__", "…"].contains(where: behind.hasPrefix)
    return words.first == "signed" && hasRoom || words.allSatisfy(signing.contains)
  }

  private static let signing: Set<Substring> = [
    "sign", "signed", "signature", "by", "the", "to", "and", "date", "dated", "chair", "chairman",
    "chairwoman", "chairperson", "clerk", "mayor", "president", "secretary", "of", "meeting",
    "print", "name", "as", "a", "true", "correct", "accurate", "record", "these", "minutes", "on",
    "council", "committee", "board", "presiding", "member",
  ]
}
