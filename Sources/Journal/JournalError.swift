/// Why a session's file could not be written or read: where, what, and how to mend it.
package struct JournalError: Error, Sendable, Equatable {
  /// The file at hand.
  package let path: String
  package let problem: Problem

  package enum Problem: Sendable, Equatable {
    /// There is no such file.
    case missing
    /// It is a link, a folder or a device.
    case notAFile
    /// Its name has a control character, or is no UTF-8.
    case unfitName
    /// It is there already; a new session never takes another's file.
    case alreadyThere
    /// The file or its folder could not be made.
    case cannotCreate(operation: String, reason: String)
    /// No second copy could be begun there.
    case cannotCopy(operation: String, reason: String)
    /// Another huddle has the second copy open.
    case copyHeld(copy: String)
    /// The second copy holds what the session does not.
    case copyDiffers(copy: String)
    /// A second copy still says what was redacted in these records.
    case copyKeeps(copy: String, records: [Int])
    /// It could not be read, locked or looked at.
    case cannotUse(operation: String, reason: String)
    /// The write failed and was cut back: the file is as it was, and may be tried again.
    case notSaved(operation: String, reason: String)
    /// After a failed sync or cut nothing more is written; only reopening tells what is there.
    case halted(operation: String, reason: String)
    /// Another program changed it, or put another in its place, while it was made anew.
    case changedMeanwhile
    /// Another huddle writes it.
    case locked
    /// Another huddle writes follow-ups there, which takes no longer than a line.
    case followUpsHeld
    /// An answer has the highest number that there is, so that none can count after it.
    case noNextRevision
    /// Another file (or none) stands at the path now, or it was changed; all of the session went
    /// beside it, with what was said.
    case moved(RescuedSession)
    /// As `moved`, and not even the rescue could be written. The same may be tried again.
    case movedAndLost(reason: String)
    /// A complete line is bad. Its number is counted from 1.
    case damaged(line: Int, RecordFault)
    /// A complete line is out of its order.
    case outOfOrder(line: Int, number: Int, expected: Int)
    /// There is no whole line in it.
    case empty
    /// It begins with something else than `session.opened`.
    case notASession
    /// Its first line, which says what it is, cannot be read or is missing.
    case headless(why: String)
    /// It was cut off behind its first line: no playbook is pinned in it.
    case unpinned
    /// A newer huddle's format, of which this one knows nothing.
    case newerFormat(version: Int)
    /// A newer huddle wrote it: the type of record, or the version of the format, and its line.
    case readOnly(line: Int, what: String)
    /// The session is closed; nothing is added after that.
    case closed
    /// One fact is longer than a line may be.
    case tooLong(bytes: Int)
    /// The fact would not read back as it is. Nothing was written.
    case notWritable(type: String, why: String)
    /// Nothing in the library has this name.
    case unknownName(String, nearest: String?)
    /// A project has several sessions that could go on, the latest first.
    case severalOpen(String, [String])
    /// Several do.
    case ambiguousName(String, [String])
    /// The library holds no session.
    case emptyLibrary
    /// Another file of the folder holds the same session, and more of it.
    case sameSession(as: String)
    /// A line that is more than edited: no check can make it sound.
    case cannotReseal(line: Int, why: String)
    /// A record that cannot be redacted.
    case cannotRedact(number: Int, why: String)
  }

  package init(_ path: String, _ problem: Problem) {
    self.path = path
    self.problem = problem
  }
}

extension JournalError {
  /// The process's exit status: 65 damaged, 66 missing, 73 cannot create, 74 I/O, 75 busy or moved.
  package var exitStatus: Int32 {
    switch problem {
    case .missing, .notAFile, .unfitName, .unknownName, .ambiguousName, .severalOpen, .emptyLibrary:
      66
    case .damaged, .outOfOrder, .empty, .headless, .notASession, .unpinned, .newerFormat, .readOnly,
      .closed, .sameSession,
      .tooLong, .cannotRedact, .cannotReseal, .noNextRevision:
      65
    case .notWritable: 70
    case .cannotCreate, .cannotCopy, .copyDiffers, .copyKeeps, .alreadyThere: 73
    case .cannotUse, .notSaved, .halted: 74
    case .locked, .followUpsHeld, .copyHeld, .moved, .movedAndLost, .changedMeanwhile: 75
    }
  }

  /// Whether nothing of the file can be shown.
  package var isWhollyUnreadable: Bool {
    switch problem {
    case .empty, .headless, .notASession, .unpinned, .newerFormat, .notAFile, .unfitName, .missing,
      .cannotUse:
      true
    default: false
    }
  }

  /// Whether something is missing of what the file should tell; records of a newer huddle are not.
  package var isDamage: Bool {
    switch problem {
    case .readOnly, .sameSession: false
    default: true
    }
  }

  /// Whether what was said is not in the session's file.
  package var isNotSaved: Bool {
    switch problem {
    case .notSaved, .halted, .moved, .movedAndLost, .tooLong, .notWritable, .closed: true
    default: false
    }
  }
}
