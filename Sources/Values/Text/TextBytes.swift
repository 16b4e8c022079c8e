/// Reads the bytes of a file as text, in the encoding that they show.
///
/// Old clients keep their logs in Latin-1 or Windows-1252, and Windows saves text as UTF-16: a name
/// read wrongly is somebody else.
package enum TextBytes {
  package static func text(_ bytes: [UInt8]) -> String {
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2)) { $0 | $1 << 8 } }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2)) { $0 << 8 | $1 } }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var text = ""
    text.unicodeScalars.append(contentsOf: bytes.map(windows1252))
    return text
  }

  private static func utf16(
    _ bytes: ArraySlice<UInt8>, _ unit: (UInt16, UInt16) -> UInt16
  ) -> String {
    let bytes = Array(bytes)
    let units = stride(from: 0, to: bytes.count - 1, by: 2).map {
      unit(UInt16(bytes[$0]), UInt16(bytes[$0 + 1]))
    }
    return String(decoding: units, as: UTF16.self)
  }

  /// Latin-1, with the quotation marks and dashes that Windows puts where it has control signs.
  private static func windows1252(_ byte: UInt8) -> Unicode.Scalar {
    guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    return high[Int(byte) - 0x80].flatMap { Unicode.Scalar($0 as UInt32) } ?? "\u{FFFD}"
  }

  private static let high: [UInt32?] = [
    0x20AC, nil, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, nil, 0x017D, nil, nil, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
    0x2122, 0x0161, 0x203A, 0x0153, nil, 0x017E, 0x0178,
  ]
}
