import Values

/// A motion in the minutes of a board or a council, which is a decision once it is carried.
///
/// `Lee moved and Roy seconded to adopt the budget. Motion passed unanimously.`
struct MinutesMotion {
  /// What is moved.
  let words: String
  let line: Int

  private static let openings = [
    " seconded to ", " seconded that ", " seconded, to ", " seconded, that ", " moved to ",
    " moved that ", " made a motion to ",
    "motion to ", "motion that ", "vote: ",
  ]
  private static let ends = [
    " was carried", " carried", " was passed", " passed", " was approved", ", seconded",
    " was seconded", " seconded by", "; seconded", " with unanimous", ". ",
  ]

  init?(_ sentence: String, line: Int) {
    let folded = sentence.lowercased()
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
    "with unanimous approval", "motion unanimously passed", "all in favor", "all in favour",
    "all voted in",
    " was carried", " carried.", " passed.",
  ]

  static func isCarried(_ sentence: String) -> Bool {
    let folded = sentence.lowercased()
    return carried.contains { folded.contains($0) } && !isLost(sentence)
  }

  static func isLost(_ sentence: String) -> Bool {
    let folded = sentence.lowercased()
    return [
      "motion failed", "motion fails", "motion was lost", "motion lost", "was defeated",
      "not carried", "not passed", "withdrawn", "motion died", "no second",
    ].contains { folded.contains($0) }
  }
}
