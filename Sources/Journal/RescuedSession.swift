import Values

/// What was saved beside a session when its file was taken away under a meeting.
package struct RescuedSession: Sendable, Equatable {
  package let path: String
  /// Where the session itself belongs.
  package let session: String
  /// Whether there is a file in the session's own place.
  package let isSessionThere: Bool

  /// All in a folder that hold something which the file in the session's place does not.
  package static func all(in folder: String) -> [RescuedSession] {
    let names = (try? Folder.names(in: folder)) ?? []
    return names.compactMap { name in
      JournalPath.rescuedSession(name).flatMap {
        RescuedSession(Folder.joined(folder, name), of: Folder.joined(folder, $0))
      }
    }
  }

  /// Those of one session.
  static func beside(_ path: String) -> [RescuedSession] {
    let folder = Folder.parent(of: path)
    let name = Folder.name(of: path)
    let names = (try? Folder.names(in: folder)) ?? []
    return names.filter { JournalPath.rescuedSession($0) == name }.compactMap {
      RescuedSession(Folder.joined(folder, $0), of: path)
    }
  }

  /// nil where nothing would be lost with it.
  private init?(_ path: String, of session: String) {
    guard let rescued = try? WholeFile.read(path), !rescued.isEmpty else { return nil }
    let there = (try? WholeFile.read(session)).flatMap { $0 }
    if let there, there.starts(with: rescued) { return nil }
    self.path = path
    self.session = session
    isSessionThere = there != nil
  }

  /// Where what was said is, and how to go on with it.
  package var words: String {
    let (rescued, place) = (ShellWord.quoted(path), ShellWord.quoted(session))
    let head =
      isSessionThere
      ? "\(path) was rescued when \(Folder.name(of: session)) was taken away under a meeting, and "
        + "holds what that file does not"
      : "\(path) was rescued when its session was taken away under a meeting"
    return "\(head): huddle resume \(rescued) goes on with it, "
      + "mv \(rescued) \(place) puts it in the session's place"
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
