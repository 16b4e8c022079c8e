/// What a pseudo-terminal could not do, with the screen as it stood.
package struct TerminalFailure: Error, CustomStringConvertible {
  package let reason: String
  package let screen: [String]

  init(_ reason: String, screen: [String] = []) {
    self.reason = reason
    self.screen = screen
  }

  package var description: String {
    let filled = screen.reversed().drop { $0.isEmpty }.reversed()
    return filled.isEmpty
      ? reason : "\(reason):\n" + filled.map { "  |\($0)" }.joined(separator: "\n")
  }
}
