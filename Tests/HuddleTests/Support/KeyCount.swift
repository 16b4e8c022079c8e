import Values

/// What an hour costs in keys, beyond the words that people said.
///
/// A key is a key or a chord: a letter, Enter, Tab, Ctrl-V. Words are what any note of the same
/// would hold: the text, who, when, the numbers of a vote. All else is the price: Enter, slashes,
/// corrections, passing on, going back.
struct KeyCount {
  private(set) var keys = 0
  private(set) var words = 0

  init(_ hour: Hour) {
    for step in hour.steps {
      switch step.verb {
      case .start, .kill: break
      case .paste: keys += 2
      case .type: keys += Self.count(step.typed) + 1
      case .keys: keys += Self.count(step.typed)
      }
      words += step.kept.reduce(0) { $0 + $1.count }
    }
  }

  /// Keys beyond the words.
  var price: Int { keys - words }

  /// Each sequence that a terminal sends for a key is one key.
  private static func count(_ typed: String) -> Int {
    Hour.keys(typed).split(separator: "\u{1b}[A", omittingEmptySubsequences: false)
      .reduce(-1) { $0 + $1.count + 1 }
  }
}

/// The things that a session has kept of people, counted in its file.
///
/// Somebody who came or left, an entry, an answer, a ballot or a hand, a yes or no at the read-back,
/// a change of an entry. Neither the playbook's own facts nor a pass, which says nothing.
struct KeptThings {
  let count: Int
  /// Entries and answers alone: what has a line of its own in the minutes.
  let lines: Int

  init(_ journal: String) {
    var counts: [String: Int] = [:]
    for line in journal.split(separator: "\n") {
      guard let record = try? JSONValue(parsing: Array(line.utf8)),
        let type = record["type"]?.string
      else { continue }
      let several = ["items", "ballots", "people"].compactMap { record[$0]?.array?.count }
      counts[type, default: 0] += several.first ?? 1
    }
    func sum(_ types: String...) -> Int { types.reduce(0) { $0 + (counts[$1] ?? 0) } }
    lines = sum("items.added", "answer.set")
    count =
      lines
      + sum(
        "person.joined", "person.left", "ballot.cast", "outcome.read", "item.edited", "item.moved")
  }
}
