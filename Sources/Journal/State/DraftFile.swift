package import Session
import Values

/// What is typed but not yet answered: `<state>/<session>/draft`, address → text.
///
/// Written without a sync: a kill loses at most the last half second of typing, a power cut may
/// lose all of it, and neither an answer.
package struct DraftFile: Sendable, Equatable {
  package let path: String

  package init(in state: StateFolder, session: String) {
    path = Folder.joined(state.folder(session: session), "draft")
  }

  /// Replaces the drafts; none removes the file.
  package func store(_ drafts: [Address: String]) throws(JournalError) {
    do throws(SystemFault) {
      guard !drafts.isEmpty else { return try WholeFile.remove(path) }
      let members = drafts.sorted { $0.key < $1.key }.map {
        JSONValue.Member($0.key.description, .string($0.value))
      }
      try Folder.make(Folder.parent(of: path))
      let line = JSONValue.object(members).encoded() + "\n"
      try WholeFile.replace(path, with: Array(line.utf8), care: .quick)
    } catch {
      throw JournalError(path, .notSaved(operation: error.operation, reason: error.reason))
    }
  }

  /// Keeps a text that is too long for an answer, behind others like it, and gives the file's path.
  package func setAside(_ text: String) throws(JournalError) -> String {
    let aside = Folder.joined(Folder.parent(of: path), "too-long.txt")
    do throws(SystemFault) {
      try Folder.make(Folder.parent(of: path))
      try WholeFile.add(Array((text + "\n").utf8), to: aside)
      return aside
    } catch {
      throw JournalError(aside, .notSaved(operation: error.operation, reason: error.reason))
    }
  }

  /// The drafts as they were left; none where there is no file or it cannot be read as drafts.
  package func load() -> [Address: String] {
    let limit = RecordCodec.longestLine
    guard let bytes = try? WholeFile.read(path, atMost: limit),
      let members = (try? JSONValue(parsing: bytes))?.object
    else { return [:] }
    return members.reduce(into: [:]) { drafts, member in
      if let address = Address(text: member.name) { drafts[address] = member.value.string }
    }
  }
}
