import Journal

extension JournalError {
  /// What was said stands with its session beside the path.
  var isMoved: Bool {
    if case .moved = problem { true } else { false }
  }

  /// The file is as it was before: the same may be tried again.
  var mayBeTriedAgain: Bool {
    if case .notSaved = problem { return true }
    if case .notWritable = problem { return true }
    if case .tooLong = problem { return true }
    return false
  }
}
