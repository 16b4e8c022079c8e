/// The clipboard of whoever sits at the terminal, on this machine or at the other end of a link.
///
/// OSC 52: the terminal puts a text there, if its owner lets it; it never says whether it did. So
/// what is copied is always shown as well.
package struct Clipboard {
  /// What most terminals take in one sequence, in bytes.
  static let limit = 70_000
  private let output: Output
  private let isOffered: Bool

  package init(output: Output, environment: [String: String]) {
    self.output = output
    isOffered = Terminal(descriptor: output.descriptor, environment: environment).isSmart
  }

  /// Hands the text to the terminal.
  ///
  /// - Returns: whether there was one to hand it to, and the text was not too long for it.
  package func copy(_ text: String) -> Bool {
    let bytes = Array(TerminalText.visible(text).utf8)
    guard isOffered, bytes.count <= Self.limit else { return false }
    output.steer("\u{1b}]52;c;\(Self.base64(bytes))\u{7}")
    return true
  }

  /// As RFC 4648 has it, with padding.
  static func base64(_ bytes: [UInt8]) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    return stride(from: 0, to: bytes.count, by: 3).map { start -> String in
      let group = bytes[start..<min(start + 3, bytes.count)]
      let value = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      let text = (0...group.count).map { digits[value >> (18 - 6 * $0) & 63] }
      return String(text) + String(repeating: "=", count: 3 - group.count)
    }.joined()
  }
}
