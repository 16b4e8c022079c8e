/// One line of the history file: a flat JSON object with the kind of prompt and the text.
struct HistoryLine: Sendable, Equatable {
  var kind: String
  var text: String

  /// The line as it stands in the file, without its newline.
  var json: String {
    "{\"kind\":\(Self.quoted(kind)),\"text\":\(Self.quoted(text))}"
  }

  init(kind: String, text: String) {
    self.kind = kind
    self.text = text
  }

  /// Reads what ``json`` writes; `nil` for anything else, so that a damaged line is passed over.
  init?(json: Substring) {
    var scanner = Scanner(rest: json.unicodeScalars[...])
    guard scanner.takes("{\"kind\":"), let kind = scanner.string(),
      scanner.takes(",\"text\":"), let text = scanner.string(), scanner.takes("}"),
      scanner.rest.isEmpty
    else { return nil }
    self.init(kind: kind, text: text)
  }

  private static func quoted(_ text: String) -> String {
    var json = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": json += "\\\""
      case "\\": json += "\\\\"
      case "\n": json += "\\n"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: json.unicodeScalars.append(scalar)
      }
    }
    return json + "\""
  }

  /// Walks over the little JSON that the file knows.
  private struct Scanner {
    var rest: Substring.UnicodeScalarView

    mutating func takes(_ expected: String) -> Bool {
      guard rest.starts(with: expected.unicodeScalars) else { return false }
      rest = rest.dropFirst(expected.unicodeScalars.count)
      return true
    }

    mutating func string() -> String? {
      guard rest.popFirst() == "\"" else { return nil }
      var text = String.UnicodeScalarView()
      while let scalar = rest.popFirst() {
        if scalar == "\"" { return String(text) }
        if scalar != "\\" {
          text.append(scalar)
        } else if let escaped = escape() {
          text.append(escaped)
        } else {
          return nil
        }
      }
      return nil
    }

    private mutating func escape() -> Unicode.Scalar? {
      switch rest.popFirst() {
      case "\"": return "\""
      case "\\": return "\\"
      case "n": return "\n"
      case "u":
        let digits = String(rest.prefix(4))
        rest = rest.dropFirst(4)
        return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
      default: return nil
      }
    }
  }
}
