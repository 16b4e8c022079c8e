package import Session

/// Where a silent round's lines wait for their reveal: `<state>/<session>/held`.
///
/// Replaced whole and put on the medium before a line is acknowledged; no line of it has a time,
/// a number or, where the round is anonymous, an author.
package struct HeldFile: Sendable, Equatable {
  package let path: String

  package init(in state: StateFolder, session: String) {
    path = Folder.joined(state.folder(session: session), "held")
  }

  /// What was found for a round.
  package enum Found: Sendable, Equatable {
    case nothing
    case held(HeldRound)
    /// Lines of another round, which are never shown: they were discarded.
    case discarded(HeldRound.Key)
    /// A file that cannot be read; it was set aside under this path.
    case unreadable(path: String, why: String)
  }

  /// Puts the round on the medium, in place of what was held before.
  package func store(_ round: HeldRound) throws(JournalError) {
    do throws(SystemFault) {
      try Folder.make(Folder.parent(of: path))
      try WholeFile.replace(path, with: round.wire, care: .synced)
    } catch {
      throw JournalError(path, .notSaved(operation: error.operation, reason: error.reason))
    }
  }

  /// What is held for a round; lines of another round are removed, and said to be.
  package func load(for round: HeldRound.Key) throws(JournalError) -> Found {
    try load { $0 == round }
  }

  /// What is held for a round that still waits; lines of any other are removed, and said to be.
  package func load(where isWaiting: (HeldRound.Key) -> Bool) throws(JournalError) -> Found {
    let bytes: [UInt8]?
    do throws(SystemFault) {
      bytes = try WholeFile.read(path)
    } catch {
      throw JournalError(state: path, error)
    }
    guard let bytes else { return .nothing }
    let held: HeldRound
    do throws(RecordFault) {
      held = try HeldRound(wire: bytes)
    } catch {
      return .unreadable(path: try setAside(), why: error.description)
    }
    guard !isWaiting(held.round) else { return .held(held) }
    try discard()
    return .discarded(held.round)
  }

  /// Gives a file that cannot be read a name under which no line of the round replaces it.
  private func setAside() throws(JournalError) -> String {
    var number = 1
    while (try? FileStatus(of: unreadable(number))) != nil, number < 1000 { number += 1 }
    do throws(SystemFault) {
      try WholeFile.move(path, to: unreadable(number))
      return unreadable(number)
    } catch {
      throw JournalError(state: path, error)
    }
  }

  private func unreadable(_ number: Int) -> String {
    path + ".unreadable" + (number == 1 ? "" : "-\(number)")
  }

  /// Removes the file, after its reveal is in the journal.
  package func discard() throws(JournalError) {
    do throws(SystemFault) {
      try WholeFile.remove(path)
      try WholeFile.remove(WholeFile.aside(path))
    } catch {
      throw JournalError(state: path, error)
    }
  }
}
