package import Session

/// What a session's file holds: its records, and whatever of it cannot be read.
///
/// Made from bytes alone, so that readers and the writer take the same ones the same way.
package struct JournalContents: Sendable, Equatable {
  /// The records that can be read, in order; those of types that begin with `x.` included.
  package internal(set) var records: [SessionRecord] = []
  /// Complete lines that are bad, in order.
  package internal(set) var damage: [JournalDamage] = []
  package internal(set) var tail: Tail = .clean
  /// Set where a newer huddle wrote a part of it.
  package internal(set) var newer: NewerPart?
  /// Bytes up to the end of the last complete line, or of a tail that was taken.
  package internal(set) var goodByteCount = 0
  package internal(set) var byteCount = 0

  /// The bytes after the last newline.
  package enum Tail: Sendable, Equatable {
    case clean
    /// A whole record that lacks only its newline. It counts.
    case unterminated
    /// So many bytes that do not count, from a write that was cut short.
    case torn(bytes: Int)
    /// A whole record, which counts, and so many other bytes where its newline should be.
    case trailed(bytes: Int)
  }

  /// What this huddle does not know.
  package struct NewerPart: Sendable, Equatable {
    package let line: Int
    /// A type of record, or a version of the format.
    package let what: String
    /// The format's version, where that is what is newer: then nothing of the file is sure.
    package var version: Int?
  }

  /// The number the next record gets.
  package var nextNumber: Int { (records.last?.number ?? 0) + 1 }

  package var opened: SessionOpened? {
    if case .sessionOpened(let opened)? = records.first?.fact.event { opened } else { nil }
  }

  /// Who began it, or went on with it last; nil where no record says.
  package var lastWriter: String? {
    for record in records.reversed() {
      if case .sessionResumed(let writer) = record.fact.event { return writer }
    }
    return opened?.writer
  }

  package var isClosed: Bool { records.contains { $0.fact.event == .sessionClosed } }
}

/// A complete line that cannot be read, or stands out of order.
package struct JournalDamage: Sendable, Equatable {
  /// Counted from 1.
  package let line: Int
  package let why: Why

  package enum Why: Sendable, Equatable {
    case fault(RecordFault)
    /// It repeats a number, or comes before its turn: another copy's line. It is not read.
    case repeated(number: Int, expected: Int)
    /// Records are missing before this line, which itself is read.
    case gap(missing: ClosedRange<Int>)
  }
}
