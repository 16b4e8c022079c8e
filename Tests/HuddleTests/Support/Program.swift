#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

import TestSupport

/// What a program left behind when it ended.
struct Ended: Sendable, Equatable {
  let output: String
  let errors: String
  let status: Int32

  var lines: [String] {
    output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      .reversed().drop { $0.isEmpty }.reversed()
  }
}

/// What keeps a program from being started, or from ending.
struct ProgramFailure: Error, CustomStringConvertible {
  let description: String
}

/// Runs a program without a terminal: its input is a file, its output and errors are files.
enum Program {
  /// - Parameters:
  ///   - folder: the folder it is started in; its output is kept aside, outside of it.
  ///   - scratch: a folder for what it reads and writes.
  static func run(
    _ command: String, _ arguments: [String], input: String = "", in folder: String,
    scratch: String, environment: [String: String]
  ) throws -> Ended {
    let paths = (0..<3).map { "\(scratch)/stream-\($0)-\(serial.next())" }
    defer { paths.forEach { unlink($0) } }
    try Disk.write(input, to: paths[0])
    let process = try start(command, arguments, paths, folder, environment)
    let status = try wait(for: process, named: "\(command) \(arguments.joined(separator: " "))")
    return Ended(
      output: try Disk.text(paths[1]), errors: try Disk.text(paths[2]), status: status)
  }

  private static let serial = Serial()

  private static func start(
    _ command: String, _ arguments: [String], _ paths: [String], _ folder: String,
    _ environment: [String: String]
  ) throws -> pid_t {
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #else
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    let new = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, 0, paths[0], O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, paths[1], new, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, paths[2], new, 0o600)
    // A test run may ignore signals that the program has to see.
    var signals = sigset_t()
    sigfillset(&signals)
    sigdelset(&signals, SIGKILL)
    sigdelset(&signals, SIGSTOP)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    // The shell changes the folder: not every C library shows Swift how to ask spawn for it.
    let inFolder = ["/bin/sh", "-c", "cd \"$1\" && shift && exec \"$@\"", "sh", folder, command]
    var argv = (inFolder + arguments).map { strdup($0) } + [nil]
    var envp = environment.merging(Coverage.settings) { $1 }.map { strdup("\($0)=\($1)") } + [nil]
    defer { (argv + envp).forEach { free($0) } }
    var process: pid_t = 0
    let failure = posix_spawn(&process, inFolder[0], &actions, &attributes, &argv, &envp)
    guard failure == 0 else {
      throw ProgramFailure(
        description: "cannot start \(command): \(String(cString: strerror(failure)))")
    }
    return process
  }

  /// Its exit status, or 128 and the number of the signal that ended it.
  private static func wait(for process: pid_t, named name: String) throws -> Int32 {
    var raw: Int32 = 0
    for _ in 0..<15_000 {
      let ended = waitpid(process, &raw, WNOHANG)
      if ended == process { return raw & 0x7f == 0 ? (raw >> 8) & 0xff : 128 + (raw & 0x7f) }
      if ended < 0, errno != EINTR { throw ProgramFailure(description: "lost \(name)") }
      usleep(2_000)
    }
    kill(process, SIGKILL)
    waitpid(process, &raw, 0)
    throw ProgramFailure(description: "\(name) did not end")
  }
}

/// Numbers that no two tests share.
private final class Serial: Sendable {
  nonisolated(unsafe) private var last = 0
  nonisolated(unsafe) private let mutex: UnsafeMutablePointer<pthread_mutex_t>

  init() {
    mutex = .allocate(capacity: 1)
    pthread_mutex_init(mutex, nil)
  }

  func next() -> Int {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    last += 1
    return last
  }
}
