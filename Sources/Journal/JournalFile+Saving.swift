extension JournalFile {
  /// Writes lines at the end, so that they are on the medium and under the path on return.
  func save(_ lines: [UInt8]) throws(JournalError) {
    switch state {
    case .open: break
    case .closed: throw JournalError(path, .closed)
    case .halted(let operation, let reason):
      throw JournalError(path, .halted(operation: operation, reason: reason))
    case .moved: throw rescue(lines)
    }
    guard try isInPlace(size: size) else { throw rescue(lines) }
    try write(lines)
    try syncOrHalt()
    let isThere: Bool
    do throws(JournalError) {
      isThere = try isInPlace(size: size + lines.count)
    } catch {
      throw halt("look at", error.reason)
    }
    guard isThere else { throw rescue(lines) }
    size += lines.count
    copyLines(lines)
  }

  /// Whether the path leads to the file that is open, and nobody else wrote to it.
  private func isInPlace(size: Int) throws(JournalError) -> Bool {
    do throws(SystemFault) {
      let open = try file.status()
      let named = try FileStatus(of: path)
      return named.isSameFile(as: open) && open.isSameFile(as: identity) && open.size == size
    } catch {
      if error.isMissing { return false }
      throw JournalError(path, .notSaved(operation: error.operation, reason: error.reason))
    }
  }

  /// Writes at the end; a failed write is cut back to the last good byte.
  private func write(_ lines: [UInt8]) throws(JournalError) {
    do throws(SystemFault) {
      try file.write(lines, at: size)
    } catch {
      let failed = error
      do throws(SystemFault) {
        try file.cut(to: size)
      } catch {
        throw halt(failed.operation, failed.reason)
      }
      throw JournalError(path, .notSaved(operation: failed.operation, reason: failed.reason))
    }
  }

  private func syncOrHalt() throws(JournalError) {
    do throws(SystemFault) {
      try file.sync()
    } catch {
      throw halt(error.operation, error.reason)
    }
  }

  /// From here on nothing is written or cut through this descriptor.
  private func halt(_ operation: String, _ reason: String) -> JournalError {
    state = .halted(operation: operation, reason: reason)
    return JournalError(path, .halted(operation: operation, reason: reason))
  }

  /// Puts the session with lines that cannot go into it beside its path, and says so.
  ///
  /// Whatever stands at the path now, the open file holds all that was acknowledged: it goes along,
  /// so that what is rescued is a session with which one can go on.
  private func rescue(_ lines: [UInt8]) -> JournalError {
    state = .moved
    do throws(SystemFault) {
      if let rescued {
        try WholeFile.add(lines, to: rescued.path)
        return moved(to: rescued)
      }
      let held = (try? file.read(atMost: size)) ?? []
      let isWhole =
        held.count == size && JournalScan.contents(of: held + lines).damage.isEmpty
      let made = try Rescued(path: createBeside((isWhole ? held : []) + lines), isWhole: isWhole)
      rescued = made
      return moved(to: made)
    } catch {
      return JournalError(path, .movedAndLost(reason: error.reason))
    }
  }

  private func moved(to rescued: Rescued) -> JournalError {
    JournalError(
      path, .moved(rescued: rescued.path, isWhole: rescued.isWhole && purpose == .session))
  }

  /// Writes a new file beside the path, whose folder is made anew where it is gone; gives its path.
  private func createBeside(_ bytes: [UInt8]) throws(SystemFault) -> String {
    try Folder.make(Folder.parent(of: path))
    var number = 1
    while true {
      let beside = JournalPath.rescued(path, number)
      do throws(SystemFault) {
        try WholeFile.create(beside, with: bytes)
        return beside
      } catch {
        guard error.isAlreadyThere, number < 1000 else { throw error }
        number += 1
      }
    }
  }
}

extension JournalError {
  /// The system's words, where the problem has them.
  var reason: String {
    switch problem {
    case .notSaved(_, let reason), .halted(_, let reason), .cannotUse(_, let reason),
      .cannotCreate(_, let reason):
      reason
    default: description
    }
  }
}
