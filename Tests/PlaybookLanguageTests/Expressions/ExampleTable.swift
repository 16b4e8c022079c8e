/// A table of examples in a multi-line text: `source → expected`, a line each.
struct Example: Sendable, CustomStringConvertible {
  let source: String
  let expected: String

  var description: String { source }

  /// The rows of a text; empty lines and lines that begin with `-- ` are for the reader.
  static func table(_ text: String) -> [Example] {
    text.split(separator: "\n").filter { !$0.hasPrefix("-- ") }.map { line in
      let halves = line.split(separator: " → ", maxSplits: 1)
      guard halves.count == 2 else { return Example(source: "\(line)", expected: "no arrow") }
      return Example(source: trimmed(halves[0]), expected: trimmed(halves[1]))
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
