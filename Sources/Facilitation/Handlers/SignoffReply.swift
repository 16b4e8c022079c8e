import Session
import Values

/// An answer to a sign-off and its words, as people say them: `with a reservation: staffing`,
/// `no way`, `yes but only if legal signs`.
struct SignoffReply {
  let verdict: SignoffGiven.Verdict
  /// The reason or the condition; nil where none was said.
  let note: String?

  /// Nil for words that are no answer.
  init?(_ line: String) {
    var words = line.trimmed.split(separator: " ").map(String.init)
    guard let first = words.first?.trimmedOfMarks, let said = SignoffHandler.verdict(first) else {
      return nil
    }
    words.removeFirst()
    if said == .reservation { Self.dropFillers(&words) }
    let rest = words.joined(separator: " ").trimmedOfMarks
    let opening = rest.split(separator: " ").first.map { TextFolding.fold(String($0)) } ?? ""
    let isConditional = Self.conditions.contains(opening)
    verdict = said == .agree && isConditional ? .reservation : said
    let why = said == .agree && opening == "but" ? String(rest.dropFirst(3)).trimmed : rest
    // “No way” says no more than no.
    let isNothing = said == .decline && Self.empty.contains(TextFolding.fold(why))
    note = why.isEmpty || isNothing ? nil : why
  }

  private static func dropFillers(_ words: inout [String]) {
    for filler in ["a", "one", "reservation", "reservations"]
    where words.first.map({ TextFolding.fold($0.trimmedOfMarks) }) == filler {
      words.removeFirst()
    }
  }

  private static let conditions: Set<String> = ["but", "if", "only", "unless", "provided"]
  private static let empty: Set<String> = ["way", "thanks", "thank you"]
}

extension String {
  /// Without the colon, comma or dash that parts an answer from its reason.
  fileprivate var trimmedOfMarks: String {
    var rest = trimmed[...]
    while let mark = rest.first, ":,–—".contains(mark) { rest = rest.dropFirst() }
    while let mark = rest.last, ":,–—".contains(mark) { rest = rest.dropLast() }
    return String(rest).trimmed
  }
}
