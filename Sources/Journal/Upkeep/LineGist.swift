import Values

/// What one line of a session's file says, short enough to be recognised by whoever was there.
package struct LineGist: Sendable, Equatable {
  /// Counted from 1.
  package let line: Int
  /// The record's number; nil where the line does not say one.
  package let number: Int?
  /// What kind of record it is, and of what: `answer.set finish`, `item.edited r2`.
  package let what: String
  /// People's words in it, as far as they were asked for, in the order of the line.
  package let words: [String]

  /// The same words where they are texts, and no numbers.
  let texts: [String]

  /// All words of a line.
  init(line: Int, _ members: [JSONValue.Member]) {
    self.init(line: line, members, without: Eraser.erased(members))
  }

  /// - Parameter rest: the line without the words that are wanted.
  init(line: Int, _ members: [JSONValue.Member], without rest: [JSONValue.Member]) {
    let object = JSONValue.object(members)
    self.line = line
    number = object["n"]?.int
    let names = ["q", "item", "outcome", "action", "person", "step"]
    let about = names.lazy.compactMap { object[$0]?.string }.first
    what = [object["type"]?.string, about].compactMap { $0 }.joined(separator: " ")
    let lost = Self.lost(object, .object(rest))
    words = lost.map { $0.string ?? $0.number?.display ?? "" }
    texts = lost.compactMap(\.string)
  }

  /// The texts and numbers of one value that another of the same shape has not.
  private static func lost(_ before: JSONValue, _ after: JSONValue) -> [JSONValue] {
    switch (before, after) {
    case (.object(let old), .object(let new)):
      zip(old, new).flatMap { lost($0.value, $1.value) }
    case (.array(let old), .array(let new)):
      old.enumerated().flatMap { lost($1, $0 < new.count ? new[$0] : .null) }
    case (.array(let old), .null): old.flatMap { lost($0, .null) }
    case (.object(let old), .null): old.flatMap { lost($0.value, .null) }
    case (.string, _), (.number, _): before == after ? [] : [before]
    default: []
    }
  }
}
