package import Values

/// The folder where sessions live.
package struct SessionLibrary: Sendable, Equatable {
  package let folder: String

  package init(_ folder: String) { self.folder = folder }

  /// The library that a session belongs to: the folder that its file stands in, whatever way it was
  /// named.
  package init(holding session: String) { folder = Folder.parent(of: session) }

  /// Where a new session goes: `<date>-<project>-<playbook>-<tag>.jsonl`.
  package func path(
    date: CalendarDate, project: String, playbook: String, session: String
  ) -> String {
    let parts = [
      date.iso, Slug.make(project), Slug.make(playbook), Identifier.shortTag(of: session),
    ]
    return Folder.joined(folder, parts.joined(separator: "-") + JournalPath.suffix)
  }

  /// The names of the files that may be sessions, in order; none where there is no folder.
  package func names() throws(JournalError) -> [String] {
    try sortedNames().sessions
  }

  /// The same, and those whose names are unfit for a session as errors.
  func sortedNames() throws(JournalError) -> (sessions: [String], unfit: [JournalError]) {
    do throws(SystemFault) {
      let names = try Folder.names(in: folder).filter(JournalPath.isMeantAsSession)
      let unfit = names.filter { !JournalPath.isSession($0) }
      return (
        names.filter(JournalPath.isSession),
        unfit.map { JournalError(Folder.joined(folder, $0), .unfitName) }
      )
    } catch {
      // A folder that is not there yet holds nothing; a file in its place is somebody’s mistake.
      if error.isMissing, !error.isNoFolder { return ([], []) }
      throw JournalError(folder, .cannotUse(operation: error.operation, reason: error.reason))
    }
  }

  /// What is in the library.
  package struct Listing: Sendable, Equatable {
    /// In the order of their names.
    package var entries: [LibraryEntry] = []
    /// Files that cannot be read as sessions, or not wholly, or that hold the same one as another, with
    /// the reason.
    package var unreadable: [JournalError] = []
  }

  /// All sessions with what a list shows of them.
  ///
  /// What is damaged is told where it is seen; `checksAll` looks at the check of every line.
  package func listing(checksAll: Bool = false) throws(JournalError) -> Listing {
    let (names, unfit) = try sortedNames()
    var listing = Listing(unreadable: unfit)
    var copies = SessionCopies()
    for name in names {
      let path = Folder.joined(folder, name)
      do throws(JournalError) {
        let bytes = try JournalReader.bytes(path)
        let seen = Self.look(at: bytes, path: path, checksAll: checksAll)
        if let trouble = seen.trouble { listing.unreadable.append(trouble) }
        guard let entry = seen.entry else { continue }
        listing.entries.append(entry)
        copies.note(entry.session, path, entry.byteCount)
      } catch {
        listing.unreadable.append(error)
      }
    }
    listing.unreadable += copies.leftOut.told
    return listing
  }

  /// What a list shows of a file's bytes, and what is wrong with them.
  package static func look(
    at bytes: [UInt8], path: String, checksAll: Bool = true
  ) -> (entry: LibraryEntry?, trouble: JournalError?) {
    let look = SessionLook(bytes)
    let trouble = look.trouble(path, checksAll: checksAll)
    if trouble?.isWhollyUnreadable == true { return (nil, trouble) }
    return (LibraryEntry(look, path: path), trouble)
  }
}
