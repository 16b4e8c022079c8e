internal import CSystem

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Signals as something that a loop can wait for, next to keys and deadlines.
///
/// Once relayed, a signal no longer ends the process: whoever owns the relay must read it.
final class SignalRelay {
  /// What the console acts on.
  static let signals = [SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGTSTP, SIGCONT, SIGWINCH]

  /// The end of the pipe to poll; -1 when the process has no descriptors left.
  let descriptor: Int32

  init() {
    descriptor = huddle_signals_open()
    guard descriptor >= 0 else { return }
    for signal in Self.signals { _ = huddle_signals_relay(signal) }
  }

  /// The signals that have come since the last time, oldest first.
  func take() -> [Int32] {
    guard descriptor >= 0 else { return [] }
    var buffer = [UInt8](repeating: 0, count: 64)
    let count = read(descriptor, &buffer, buffer.count)
    return count > 0 ? buffer[..<count].map(Int32.init) : []
  }

  /// Stops the process as Ctrl-Z does everywhere, and returns when it goes on.
  func stop() {
    huddle_signals_restore(SIGTSTP)
    raise(SIGTSTP)
    _ = huddle_signals_relay(SIGTSTP)
  }
}
