#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A command as a person wrote it into the environment; the shell splits its arguments.
struct ShellCommand {
  private let line: [String]
  private let environment: [String: String]

  /// - Parameter argument: a word that is added to the command's own, whatever is in it.
  init(_ command: String, argument: String? = nil, environment: [String: String]) {
    line =
      argument.map { ["/bin/sh", "-c", "\(command) \"$1\"", "huddle", $0] }
      ?? ["/bin/sh", "-c", command]
    self.environment = environment
  }

  /// Starts it with the signals that a program expects; nil where there is no shell.
  ///
  /// - Parameter input: what it reads in place of the terminal.
  func start(input: Int32? = nil) -> pid_t? {
    #if canImport(Glibc)
      var attributes = posix_spawnattr_t()
      var actions = posix_spawn_file_actions_t()
    #else
      var attributes: posix_spawnattr_t?
      var actions: posix_spawn_file_actions_t?
    #endif
    posix_spawnattr_init(&attributes)
    posix_spawn_file_actions_init(&actions)
    defer {
      posix_spawnattr_destroy(&attributes)
      posix_spawn_file_actions_destroy(&actions)
    }
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in SignalRelay.signals + [SIGPIPE] { sigaddset(&signals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    if let input { posix_spawn_file_actions_adddup2(&actions, input, 0) }
    var arguments = line.map { strdup($0) } + [nil]
    var settings = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { (arguments + settings).forEach { free($0) } }
    var process: pid_t = 0
    let failure = posix_spawn(&process, line[0], &actions, &attributes, &arguments, &settings)
    return failure == 0 ? process : nil
  }

  /// Waits for its end: its status, or 128 and the number of the signal that ended it.
  static func wait(_ process: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      if errno != EINTR { return 127 }
    }
    return status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f)
  }
}
