package import Session
import Values

/// What `huddle verify` found: what can be read, and what is lost, line by line.
package struct Verification: Sendable, Equatable {
  package let path: String
  package let opened: SessionOpened?
  package let recordCount: Int
  package let byteCount: Int
  package let isClosed: Bool
  /// Lines that cannot be read or stand out of order.
  package let lost: [LostLine]
  /// Numbers below the last one of which no record can be read.
  package let missing: [Int]
  package let tail: JournalContents.Tail
  package let newer: JournalContents.NewerPart?
  /// Records that stand where none may: a second beginning, or anything behind the end.
  package let misplaced: [Misplaced]
  /// Numbers of records whose playbook is not the text that was pinned.
  package let editedPlaybooks: [Int]
  /// What cannot be read of the follow-ups beside the session.
  package let followUps: [JournalError]
  /// Whether it is a writer's follow-ups, and no session.
  package var isOfFollowUps: Bool {
    Folder.name(of: Folder.parent(of: path)) == SessionLibrary.followUpName
  }
  /// Whether its end is missing: answers were given after it.
  package let lacksEnd: Bool
  /// The file's mode where others than the owner may use it: `0644`.
  package let looseMode: String?
  /// The mode of its folder where others may look into that: `0755`.
  package let looseFolderMode: String?

  package struct Misplaced: Sendable, Equatable {
    package let number: Int
    package let why: String
  }

  package struct LostLine: Sendable, Equatable {
    /// Counted from 1.
    package let line: Int
    package let why: String
    /// The line's bytes as text, at most 200 of them, so that its words can still be seen.
    package let preview: String
    /// What it says, where only its check is off: somebody edited it.
    package let edited: LineGist?
  }

  /// Why nothing of the file can be shown; nil where something can.
  package let unreadable: JournalError?
  /// Whether ``Reseal`` would make every line sound: it was edited by hand, and nothing is lost.
  package let isMendedByReseal: Bool

  /// Whether every line is sound; a torn tail, which was never acknowledged, does not count.
  package var isSound: Bool {
    lost.isEmpty && missing.isEmpty && unreadable == nil && misplaced.isEmpty
      && editedPlaybooks.isEmpty && followUps.isEmpty && !lacksEnd
  }

  /// Reads a session's file, with every line's check, without a lock and without changing it.
  ///
  /// A cut exactly after a newline cannot be seen: the records before it are sound.
  package init(of path: String) throws(JournalError) {
    let bytes = try JournalReader.bytes(path)
    let contents = JournalScan.contents(of: bytes)
    let lines = contents.damage.isEmpty ? [] : Self.lines(bytes)
    self.path = path
    opened = contents.opened
    recordCount = contents.records.count
    byteCount = bytes.count
    isClosed = contents.isClosed
    lost = contents.damage.map { LostLine($0, lines) }
    let there = Set(lost.compactMap { $0.edited?.number })
    missing = Self.missing(contents).filter { !there.contains($0) }
    tail = contents.tail
    misplaced = Self.misplaced(contents.records)
    editedPlaybooks = contents.records.filter { $0.fact.event.isOfEditedPlaybook }.map(\.number)
    let library = SessionLibrary(holding: path)
    followUps = library.followUpTroubles()
    let later = opened.flatMap { try? library.laterSignatures(of: $0.session) }
    lacksEnd = !isClosed && contents.damage.isEmpty && later?.given.isEmpty == false
    newer = contents.newer
    let trouble = contents.trouble(path)
    unreadable = trouble.flatMap { $0.isWhollyUnreadable ? $0 : nil }
    isMendedByReseal = !contents.damage.isEmpty && Reseal.mends(bytes, path)
    looseMode = (try? FileStatus(of: path))?.looseMode
    looseFolderMode = FileStatus.looseMode(ofFolder: Folder.parent(of: path))
  }

  /// A session begins once, and nothing is added behind its end but other programs' own records.
  private static func misplaced(_ records: [SessionRecord]) -> [Misplaced] {
    var (isPinned, isClosed) = (false, false)
    return records.enumerated().compactMap { place, record in
      var why: String?
      switch record.fact.event {
      case .unknown: return nil
      case .sessionOpened where place > 0: why = "a session begins once"
      case .playbookPinned where isPinned: why = "a playbook is pinned once"
      default: why = isClosed ? "it stands behind the end of the session" : nil
      }
      if case .playbookPinned = record.fact.event { isPinned = true }
      if record.fact.event == .sessionClosed { isClosed = true }
      return why.map { Misplaced(number: record.number, why: $0) }
    }
  }

  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  }

  private static func missing(_ contents: JournalContents) -> [Int] {
    var missing: [Int] = []
    var due = 1
    for record in contents.records {
      // Forged numbers must not make a list of a billion, all at once or gap by gap.
      missing += (due..<record.number).prefix(10_000 - missing.count)
      due = record.number + 1
    }
    return missing
  }
}

extension Verification.LostLine {
  init(_ damage: JournalDamage, _ lines: [ArraySlice<UInt8>]) {
    line = damage.line
    why = damage.why.description
    let bytes = lines.indices.contains(line - 1) ? lines[line - 1] : []
    preview = String(decoding: bytes.prefix(200), as: UTF8.self)
    edited = Reseal.members(bytes).map { LineGist(line: damage.line, $0) }
  }
}

extension JournalDamage.Why: CustomStringConvertible {
  /// What is wrong with the line, to stand after its file and number.
  package var description: String {
    switch self {
    case .fault(let fault): fault.description
    case .repeated(let number, let expected):
      "record \(number) where \(expected) is due: another copy's line, which is not read"
    case .gap(let missing) where missing.count == 1:
      "record \(missing.lowerBound) is missing before this line"
    case .gap(let missing):
      "records \(missing.lowerBound) to \(missing.upperBound) are missing before this line"
    }
  }
}

extension SessionEvent {
  /// Whether it brings a playbook that is another than its SHA-256 says.
  fileprivate var isOfEditedPlaybook: Bool {
    switch self {
    case .playbookPinned(let pinned): pinned.bodySHA256 != pinned.sha256
    case .playbookChanged(let changed): changed.pinned.bodySHA256 != changed.sha256
    default: false
    }
  }
}
