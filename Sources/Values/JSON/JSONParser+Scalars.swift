/// Strings and numbers.
extension JSONParser {
  /// Reads a number at the place, by RFC 8259's grammar, into an exact decimal.
  mutating func number() throws(JSONError) -> Number {
    let start = place
    if peek == UInt8(ascii: "-") { place += 1 }
    let whole = skipDigits()
    guard whole > 0, whole == 1 || bytes[place - whole] != UInt8(ascii: "0") else {
      throw error(.badNumber, at: start)
    }
    if peek == UInt8(ascii: ".") {
      place += 1
      guard skipDigits() > 0 else { throw error(.badNumber, at: start) }
    }
    if let byte = peek, byte | 0x20 == UInt8(ascii: "e") {
      place += 1
      if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { place += 1 }
      guard skipDigits() > 0 else { throw error(.badNumber, at: start) }
    }
    return try number(in: start..<place)
  }

  private func number(in range: Range<Int>) throws(JSONError) -> Number {
    let text = String(decoding: bytes[range], as: UTF8.self)
    guard let parts = DecimalParts(scientific: text), parts.isInReach, let number = Number(parts)
    else {
      throw error(.numberOutOfReach(DisplayText.truncated(text, to: 40)), at: range.lowerBound)
    }
    return number
  }

  private mutating func skipDigits() -> Int {
    let start = place
    while let byte = peek, DecimalParts.isDigit(byte) { place += 1 }
    return place - start
  }

  /// Reads a string at the place, with its quotes.
  mutating func string() throws(JSONError) -> String {
    place += 1
    var text = ""
    while true {
      try appendPlain(to: &text)
      guard let byte = peek else { throw error(.unfinished) }
      if byte == UInt8(ascii: "\"") {
        place += 1
        return text
      }
      guard byte == UInt8(ascii: "\\") else { throw error(.controlInString) }
      text.unicodeScalars.append(try escape())
    }
  }

  /// Takes what stands up to a quote, a backslash or a control character.
  private mutating func appendPlain(to text: inout String) throws(JSONError) {
    let start = place
    while let byte = peek, byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
      place += 1
    }
    guard start < place else { return }
    guard let plain = String(validating: bytes[start..<place], as: UTF8.self) else {
      throw error(.invalidUTF8, at: start)
    }
    text += plain
  }

  private mutating func escape() throws(JSONError) -> Unicode.Scalar {
    let start = place
    place += 1
    guard let letter = peek else { throw error(.unfinished) }
    place += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
    case UInt8(ascii: "b"): return "\u{08}"
    case UInt8(ascii: "f"): return "\u{0C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicodeEscape(from: start)
    default: throw error(.badEscape, at: start)
    }
  }

  /// Reads the digits after `\u`, and the second half of a pair where there is a first.
  private mutating func unicodeEscape(from start: Int) throws(JSONError) -> Unicode.Scalar {
    let unit = try fourHex(from: start)
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard (0xD800..<0xDC00).contains(unit), bytes.dropFirst(place).starts(with: Array("\\u".utf8))
    else { throw error(.loneSurrogate, at: start) }
    place += 2
    let low = try fourHex(from: start)
    guard (0xDC00..<0xE000).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
    else { throw error(.loneSurrogate, at: start) }
    return scalar
  }

  private mutating func fourHex(from start: Int) throws(JSONError) -> UInt32 {
    let digits = bytes[place...].prefix(4).prefix { Character(Unicode.Scalar($0)).isHexDigit }
    place += digits.count
    guard digits.count == 4, let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw place == bytes.count ? error(.unfinished) : error(.badEscape, at: start) }
    return unit
  }
}
