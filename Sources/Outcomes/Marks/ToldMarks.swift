/// What was marked so far, by its words: a list at the end says it once more.
///
/// Marks change while a log is read; their words are taken in when they are asked for.
struct ToldMarks {
  private struct Words: Hashable {
    let kind: Mark.Kind
    let text: String
  }

  private var counts: [Words: Int] = [:]
  private var taken: [Int: Words] = [:]
  private var changed: Set<Int> = []
  /// How many marks were taken in: each once for each time that it changed.
  private(set) var takes = 0

  /// Says that a mark is new or has other words now.
  mutating func note(_ place: Int) { changed.insert(place) }

  mutating func contains(_ mark: Mark, among marks: [Mark]) -> Bool {
    for place in changed {
      takes += 1
      if let old = taken[place] { counts[old, default: 0] -= 1 }
      let words = Words(kind: marks[place].kind, text: marks[place].text)
      counts[words, default: 0] += 1
      taken[place] = words
    }
    changed.removeAll()
    return counts[Words(kind: mark.kind, text: mark.text), default: 0] > 0
  }
}
