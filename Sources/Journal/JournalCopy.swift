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

  /// Adds lines behind so many bytes; a copy that is shorter or longer than that is no copy.
  func add(_ lines: [UInt8], after size: Int) throws(SystemFault) {
    let file = try OpenFile(path, for: .update)
    guard try file.status().size == size else { throw .changedByOthers }
    try file.write(lines, at: size)
    try file.sync()
  }
}

extension JournalFile {
  /// Throws where no second copy could be written to a folder, which is made where it is missing.
  package static func checkCopy(in folder: String) throws(JournalError) {
    let probe = Folder.joined(folder, ".huddle-writes-here")
    do throws(SystemFault) {
      try Folder.make(folder)
      try WholeFile.replace(probe, with: [], care: .quick)
      try WholeFile.remove(probe)
    } catch {
      throw JournalError(folder, .cannotCopy(operation: error.operation, reason: error.reason))
    }
  }

  /// Writes each record to a second folder as well, from now on and all that is there already.
  ///
  /// Throws where the copy cannot be begun; where it fails later, `notices` says so once.
  package func alsoWrite(to folder: String) throws(JournalError) {
    guard Folder.realPath(folder) != Folder.realPath(Folder.parent(of: path)) else {
      let reason = "it is the session's own folder; name another"
      throw JournalError(folder, .cannotCopy(operation: "hold a second copy", reason: reason))
    }
    do throws(SystemFault) {
      copy = try JournalCopy(of: path, bytes: file.read(atMost: size), in: folder)
    } catch {
      throw JournalError(folder, .cannotCopy(operation: error.operation, reason: error.reason))
    }
  }

  func copyLines(_ lines: [UInt8]) {
    guard let copy else { return }
    do throws(SystemFault) {
      try copy.add(lines, after: size - lines.count)
    } catch {
      self.copy = nil
      notices.append(.copyStopped(path: copy.path, reason: error.reason))
    }
  }
}
