/// A figure that somebody gives and does not mean to the last digit: `about 60`, `15-20`, `1 in 5`.
///
/// None of them is a number by itself; each says which numbers are near.
package enum RoughFigure: Sendable, Equatable {
  /// `about 60`, `60 or so`, `at least 60`: the figure's own words.
  case about(String)
  /// `15-20 euro`, `between 15 and 20`: both ends, as typed.
  case range(String, String)
  /// `1 in 5`, `1 out of 5`, `1/5`.
  case share(Int, of: Int)

  /// Nil for words that are no such figure.
  package init?(_ text: String) {
    let typed = TextFolding.fold(TypedText.plain(text))
    guard typed.contains(where: \.isNumber) else { return nil }
    if let share = Self.share(typed) {
      self = share
    } else if let ends = Self.ends(typed) {
      self = .range(ends.0, ends.1)
    } else if let rest = Self.withoutDoubt(typed) {
      self = .about(rest)
    } else {
      return nil
    }
  }

  private static func share(_ typed: String) -> RoughFigure? {
    let parts = typed.split(whereSeparator: { $0 == " " || $0 == "/" }).map(String.init)
    let isSpoken = parts.count == 3 && parts[1] == "in"
    let isOf = parts.count == 4 && parts[1] == "out" && parts[2] == "of"
    let isFraction = parts.count == 2 && typed.contains("/")
    guard isSpoken || isOf || isFraction, let part = Int(parts[0]),
      let whole = parts.last.flatMap({ Int($0) }), part >= 0, whole > 0, part <= whole,
      whole <= 1_000_000
    else { return nil }
    return .share(part, of: whole)
  }

  /// `15-20`, `15 to 20 euro`, `from 15 to 20`, `between 15 and 20`.
  private static func ends(_ typed: String) -> (String, String)? {
    var words = typed.split(separator: " ").map(String.init)
    let isBetween = words.first == "between"
    if isBetween || words.first == "from" { words.removeFirst() }
    let joint = isBetween ? ["and"] : ["to", "-", "–", "—"]
    if let place = words.firstIndex(where: joint.contains), place > 0, place + 1 < words.count {
      return figures(
        words[..<place].joined(separator: " "), words[(place + 1)...].joined(separator: " "))
    }
    let rest = words.joined(separator: " ")
    guard let dash = rest.dropFirst().firstIndex(where: { "-–—".contains($0) }) else { return nil }
    return figures(String(rest[..<dash]).trimmed, String(rest[rest.index(after: dash)...]).trimmed)
  }

  private static func figures(_ first: String, _ second: String) -> (String, String)? {
    let areFigures = [first, second].allSatisfy { end in
      end.contains(where: \.isNumber) && !end.contains { "-–—".contains($0) }
    }
    return areFigures ? (first, second) : nil
  }

  private static let before = [
    "about", "around", "approx.", "approx", "approximately", "roughly", "circa", "ca.", "ca", "c.",
    "some", "nearly", "almost", "over", "under", "below", "above", "more than", "less than",
    "at least", "at most", "up to", "maybe", "perhaps", "say", "max.", "max", "min.", "min",
    "not more than", "well over", "just over", "just under", "~", "≈", ">=", "<=", ">", "<", "≥",
    "≤",
  ]
  private static let behind = [
    "or so", "or more", "or less", "or thereabouts", "approximately", "approx.", "approx",
    "roughly",
    "at most", "at least", "max.", "max", "min.", "min", "ish", "-ish", "+", "plus", "?",
  ]

  /// What is left without the words of doubt at either end; nil where there are none.
  private static func withoutDoubt(_ typed: String) -> String? {
    var rest = typed
    while let mark = before.filter({ begins(rest, with: $0) }).max(by: { $0.count < $1.count }) {
      rest = String(rest.dropFirst(mark.count)).trimmed
    }
    while let mark = behind.filter({ ends(rest, with: $0) }).max(by: { $0.count < $1.count }) {
      rest = String(rest.dropLast(mark.count)).trimmed
    }
    return rest == typed || rest.isEmpty ? nil : rest
  }

  private static func begins(_ text: String, with mark: String) -> Bool {
    guard text.hasPrefix(mark) else { return false }
    let next = text.dropFirst(mark.count).first
    return mark.last?.isLetter != true || next == " " || next?.isNumber == true
  }

  private static func ends(_ text: String, with mark: String) -> Bool {
    guard text.hasSuffix(mark) else { return false }
    let last = text.dropLast(mark.count).last
    return !mark.contains(where: \.isLetter) || mark.hasSuffix("ish") || last == " "
  }
}
