#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

@testable import Journal

/// Moves a file or folder.
func move(_ from: String, _ to: String) throws(SystemFault) {
  try retrying("rename") { Int(rename(from, to)) }
}

/// Makes a symbolic link.
func link(_ target: String, _ path: String) throws(SystemFault) {
  try retrying("link") { Int(symlink(target, path)) }
}

/// Sets a file's mode.
func permit(_ path: String, _ mode: UInt32) throws(SystemFault) {
  try retrying("permit") { Int(chmod(path, mode_t(mode))) }
}

/// Runs a program to its end; its words are both its output and its complaints.
func run(_ command: [String], output: String) throws(SystemFault) -> (status: Int32, words: String)
{
  #if canImport(Glibc)
    var actions = posix_spawn_file_actions_t()
  #else
    var actions: posix_spawn_file_actions_t?
  #endif
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
  posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
  posix_spawn_file_actions_adddup2(&actions, 1, 2)
  var arguments = command.map { strdup($0) } + [nil]
  defer { arguments.forEach { free($0) } }
  var process: pid_t = 0
  let failure = posix_spawn(&process, command[0], &actions, nil, &arguments, environ)
  guard failure == 0 else { throw SystemFault("start \(command[0])", failure) }
  var raw: Int32 = 0
  try retrying("wait") { Int(waitpid(process, &raw, 0)) }
  let words = try WholeFile.read(output).map { String(decoding: $0, as: UTF8.self) } ?? ""
  return (raw & 0x7f == 0 ? (raw >> 8) & 0xff : 128 + (raw & 0x7f), words)
}

/// A variable of the environment.
func setting(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
