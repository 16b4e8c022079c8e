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

  /// - Parameter meant: whose words are wanted; nil for all of them.
  init(line: Int, _ members: [JSONValue.Member], only meant: Set<Redaction.Target>? = nil) {
    let object = JSONValue.object(members)
    self.line = line
    number = object["n"]?.int
    let names = ["q", "item", "outcome", "action", "person", "step"]
    let about = names.lazy.compactMap { object[$0]?.string }.first
    what = [object["type"]?.string, about].compactMap { $0 }.joined(separator: " ")
    let targets = meant ?? [.record(number ?? 0)]
    let eraser = Eraser(path: "", targets: targets)
    let rest = eraser.erased(object, number ?? 0)
    words = rest.map { Self.lost(object, .object($0)) } ?? []
  }

  /// The texts and numbers of one value that another of the same shape has not.
  private static func lost(_ before: JSONValue, _ after: JSONValue) -> [String] {
    switch (before, after) {
    case (.object(let old), .object(let new)):
      zip(old, new).flatMap { lost($0.value, $1.value) }
    case (.array(let old), .array(let new)): zip(old, new).flatMap { lost($0, $1) }
    case (.string(let text), _): before == after ? [] : [text]
    case (.number(let number), _): before == after ? [] : [number.display]
    default: []
    }
  }
}
