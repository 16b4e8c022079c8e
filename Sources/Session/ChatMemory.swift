/// Messages of pasted chats that were dealt with and stand in no record: left out on purpose, said in
/// other words than they were written, or counted as votes.
///
/// A chat is pasted whole each time, and only what is new in it counts.
package struct ChatMemory: Sendable, Equatable {
  /// How often a message stood in the fullest paste so far.
  package private(set) var counts: [String: Int]

  package init(_ counts: [String: Int] = [:]) { self.counts = counts }

  /// What a message is known by: who wrote it, and its words.
  package static func key(_ text: String, by author: String?) -> String {
    "\(author ?? "")|\(text)"
  }

  /// What a line is known by that was written anonymously for a list, and left unsaid there.
  package static func key(_ text: String, unsaidIn list: Address) -> String {
    key(text, by: unsaidMark + list.description)
  }

  private static let unsaidMark = "unsaid "

  /// The words that were left unsaid in other lists than this one, where they may be said yet.
  package func unsaid(but list: Address) -> Set<String> {
    let own = Self.unsaidMark + list.description
    return Set(
      counts.keys.compactMap { key in
        guard key.hasPrefix(Self.unsaidMark), let cut = key.firstIndex(of: "|"), key[..<cut] != own
        else { return nil }
        return String(key[key.index(after: cut)...])
      })
  }

  package func count(_ key: String) -> Int { counts[key] ?? 0 }

  /// The same with the messages of one more paste; what the last one had too is the same message.
  package func remembering(_ keys: [String]) -> ChatMemory {
    var now: [String: Int] = [:]
    for key in keys { now[key, default: 0] += 1 }
    return ChatMemory(counts.merging(now, uniquingKeysWith: max))
  }

  /// The same with messages that nothing was known of.
  package func adding(_ keys: [String]) -> ChatMemory {
    var all = counts
    for key in keys { all[key, default: 0] += 1 }
    return ChatMemory(all)
  }

  /// Uses up one message by the first of these keys that it is known by; false where it is known by
  /// none.
  package mutating func use(_ keys: [String]) -> Bool {
    guard let key = keys.first(where: { count($0) > 0 }) else { return false }
    counts[key, default: 0] -= 1
    return true
  }

  /// The same without these messages, which wait again.
  package func forgetting(_ keys: [String]) -> ChatMemory {
    var rest = counts
    for key in keys { rest[key] = nil }
    return ChatMemory(rest)
  }
}
