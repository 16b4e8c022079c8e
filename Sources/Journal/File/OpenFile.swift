internal import CSystem

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// An open file: its descriptor, closed when this goes.
///
/// Every call goes on after an interruption (EINTR) and throws for any other failure.
struct OpenFile: ~Copyable {
  let descriptor: Int32

  deinit { close(descriptor) }

  enum Purpose {
    case read
    /// A new file, which must not be there yet.
    case create
    /// An existing file, read and written.
    case update
    /// The same, made where it is missing.
    case updateOrCreate
    /// A file to add to, made where it is missing.
    case append

    fileprivate var flags: Int32 {
      switch self {
      case .read: O_RDONLY
      case .create: O_RDWR | O_CREAT | O_EXCL
      case .update: O_RDWR
      case .updateOrCreate: O_RDWR | O_CREAT
      case .append: O_RDWR | O_CREAT | O_APPEND
      }
    }
  }

  /// Opens a file, never through a symbolic link in its last place; a new one gets 0600.
  init(_ path: String, for purpose: Purpose) throws(SystemFault) {
    let flags = purpose.flags | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK
    descriptor = try Int32(
      retrying(purpose == .create ? "create" : "open") {
        Int(open(path, flags, 0o600))
      })
  }

  /// Opens a directory, to put its entries on the medium.
  init(directory path: String) throws(SystemFault) {
    descriptor = try Int32(
      retrying("open the folder") {
        Int(open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC))
      })
  }

  /// Takes the one writer's lock, without waiting.
  func lock() throws(SystemFault) {
    try retrying("lock") { Int(huddle_lock_alone(descriptor)) }
  }

  /// What the descriptor is open on.
  func status() throws(SystemFault) -> FileStatus {
    var found = stat()
    try retrying("look at") { Int(fstat(descriptor, &found)) }
    return FileStatus(found)
  }

  /// Writes all the bytes at a place: one call, as a rule, and more after a short one.
  func write(_ bytes: [UInt8], at offset: Int) throws(SystemFault) {
    var written = 0
    while written < bytes.count {
      let count = try retrying("write") {
        bytes.withUnsafeBytes { buffer in
          let rest = UnsafeRawBufferPointer(rebasing: buffer[written...])
          return pwrite(descriptor, rest.baseAddress, rest.count, off_t(offset + written))
        }
      }
      guard count > 0 else { throw SystemFault("write", ENOSPC) }
      written += count
    }
  }

  /// Says who may read and write it.
  func setMode(_ mode: UInt32) throws(SystemFault) {
    try retrying("set the mode of") { Int(fchmod(descriptor, mode_t(mode))) }
  }

  /// Cuts the file to so many bytes.
  func cut(to count: Int) throws(SystemFault) {
    try retrying("cut") { Int(ftruncate(descriptor, off_t(count))) }
  }

  /// Puts the data on the medium.
  func sync() throws(SystemFault) {
    try retrying("sync") { Int(huddle_sync_data(descriptor)) }
  }

  /// Puts a directory's entries on the medium.
  func syncDirectory() throws(SystemFault) {
    try retrying("sync the folder") { Int(huddle_sync_directory(descriptor)) }
  }

  /// All bytes from a place on, up to a limit.
  func read(from start: Int = 0, atMost limit: Int = .max) throws(SystemFault) -> [UInt8] {
    var bytes: [UInt8] = []
    var room = max(min(limit, try status().size - start + 1), 1)
    while bytes.count < limit {
      let wanted = min(room, limit - bytes.count)
      let chunk = try chunk(of: wanted, at: start + bytes.count)
      if chunk.isEmpty { break }
      bytes += chunk
      room = 1 << 16
    }
    return bytes
  }

  /// The first bytes, as many as there are up to a count, over those of an array; gives how many.
  func read(_ count: Int, into bytes: inout [UInt8]) throws(SystemFault) -> Int {
    if bytes.count < count { bytes = [UInt8](repeating: 0, count: count) }
    var filled = 0
    while filled < count {
      let got = try retrying("read") {
        bytes.withUnsafeMutableBytes { buffer in
          let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled..<count])
          return pread(descriptor, rest.baseAddress, rest.count, off_t(filled))
        }
      }
      if got == 0 { break }
      filled += got
    }
    return filled
  }

  private func chunk(of count: Int, at offset: Int) throws(SystemFault) -> [UInt8] {
    var fault: SystemFault?
    let chunk = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      do throws(SystemFault) {
        let base = buffer.baseAddress
        filled = try retrying("read") { pread(descriptor, base, count, off_t(offset)) }
      } catch {
        fault = error
      }
    }
    if let fault { throw fault }
    return chunk
  }
}

/// Calls again after an interruption; throws what else went wrong.
@discardableResult
func retrying(_ operation: String, _ call: () -> Int) throws(SystemFault) -> Int {
  while true {
    let result = call()
    if result >= 0 { return result }
    if errno != EINTR { throw SystemFault(operation) }
  }
}
