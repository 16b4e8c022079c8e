internal import CSystem

/// Text as it is laid out for a terminal, in columns.
package enum DisplayText {
  /// The columns that a terminal gives to the text: 2 for `日`, 1 for `é`, 0 for controls.
  ///
  /// A character of several scalars (a flag, a family) counts as at most two.
  package static func width(of text: String) -> Int {
    if isPrintableASCII(text) { return text.utf8.count }
    return text.reduce(0) { $0 + width(of: $1) }
  }

  /// The columns of one character.
  package static func width(of character: Character) -> Int {
    let scalars = character.unicodeScalars
    let sum = scalars.reduce(0) { $0 + max(0, Int(huddle_scalar_width($1.value))) }
    let isEmoji = sum > 0 && scalars.contains("\u{FE0F}")
    return isEmoji ? 2 : min(2, sum)
  }

  private static func isPrintableASCII(_ text: String) -> Bool {
    text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
  }

  /// Where the text stands in a wider column.
  package enum Alignment: Sendable {
    case leading, trailing, centred
  }

  /// Spaces up to the width; a wider text stays as it is.
  package static func padded(
    _ text: String, to width: Int, _ alignment: Alignment = .leading
  ) -> String {
    let free = max(0, width - self.width(of: text))
    let before =
      switch alignment {
      case .leading: 0
      case .trailing: free
      case .centred: free / 2
      }
    return spaces(before) + text + spaces(free - before)
  }

  private static func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }

  /// The beginning that fits, with `…` in place of what does not.
  package static func truncated(_ text: String, to width: Int) -> String {
    guard self.width(of: text) > width else { return text }
    guard width > 0 else { return "" }
    var kept = ""
    var used = 1
    for character in text {
      used += self.width(of: character)
      if used > width { break }
      kept.append(character)
    }
    while kept.last == " " { kept.removeLast() }
    return kept + "…"
  }

  /// `a, b and c`; another word may join the last two.
  package static func joined(_ words: [String], by conjunction: String = "and") -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }

  /// What people have said, one after the other: `a, b and c` for words, and with semicolons where
  /// commas or full stops of their own would run together: `The bank slips; nobody asked us, or them`.
  package static func listed(_ texts: [String]) -> String {
    let texts = texts.map(\.trimmed)
    let areSentences = texts.contains {
      $0.contains(", ") || $0.last.map { ".!?;".contains($0) } ?? false
    }
    guard texts.count > 1, areSentences else { return joined(texts) }
    let parts = texts.dropLast().map { text in
      text.hasSuffix(".") && !text.hasSuffix("..") ? String(text.dropLast()) : text
    }
    return (parts + [texts[texts.count - 1]]).joined(separator: "; ")
  }
}
