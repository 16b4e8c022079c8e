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

  package func count(_ key: String) -> Int { counts[key] ?? 0 }

  /// The same with the messages of one more paste; what the last one had too is the same message.
  package func remembering(_ keys: [String]) -> ChatMemory {
    var now: [String: Int] = [:]
    for key in keys { now[key, default: 0] += 1 }
    return ChatMemory(counts.merging(now, uniquingKeysWith: max))
  }

  /// The same without these messages, which wait again.
  package func forgetting(_ keys: [String]) -> ChatMemory {
    var rest = counts
    for key in keys { rest[key] = nil }
    return ChatMemory(rest)
  }
}
