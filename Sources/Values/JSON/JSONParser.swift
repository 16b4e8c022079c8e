/// A recursive descent over the bytes; it holds a place and nothing else.
struct JSONParser {
  let bytes: [UInt8]
  var place = 0
  private var depth = 0

  static let depthLimit = 64

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func document() throws(JSONError) -> JSONValue {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { throw error(.byteOrderMark, at: 0) }
    skipSpace()
    guard place < bytes.count else { throw error(.empty) }
    let value = try value()
    skipSpace()
    guard place == bytes.count else { throw error(.afterTheEnd) }
    return value
  }

  private mutating func value() throws(JSONError) -> JSONValue {
    guard let byte = peek else { throw error(.unfinished) }
    switch byte {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), 0x30...0x39: return .number(try number())
    default: throw unexpected()
    }
  }

  private mutating func object() throws(JSONError) -> JSONValue {
    try enter()
    var members: [JSONValue.Member] = []
    var names: Set<String> = []
    while try goesOn(until: UInt8(ascii: "}"), isFirst: members.isEmpty) {
      let start = place
      guard peek == UInt8(ascii: "\"") else { throw unexpected() }
      let name = try string()
      guard names.insert(name).inserted else { throw error(.duplicateName(name), at: start) }
      skipSpace()
      try expect(UInt8(ascii: ":"))
      skipSpace()
      members.append(JSONValue.Member(name, try value()))
    }
    depth -= 1
    return .object(members)
  }

  private mutating func array() throws(JSONError) -> JSONValue {
    try enter()
    var values: [JSONValue] = []
    while try goesOn(until: UInt8(ascii: "]"), isFirst: values.isEmpty) {
      values.append(try value())
    }
    depth -= 1
    return .array(values)
  }

  /// Steps over the opening bracket.
  private mutating func enter() throws(JSONError) {
    guard depth < Self.depthLimit else { throw error(.tooDeep(limit: Self.depthLimit)) }
    depth += 1
    place += 1
  }

  /// True at the next element; false after the closing bracket, which it steps over.
  private mutating func goesOn(
    until closing: UInt8, isFirst: Bool
  ) throws(JSONError) -> Bool {
    skipSpace()
    if peek == closing {
      place += 1
      return false
    }
    if isFirst { return true }
    let comma = place
    try expect(UInt8(ascii: ","))
    skipSpace()
    if peek == closing { throw error(.trailingComma, at: comma) }
    return true
  }

  private mutating func word(
    _ word: StaticString, _ value: JSONValue
  ) throws(JSONError) -> JSONValue {
    for index in 0..<word.utf8CodeUnitCount {
      guard let byte = peek else { throw error(.unfinished) }
      guard byte == word.utf8Start[index] else { throw unexpected() }
      place += 1
    }
    return value
  }
}

extension JSONParser {
  var peek: UInt8? { place < bytes.count ? bytes[place] : nil }

  mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      place += 1
    }
  }

  mutating func expect(_ byte: UInt8) throws(JSONError) {
    guard let next = peek else { throw error(.unfinished) }
    guard next == byte else { throw unexpected() }
    place += 1
  }

  func error(_ problem: JSONError.Problem, at offset: Int? = nil) -> JSONError {
    JSONError(problem, in: bytes, at: offset ?? place)
  }

  /// What stands at the place, named so that it can be printed.
  func unexpected() -> JSONError {
    guard place < bytes.count else { return error(.unfinished) }
    let byte = bytes[place]
    let name = (0x21..<0x7F).contains(byte) ? "'\(Character(Unicode.Scalar(byte)))'" : nil
    return error(.unexpected(name ?? "the byte 0x\(Digest.hex([byte]))"))
  }
}
