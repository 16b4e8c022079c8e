internal import CSystem
package import Session
package import Values

/// A session's file, open for its one writer.
///
/// What `append` returns is on the medium; what it throws for is not in the file. It holds a lock
/// on the file itself, which dies with the process, and watches that the path still leads to it.
/// After a failed sync nothing more is written: a second try can seem to succeed without having.
package final class JournalFile {
  /// What a journal holds: a meeting, or the follow-ups of many.
  package enum Purpose: Sendable { case session, followUps }

  /// Where it stands; another one only once what was rescued takes its session's place.
  package internal(set) var path: String
  package let purpose: Purpose
  /// The number of the last record in the file; 0 where it is empty.
  package internal(set) var lastNumber = 0
  /// What was mended or noticed and what went wrong beside the session, oldest first.
  package internal(set) var notices: [JournalNotice] = []
  private var takenNotices = 0

  let file: OpenFile
  let identity: FileStatus
  /// All that was acknowledged, byte for byte: whatever becomes of the file, it can be written again.
  ///
  /// A session of ten thousand answers has a few MiB.
  var acknowledged: [UInt8] = []
  /// What stands behind that in the file and is no line, until it is set aside.
  var tail: [UInt8] = []
  var state = State.open
  var copy: JournalCopy?

  enum State: Equatable {
    case open
    case closed
    case halted(operation: String, reason: String)
    /// Everything goes into this file, which stands beside the path.
    case moved(to: String)
  }

  init(path: String, purpose: Purpose, file: consuming OpenFile, identity: FileStatus) {
    huddle_ignore_file_size_signal()
    self.path = path
    self.purpose = purpose
    self.file = file
    self.identity = identity
  }

  /// What `notices` has since this was last asked: each is told once, by whoever can tell it first.
  package func takeNotices() -> [JournalNotice] {
    defer { takenNotices = notices.count }
    return Array(notices.dropFirst(takenNotices))
  }

  /// Adds facts, in one write and one sync, and gives them as records once they are on the medium.
  ///
  /// Throws `notSaved` where the file is as it was before and the same may be tried again;
  /// `halted` where only reopening helps; `moved` where the session went to `NAME.rescued.jsonl`;
  /// `movedAndLost` where that could not be written, which may be tried again too. What the file's
  /// end holds that is no line goes to `NAME.torn` first.
  @discardableResult
  package func append(
    _ facts: [Fact], at: Instant, extra: [JSONValue.Member] = []
  ) throws(JournalError) -> [SessionRecord] {
    let records = facts.enumerated().map { index, fact in
      SessionRecord(number: lastNumber + 1 + index, at: at, fact: fact, extra: extra)
    }
    guard !records.isEmpty else { return [] }
    do throws(JournalError) {
      try save(lines(records))
    } catch {
      // What was rescued is numbered on.
      if case .moved = error.problem { lastNumber += records.count }
      throw error
    }
    lastNumber += records.count
    if facts.contains(where: { $0.event == .sessionClosed }) { state = .closed }
    return records
  }

  /// The records' lines, each proved to read back as what it was made from.
  private func lines(_ records: [SessionRecord]) throws(JournalError) -> [UInt8] {
    var lines: [UInt8] = []
    for record in records {
      let line = RecordCodec.line(record)
      try prove(line.dropLast(), says: record)
      lines += line
    }
    return lines
  }

  private func prove(_ line: ArraySlice<UInt8>, says record: SessionRecord) throws(JournalError) {
    guard line.count <= RecordCodec.longestLine else {
      throw JournalError(path, .tooLong(bytes: line.count))
    }
    var why = "it reads back as something else"
    do throws(RecordFault) {
      if try RecordCodec.record(line) == record { return }
    } catch {
      why = error.description
    }
    var ignored = WireWriter()
    let type = WireTable.write(record.fact.event, to: &ignored)
    throw JournalError(path, .notWritable(type: type, why: why))
  }
}
