import Journal

extension JournalError {
  /// What was said stands with its session beside the path.
  var isMoved: Bool {
    if case .moved = problem { true } else { false }
  }

  /// The file is as it was before, or nothing went anywhere: the same may be tried again.
  var mayBeTriedAgain: Bool {
    switch problem {
    case .notSaved, .notWritable, .tooLong, .movedAndLost: true
    default: false
    }
  }
}
