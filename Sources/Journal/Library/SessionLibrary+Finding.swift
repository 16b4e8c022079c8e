import Values

extension SessionLibrary {
  /// The file of a session named by path, file name or any unambiguous beginning.
  ///
  /// Throws `unknownName` with the nearest one, or `ambiguousName` with those that begin so.
  package func find(_ name: String) throws(JournalError) -> String {
    if name.utf8.contains(UInt8(ascii: "/")) { return try existing(name) }
    let names = try names()
    if let exact = names.first(where: { $0 == name || JournalPath.stem($0) == name }) {
      return Folder.joined(folder, exact)
    }
    let matches = names.filter { !name.isEmpty && $0.hasPrefix(name) }
    if matches.count == 1 { return Folder.joined(folder, matches[0]) }
    if matches.count > 1 { throw JournalError(folder, .ambiguousName(name, matches)) }
    if isFile(name) { return name }
    let nearest = NearestWord.find(name, in: names.map(JournalPath.stem))
    throw JournalError(folder, .unknownName(name, nearest: nearest))
  }

  private func existing(_ path: String) throws(JournalError) -> String {
    guard isFile(path) else { throw JournalError(path, .missing) }
    return path
  }

  private func isFile(_ path: String) -> Bool {
    (try? FileStatus(of: path))?.isRegular == true
  }

  /// The session that was written to last, by its last record; optionally only among open ones.
  package func latest(onlyOpen: Bool = false) throws(JournalError) -> String {
    var best: (at: Instant, path: String)?
    for name in try names() {
      let path = Folder.joined(folder, name)
      guard let end = SessionEnd(path), !(onlyOpen && end.isClosed) else { continue }
      if best.map({ ($0.at, $0.path) <= (end.at, path) }) ?? true { best = (end.at, path) }
    }
    if let best { return best.path }
    if !onlyOpen, let name = try names().first {
      throw try JournalReader.trouble(Folder.joined(folder, name))
        ?? JournalError(folder, .emptyLibrary)
    }
    throw JournalError(folder, .emptyLibrary)
  }
}

/// The end of a session's file: when its last record was written, and whether that closed it.
struct SessionEnd {
  let at: Instant
  let isClosed: Bool

  /// nil where the file cannot be read or has no complete record near its end.
  init?(_ path: String) {
    guard let file = try? OpenFile(path, for: .read), let size = try? file.status().size else {
      return nil
    }
    var window = 8 << 10
    while true {
      let start = max(0, size - window)
      guard let bytes = try? file.read(from: start, atMost: window + RecordCodec.longestLine),
        let look = Self.look(bytes, isWhole: start == 0)
      else { return nil }
      if let last = look.last, let at = look.moment(in: last) {
        self.at = at
        isClosed = look.closed != nil
        return
      }
      if start == 0 || window > RecordCodec.longestLine { return nil }
      window *= 4
    }
  }

  /// The complete lines of a window; its first one is cut where the window is not the whole file.
  private static func look(_ bytes: [UInt8], isWhole: Bool) -> SessionLook? {
    if isWhole { return SessionLook(bytes) }
    let newline = UInt8(ascii: "\n")
    guard let cut = bytes.firstIndex(of: newline) else { return SessionLook([]) }
    return SessionLook(Array(bytes[(cut + 1)...]))
  }
}
