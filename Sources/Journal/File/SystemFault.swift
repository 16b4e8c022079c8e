#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A system call that failed: which, and with what number.
struct SystemFault: Error, Equatable {
  /// What was tried, to stand after "cannot": `write`, `lock`.
  let operation: String
  let code: Int32

  init(_ operation: String, _ code: Int32 = errno) {
    self.operation = operation
    self.code = code
  }

  /// Somebody else wrote to it.
  static let changedByOthers = SystemFault("go on with", ESTALE)

  /// Something that is no plain file stands where one has to be written.
  static func inTheWay(_ path: String) -> SystemFault {
    SystemFault("write to \(path)", inTheWay)
  }

  /// No number of the system's.
  private static let inTheWay: Int32 = -1

  /// The system's own words: `No space left on device`.
  var reason: String {
    if code == Self.inTheWay { return "it is a link, a folder or a device; move it away" }
    return self == .changedByOthers ? "it was changed by others" : String(cString: strerror(code))
  }

  var isMissing: Bool { code == ENOENT || code == ENOTDIR }
  /// Another machine took an open file away, on a file system that is shared (NFS).
  var isStale: Bool { code == ESTALE }
  var isAlreadyThere: Bool { code == EEXIST }
  var isLink: Bool { code == ELOOP }
  var isFolder: Bool { code == EISDIR }
  var isNoFolder: Bool { code == ENOTDIR }
  var isHeldByAnother: Bool { code == EWOULDBLOCK || code == EAGAIN }
}
