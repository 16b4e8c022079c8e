/// What people write in the place of an answer that nobody has yet: `TBD`, `n/a`, `I don't know`.
package enum OpenWord {
  /// Whether the words only say that it is not known yet, whatever is asked for.
  package static func saysUnknown(_ text: String) -> Bool { unknown.contains(plain(text)) }

  /// The same where words are not an answer: also `n/a`, `nobody` and a dash.
  package static func saysNothing(_ text: String) -> Bool {
    saysUnknown(text) || nothing.contains(plain(text))
  }

  /// Whether it stands in the place of an owner at the end of a sentence: `TBD`, `nobody`.
  static func isNobody(_ text: String) -> Bool {
    saysUnknown(text) || ["n/a", "nobody", "unassigned"].contains(plain(text))
  }

  private static let unknown: Set<String> = [
    "??", "tbd", "tbc", "tba", "to be decided", "to be determined", "to be defined",
    "to be confirmed", "to be announced", "i dont know", "i dont know yet", "dont know",
    "dont know yet", "we dont know", "we dont know yet", "nobody knows", "no idea", "dunno", "idk",
    "not known", "not known yet", "not sure", "not sure yet",
  ]

  private static let nothing: Set<String> = [
    "?", "-", "–", "—", "n/a", "n.a", "na", "none", "none yet", "nobody", "nobody yet", "no one",
    "no one yet", "noone", "no owner", "no owner yet", "open", "unassigned", "unknown",
    "not assigned", "vacant", "missing",
  ]

  /// Folded, without marks at its end or brackets around it; question marks alone are `??` or `?`.
  private static func plain(_ text: String) -> String {
    var words = TextFolding.fold(TypedText.plain(text))[...]
    if !words.isEmpty, words.allSatisfy({ $0 == "?" }) { return words.count == 1 ? "?" : "??" }
    while let first = words.first, "([<".contains(first) { words = words.dropFirst() }
    while let last = words.last, ")]>.!?".contains(last) { words = words.dropLast() }
    return String(words).trimmed
  }
}
