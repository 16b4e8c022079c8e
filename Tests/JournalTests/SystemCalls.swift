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
