#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Programs of others that read what huddle writes, where this machine has them.
package enum OutsideProgram {
  /// Runs a line of shell in a folder, with no input, and gives its exit status.
  package static func run(_ line: String, in folder: String) -> Int32 {
    let words: [String] = ["/bin/sh", "-c", "cd \"$1\" && \(line)", "sh", folder]
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
    #else
      var actions: posix_spawn_file_actions_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    var process: pid_t = 0
    guard posix_spawn(&process, "/bin/sh", &actions, nil, &arguments, environ) == 0 else {
      return -1
    }
    var raw: Int32 = 0
    while waitpid(process, &raw, 0) < 0, errno == EINTR {}
    return raw & 0x7f == 0 ? (raw >> 8) & 0xff : 128 + (raw & 0x7f)
  }
}
