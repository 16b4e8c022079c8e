#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

private let oneAtATime = SpawnLock()

/// A program that runs in a terminal of its own, with somebody at the keys who sees the screen.
///
///     let terminal = try PseudoTerminal(command: path, arguments: ["run", "retro"])
///     try terminal.waitFor("title>")
///     terminal.send("Retro\r")
///
/// Waiting has generous limits and ends as soon as what is awaited is there; a limit that is
/// reached is a failure that shows the screen.
package final class PseudoTerminal {
  /// What the program has drawn so far, as a terminal would show it.
  package var screen: [String] { model.rows }
  /// What has scrolled off the top, and then the screen.
  ///
  /// Line by line: rows that the margin broke are whole again.
  package var transcript: [String] { model.lines }
  /// Where the cursor stands, from 0.
  package var cursor: (row: Int, column: Int) { (model.row, model.column) }
  /// Every byte that the program has written, for tests of what must not be in it.
  package private(set) var bytes: [UInt8] = []
  /// The program's process number.
  package let process: Int32

  private var model: ScreenModel
  private var keys: Int32
  private var status: Int32?

  /// Starts a program by its path, as the leader of a session with the new terminal.
  ///
  /// The environment is exactly the one given, with `TERM=xterm-256color` and a UTF-8 `LC_ALL`
  /// where it does not say otherwise.
  package init(
    command: String, arguments: [String] = [], environment: [String: String] = [:],
    rows: Int = 24, columns: Int = 80
  ) throws(TerminalFailure) {
    model = ScreenModel(rows: rows, columns: columns)
    // One at a time, or another test's program inherits this one's keyboard and keeps it open.
    oneAtATime.lock()
    defer { oneAtATime.unlock() }
    var near: Int32 = -1
    var far: Int32 = -1
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&near, &far, nil, nil, &size) == 0 else {
      throw TerminalFailure("no pseudo-terminal: \(String(cString: strerror(errno)))")
    }
    for end in [near, far] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    keys = near
    var name = [CChar](repeating: 0, count: 256)
    ttyname_r(far, &name, name.count)
    let settings = ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8"]
      .merging(environment) { $1 }.merging(Coverage.settings) { $1 }.map { "\($0)=\($1)" }
    let outcome = Self.spawn(
      command, arguments: [command] + arguments, settings: settings, terminal: name)
    close(far)
    process = outcome.process
    guard outcome.failure == 0 else {
      close(near)
      status = 127
      throw TerminalFailure(
        "cannot start \(command): \(String(cString: strerror(outcome.failure)))")
    }
  }

  deinit {
    if status == nil {
      Self.signal(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    if keys >= 0 { close(keys) }
  }

  /// Types the text; `\r` is Enter, `\u{3}` is Ctrl-C.
  package func send(_ text: String) {
    send(bytes: Array(text.utf8))
  }

  /// Sends raw bytes to the program's keyboard, reading its screen meanwhile.
  package func send(bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty, keys >= 0 {
      // Small pieces, and the screen in between: neither side may wait for the other.
      let count =
        rest.prefix(512).withContiguousStorageIfAvailable {
          write(keys, $0.baseAddress, $0.count)
        } ?? -1
      if count <= 0 { return }
      rest = rest.dropFirst(count)
      read(milliseconds: 0)
    }
  }

  /// Waits until the text stands on the screen, or has stood there and scrolled off its top.
  package func waitFor(_ text: String, seconds: Int = 20) throws(TerminalFailure) {
    try waitUntil("\"\(text)\" on the screen", seconds: seconds) { $0.shows(text) }
  }

  /// Waits until the condition holds for what the program has drawn.
  package func waitUntil(
    _ what: String, seconds: Int = 20, _ condition: (PseudoTerminal) -> Bool
  ) throws(TerminalFailure) {
    let limit = now() + Double(seconds)
    while !condition(self) {
      if now() > limit { throw TerminalFailure("waited in vain for \(what)", screen: screen) }
      read(milliseconds: 20)
      if keys < 0, !condition(self) {
        throw TerminalFailure("the program ended before \(what)", screen: screen)
      }
    }
  }

  /// Reads what comes until nothing has come for so long: for tests that nothing more happens.
  package func settle(milliseconds: Int = 80) {
    while keys >= 0, read(milliseconds: milliseconds) {}
  }

  /// Whether a line of the ``transcript`` holds the text.
  package func shows(_ text: String) -> Bool {
    transcript.contains { $0.contains(text) }
  }

  /// Sends a signal to the program.
  package func kill(_ signal: Int32) {
    Self.signal(process, signal)
  }

  /// Gives the window another size, as a person who drags its corner does.
  package func resize(rows: Int, columns: Int) {
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    model.resize(rows: rows, columns: columns)
    _ = ioctl(keys, UInt(TIOCSWINSZ), &size)
  }

  /// Closes the window: the program's terminal is gone from under it.
  package func closeWindow() {
    if keys >= 0 { close(keys) }
    keys = -1
  }

  /// Waits for the program to end, and returns its exit status, or 128 and the signal's number.
  package func waitForExit(seconds: Int = 20) throws(TerminalFailure) -> Int32 {
    if let status { return status }
    let limit = now() + Double(seconds)
    var raw: Int32 = 0
    while waitpid(process, &raw, WNOHANG) == 0 {
      if now() > limit { throw TerminalFailure("the program did not end", screen: screen) }
      if !read(milliseconds: 10) { usleep(2_000) }
    }
    while keys >= 0, read(milliseconds: 0) {}
    let ended = raw & 0x7f == 0 ? (raw >> 8) & 0xff : 128 + (raw & 0x7f)
    status = ended
    return ended
  }

  /// Draws what has come, after waiting so long for it; false when nothing came.
  @discardableResult
  private func read(milliseconds: Int) -> Bool {
    guard keys >= 0 else { return false }
    var wait = pollfd(fd: keys, events: Int16(POLLIN), revents: 0)
    guard poll(&wait, 1, Int32(milliseconds)) > 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    #if canImport(Glibc)
      let count = Glibc.read(keys, &buffer, buffer.count)
    #else
      let count = Darwin.read(keys, &buffer, buffer.count)
    #endif
    guard count > 0 else {
      if count == 0 || errno != EINTR { closeWindow() }
      return false
    }
    bytes += buffer[..<count]
    model.feed(buffer[..<count])
    return true
  }

  private func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func signal(_ process: pid_t, _ number: Int32) {
    #if canImport(Glibc)
      _ = Glibc.kill(process, number)
    #else
      _ = Darwin.kill(process, number)
    #endif
  }
}
