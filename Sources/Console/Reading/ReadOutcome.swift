/// How a read ended.
///
/// Nothing that was typed is ever lost: every end but a line carries it as a draft.
package enum ReadOutcome: Sendable, Equatable {
  /// Enter was pressed. `pasted` says that the line holds a pasted block of several lines.
  case line(String, pasted: Bool)
  /// Ctrl-C.
  case interrupted(draft: String)
  /// The moment came that the request named.
  case expired(draft: String)
  /// The process was asked to end (SIGTERM).
  case terminated(draft: String)
  /// The terminal is gone (SIGHUP, a closed window, a dead link).
  case hungUp(draft: String)
  /// Ctrl-D on an empty line, or the end of a pipe.
  case endOfInput(draft: String)
  /// A line came that is no text, or has no end; what could be read of it is the draft.
  case refused(draft: String, LineRefusal)

  /// What stood in the line when the read ended.
  package var text: String {
    switch self {
    case .line(let text, pasted: _): text
    case .interrupted(let draft), .expired(let draft), .terminated(let draft),
      .hungUp(let draft), .endOfInput(let draft), .refused(let draft, _):
      draft
    }
  }
}
