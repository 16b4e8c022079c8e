/// Reads sessions' files without a lock, while others may be writing them.
package enum JournalReader {
  /// What a file holds, damaged lines reported and everything else read.
  ///
  /// Throws where there is no such file, or it cannot be read at all.
  package static func read(_ path: String) throws(JournalError) -> JournalContents {
    try JournalScan.contents(of: bytes(path))
  }

  /// What these bytes hold, as if they stood in a file.
  package static func contents(of bytes: [UInt8]) -> JournalContents {
    JournalScan.contents(of: bytes)
  }

  /// What is wrong with a session's file; nil where it is sound.
  package static func trouble(_ path: String) throws(JournalError) -> JournalError? {
    try read(path).trouble(path)
  }

  static func bytes(_ path: String) throws(JournalError) -> [UInt8] {
    do throws(SystemFault) {
      let file = try OpenFile(path, for: .read)
      guard try file.status().isRegular else { throw SystemFault.notAFile }
      return try file.read()
    } catch {
      throw JournalError(path, opening: error)
    }
  }

  /// The same into bytes that are there already, for many files in turn; gives how many count.
  static func bytes(_ path: String, into bytes: inout [UInt8]) throws(JournalError) -> Int {
    do throws(SystemFault) {
      let file = try OpenFile(path, for: .read)
      let status = try file.status()
      guard status.isRegular else { throw SystemFault.notAFile }
      return try file.read(status.size, into: &bytes)
    } catch {
      throw JournalError(path, opening: error)
    }
  }
}
