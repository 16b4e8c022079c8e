/// Words as a shell takes them: none is ever read as anything but a word.
package enum ShellText {
  /// A word as a person would paste it: bare where that is safe, else in single quotes.
  package static func word(_ text: String) -> String {
    let isSafe = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: Array("/._-+,:@%".utf8).contains(byte)
      }
    }
    return isSafe && !text.isEmpty && !text.hasPrefix("-") ? text : quoted(text)
  }

  /// `it's` → `'it'\''s'`.
  package static func quoted(_ words: String) -> String {
    "'" + PrintableText.clean(words).replacing { $0 == "'" ? "'\\''" : nil } + "'"
  }
}
