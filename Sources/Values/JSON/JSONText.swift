/// JSON's strings, written.
enum JSONText {
  enum Escaping {
    /// What RFC 8259 asks for, in the shortest form (RFC 8785, 3.2.2.2).
    case required
    /// Also what could act on a terminal or break a line.
    case terminalSafe
  }

  static func quote(_ string: String, escaping: Escaping, into text: inout String) {
    text += "\""
    if string.utf8.allSatisfy(isPlain) {
      text += string
    } else {
      for scalar in string.unicodeScalars { append(scalar, escaping, to: &text) }
    }
    text += "\""
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x20..<0x7F).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  private static func append(
    _ scalar: Unicode.Scalar, _ escaping: Escaping, to text: inout String
  ) {
    switch scalar {
    case "\"": text += "\\\""
    case "\\": text += "\\\\"
    case "\u{08}": text += "\\b"
    case "\u{09}": text += "\\t"
    case "\u{0A}": text += "\\n"
    case "\u{0C}": text += "\\f"
    case "\u{0D}": text += "\\r"
    case "\u{00}"..<"\u{20}": text += escape(scalar)
    case "\u{7F}"..."\u{9F}" where escaping == .terminalSafe,
      "\u{2028}"..."\u{2029}" where escaping == .terminalSafe:
      text += escape(scalar)
    default: text.unicodeScalars.append(scalar)
    }
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let hex = String(scalar.value, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - hex.utf8.count) + hex
  }
}
