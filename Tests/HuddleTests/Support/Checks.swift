import Console
import Testing

/// A command, and what has to come of it.
struct Case: Sendable, CustomTestStringConvertible {
  let arguments: [String]
  let input: String
  let status: Int32
  /// Pieces of standard output; where there are none, it has to be empty.
  let says: [String]
  /// Pieces of standard error; where there are none, it has to be empty.
  let complains: [String]

  init(
    _ arguments: String..., input: String = "", status: Int32 = 0, says: [String] = [],
    complains: [String] = []
  ) {
    self.arguments = arguments
    self.input = input
    self.status = status
    self.says = says
    self.complains = complains
  }

  var testDescription: String { (["huddle"] + arguments).joined(separator: " ") }

  func check(_ ended: Ended, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(ended.status == status, "\(ended.errors)", sourceLocation: sourceLocation)
    Self.check(ended.output, says, "output", sourceLocation)
    Self.check(ended.errors, complains, "errors", sourceLocation)
  }

  private static func check(
    _ text: String, _ pieces: [String], _ name: String, _ place: SourceLocation
  ) {
    if pieces.isEmpty { #expect(text == "", "\(name)", sourceLocation: place) }
    for piece in pieces where !text.contains(piece) {
      Issue.record("no “\(piece)” in the \(name):\n\(text)", sourceLocation: place)
    }
  }
}

/// The lines that are wider than a window of so many columns.
func tooWide(_ text: String, _ columns: Int) -> [String] {
  text.split(separator: "\n").map(String.init).filter { DisplayWidth.of($0) > columns }
}
