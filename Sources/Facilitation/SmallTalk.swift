import Values

/// What people write in a chat that is no contribution: reactions, replies, hello, “can you hear us?”.
///
/// Left out at first, counted, listed, and one number takes it in: a rule that reads words can err.
enum SmallTalk {
  static func holds(_ text: String) -> Bool {
    let folded = TextFolding.fold(text).trimmed
    if ["reacted to", "removed a"].contains(where: folded.hasPrefix) || isReplyMark(text) {
      return true
    }
    guard folded.contains(where: { $0.isLetter || $0.isNumber }) else { return true }
    if folded == "+1" || isReaction(text) { return true }
    let words = folded.filter { $0 != "'" && $0 != "’" }
      .split { !$0.isLetter && !$0.isNumber }.map(String.init)
    return words.contains(where: greetings.contains)
      && words.allSatisfy { greetings.contains($0) || fillers.contains($0) }
  }

  /// `Replying to "We need numbers"`: what some programs put above an answer.
  static func isReplyMark(_ line: String) -> Bool {
    TextFolding.fold(line).trimmed.hasPrefix("replying to")
  }

  /// `:eyes: 2`, `:+1: 3 :tada:`, `👍 2`: what others clicked, with how many of them did.
  static func isReaction(_ line: String) -> Bool {
    let words = line.split(separator: " ").map(String.init)
    guard let first = words.first, isSign(first) else { return false }
    return words.allSatisfy { isSign($0) || $0.allSatisfy(\.isNumber) }
  }

  /// `:+1:`, `:tada:`, or a picture.
  private static func isSign(_ word: String) -> Bool {
    if word.allSatisfy({ $0.unicodeScalars.contains { $0.properties.isEmojiPresentation } }) {
      return true
    }
    return word.count > 2 && word.hasPrefix(":") && word.hasSuffix(":")
      && word.dropFirst().dropLast().allSatisfy {
        $0.isLetter || $0.isNumber || "_+-:".contains($0)
      }
  }

  /// One of these is enough where nothing but fillers stands beside it.
  private static let greetings: Set<String> = [
    "hello", "hi", "hey", "hiya", "morning", "afternoon", "evening", "bye", "goodbye", "cheers",
    "thanks", "thank", "thx", "ok", "okay", "yes", "yep", "hear", "mute", "muted", "unmute", "brb",
    "sorry", "welcome",
  ]

  private static let fillers: Set<String> = [
    "all", "and", "any", "are", "back", "can", "cant", "could", "do", "does", "everyone",
    "everybody", "folks", "for", "from", "good", "great", "guys", "here", "i", "im", "in", "is",
    "it", "just", "me", "much", "my", "now", "on", "one", "our", "out", "room", "so", "team", "the",
    "there", "to", "too", "us", "very", "we", "you", "your", "youre", "yours",
  ]
}
