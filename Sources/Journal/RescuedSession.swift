import Values

/// What was saved beside a session when its file was taken away under a meeting.
package struct RescuedSession: Sendable, Equatable {
  package let path: String
  /// Where the session itself belongs.
  package let session: String
  private let content: Content
  private let place: Place

  /// What is in it.
  private enum Content {
    case open
    case closed
    /// No session by itself: follow-ups, or a part of one.
    case part
  }

  /// What stands in the session's own place.
  private enum Place {
    case free
    /// What was rescued begins with all of that.
    case behind
    /// That holds what was not rescued.
    case other
  }

  /// All in a folder that hold something which the file in the session's place does not.
  package static func all(in folder: String) -> [RescuedSession] {
    found(in: folder) { _ in true }
  }

  /// Those of one session.
  static func beside(_ path: String) -> [RescuedSession] {
    let name = Folder.name(of: path)
    return found(in: Folder.parent(of: path)) { $0 == name }
  }

  private static func found(
    in folder: String, ofSession isWanted: (String) -> Bool
  ) -> [RescuedSession] {
    let names = try? Folder.names(in: folder) { name in
      JournalPath.rescuedSession(name).map(isWanted) ?? false
    }
    return (names ?? []).compactMap { RescuedSession(at: Folder.joined(folder, $0)) }
  }

  /// nil where a path leads to nothing that was rescued, or nothing would be lost with it.
  package init?(at path: String) {
    guard let session = JournalPath.rescuedSession(Folder.name(of: path)),
      let rescued = (try? WholeFile.read(path)).flatMap({ $0 }), !rescued.isEmpty
    else { return nil }
    let place = Folder.joined(Folder.parent(of: path), session)
    let there = (try? WholeFile.read(place)).flatMap { $0 }
    if let there, there.starts(with: rescued) { return nil }
    self.init(path, of: place, holding: rescued)
  }

  init(
    _ path: String, of session: String, holding bytes: [UInt8],
    _ purpose: JournalFile.Purpose = .session
  ) {
    self.path = path
    self.session = session
    let contents = JournalScan.contents(of: bytes)
    content =
      purpose == .followUps || contents.opened == nil || !contents.damage.isEmpty
      ? .part : contents.isClosed ? .closed : .open
    place = Self.place(session, bytes)
  }

  private static func place(_ session: String, _ bytes: [UInt8]) -> Place {
    guard (try? FileStatus(of: session)) != nil else { return .free }
    guard let there = (try? WholeFile.read(session)).flatMap({ $0 }) else { return .other }
    return bytes.starts(with: there) ? .behind : .other
  }

  /// Where what was said is, and how to go on with it.
  package var words: String {
    let head =
      place == .free
      ? "\(path) was rescued when its session was taken away under a meeting"
      : "\(path) was rescued when \(Folder.name(of: session)) was taken away under a meeting, and "
        + "holds what that file does not"
    return "\(head): \(advice)"
  }

  /// The same when it was only just written.
  var news: String {
    content == .part
      ? "what was just said is in \(path)"
      : "the whole session with what was just said is in \(path): \(advice)"
  }

  /// Only what loses nothing: nothing is put in the place of a file that holds anything else.
  private var advice: String {
    let (rescued, session) = (ShellWord.quoted(path), ShellWord.quoted(session))
    if content == .part { return "it is no whole session; less \(rescued) shows what was said" }
    if place == .other {
      return "both hold what the other does not; see what each says (huddle show \(rescued), "
        + "huddle show \(session)), and go on with one of them"
    }
    guard Folder.parent(of: path) == Folder.parent(of: self.session) else {
      return "cp \(rescued) \(session) puts it in the session's place"
    }
    return content == .closed
      ? "it is closed, and mv \(rescued) \(session) puts it in the session's place"
      : "huddle resume \(rescued) goes on with it, in the session's place"
  }
}

/// A path as a person would paste it into a shell.
enum ShellWord {
  /// Bare where that is safe, else in single quotes; a bare name gets its folder, so that it is taken
  /// for a path.
  static func quoted(_ path: String) -> String {
    let path = path.utf8.contains(UInt8(ascii: "/")) ? path : "./" + path
    let isSafe = path.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || Array("/._-+,:@%".utf8).contains(byte)
    }
    return isSafe ? path : "'" + path.replacing("'", with: #"'\''"#) + "'"
  }
}
