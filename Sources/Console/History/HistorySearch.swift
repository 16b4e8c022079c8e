/// A search backwards through a history, one key at a time.
///
/// Pure: drawing it is the reader's business.
struct HistorySearch: Sendable, Equatable {
  /// What is looked for, in any case of letters.
  private(set) var query = ""
  /// The entry that was found last, with its index; `nil` before the first and after none.
  private(set) var found: Int?
  /// Whether the last key found nothing more.
  private(set) var hasFailed = false
  /// Newest last.
  let entries: [String]

  init(entries: [String]) {
    self.entries = entries
  }

  /// The text that was found; empty before anything is.
  var match: String { found.map { entries[$0] } ?? "" }

  /// Looks for a longer text, from the entry that is shown.
  mutating func append(_ scalar: Unicode.Scalar) {
    query.unicodeScalars.append(scalar)
    look(from: found ?? entries.count - 1, by: -1)
  }

  /// Takes the last character back and begins again at the newest entry.
  mutating func removeLast() {
    if !query.isEmpty { query.removeLast() }
    found = nil
    hasFailed = false
    if !query.isEmpty { look(from: entries.count - 1, by: -1) }
  }

  /// Goes to the next older entry that matches.
  mutating func older() { look(from: (found ?? entries.count) - 1, by: -1) }

  /// Goes back to the next newer one.
  mutating func newer() { look(from: (found ?? entries.count - 2) + 1, by: 1) }

  private mutating func look(from start: Int, by step: Int) {
    let wanted = query.lowercased()
    var index = start
    while entries.indices.contains(index) {
      if Self.contains(entries[index].lowercased(), wanted) {
        found = index
        hasFailed = false
        return
      }
      index += step
    }
    hasFailed = true
  }

  private static func contains(_ text: String, _ part: String) -> Bool {
    part.isEmpty || Array(text.utf8).firstPlace(of: part.utf8) != nil
  }
}
