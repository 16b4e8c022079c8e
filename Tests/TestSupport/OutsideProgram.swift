#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Programs that a test starts beside itself.
package enum OutsideProgram {
  /// Runs a line of shell in a folder, with no input, and gives its exit status.
  package static func run(_ line: String, in folder: String) -> Int32 {
    run(["/bin/sh", "-c", "cd \"$1\" && \(line)", "sh", folder])
  }

  /// Runs a program to its end, with no input, and gives its exit status.
  ///
  /// It is 128 more than the signal that ended it, and -1 where it did not start. What it prints goes
  /// to a file where one is named.
  package static func run(_ command: [String], output: String? = nil) -> Int32 {
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
    #else
      var actions: posix_spawn_file_actions_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    if let output {
      posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
      posix_spawn_file_actions_adddup2(&actions, 1, 2)
    }
    var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    var process: pid_t = 0
    guard posix_spawn(&process, command[0], &actions, nil, &arguments, environ) == 0 else {
      return -1
    }
    var raw: Int32 = 0
    while waitpid(process, &raw, 0) < 0, errno == EINTR {}
    return raw & 0x7f == 0 ? (raw >> 8) & 0xff : 128 + (raw & 0x7f)
  }
}
