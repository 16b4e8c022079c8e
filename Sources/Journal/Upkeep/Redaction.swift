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
    /// Numbers of the records whose words are gone.
    package let records: [Int]
    /// Files beside the session that may hold the same words and were not touched.
    package let copies: [String]
  }

  /// Redacts, under the writer's lock, and replaces the file.
  ///
  /// A playbook cannot be redacted, because the session could not be read without it. Signatures
  /// that covered the words become void, and visibly so. Copies elsewhere (git's history, linked
  /// sessions, exports, the terminal's history) are out of reach.
  package static func redact(
    _ path: String, _ targets: [Target], on date: CalendarDate
  ) throws(JournalError) -> Report {
    let records = try JournalRewrite.replace(path) { journal, bytes throws(JournalError) in
      let contents = JournalScan.contents(of: bytes)
      if let first = contents.damage.first { throw JournalError(path, first) }
      try journal.mendTail(contents, bytes)
      let eraser = Eraser(path: path, targets: Set(targets), date: date)
      return try eraser.rewrite(Array(bytes.prefix(contents.goodByteCount)))
    }
    return Report(records: records, copies: copies(of: path))
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
