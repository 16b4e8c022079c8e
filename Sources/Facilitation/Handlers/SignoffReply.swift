import Session
import Values

/// An answer to a sign-off and its words, as people say them: `with a reservation: staffing`,
/// `no way`, `yes but only if legal signs`, `no objection from me`.
///
/// Words behind a yes are a condition unless they are nothing but courtesy, and a no may open a
/// yes. What is neither for certain is asked.
enum SignoffReply: Equatable {
  /// The note is the reason or the condition; nil where none was said.
  case given(SignoffGiven.Verdict, note: String?)
  /// Words that may be a condition, a reason, or neither.
  case unclear(String)

  /// Nil for words that are no answer.
  init?(_ line: String) {
    let parts = line.trimmed.split(separator: " ", maxSplits: 1).map(String.init)
    guard let first = parts.first, let said = SignoffHandler.verdict(first.withoutMarks) else {
      return nil
    }
    let rest = parts.count > 1 ? parts[1].withoutMarks : ""
    switch TextFolding.fold(first.withoutMarks) {
    case "with" where rest.isEmpty: return nil
    case "with": self = Self.yes(line.withoutMarks)
    case "n", "no":
      let isParted = first.withoutMarks != first || parts.count > 1 && parts[1].beginsWithMark
      self = Self.no(rest, line.withoutMarks, isKey: first.count == 1, isParted: isParted)
    default:
      self =
        said == .agree
        ? Self.yes(rest)
        : .given(said, note: said == .reservation ? Self.condition(rest) : rest.nonEmpty)
    }
  }

  /// Said in the room, by somebody who is there.
  var isAloud: Bool {
    switch self {
    case .given(.later, _), .given(.absent, _): false
    case .given, .unclear: true
    }
  }

  private static func yes(_ words: String) -> Self {
    let spoken = SpokenAssent(words)
    if spoken.isCourtesy { return .given(.agree, note: nil) }
    return spoken.isConditional ? .given(.reservation, note: condition(words)) : .unclear(words)
  }

  /// “No objection” is a yes, and “no, too late” is none; “no budget” may be either.
  private static func no(_ why: String, _ line: String, isKey: Bool, isParted: Bool) -> Self {
    let reason = SpokenAssent(why)
    // “No way” says no more than no.
    if reason.isEmpty || reason.isBareRefusal { return .given(.decline, note: nil) }
    let whole = SpokenAssent("no \(why)")
    if whole.deniesObjection, !isParted {
      if isKey { return .unclear(line) }
      if whole.isCourtesy { return .given(.agree, note: nil) }
      return whole.isConditional ? .given(.reservation, note: line) : .unclear(line)
    }
    let isReason = isKey || isParted || reason.opensReason
    return isReason && !reason.assents ? .given(.decline, note: why) : .unclear(line)
  }

  /// What is reserved, without the words that only say that something is.
  private static func condition(_ words: String) -> String? {
    var rest = words.split(separator: " ").map(String.init)
    for fillers in [["but"], ["with"], ["a", "an", "one", "some", "my"], nouns] {
      guard let word = rest.first, fillers.contains(TextFolding.fold(word.withoutMarks)) else {
        continue
      }
      rest.removeFirst()
    }
    return rest.joined(separator: " ").withoutMarks.nonEmpty
  }

  private static let nouns = [
    "reservation", "reservations", "condition", "conditions", "caveat", "caveats", "proviso",
  ]
}

/// What words beside a yes or a no say of it.
struct SpokenAssent {
  /// In small letters, without “no objection” and the like.
  private let words: [String]
  /// Whether something like “no objection” was said.
  let deniesObjection: Bool

  let isEmpty: Bool

  init(_ said: String) {
    let all = said.split { !$0.isLetter && !$0.isNumber && !"'’".contains($0) }
      .map { TextFolding.fold(String($0)) }
    var kept: [String] = []
    var next = all.startIndex
    while next < all.endIndex {
      if let end = Self.denial(in: all[next...]) {
        next = end
      } else {
        kept.append(all[next])
        next += 1
      }
    }
    words = kept
    isEmpty = all.isEmpty
    deniesObjection = kept.count < all.count
  }

  /// The end of `no objection`, `without any reservation`, where the words begin so.
  private static func denial(in words: ArraySlice<String>) -> Int? {
    guard let first = words.first, ["no", "without", "zero", "not"].contains(first) else {
      return nil
    }
    let noun = words.dropFirst().drop { fillers.contains($0) }
    guard let word = noun.first, objections.contains(word) else { return nil }
    return noun.startIndex + 1
  }

  /// Nothing but a yes said once more, or politely.
  var isCourtesy: Bool { words.allSatisfy(Self.courtesies.contains) }

  var isConditional: Bool {
    let line = " \(words.joined(separator: " ")) "
    return Self.conditions.contains { line.contains(" \($0) ") }
  }

  /// Whether a no goes on as a sentence that says why.
  var opensReason: Bool { words.first.map(Self.openings.contains) ?? false }

  var isBareRefusal: Bool { ["way", "thanks", "thank you"].contains(words.joined(separator: " ")) }

  /// Whether it sounds like a yes all the same: `no, I am fine with it`.
  var assents: Bool {
    let isDenied = words.contains { Self.denials.contains($0) || $0.hasSuffix("n't") }
    return deniesObjection || !isDenied && words.contains(where: Self.assents.contains)
  }

  private static let fillers: Set<String> = [
    "a", "any", "further", "more", "other", "real", "big", "major", "single",
  ]
  private static let objections: Set<String> = [
    "objection", "objections", "problem", "problems", "concern", "concerns", "worry", "worries",
    "issue", "issues", "reservation", "reservations", "doubt", "doubts", "veto", "condition",
    "conditions", "caveat", "caveats", "hesitation",
  ]
  private static let conditions = [
    "but", "if", "only", "unless", "provided", "providing", "except", "condition", "conditions",
    "conditional", "conditionally", "reservation", "reservations", "caveat", "caveats", "proviso",
    "subject to", "assuming", "until", "once", "however", "though", "although", "pending",
    "depending", "long as",
  ]
  private static let courtesies: Set<String> = [
    "gladly", "happily", "happy", "thanks", "thank", "you", "please", "pleasure", "fully",
    "totally", "completely", "entirely", "wholeheartedly", "absolutely", "definitely",
    "certainly", "indeed", "sure", "of", "course", "yes", "ok", "okay", "fine", "good", "great",
    "agree", "agreed", "sign",
    "from", "for", "by", "with", "to", "at", "on", "me", "my", "our", "us", "side", "end", "part",
    "i", "we", "do", "am", "i'm", "it", "this", "that", "all", "everything", "whole", "the", "here",
    "whatsoever", "as", "stands", "too", "also", "well", "very", "so", "a",
  ]
  private static let openings: Set<String> = [
    "because", "since", "as", "not", "never", "too", "i", "we", "it", "it's", "its", "this", "that",
    "the", "until", "unless", "sorry", "there",
  ]
  private static let assents: Set<String> = [
    "agree", "agrees", "agreed", "fine", "ok", "okay", "happy", "yes", "good", "none",
  ]
  private static let denials: Set<String> = ["not", "cannot", "never", "dont", "cant"]
}

extension String {
  /// Without the colon, comma or dash that parts an answer from its reason.
  fileprivate var withoutMarks: String {
    var rest = trimmed[...]
    while rest.beginsWithMark { rest = rest.dropFirst().drop(while: \.isWhitespace) }
    while let mark = rest.last, ":,–—;!".contains(mark) { rest = rest.dropLast() }
    if rest.last == ".", !rest.contains(" ") { rest = rest.dropLast() }
    return String(rest).trimmed
  }

  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}

extension StringProtocol {
  fileprivate var beginsWithMark: Bool { first.map { ":,–—;.!-".contains($0) } ?? false }
}
