package import Session
import Values

/// One record as one line of JSON, and back.
///
/// A line is flat: `n`, `at`, `type`, the fact's own members, `done`, `again`, members that this
/// huddle does not know, and `crc` last. The `crc` is the CRC-32 (IEEE 802.3), in eight
/// lower-case hexadecimal digits, of the line's bytes from `{` up to the comma before `"crc"`;
/// the line ends in `}` right after it, and in one newline that is not covered.
///
///     {"n":3,"at":"2026-09-23T09:00:05.000Z","type":"step.entered","step":"goal","crc":"…"}
package enum RecordCodec {
  /// The major version of the format, `huddle` in `session.opened`.
  package static let version = 1

  /// Bytes of the longest line, without its newline.
  package static let longestLine = 1 << 20

  /// A record's line, its newline included.
  package static func line(_ record: SessionRecord) -> [UInt8] {
    var own = WireWriter()
    let type = WireTable.write(record.fact.event, to: &own)
    var fields = WireWriter()
    fields.put("n", record.number)
    fields.put("at", record.at.iso8601)
    fields.put("type", type)
    let known = fields.members + own.members
    var settled = WireWriter()
    settled.put("done", ifAny: record.fact.done)
    settled.put("again", ifAny: record.fact.again)
    return line(.object(known + settled.members + record.extra))
  }

  /// An object's line: sealed, its newline included.
  static func line(_ object: JSONValue) -> [UInt8] {
    RecordSeal.sealed(Array(object.encoded().utf8)) + [UInt8(ascii: "\n")]
  }

  /// Reads a line (without its newline) whose seal must hold.
  package static func record(_ line: ArraySlice<UInt8>) throws(RecordFault) -> SessionRecord {
    try record(members(line))
  }

  /// A line's members without its seal, which must hold.
  static func members(_ line: ArraySlice<UInt8>) throws(RecordFault) -> [JSONValue.Member] {
    guard line.count <= longestLine else { throw .tooLong(bytes: line.count) }
    switch RecordSeal.check(line) {
    case .holds: break
    case .missing: throw .sealMissing
    case .broken(let written, let computed):
      throw .sealBroken(written: written, computed: computed)
    }
    return try unsealedMembers(line).filter { $0.name != "crc" }
  }

  /// A line's members, whatever its seal says.
  static func unsealedMembers(
    _ line: ArraySlice<UInt8>
  ) throws(RecordFault) -> [JSONValue.Member] {
    let value: JSONValue
    do {
      value = try JSONValue(parsing: line)
    } catch {
      throw .notJSON("column \(error.column): \(error.problem.words)")
    }
    guard case .object(let members) = value else { throw .notAnObject }
    return members
  }

  private static func record(
    _ members: [JSONValue.Member]
  ) throws(RecordFault) -> SessionRecord {
    var fields = WireReader(members)
    let number = try fields.int("n", in: 1...999_999_999_999)
    let written = try fields.string("at")
    guard let at = Instant(iso8601: written) else {
      throw .wrong(field: "at", expected: "a moment (2026-09-23T09:00:02.114Z)")
    }
    let type = try fields.string("type")
    guard let read = WireTable.readers[type] else {
      let unknown = Fact(.unknown(type: type))
      return SessionRecord(number: number, at: at, fact: unknown, extra: fields.unread)
    }
    let event = try read(&fields)
    let fact = Fact(
      event, done: try fields.addresses("done"), again: try fields.addresses("again"))
    return SessionRecord(number: number, at: at, fact: fact, extra: fields.unread)
  }
}
