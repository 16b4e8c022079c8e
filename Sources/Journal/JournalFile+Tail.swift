/// What stands behind the last whole line: the end of a write that was cut short.
extension JournalFile {
  /// What has to stand between the last line and the next: a newline, where that line counts
  /// without it.
  var missingNewline: [UInt8] {
    let newline = UInt8(ascii: "\n")
    return acknowledged.isEmpty || acknowledged.last == newline ? [] : [newline]
  }

  /// Sets the tail aside and cuts it off, so that lines can be added.
  func clearTail() throws(JournalError) {
    guard !tail.isEmpty else { return }
    try setAside(tail)
    do throws(SystemFault) {
      try file.cut(to: size)
    } catch {
      throw JournalError(path, .cannotUse(operation: error.operation, reason: error.reason))
    }
    try syncOrHalt()
    tail = []
  }

  /// Keeps the last bytes of a file, which are no line, in `NAME.torn`.
  func setAside(_ tail: [UInt8]) throws(JournalError) {
    guard !tail.isEmpty else { return }
    let torn = JournalPath.torn(path)
    do throws(SystemFault) {
      if (try? FileStatus(of: torn))?.isRegular == false { throw SystemFault.inTheWay(torn) }
      try WholeFile.add(tail, to: torn)
    } catch {
      throw JournalError(path, .cannotUse(operation: error.operation, reason: error.reason))
    }
    notices.append(.tornTail(bytes: tail.count, keptIn: torn))
  }
}
