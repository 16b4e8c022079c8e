/// Somebody who is asked for a vote and gives none: `rosa -`, `Rosa abstains`.
package enum Abstention {
  package static func isSaid(_ word: String) -> Bool {
    words.contains(TextFolding.fold(word.filter { $0 != "." }))
  }

  private static let words: Set<String> = [
    "-", "–", "—", "abstain", "abstains", "abstained", "abstaining", "abstention",
  ]
}
