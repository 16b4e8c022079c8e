package import Session
import Values

/// Which messages of pasted chats have been dealt with: `<state>/<session>/chat`, message → how often.
///
/// Written without a sync: without it a message that was left out is offered once more.
package struct ChatFile: Sendable, Equatable {
  package let path: String

  package init(in state: StateFolder, session: String) {
    path = Folder.joined(state.folder(session: session), "chat")
  }

  /// Replaces what is remembered; nothing removes the file.
  package func store(_ memory: ChatMemory) throws(JournalError) {
    do throws(SystemFault) {
      guard !memory.counts.isEmpty else { return try WholeFile.remove(path) }
      let members = memory.counts.sorted { $0.key < $1.key }.map {
        JSONValue.Member($0.key, .number(Number($0.value)))
      }
      try Folder.make(Folder.parent(of: path))
      let line = JSONValue.object(members).encoded() + "\n"
      try WholeFile.replace(path, with: Array(line.utf8), care: .quick)
    } catch {
      throw JournalError(path, .notSaved(operation: error.operation, reason: error.reason))
    }
  }

  /// What is remembered; nothing where there is no file or it cannot be read as such.
  package func load() -> ChatMemory {
    guard let bytes = try? WholeFile.read(path, atMost: RecordCodec.longestLine),
      let members = (try? JSONValue(parsing: bytes))?.object
    else { return ChatMemory() }
    return ChatMemory(
      members.reduce(into: [:]) { counts, member in counts[member.name] = member.value.int })
  }
}
