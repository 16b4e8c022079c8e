/// Reads YAML text strictly: what YAML would lose or read in its own way is a mistake that is named.
///
/// Limits hold while events are read, so that no hostile file costs more than it weighs: 1 MiB, a
/// depth of 32, scalars of 64 KiB, 100,000 events. No tags, anchors, aliases, merge keys, second
/// documents or repeated keys.
package enum YAMLReader {
  package static let largestFile = 1 << 20
  package static let deepestNesting = 32
  package static let longestScalar = 64 << 10
  package static let mostEvents = 100_000

  /// The tree, and every mistake up to the first that ends it being YAML (then the tree is nil).
  package static func read(_ bytes: [UInt8], file: String) -> (YAMLNode?, [Diagnostic]) {
    guard bytes.count <= largestFile else {
      let span = SourceSpan(file: file, line: 1, column: 1)
      return (
        nil,
        [
          Diagnostic(
            .tooLarge, at: span, "the file is larger than 1 MiB",
            notes: ["a playbook is a few kilobytes: move parts to files of their own with 'use'"])
        ]
      )
    }
    switch TextInput.text(of: bytes, file: file) {
    case .failure(let diagnostic): return (nil, [diagnostic])
    case .success(let text):
      var builder = YAMLTreeBuilder(lines: SourceLines(text, file: file))
      return builder.build(Array(text.utf8))
    }
  }

  package static func read(text: String, file: String) -> (YAMLNode?, [Diagnostic]) {
    read(Array(text.utf8), file: file)
  }
}

/// Bytes from outside as text: UTF-8, without NUL and other control characters.
enum TextInput {
  static func text(of bytes: [UInt8], file: String) -> Result<String, Diagnostic> {
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    guard let text = String(validating: bytes, as: UTF8.self) else {
      return .failure(invalid(bytes, file: file))
    }
    guard mayHoldControls(bytes), let bad = text.unicodeScalars.first(where: isControl) else {
      return .success(text)
    }
    let before = text.unicodeScalars.prefix { $0 != bad }
    let line = before.count { $0 == "\n" } + 1
    let column = String(String.UnicodeScalarView(before.reversed().prefix { $0 != "\n" })).count + 1
    let span = SourceSpan(file: file, line: line, column: column)
    let digits = String(bad.value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return .failure(
      Diagnostic(
        .notText, at: span, "there is a control character (\(code)) in the text",
        notes: ["delete it: only line breaks and plain characters may stand in a file"]))
  }

  /// A quick look: C0, DEL, and the bytes with which C1 and the refused code points begin.
  private static func mayHoldControls(_ bytes: [UInt8]) -> Bool {
    bytes.contains { byte in
      byte < 0x20
        ? byte != 0x0A && byte != 0x0D && byte != 0x09
        : byte == 0x7F || byte == 0xC2 || byte == 0xEF
    }
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x85: false
    case 0..<0x20, 0x7F..<0xA0, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  private static func invalid(_ bytes: [UInt8], file: String) -> Diagnostic {
    var line = 1
    for start in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if String(validating: start, as: UTF8.self) == nil { break }
      line += 1
    }
    return Diagnostic(
      .notText, at: SourceSpan(file: file, line: line, column: 1),
      "this line is not UTF-8 text",
      notes: ["save the file as UTF-8, or mend the bytes in this line"])
  }
}
