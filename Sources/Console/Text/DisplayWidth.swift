internal import CSystem

/// How many columns text takes in a terminal.
package enum DisplayWidth {
  /// The columns of one scalar: 0, 1 or 2; control characters count 0.
  package static func of(_ scalar: Unicode.Scalar) -> Int {
    if (0x20..<0x7f).contains(scalar.value) { return 1 }
    return max(0, Int(huddle_scalar_width(scalar.value)))
  }

  /// The columns of a text, as the terminals count that add up scalars.
  package static func of(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + of($1) }
  }

  /// The columns of one visible character, which may be several scalars.
  package static func of(_ character: Character) -> Int {
    character.unicodeScalars.reduce(0) { $0 + of($1) }
  }

  /// The text cut to a width, with `…` where something was left out.
  package static func truncated(_ text: String, to width: Int) -> String {
    if of(text) <= width { return text }
    if width < 1 { return "" }
    var cut = ""
    var used = 0
    for character in text {
      let wide = of(character)
      if used + wide > width - 1 { break }
      cut.append(character)
      used += wide
    }
    return cut + "…"
  }

  /// The text with blanks after it, or before it, up to a width.
  package static func padded(_ text: String, to width: Int, isRight: Bool = false) -> String {
    let blanks = String(repeating: " ", count: max(0, width - of(text)))
    return isRight ? blanks + text : text + blanks
  }
}
