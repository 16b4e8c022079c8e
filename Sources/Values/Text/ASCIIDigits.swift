/// Whole numbers as ASCII digits, and nothing but digits: `Int("+5")` would take a sign.
enum ASCIIDigits {
  /// The value of one to eighteen digits; nil for anything else.
  static func value(_ bytes: some Collection<UInt8>) -> Int? {
    guard (1...18).contains(bytes.count), bytes.allSatisfy(DecimalParts.isDigit) else {
      return nil
    }
    return bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  static func value(_ text: some StringProtocol) -> Int? { value(Array(text.utf8)) }

  /// Zeros in front, up to the width.
  static func padded(_ value: Int, to width: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
  }
}
