extension JournalFile {
  /// Bytes of the file up to the end of its last good line.
  var size: Int { acknowledged.count }

  /// Writes lines at the end, so that they are on the medium and under the path on return.
  func save(_ lines: [UInt8]) throws(JournalError) {
    let newline = missingNewline
    let lines = newline.isEmpty ? lines : newline + lines
    switch state {
    case .open: break
    case .closed: throw JournalError(path, .closed)
    case .halted(let operation, let reason):
      throw JournalError(path, .halted(operation: operation, reason: reason))
    case .moved: throw rescue(lines)
    }
    guard try isInPlace(size: size + tail.count) else { throw rescue(lines) }
    try clearTail()
    try write(lines)
    try syncOrHalt()
    let isThere: Bool
    do throws(JournalError) {
      isThere = try isInPlace(size: size + lines.count)
    } catch {
      throw halt("look at", error.reason)
    }
    guard isThere else { throw rescue(lines) }
    acknowledged += lines
    if !newline.isEmpty { notices.append(.tailCompleted) }
    copyLines(lines)
  }

  /// Whether the path leads to the file that is open, and nobody else wrote to it.
  func isInPlace(size: Int) throws(JournalError) -> Bool {
    do throws(SystemFault) {
      let open = try file.status()
      let named = try FileStatus(of: path)
      return named.isSameFile(as: open) && open.isSameFile(as: identity) && open.size == size
    } catch {
      if error.isMissing || error.isStale { return false }
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

  func syncOrHalt() throws(JournalError) {
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
