extension JSONValue {
  /// Compact JSON with the members in their order.
  ///
  /// Everything that could act on a terminal or break a line (controls, DEL, C1, U+2028, U+2029)
  /// is escaped, so that a file is safe to read with `less`.
  package func encoded() -> String {
    var text = ""
    encode(into: &text)
    return text
  }

  private func encode(into text: inout String) {
    switch self {
    case .null: text += "null"
    case .bool(let flag): text += flag ? "true" : "false"
    case .number(let number): text += number.description
    case .string(let string): JSONText.quote(string, escaping: .terminalSafe, into: &text)
    case .array(let values):
      text += "["
      for (index, value) in values.enumerated() {
        if index > 0 { text += "," }
        value.encode(into: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { text += "," }
        JSONText.quote(member.name, escaping: .terminalSafe, into: &text)
        text += ":"
        member.value.encode(into: &text)
      }
      text += "}"
    }
  }
}
