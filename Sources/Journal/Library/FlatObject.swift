import Values

/// Reads one JSON object's members by their places, and makes a value of none.
///
/// For looking over many sessions: nested values are skipped as ranges of bytes, so a playbook of
/// half a megabyte costs a walk over it and nothing else. It takes what it can read and stops
/// where it cannot; whether a line is sound is for ``RecordCodec`` to say.
enum FlatObject {
  /// Calls the closure with each member's name (without quotes) and value, in order, until it says
  /// to stop.
  static func visit(
    _ bytes: Span<UInt8>, in range: Range<Int>,
    _ body: (_ name: Range<Int>, _ value: Range<Int>) -> Bool
  ) {
    let end = min(range.upperBound, bytes.count)
    var place = skipSpace(bytes, range.lowerBound, end)
    guard place < end, bytes[place] == UInt8(ascii: "{") else { return }
    place += 1
    while true {
      place = skipSpace(bytes, place, end)
      guard let name = string(bytes, place, end) else { return }
      place = skipSpace(bytes, name.upperBound, end)
      guard place < end, bytes[place] == UInt8(ascii: ":") else { return }
      place = skipSpace(bytes, place + 1, end)
      guard let value = value(bytes, place, end) else { return }
      guard body(name.lowerBound + 1..<name.upperBound - 1, value) else { return }
      place = skipSpace(bytes, value.upperBound, end)
      guard place < end, bytes[place] == UInt8(ascii: ",") else { return }
      place += 1
    }
  }

  /// Whether these bytes are the text.
  static func `is`(_ bytes: Span<UInt8>, _ range: Range<Int>, _ text: StaticString) -> Bool {
    guard range.count == text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { wanted in
      for offset in 0..<wanted.count where bytes[range.lowerBound + offset] != wanted[offset] {
        return false
      }
      return true
    }
  }

  /// A value's bytes.
  static func copy(_ bytes: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    var copy: [UInt8] = []
    copy.reserveCapacity(range.count)
    for index in range { copy.append(bytes[index]) }
    return copy
  }

  /// A value that is a text; nil for any other.
  static func text(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String? {
    guard range.count >= 2, bytes[range.lowerBound] == UInt8(ascii: "\"") else { return nil }
    let copy = copy(bytes, range)
    if copy.contains(UInt8(ascii: "\\")) { return (try? JSONValue(parsing: copy))?.string }
    return String(validating: copy[1..<copy.count - 1], as: UTF8.self)
  }

  /// A value that is a whole number from 0; nil for any other.
  static func whole(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var number = 0
    guard (1...15).contains(range.count) else { return nil }
    for index in range {
      guard (0x30...0x39).contains(bytes[index]) else { return nil }
      number = number * 10 + Int(bytes[index] - 0x30)
    }
    return number
  }

  // MARK: Walking

  private static func skipSpace(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var place = start
    while place < end, bytes[place] == 0x20 || bytes[place] == 0x09 { place += 1 }
    return place
  }

  /// A string with its quotes.
  private static func string(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Range<Int>? {
    guard start < end, bytes[start] == UInt8(ascii: "\"") else { return nil }
    var place = start + 1
    while place < end {
      switch bytes[place] {
      case UInt8(ascii: "\""): return start..<place + 1
      case UInt8(ascii: "\\"): place += 2
      default: place += 1
      }
    }
    return nil
  }

  private static func value(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Range<Int>? {
    guard start < end else { return nil }
    switch bytes[start] {
    case UInt8(ascii: "\""): return string(bytes, start, end)
    case UInt8(ascii: "{"), UInt8(ascii: "["): return nested(bytes, start, end)
    default: return word(bytes, start, end)
    }
  }

  private static func word(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Range<Int>? {
    var place = start
    while place < end, !isDelimiter(bytes[place]) { place += 1 }
    return place > start && place < end ? start..<place : nil
  }

  private static func isDelimiter(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") || byte <= 0x20
  }

  private static func nested(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Range<Int>? {
    var depth = 0
    var place = start
    while place < end {
      switch bytes[place] {
      case UInt8(ascii: "\""):
        guard let skipped = string(bytes, place, end) else { return nil }
        place = skipped.upperBound - 1
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return start..<place + 1 }
      default: break
      }
      place += 1
    }
    return nil
  }
}
