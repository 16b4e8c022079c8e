/// Why one line of a journal cannot be read as a record.
package enum RecordFault: Error, Sendable, Equatable, CustomStringConvertible {
  case tooLong(bytes: Int)
  case sealMissing
  case sealBroken(written: String, computed: String)
  case notJSON(String)
  case notAnObject
  case newerFormat(Int)
  case missing(field: String)
  case wrong(field: String, expected: String)

  /// The fault in words, to stand after a file and a line: `its check does not hold (…)`.
  package var description: String {
    switch self {
    case .tooLong(let bytes):
      "it is \(bytes) bytes long; a line has \(RecordCodec.longestLine) at most"
    case .sealMissing:
      "it does not end in its check (\"crc\")"
    case .sealBroken(let written, let computed):
      "its check does not hold (\"crc\" says \(written), its bytes give \(computed))"
    case .notJSON(let why):
      "it is not JSON: \(why)"
    case .notAnObject:
      "it is not a JSON object"
    case .newerFormat(let version):
      "it is of version \(version) of the format; this huddle reads version \(RecordCodec.version)"
    case .missing(let field):
      "it has no \"\(field)\""
    case .wrong(let field, let expected):
      "its \"\(field)\" is not \(expected)"
    }
  }
}
