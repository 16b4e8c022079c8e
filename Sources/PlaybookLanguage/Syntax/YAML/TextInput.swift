/// Bytes from outside as text: UTF-8, without NUL, other control characters and hidden line breaks.
///
/// A byte order mark at the start is what some editors write, and is left away.
enum TextInput {
  static func text(of bytes: [UInt8], file: String) -> Result<String, Diagnostic> {
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    guard let text = String(validating: bytes, as: UTF8.self) else {
      return .failure(invalid(bytes, file: file))
    }
    guard let place = firstRefused(bytes) else { return .success(text) }
    return .failure(refused(bytes, at: place, file: file))
  }

  /// What may not stand in a text that is shown: C0 but for tab and line breaks, DEL, C1, and what
  /// YAML takes for the end of a line although no editor shows one.
  static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// The offset of the first refused character; bytes are looked at, since files are large.
  private static func firstRefused(_ bytes: [UInt8]) -> Int? {
    for (index, byte) in bytes.enumerated() {
      if byte >= 0x20, byte < 0x7F { continue }
      switch byte {
      case 0x09, 0x0A, 0x0D: continue
      case 0..<0x20, 0x7F: return index
      case 0xC2, 0xE2, 0xEF:
        let end = min(bytes.count, index + (byte == 0xC2 ? 2 : 3))
        let scalar = String(decoding: bytes[index..<end], as: UTF8.self).unicodeScalars.first
        if let scalar, isRefused(scalar) { return index }
      default: continue
      }
    }
    return nil
  }

  private static func refused(_ bytes: [UInt8], at index: Int, file: String) -> Diagnostic {
    let scalar = String(decoding: bytes[index...].prefix(4), as: UTF8.self).unicodeScalars.first
    let name = codePoint(scalar ?? "\0")
    let isBreak = [0x85, 0x2028, 0x2029].contains(scalar?.value ?? 0)
    return Diagnostic(
      .notText, at: span(of: bytes, at: index, file: file),
      isBreak
        ? "there is a hidden line break (\(name)) in the text"
        : "there is a control character (\(name)) in the text",
      notes: [
        isBreak
          ? "YAML ends the line there, and editors do not show it: delete it, or press Enter instead"
          : "delete it: only line breaks and plain characters may stand in a file"
      ])
  }

  /// As Unicode writes it: `U+0007`.
  static func codePoint(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  private static func invalid(_ bytes: [UInt8], file: String) -> Diagnostic {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return Diagnostic(
        .notText, at: SourceSpan(file: file, line: 1, column: 1),
        "this file is written in UTF-16", notes: ["save it as UTF-8 in your editor"])
    }
    let place = firstInvalid(bytes)
    let byte = String(bytes[place], radix: 16, uppercase: true)
    return Diagnostic(
      .notText, at: span(of: bytes, at: place, file: file),
      "there is a byte (\(byte)) that is not UTF-8 text",
      notes: ["save the file as UTF-8 in your editor, or type the line anew"])
  }

  private static func firstInvalid(_ bytes: [UInt8]) -> Int {
    var decoder = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while case .valid(let encoded) = decoder.parseScalar(from: &iterator) {
      offset += encoded.count
    }
    return min(offset, bytes.count - 1)
  }

  private static func span(of bytes: [UInt8], at index: Int, file: String) -> SourceSpan {
    let before = bytes[..<index]
    let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return SourceSpan(
      file: file, line: before.count { $0 == 0x0A } + 1,
      column: String(decoding: bytes[lineStart..<index], as: UTF8.self).count + 1)
  }
}
