#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// What is known of the terminal behind a file descriptor, and of what its owner asked for.
package struct Terminal: Sendable {
  /// The descriptor that is asked: 0 for keys, 1 for the screen.
  package let descriptor: Int32
  /// The environment as it was at the start.
  package let environment: [String: String]

  package init(descriptor: Int32, environment: [String: String]) {
    self.descriptor = descriptor
    self.environment = environment
  }

  /// Whether there is a terminal at all.
  package var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Whether the terminal understands cursor moves: not `TERM=dumb`, and not without `TERM`.
  package var isSmart: Bool {
    let name = environment["TERM"] ?? ""
    return isTerminal && !name.isEmpty && name != "dumb" && name != "unknown"
  }

  /// The window's size; `nil` when there is none to ask.
  package var windowSize: TerminalSize? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else {
      return nil
    }
    return TerminalSize(rows: Int(size.ws_row), columns: Int(size.ws_col))
  }

  /// The columns to write in: `COLUMNS` where it is set, the window's, or 80; at least 20.
  package var columns: Int {
    let asked = environment["COLUMNS"].flatMap { Int($0) } ?? 0
    return max(20, min(asked > 0 ? asked : windowSize?.columns ?? 80, 1000))
  }

  /// Asks the terminal for every key as it is, while it is in libedit's state for single keys.
  ///
  /// Ctrl-C as a signal would throw away what was typed just before it, a pasted CRLF would be two
  /// newlines, and Ctrl-S would seem to hang the program.
  func takeAllKeys() {
    var mode = termios()
    guard tcgetattr(descriptor, &mode) == 0 else { return }
    mode.c_lflag &= ~tcflag_t(ISIG)
    mode.c_iflag &= ~tcflag_t(ICRNL | INLCR | IGNCR | IXON)
    tcsetattr(descriptor, TCSADRAIN, &mode)
  }

  /// How much colour to write, by `CLICOLOR_FORCE`, `NO_COLOR`, `CLICOLOR` and `TERM`.
  ///
  /// `NO_COLOR` with any text in it wins; `CLICOLOR_FORCE` other than 0 colours a pipe too.
  package var colourDepth: ColourDepth {
    let refuses = !(environment["NO_COLOR"] ?? "").isEmpty || environment["CLICOLOR"] == "0"
    let forced = environment["CLICOLOR_FORCE"] ?? "0"
    if refuses { return isSmart ? .attributes : .none }
    if forced != "0" && !forced.isEmpty { return .sixteen }
    return isSmart ? .sixteen : .none
  }
}
