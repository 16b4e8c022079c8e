import Values

/// A motion in the minutes of a board or a council, which is a decision once it is carried.
///
/// `Lee moved and Roy seconded to adopt the budget. Motion passed unanimously.`
struct MinutesMotion {
  /// What is moved.
  let words: String
  let line: Int

  private static let openings = [
    " moves to ", " moves that ", " moved we ", " seconded to ", " seconded that ",
    " seconded, to ", " seconded, that ", " moved to ",
    " moved that ", " made a motion to ",
    "motion to ", "motion that ", "motion: ", "vote: ",
  ]
  private static let ends = [
    " was carried", " carried", " was passed", " passed", " was approved", ", seconded",
    " was seconded", " seconded by", "; seconded", " with unanimous", ". ",
  ]

  init?(_ sentence: String, line: Int) {
    let folded = sentence.lowercased()
    // `Motion (Ana): buy the lamp`
    if folded.hasPrefix("motion ("), let close = sentence.firstRange(of: "): ") {
      words = sentence[close.upperBound...].trimmed
      self.line = line
      return
    }
    guard folded.count == sentence.count,
      let opening = Self.openings.first(where: { folded.firstRange(of: $0) != nil }),
      let start = folded.firstRange(of: opening)
    else { return nil }
    var length = folded.distance(from: start.upperBound, to: folded.endIndex)
    for end in Self.ends {
      guard let range = folded[start.upperBound...].firstRange(of: end) else { continue }
      length = min(length, folded.distance(from: start.upperBound, to: range.lowerBound))
    }
    let from = folded.distance(from: folded.startIndex, to: start.upperBound)
    let words = String(sentence.dropFirst(from).prefix(length)).trimmed
    guard words.split(separator: " ").count > 1 else { return nil }
    self.words = words
    self.line = line
  }

  private static let carried = [
    "motion carried", "motion passed", "motion carries", "motion passes", "motion approved",
    "motion adopted", "motion was carried", "motion was passed", "motion was approved",
    "motion was adopted", "carried unanimously", "passed unanimously", "approved unanimously",
    "unanimously carried", "unanimously approved", "+1 unanimous",
    "with unanimous approval", "all present approved", "all present voted in favo",
    "all others present voted in favo", "motion unanimously passed", "all in favor",
    "all in favour",
    "all voted in",
    " was carried", " carried.", " passed.",
  ]

  static func isCarried(_ sentence: String) -> Bool {
    let folded = sentence.lowercased()
    return (carried.contains { folded.contains($0) } || isCounted(folded) || isBrief(folded))
      && !isLost(sentence)
  }

  /// `Passed 5-0.`, `Motion to adopt it (Lee/Roy): carried`: the result, and nothing but its count.
  private static func isBrief(_ folded: String) -> Bool {
    let last = folded.components(": ").last ?? folded
    let words = last.split { !$0.isLetter && !$0.isNumber }
    guard let first = words.first, words.count <= 4 else { return false }
    return ["passed", "carried", "approved", "adopted"].contains(first)
  }

  /// `8 yes; 0 no; 1 abstain`, `In favour: 5, against: 1`.
  private static func isCounted(_ folded: String) -> Bool {
    let words = folded.split { !$0.isLetter && !$0.isNumber }
    func count(_ names: [Substring]) -> Int? {
      guard let place = words.indices.first(where: { names.contains(words[$0]) }) else {
        return nil
      }
      let around = [place - 1, place + 1].filter(words.indices.contains)
      return around.compactMap { Int(words[$0]) }.first
    }
    guard words.count < 16, let yes = count(["yes", "ayes", "favor", "favour"]),
      let no = count(["no", "noes", "nays", "against", "opposed"])
    else { return false }
    return yes > no
  }

  static func isLost(_ sentence: String) -> Bool {
    let folded = sentence.lowercased()
    return [
      "motion failed", "motion fails", "motion was lost", "motion lost", "was defeated",
      "not carried", "not passed", "withdrawn", "motion died", "no second",
    ].contains { folded.contains($0) }
  }
}
