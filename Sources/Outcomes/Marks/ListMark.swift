import Values

/// What stands in front of a line in a list: a bullet, a number, a box; or a quotation's stroke.
struct ListMark {
  let text: String
  let isListed: Bool
  let isQuoted: Bool
  /// A box to tick.
  let isTask: Bool
  /// A box that is ticked.
  let isDone: Bool

  init(_ line: String) {
    // A picture in front of a line only adorns it.
    let line = line.trimmed
    var rest = line[...]
    if line.utf8.first.map({ $0 >= 0x80 }) == true {
      rest = rest.drop { $0.unicodeScalars.first?.properties.isEmojiPresentation == true }
      if rest.startIndex > line.startIndex { rest = rest.drop { $0 == " " } }
    }
    isQuoted = rest.hasPrefix(">") && !rest.hasPrefix(">>>")
    var isListed = false
    var isDone = false
    if let first = rest.first, "-*•–·◦▪".contains(first), rest.dropFirst().first == " " {
      rest = rest.dropFirst(2)
      isListed = true
    }
    // `-- Ana to call`, and not a signature.
    if rest.hasPrefix("-- "), rest.utf8.count(where: { $0 == 0x20 }) > 3 {
      rest = rest.dropFirst(3)
      isListed = true
    }
    let number =
      rest.first?.isNumber == true ? rest.prefix { $0.isNumber || $0 == "." || $0 == ")" } : ""
    // `1. `, `2) `, `3.- `.
    var behind = rest.dropFirst(number.count)
    if behind.hasPrefix("- ") { behind = behind.dropFirst() }
    if number.contains(where: \.isNumber), number.count > 1, behind.first == " " {
      rest = behind.drop { $0 == " " }
      isListed = true
    }
    // `:pushpin: Ana to call`, as GitHub writes a picture.
    if rest.first == ":", let end = rest.dropFirst().firstIndex(of: ":"), end > rest.startIndex,
      rest[..<end].dropFirst().allSatisfy({ $0.isLowercase || "_+-".contains($0) || $0.isNumber }),
      rest[rest.index(after: end)...].first == " "
    {
      rest = rest[rest.index(after: end)...].drop { $0 == " " }
    }
    var isTask = false
    for box in ["[ ] ", "[] ", "☐ "] where rest.hasPrefix(box) {
      rest = rest.dropFirst(box.count)
      isTask = true
    }
    for box in ["[x] ", "[X] ", "☑ ", "✓ ", "✔ "] where rest.hasPrefix(box) { isDone = true }
    var text = String(rest).trimmed.withoutLinks
    if text.first == "*" || text.first == "_" {
      for star in ["**", "__", "*", "_"] { text = text.withoutPair(of: star) }
    }
    self.text = text
    self.isListed = isListed
    self.isTask = isTask
    self.isDone = isDone
  }
}

extension String {
  /// `**Decision:** ship` → `Decision: ship`.
  fileprivate func withoutPair(of star: String) -> String {
    guard hasPrefix(star), let range = dropFirst(star.count).firstRange(of: star) else {
      return self
    }
    return String(self[index(startIndex, offsetBy: star.count)..<range.lowerBound])
      + String(self[range.upperBound...])
  }

  /// `[words](https://example.org)` → `words`, as Markdown links.
  var withoutLinks: String {
    guard contains("](") else { return self }
    var plain = ""
    var rest = self[...]
    while let middle = rest.firstRange(of: "]("),
      let open = rest[..<middle.lowerBound].lastIndex(of: "["),
      let close = rest[middle.upperBound...].firstIndex(of: ")")
    {
      plain += rest[..<open]
      plain += rest[rest.index(after: open)..<middle.lowerBound]
      rest = rest[rest.index(after: close)...]
    }
    return plain + rest
  }

  /// Cut at some words.
  func components(_ separator: String) -> [String] {
    var pieces: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      pieces.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return pieces + [String(rest)]
  }

  /// `IVO` → `Ivo`.
  var capitalisedWords: String {
    split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst().lowercased() }
      .joined(separator: " ")
  }
}
