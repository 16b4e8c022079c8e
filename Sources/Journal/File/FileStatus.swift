#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Which file it is, how long and for whom.
struct FileStatus: Equatable {
  let device: UInt64
  let inode: UInt64
  let size: Int
  let mode: UInt32
  let kind: UInt32

  init(_ found: stat) {
    device = UInt64(truncatingIfNeeded: found.st_dev)
    inode = UInt64(truncatingIfNeeded: found.st_ino)
    size = Int(found.st_size)
    mode = UInt32(found.st_mode) & 0o7777
    kind = UInt32(found.st_mode) & UInt32(S_IFMT)
  }

  /// What stands at a path, a symbolic link itself included.
  init(of path: String) throws(SystemFault) {
    var found = stat()
    try retrying("look at") { Int(lstat(path, &found)) }
    self.init(found)
  }

  var isRegular: Bool { kind == UInt32(S_IFREG) }
  var isLink: Bool { kind == UInt32(S_IFLNK) }
  var isDirectory: Bool { kind == UInt32(S_IFDIR) }

  /// Whether others than the owner may read or write it.
  var isOpenToOthers: Bool { mode & 0o077 != 0 }

  /// The mode where others than the owner may read or write it: `0644`.
  var looseMode: String? { isOpenToOthers ? "0" + String(mode, radix: 8) : nil }

  /// The same of the folder that a path leads to; nil where there is none.
  static func looseMode(ofFolder path: String) -> String? {
    (try? FileStatus(of: Folder.realPath(path)))?.looseMode
  }

  func isSameFile(as other: FileStatus) -> Bool {
    device == other.device && inode == other.inode
  }
}
