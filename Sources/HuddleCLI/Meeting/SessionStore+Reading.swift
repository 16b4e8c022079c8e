import Console
import Journal
import Session
import Values

extension SessionStore {
  /// A session as it stands, and what is to be said of it.
  struct Reading {
    /// With the answers to its sign-offs that were given after it, as if they stood at its end.
    var session: MeetingSession
    /// Where it was read; `session.jsonl` for standard input.
    let path: String
    /// Where what became of it is written: the folder that it stands in, whatever way it was named.
    let library: SessionLibrary
    /// What of it, or of those answers, cannot be read.
    var troubles: [JournalError] = []
    /// Files beside it that hold the same session and went on otherwise.
    var copies: [JournalError] = []
    /// Whose answers were given on two machines at once.
    var conflicts: [LaterSignatures.Conflict] = []
  }

  /// A session as it stands, without touching it; the latest one without a name.
  ///
  /// What there is to say of it is said; nobody by name, where the command is to name nobody.
  func read(_ name: String?, namesPeople: Bool = true) throws -> Reading {
    let reading = try look(at: name)
    world.tell(reading.troubles + reading.copies)
    for conflict in reading.conflicts { world.tell(words(conflict, reading, namesPeople)) }
    return reading
  }

  /// The same without a word.
  func look(at name: String?) throws -> Reading {
    if name == "-" {
      let contents = JournalReader.contents(of: try Files.read("-"))
      let session = try session(contents, "standard input")
      return try withLaterSignatures(
        Reading(
          session: session, path: "session.jsonl", library: library,
          troubles: [contents.trouble("standard input")].compactMap { $0 }))
    }
    let path = try place(name)
    let contents = try Failure.from { () throws(JournalError) in try JournalReader.read(path) }
    return try withLaterSignatures(
      Reading(
        session: try session(contents, path), path: path, library: SessionLibrary(holding: path),
        troubles: [contents.trouble(path)].compactMap { $0 },
        copies: SessionLibrary.copies(of: path)))
  }

  private func session(_ contents: JournalContents, _ path: String) throws -> MeetingSession {
    if let trouble = contents.trouble(path), !contents.isReadable || trouble.isWhollyUnreadable {
      throw Failure(trouble)
    }
    var session = try Self.session(SessionLog(replaying: contents.records), path)
    session.unread = contents.unread
    return session
  }

  /// A session that was cut is open again for all that its file says; what was answered after its end
  /// counts as ever, and tells that the end is missing.
  private func withLaterSignatures(_ read: Reading) throws(Failure) -> Reading {
    guard let id = read.session.state.opened?.session else { return read }
    var reading = read
    let later = try Failure.from { () throws(JournalError) in
      try read.library.laterSignatures(of: id)
    }
    reading.troubles += later.unreadable
    reading.conflicts = later.conflicts
    // Where a line is damaged, that may be the end.
    reading.session.unread += read.copies.map {
      UnreadPart(file: $0.path.split(separator: "/").last.map(String.init), .other)
    }
    if reading.session.unread.isEmpty, !reading.session.state.isClosed, !later.given.isEmpty {
      reading.session.unread.append(UnreadPart(.end))
    }
    reading.session.unread += later.unread
    for given in later.given {
      reading.session.append(
        SessionRecord(
          number: reading.session.log.nextNumber, at: given.at,
          fact: Fact(.signoffGiven(given.signoff))))
    }
    return reading
  }

  private func words(
    _ conflict: LaterSignatures.Conflict, _ reading: Reading, _ namesPeople: Bool
  ) -> String {
    let name = namesPeople ? reading.session.state.name(of: conflict.person) : "Somebody"
    // A note may name people, too.
    let answers = namesPeople ? " (\(conflict.answers.joined(separator: "; ")))" : ""
    return
      "\(name) answered the sign-off on two machines at once\(answers): it is not in force before "
      + "huddle sign says which one counts"
  }
}
