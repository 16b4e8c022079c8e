#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A folder of its own for one test, gone with all that is in it when the test lets go of it.
package final class TemporaryFolder {
  /// The folder's path, without a slash at its end.
  package let path: String

  /// Makes an empty folder, or stops the test run when the machine has no room for one.
  package init() {
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(base)/huddle-test-XXXXXX".utf8CString)
    guard let made = template.withUnsafeMutableBufferPointer({ mkdtemp($0.baseAddress!) }) else {
      fatalError("no temporary folder under \(base): \(String(cString: strerror(errno)))")
    }
    path = String(cString: made)
  }

  /// The path of something in the folder.
  package func path(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a file into the folder, in the place of one that is there.
  package func write(_ text: String, to name: String) {
    let file = open(path(name), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    defer { close(file) }
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { pwrite(file, $0.baseAddress, $0.count, lseek(file, 0, 2)) }
      guard count > 0 else { fatalError("cannot write \(path(name))") }
      bytes = bytes.dropFirst(count)
    }
  }

  /// The text of a file in the folder; `nil` when there is none.
  package func read(_ name: String) -> String? {
    let file = open(path(name), O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = pread(file, &buffer, buffer.count, off_t(bytes.count))
      if count <= 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[..<count]
    }
  }

  /// Lets a file in the folder be run as a program.
  package func makeExecutable(_ name: String) {
    chmod(path(name), 0o700)
  }

  deinit {
    Self.remove(path)
  }

  /// Removes a file, or a folder with all that is in it; links are removed, never followed.
  private static func remove(_ path: String) {
    if unlink(path) == 0 || rmdir(path) == 0 { return }
    guard let folder = opendir(path) else { return }
    defer {
      closedir(folder)
      rmdir(path)
    }
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { remove("\(path)/\(name)") }
    }
  }
}
