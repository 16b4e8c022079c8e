import Values

/// Words as HTML and XML, so that none of them is a tag, an attribute or an entity.
enum HTMLText {
  static func escape(_ words: String) -> String {
    PrintableText.clean(words).replacing { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      case "'": "&#39;"
      default: nil
      }
    }
  }

  static func inlines(_ inlines: [Inline]) -> String { inlines.map(inline).joined() }

  private static func inline(_ inline: Inline) -> String {
    switch inline {
    case .text(let words): escape(words)
    case .strong(let words): "<strong>\(escape(words))</strong>"
    case .emphasis(let words): "<em>\(escape(words))</em>"
    case .code(let words): "<code>\(escape(words))</code>"
    case .link(let words, let address):
      Inline.isSafe(address: address)
        ? "<a href=\"\(escape(address))\" rel=\"noreferrer\">\(escape(words))</a>" : escape(words)
    case .status(let words, let isGood):
      "<strong class=\"\(isGood ? "good" : "waiting")\">\(escape(words))</strong>"
    case .day(let day, let words): "<time datetime=\"\(day.iso)\">\(escape(words))</time>"
    case .footnote(let number): "<sup>\(number)</sup>"
    case .lineBreak: "<br>"
    }
  }
}
