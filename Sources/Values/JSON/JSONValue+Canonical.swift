extension JSONValue {
  /// The bytes of RFC 8785 (JCS), over which signatures are made: the same value, the same bytes.
  ///
  /// Members stand in the order of their UTF-16 code units; numbers are written as ECMAScript
  /// writes the nearest binary one, so digits beyond the seventeenth do not count.
  package var canonical: [UInt8] {
    var text = ""
    encodeCanonically(into: &text)
    return Array(text.utf8)
  }

  private func encodeCanonically(into text: inout String) {
    switch self {
    case .null, .bool: text += encoded()
    case .number(let number): text += ECMAScriptNumber.text(of: number.doubleValue)
    case .string(let string): JSONText.quote(string, escaping: .required, into: &text)
    case .array(let values):
      text += "["
      for (index, value) in values.enumerated() {
        if index > 0 { text += "," }
        value.encodeCanonically(into: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (index, member) in Self.sorted(members).enumerated() {
        if index > 0 { text += "," }
        JSONText.quote(member.name, escaping: .required, into: &text)
        text += ":"
        member.value.encodeCanonically(into: &text)
      }
      text += "}"
    }
  }

  private static func sorted(_ members: [Member]) -> [Member] {
    members.sorted { $0.name.utf16.lexicographicallyPrecedes($1.name.utf16) }
  }
}
