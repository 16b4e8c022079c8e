package import Values

/// A run of words within a block.
package enum Inline: Sendable, Equatable {
  case text(String)
  case strong(String)
  case emphasis(String)
  /// Ids, digests and the like, in letters of one width.
  case code(String)
  /// Only `http`, `https` and `mailto` addresses become links; writers print others as words.
  case link(String, address: String)
  /// How something stands, such as whether a text is in force: it stands out, and well or badly.
  case status(String, isGood: Bool)
  /// A day, and how it reads: tools that keep tasks take the day from it.
  case day(CalendarDate, String)
  /// The mark of a footnote, from 1.
  case footnote(Int)
  case lineBreak

  /// The words without any mark.
  package var plain: String {
    switch self {
    case .text(let words), .strong(let words), .emphasis(let words), .code(let words): words
    case .link(let words, _), .status(let words, _), .day(_, let words): words
    case .footnote(let number): "[\(number)]"
    case .lineBreak: "\n"
    }
  }
}

extension [Inline] {
  /// The words without any mark; a line break is a newline.
  package var plain: String { map(\.plain).joined() }

  /// The words on one line; a line break is `; `.
  package var plainLine: String {
    map { $0 == .lineBreak ? "; " : $0.plain.singleLine }.joined()
  }

  /// Words as they stand, with their line breaks.
  package static func words(_ text: String) -> [Inline] {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return lines.enumerated().flatMap { place, line -> [Inline] in
      let run: [Inline] = line.isEmpty ? [] : [.text(String(line))]
      return place == 0 ? run : [.lineBreak] + run
    }
  }

  /// Several runs, one to a line.
  package static func lines(_ lines: [[Inline]]) -> [Inline] {
    Array(lines.joined(separator: [.lineBreak]))
  }
}

extension String {
  /// Several lines as one, with single spaces between them.
  var singleLine: String {
    guard contains(where: \.isNewline) else { return self }
    return split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}

extension Inline {
  /// The address as far as it may be followed: web pages and mail, nothing that runs.
  static func isSafe(address: String) -> Bool {
    let lower = address.lowercased()
    let hasScheme = ["http://", "https://", "mailto:"].contains { lower.hasPrefix($0) }
    return hasScheme && address.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F }
  }
}
