import Session
package import Values

/// Takes words out of a session's file for good, and keeps its shape: numbers, times and ids stay.
package enum Redaction {
  package enum Target: Sendable, Hashable {
    /// Everything that one record says.
    case record(Int)
    /// An item's words wherever they are recorded: added, edited, read back, settled.
    case item(String)
  }

  package struct Report: Sendable, Equatable {
    /// The lines whose words are gone, with those words.
    package let taken: [LineGist]
    /// Lines that say some of the same words, and were not named.
    package let elsewhere: [LineGist]
    /// Files beside the session that may hold the same words and were not touched.
    package let copies: [String]
  }

  /// What redacting would take away; nothing is changed, and what could not be redacted throws.
  package static func plan(
    _ path: String, _ targets: [Target], on date: CalendarDate
  ) throws(JournalError) -> Report {
    let bytes = try JournalReader.bytes(path)
    let made = try rewritten(path, bytes, targets, date)
    return Report(taken: made.taken, elsewhere: made.elsewhere, copies: copies(of: path))
  }

  /// Redacts, under the writer's lock, and replaces the file.
  ///
  /// A playbook cannot be redacted, because the session could not be read without it. Signatures
  /// that covered the words become void, and visibly so. Copies elsewhere (git's history, linked
  /// sessions, exports, the terminal's history) are out of reach.
  package static func redact(
    _ path: String, _ targets: [Target], on date: CalendarDate
  ) throws(JournalError) -> Report {
    let found = try JournalRewrite.replace(path) { journal, bytes throws(JournalError) in
      let made = try rewritten(path, bytes, targets, date)
      let good = JournalScan.contents(of: bytes).goodByteCount
      try journal.setAside(Array(bytes.dropFirst(good)))
      return (made.bytes, (taken: made.taken, elsewhere: made.elsewhere))
    }
    return Report(taken: found.taken, elsewhere: found.elsewhere, copies: copies(of: path))
  }

  private static func rewritten(
    _ path: String, _ bytes: [UInt8], _ targets: [Target], _ date: CalendarDate
  ) throws(JournalError) -> (bytes: [UInt8], taken: [LineGist], elsewhere: [LineGist]) {
    let contents = JournalScan.contents(of: bytes)
    try contents.checkKnown(path)
    if let first = contents.damage.first { throw JournalError(path, first) }
    let eraser = Eraser(
      path: path, targets: Set(targets), session: contents.opened?.session)
    return try eraser.rewrite(Array(bytes.prefix(contents.goodByteCount)), on: date)
  }

  /// Whatever stands beside the session under its name: documents, `.torn`, `.rescued.jsonl`.
  private static func copies(of path: String) -> [String] {
    let folder = Folder.parent(of: path)
    let stem = Folder.name(of: JournalPath.stem(path))
    let names = (try? Folder.names(in: folder)) ?? []
    return names.filter { $0.hasPrefix(stem) && $0 != Folder.name(of: path) }
      .map { Folder.joined(folder, $0) }
  }
}
