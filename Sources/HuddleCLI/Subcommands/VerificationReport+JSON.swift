import Journal
import Session
import Values

// The same findings for programs.
extension VerificationReport {
  /// One object; `sound` is what the exit status says.
  static func json(_ verification: Verification) -> JSONValue {
    .object([
      .init("path", .string(verification.path)),
      .init("session", verification.opened.map { .string($0.session) } ?? .null),
      .init("sound", .bool(verification.isSound)),
      .init("records", .number(Number(verification.recordCount))),
      .init("bytes", .number(Number(verification.byteCount))),
      .init("closed", .bool(verification.isClosed)),
      .init("unreadable", verification.unreadable.map { .string("\($0)") } ?? .null),
      .init("lost", .array(verification.lost.map(lost))),
      .init("missing", .array(verification.missing.map { .number(Number($0)) })),
      .init(
        "misplaced",
        .array(
          verification.misplaced.map {
            .object([.init("n", .number(Number($0.number))), .init("why", .string($0.why))])
          })),
      .init(
        "edited_playbooks",
        .array(verification.editedPlaybooks.map { .number(Number($0)) })),
      .init("follow_ups", .array(verification.followUps.map { .string("\($0)") })),
      .init("lacks_end", .bool(verification.lacksEnd)),
      .init("torn_bytes", .number(Number(tornBytes(verification)))),
      .init("mended_by_reseal", .bool(verification.isMendedByReseal)),
      .init("newer", verification.newer.map(newer) ?? .null),
      .init("open_to_others", verification.looseMode.map { .string($0) } ?? .null),
    ])
  }

  private static func lost(_ line: Verification.LostLine) -> JSONValue {
    .object([
      .init("line", .number(Number(line.line))), .init("why", .string(line.why)),
      .init("preview", .string(line.preview)),
    ])
  }

  private static func newer(_ part: JournalContents.NewerPart) -> JSONValue {
    .object([.init("line", .number(Number(part.line))), .init("what", .string(part.what))])
  }

  /// Bytes of a write that was cut short; the next resume sets them aside.
  private static func tornBytes(_ verification: Verification) -> Int {
    switch verification.tail {
    case .clean, .unterminated: 0
    case .torn(let bytes), .trailed(let bytes): bytes
    }
  }
}
