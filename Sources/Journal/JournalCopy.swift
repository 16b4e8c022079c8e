import Values

/// A second copy of a session in another folder (`--also`), for power and network.
///
/// It is written after the session itself, and its failing never fails the session.
struct JournalCopy {
  let path: String

  /// Begins the copy with what the session holds already, or goes on with the one that is there.
  ///
  /// Somebody may have gone on with a copy: one that another huddle has open, or that holds what the
  /// session does not, is refused and stays as it is.
  init(of journal: String, bytes: [UInt8], in folder: String) throws(JournalError) {
    path = Folder.joined(folder, Folder.name(of: journal))
    do throws(SystemFault) {
      try Folder.make(folder)
      guard try !goOn(with: bytes) else { return }
    } catch {
      if error == .changedByOthers { throw JournalError(folder, Self.difference(path, bytes)) }
      if error.isHeldByAnother { throw JournalError(folder, .copyHeld(copy: path)) }
      throw JournalError(folder, .cannotCopy(operation: error.operation, reason: error.reason))
    }
    do throws(SystemFault) {
      try WholeFile.create(path, with: bytes)
    } catch {
      throw JournalError(folder, .cannotCopy(operation: error.operation, reason: error.reason))
    }
  }

  /// Why a copy is not this session up to where it ends: somebody went on with it, or it still has
  /// words that were taken out of the session.
  private static func difference(_ copy: String, _ bytes: [UInt8]) -> JournalError.Problem {
    let here = JournalRewrite.lines(bytes)
    let there = JournalRewrite.lines((try? WholeFile.read(copy)) ?? [])
    var redacted: [Int] = []
    for (line, other) in zip(here, there) where line != other {
      let members = JSONValue.object((try? RecordCodec.members(line)) ?? [])
      let old = JSONValue.object((try? RecordCodec.members(other)) ?? [])
      guard let number = members["n"]?.int, members["redacted"] != nil,
        old["n"] == members["n"], old["type"] == members["type"]
      else { return .copyDiffers(copy: copy) }
      redacted.append(number)
    }
    return redacted.isEmpty || there.count > here.count
      ? .copyDiffers(copy: copy) : .copyKeeps(copy: copy, records: redacted)
  }

  /// Adds what a copy that is there lacks; false where there is none.
  private func goOn(with bytes: [UInt8]) throws(SystemFault) -> Bool {
    do throws(SystemFault) {
      _ = try FileStatus(of: path)
    } catch {
      guard error.isMissing else { throw error }
      return false
    }
    let file = try OpenFile(path, for: .update)
    try file.lock()
    let there = try file.read()
    let good = JournalScan.contents(of: there).goodByteCount
    guard good <= bytes.count, bytes.starts(with: there.prefix(good)) else {
      throw .changedByOthers
    }
    if good < there.count {
      // The end of a write that was cut short, as in a session itself.
      try WholeFile.add(Array(there[good...]), to: JournalPath.torn(path))
      try file.cut(to: good)
    }
    try file.write(Array(bytes[good...]), at: good)
    try file.sync()
    return true
  }

  /// Adds lines behind so many bytes; a copy that is shorter or longer than that is no copy.
  func add(_ lines: [UInt8], after size: Int) throws(SystemFault) {
    let file = try OpenFile(path, for: .update)
    try file.lock()
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
  /// Throws where the copy cannot be begun, or somebody went on with the one that is there; where it
  /// fails later, `notices` says so once.
  package func alsoWrite(to folder: String) throws(JournalError) {
    guard Folder.realPath(folder) != Folder.realPath(Folder.parent(of: path)) else {
      let reason = "it is the session's own folder; name another"
      throw JournalError(folder, .cannotCopy(operation: "hold a second copy", reason: reason))
    }
    copy = try JournalCopy(of: path, bytes: acknowledged, in: folder)
  }

  func copyLines(_ lines: [UInt8]) {
    guard let copy else { return }
    do throws(SystemFault) {
      try copy.add(lines, after: size - lines.count)
    } catch {
      self.copy = nil
      let reason = error.isHeldByAnother ? "another huddle has it open" : error.reason
      notices.append(.copyStopped(path: copy.path, reason: reason))
    }
  }
}
