import Values

/// What to say of a figure that was not given to the last digit: the nearest that can be kept.
///
/// A range, or a figure that is “about” so much, is never kept as something that it is not.
struct NearFigure {
  /// Nil where the words are no such figure, or where nothing near can be read either.
  ///
  /// `read` gives a figure as it would be shown.
  static func mend(_ line: String, _ read: (String) -> String?) -> String? {
    switch RoughFigure(line) {
    case .about(let words): read(words).map { "As a figure: \($0)." }
    case .range(let first, let second): range(first, second, read)
    case .share, nil: nil
    }
  }

  /// `15-20 euro`: what stands at one end, a unit or a sign, is meant for both.
  private static func range(_ first: String, _ second: String, _ read: (String) -> String?)
    -> String?
  {
    let unit = String(second.drop { $0.isNumber || ".,' ".contains($0) })
    let sign = String(first.prefix { !$0.isNumber })
    let from = read(unit.isEmpty ? first : "\(first) \(unit)") ?? read(first)
    let end = String(second.dropLast(unit.count)).trimmed
    let to =
      read(second.first?.isNumber == true ? sign + second : second) ?? read(second) ?? read(end)
    guard let from, let to else { return nil }
    return "That is a range. As one figure: \(from), or \(to)."
  }

  /// So many hundredths, to two places; whether nothing is lost by it.
  static func percent(_ part: Int, of whole: Int) -> (words: String, isExact: Bool) {
    let hundredths = (part * 20_000 / whole + 1) / 2
    let rest = hundredths % 100
    let digits = rest == 0 ? "" : ".\(rest / 10)" + (rest % 10 == 0 ? "" : String(rest % 10))
    return ("\(hundredths / 100)\(digits) %", part * 10_000 % whole == 0)
  }
}
