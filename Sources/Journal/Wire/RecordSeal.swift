import Values

/// The check at the end of every line: `,"crc":"9c0f1a22"}`.
///
/// The number is the CRC-32 (IEEE 802.3) of the line's bytes from its `{` up to, not including,
/// the comma before `"crc"`, in eight lower-case hexadecimal digits. The newline is not covered,
/// and neither is the line before: one line can be redacted without touching another.
enum RecordSeal {
  /// Bytes of `,"crc":"9c0f1a22"}`.
  static let byteCount = 18

  enum Verdict: Equatable {
    case holds
    case missing
    case broken(written: String, computed: String)
  }

  private static let opening = Array(#","crc":""#.utf8)
  private static let closing = Array(#""}"#.utf8)

  /// Seals an object's bytes: `{…}` becomes `{…,"crc":"9c0f1a22"}`.
  static func sealed(_ object: [UInt8]) -> [UInt8] {
    var line = Array(object.dropLast())
    let digits = Digest.hex8(Digest.crc32(line))
    line += opening
    line += digits.utf8
    line += closing
    return line
  }

  /// Checks a line (without its newline).
  static func check(_ line: ArraySlice<UInt8>) -> Verdict {
    guard let written = digits(of: line) else { return .missing }
    let computed = Digest.hex8(Digest.crc32(line.dropLast(byteCount)))
    return written == computed ? .holds : .broken(written: written, computed: computed)
  }

  /// What a line says without its seal: `{…}`; nil where it has none.
  static func unsealed(_ line: ArraySlice<UInt8>) -> [UInt8]? {
    digits(of: line).map { _ in Array(line.dropLast(byteCount)) + [UInt8(ascii: "}")] }
  }

  private static func digits(of line: ArraySlice<UInt8>) -> String? {
    guard line.count > byteCount, line.first == UInt8(ascii: "{") else { return nil }
    let seal = line.suffix(byteCount)
    let digits = seal.dropFirst(opening.count).dropLast(closing.count)
    guard seal.starts(with: opening), seal.suffix(closing.count).elementsEqual(closing),
      digits.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
    else { return nil }
    return String(decoding: digits, as: UTF8.self)
  }
}
