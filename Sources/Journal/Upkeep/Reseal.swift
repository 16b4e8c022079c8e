import Values

/// Accepts lines that were edited by hand: gives each a check that holds.
package enum Reseal {
  /// Reseals a session's file and gives the lines that it accepted, with what they say now.
  ///
  /// The end of a write that was cut short goes to `NAME.torn` first, as on resuming. Only checks are
  /// mended: a line that is no JSON object, or whose number is out of order, is
  /// named, and nothing is changed.
  package static func reseal(_ path: String) throws(JournalError) -> [LineGist] {
    try JournalRewrite.replace(path) { journal, bytes throws(JournalError) in
      let made = try resealed(bytes, path)
      try journal.setAside(Array(bytes.suffix(made.tornCount)))
      return (made.bytes, made.changed)
    }
  }

  /// Whether resealing would make every line of a damaged file sound.
  static func mends(_ bytes: [UInt8], _ path: String) -> Bool {
    (try? resealed(bytes, path)) != nil
  }

  private static func resealed(
    _ bytes: [UInt8], _ path: String
  ) throws(JournalError) -> (bytes: [UInt8], changed: [LineGist], tornCount: Int) {
    var resealed: [UInt8] = []
    var changed: [LineGist] = []
    let tornCount = tornCount(bytes)
    for (index, line) in JournalRewrite.lines(Array(bytes.dropLast(tornCount))).enumerated() {
      let mended = try mended(line, path, index + 1)
      if mended[...] != line {
        let members = (try? RecordCodec.members(mended[...])) ?? []
        changed.append(LineGist(line: index + 1, members))
      }
      resealed += mended + [UInt8(ascii: "\n")]
    }
    let contents = JournalScan.contents(of: resealed)
    try contents.checkKnown(path)
    if let first = contents.damage.first {
      throw JournalError(path, .cannotReseal(line: first.line, why: "\(first.why)"))
    }
    return (resealed, changed, tornCount)
  }

  /// How many bytes at the end are no line: what an editor left without its newline is one.
  private static func tornCount(_ bytes: [UInt8]) -> Int {
    switch JournalScan.contents(of: bytes).tail {
    case .clean, .unterminated: return 0
    case .trailed(let count), .torn(let count): return count
    }
  }

  private static func mended(
    _ line: ArraySlice<UInt8>, _ path: String, _ number: Int
  ) throws(JournalError) -> [UInt8] {
    if RecordSeal.check(line) == .holds { return Array(line) }
    let trimmed = trimmed(line)
    do throws(RecordFault) {
      let members = try RecordCodec.unsealedMembers(trimmed)
      // Whoever edited a sealed line keeps their spacing; any other line is written anew.
      if let body = RecordSeal.unsealed(trimmed) { return RecordSeal.sealed(body) }
      let unsealed = members.filter { $0.name != "crc" }
      return Array(RecordCodec.line(.object(unsealed)).dropLast())
    } catch {
      throw JournalError(path, .cannotReseal(line: number, why: "\(error)"))
    }
  }

  /// The members of a line whose check is off and that would be a record with another one; else nil.
  static func members(_ line: ArraySlice<UInt8>) -> [JSONValue.Member]? {
    guard RecordSeal.check(line) != .holds, let mended = try? mended(line, "", 0) else {
      return nil
    }
    guard (try? RecordCodec.record(mended[...])) != nil else { return nil }
    return try? RecordCodec.members(mended[...])
  }

  /// Without what editors leave at a line's ends: a byte order mark, blanks, a carriage return.
  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0D }
    let hasMark = line.starts(with: [0xEF, 0xBB, 0xBF])
    var line = line.dropFirst(hasMark ? 3 : 0).drop(while: isBlank)
    while let last = line.last, isBlank(last) { line.removeLast() }
    return line
  }
}
