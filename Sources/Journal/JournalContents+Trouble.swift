import Session

extension JournalContents {
  /// Why nothing may be added to a session's file, or not all of it can be read; nil where it is sound.
  ///
  /// Every command that reads a session says the same of it, because it asks here.
  package func trouble(_ path: String) -> JournalError? {
    if records.isEmpty, damage.isEmpty, newer == nil { return JournalError(path, .empty) }
    if let version = newer?.version {
      return JournalError(path, .newerFormat(version: version))
    }
    if let first = damage.first {
      let isHeadless = opened == nil && first.line == 1
      return isHeadless
        ? JournalError(path, .headless(why: "\(first.why)")) : JournalError(path, first)
    }
    if opened == nil { return JournalError(path, .notASession) }
    if !isPinned { return JournalError(path, .unpinned) }
    return newerTrouble(path)
  }

  /// The types of record that a newer huddle wrote, as an error; the rest can be read.
  package func newerTrouble(_ path: String) -> JournalError? {
    newer.map { JournalError(path, .readOnly(line: $0.line, what: $0.what)) }
  }

  /// Throws where a newer huddle wrote a part of it: what that means is not known here, so nothing of
  /// it is rewritten.
  func checkKnown(_ path: String) throws(JournalError) {
    if let version = newer?.version { throw JournalError(path, .newerFormat(version: version)) }
    if let newer = newerTrouble(path) { throw newer }
  }

  /// Whether it can be read as a session: it says what it is, and which playbook it runs.
  package var isReadable: Bool { opened != nil && isPinned }

  private var isPinned: Bool {
    for case .playbookPinned in records.map(\.fact.event) { return true }
    return false
  }
}
