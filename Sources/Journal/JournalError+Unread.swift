package import Session

extension JournalError {
  /// Which part of its file cannot be read; `file` is the file's place beside its session, nil where
  /// it is the session's own.
  func unread(in file: String?) -> UnreadPart {
    switch problem {
    case .damaged(let line, _), .readOnly(let line, _): UnreadPart(file: file, .line(line))
    case .outOfOrder(let line, let number, let expected):
      UnreadPart(file: file, number > expected ? .before(line: line) : .line(line))
    default: UnreadPart(file: file, .whole)
    }
  }
}

extension JournalContents {
  /// The parts of a session's file that cannot be read.
  package var unread: [UnreadPart] {
    damage.map { JournalError("", $0).unread(in: nil) }
      + [newer].compactMap { $0 }.map { UnreadPart(.line($0.line)) }
  }
}

extension LaterSignatures {
  /// The parts of follow-ups that cannot be read: whose answers stood there is not known.
  package var unread: [UnreadPart] {
    unreadable.map { error in
      let name = Folder.name(of: error.path)
      return error.unread(
        in: error.problem == .unfitName
          ? "a file in \(SessionLibrary.followUpName)"
          : name == SessionLibrary.followUpName ? name : "\(SessionLibrary.followUpName)/\(name)")
    }
  }
}
