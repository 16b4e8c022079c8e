/// A second copy of a session in another folder (`--also`), for power and network.
///
/// It is written after the session itself, and its failing never fails the session.
struct JournalCopy {
  let path: String

  /// Begins the copy with what the session holds already.
  init(of journal: String, bytes: [UInt8], in folder: String) throws(SystemFault) {
    path = Folder.joined(folder, Folder.name(of: journal))
    try Folder.make(folder)
    try WholeFile.replace(path, with: bytes, care: .synced)
  }

  func add(_ lines: [UInt8]) throws(SystemFault) { try WholeFile.add(lines, to: path) }
}

extension JournalFile {
  /// Writes each record to a second folder as well, from now on and all that is there already.
  ///
  /// Throws where the copy cannot be begun; where it fails later, `notices` says so once.
  package func alsoWrite(to folder: String) throws(JournalError) {
    guard Folder.realPath(folder) != Folder.realPath(Folder.parent(of: path)) else {
      let reason = "it is the session's own folder; name another"
      throw JournalError(folder, .cannotUse(operation: "hold a second copy", reason: reason))
    }
    do throws(SystemFault) {
      copy = try JournalCopy(of: path, bytes: file.read(atMost: size), in: folder)
    } catch {
      throw JournalError(folder, .cannotUse(operation: error.operation, reason: error.reason))
    }
  }

  func copyLines(_ lines: [UInt8]) {
    guard let copy else { return }
    do throws(SystemFault) {
      try copy.add(lines)
    } catch {
      self.copy = nil
      notices.append(.copyStopped(path: copy.path, reason: error.reason))
    }
  }
}
