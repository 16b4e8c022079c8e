internal import Values

/// The folder for what is not part of any session's file: held rounds, drafts, the writer's name.
///
/// It is kept out of the library, because git and file sync would keep every version of it.
package struct StateFolder: Sendable, Equatable {
  /// `$XDG_STATE_HOME/huddle`, as a rule.
  package let path: String

  package init(_ path: String) { self.path = path }

  /// A session's own folder in it.
  ///
  /// A session id comes from a file that anyone may have written: one that is no plain word is
  /// replaced by its SHA-256, so that it leads nowhere else.
  package func folder(session: String) -> String {
    let isWord = session.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "-")
    }
    let isFit = isWord && (1...64).contains(session.utf8.count)
    return Folder.joined(path, isFit ? session : Digest.sha256(Array(session.utf8)))
  }
}

extension JournalError {
  /// A fault with one of the state's files.
  init(state path: String, _ fault: SystemFault) {
    self.init(path, .cannotUse(operation: fault.operation, reason: fault.reason))
  }
}
