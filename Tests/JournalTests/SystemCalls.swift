#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

import TestSupport

@testable import Journal

/// Moves a file or folder.
func move(_ from: String, _ to: String) throws(SystemFault) {
  try retrying("rename") { Int(rename(from, to)) }
}

/// Makes a symbolic link.
func link(_ target: String, _ path: String) throws(SystemFault) {
  try retrying("link") { Int(symlink(target, path)) }
}

/// Makes a pipe with a name, which whoever opens it waits at.
func makePipe(_ path: String) throws(SystemFault) {
  try retrying("make a pipe") { Int(mkfifo(path, 0o600)) }
}

/// Sets a file's mode.
func permit(_ path: String, _ mode: UInt32) throws(SystemFault) {
  try retrying("permit") { Int(chmod(path, mode_t(mode))) }
}

/// Runs a program to its end; its words are both its output and its complaints.
func run(_ command: [String], output: String) throws(SystemFault) -> (status: Int32, words: String)
{
  let status = OutsideProgram.run(command, output: output)
  let words = try WholeFile.read(output).map { String(decoding: $0, as: UTF8.self) } ?? ""
  return (status, words)
}

/// A variable of the environment.
func setting(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
