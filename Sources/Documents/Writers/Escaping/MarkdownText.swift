import Values

/// Words as Markdown, so that each reads as it was said.
enum MarkdownText {
  static func inlines(
    _ inlines: [Inline], lineBreak: String = "\\\n", atLineStart: Bool = true
  ) -> String {
    var text = ""
    var isLineStart = atLineStart
    for inline in inlines {
      let run = self.inline(inline, isLineStart: isLineStart, lineBreak: lineBreak)
      text += run
      isLineStart = inline == .lineBreak ? atLineStart : isLineStart && run.isEmpty
    }
    return text
  }

  private static func inline(_ inline: Inline, isLineStart: Bool, lineBreak: String) -> String {
    switch inline {
    case .text(let words), .day(_, let words):
      let escaped = escape(words)
      return isLineStart ? guardedAtLineStart(escaped) : escaped
    case .strong(let words), .status(let words, _): return marked(words, "**")
    case .emphasis(let words): return marked(words, "*")
    case .code(let words): return code(words)
    case .link(let words, let address): return link(words, address)
    case .footnote(let number): return "<sup>\(number)</sup>"
    case .lineBreak: return lineBreak
    }
  }

  /// Marks only hold where they touch the words, so spaces stand outside.
  private static func marked(_ words: String, _ mark: String) -> String {
    let core = words.trimmed
    guard !core.isEmpty else { return words }
    let before = words.first?.isWhitespace == true ? " " : ""
    let after = words.last?.isWhitespace == true ? " " : ""
    return before + mark + escape(core) + mark + after
  }

  /// Fenced by more backticks than there are in it; a pipe would still end a cell.
  private static func code(_ words: String) -> String {
    let line = PrintableText.line(words)
    guard !line.contains("`"), !line.contains("|"), !line.trimmed.isEmpty else {
      return escape(line)
    }
    return "`\(line)`"
  }

  private static func link(_ words: String, _ address: String) -> String {
    guard Inline.isSafe(address: address) else { return escape(words) }
    let target = address.replacing { scalar in
      switch scalar {
      case "(": "%28"
      case ")": "%29"
      case "<": "%3C"
      case ">": "%3E"
      case "\\": "%5C"
      case "|": "%7C"
      default: nil
      }
    }
    return "[\(escape(words))](\(PrintableText.line(target)))"
  }

  /// One line of words in which nothing is a mark.
  static func escape(_ words: String) -> String {
    let scalars = Array(PrintableText.line(words).unicodeScalars)
    var text = ""
    var address = 0..<0
    for (place, scalar) in scalars.enumerated() {
      if place >= address.upperBound, let found = Self.address(in: scalars, at: place) {
        address = found
      }
      if address.contains(place) {
        text += addressed(scalar)
        continue
      }
      let before = place > 0 ? scalars[place - 1] : nil
      let after = place + 1 < scalars.count ? scalars[place + 1] : nil
      text += self.escape(scalar, before, after)
    }
    return text
  }

  /// A bare address, which Markdown makes a link of as it stands: `https://…` up to a blank, without
  /// the marks that end a sentence behind it.
  private static func address(in scalars: [Unicode.Scalar], at place: Int) -> Range<Int>? {
    guard scalars[place] == "h", place == 0 || !isWord(scalars[place - 1]) else { return nil }
    let isAddress = ["http://", "https://"].contains {
      scalars[place...].starts(with: $0.unicodeScalars)
    }
    guard isAddress else { return nil }
    let isEnd = { (scalar: Unicode.Scalar) in
      scalar.properties.isWhitespace || "<>\"".unicodeScalars.contains(scalar)
    }
    var end = scalars[place...].firstIndex(where: isEnd) ?? scalars.endIndex
    while end > place, ".,;:!?()[]'*_~|".unicodeScalars.contains(scalars[end - 1]) { end -= 1 }
    return place..<end
  }

  /// What would be a mark in an address, as addresses write it.
  private static func addressed(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "*": "%2A"
    case "[": "%5B"
    case "]": "%5D"
    case "`": "%60"
    case "|": "%7C"
    case "\\": "%5C"
    case "~": "%7E"
    default: String(scalar)
    }
  }

  private static func escape(
    _ scalar: Unicode.Scalar, _ before: Unicode.Scalar?, _ after: Unicode.Scalar?
  ) -> String {
    switch scalar {
    case "\\", "`", "*", "[", "]", "|", "~": return "\\" + String(scalar)
    // Within a word an underscore is no mark.
    case "_" where !(isWord(before) && isWord(after)): return "\\_"
    case "<" where after.map(startsTag) ?? true: return "&lt;"
    case "&" where after.map(startsEntity) ?? false: return "&amp;"
    default: return String(scalar)
    }
  }

  private static func isWord(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { $0.properties.isAlphabetic || $0.properties.numericType != nil } ?? false
  }

  private static func startsTag(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar == "/" || scalar == "!" || scalar == "?"
  }

  private static func startsEntity(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "#" || (scalar.isASCII && scalar.properties.isAlphabetic)
  }

  /// What begins a heading, a list, a quotation or a rule at the start of a line.
  static func guardedAtLineStart(_ line: String) -> String {
    let text = String(line.drop { $0 == " " })
    guard let first = text.first else { return "" }
    if "#-+>=:".contains(first) { return "\\" + text }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    if !digits.isEmpty, let mark = text.dropFirst(digits.count).first, mark == "." || mark == ")" {
      return digits + "\\" + text.dropFirst(digits.count)
    }
    return text
  }
}
