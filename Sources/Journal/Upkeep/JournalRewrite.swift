/// The two ways in which a journal is ever rewritten: redaction and resealing.
///
/// Both hold the writer's lock from reading to renaming, and put the new file aside first: at any
/// moment the path leads to the whole old file or the whole new one. Programs that know no lock may
/// put another file in place meanwhile: that one stays, and the rewriting is refused.
enum JournalRewrite {
  /// Replaces a file by what the closure makes of its bytes; nothing changes where it throws.
  static func replace<Report>(
    _ path: String, _ make: (JournalFile, [UInt8]) throws(JournalError) -> ([UInt8], Report)
  ) throws(JournalError) -> Report {
    let journal = try JournalFile.locked(path, .session)
    let bytes: [UInt8]
    do throws(SystemFault) {
      bytes = try journal.file.read()
    } catch {
      throw JournalError(path, opening: error)
    }
    let (rewritten, report) = try make(journal, bytes)
    guard rewritten != bytes else { return report }
    do throws(SystemFault) {
      try WholeFile.replace(
        path, with: rewritten, care: .synced, mode: journal.identity.mode
      ) { () throws(SystemFault) in
        let isSame = try FileStatus(of: path).isSameFile(as: journal.identity)
        return try isSame ? journal.file.read() == bytes : false
      }
    } catch {
      if error == .changedByOthers { throw JournalError(path, .changedMeanwhile) }
      throw JournalError(path, .cannotUse(operation: error.operation, reason: error.reason))
    }
    return report
  }

  /// A file's lines without their newlines, an unterminated last one included.
  static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
