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

  deinit {
    // Depth first and links not followed (FTW_DEPTH, FTW_PHYS, which Glibc hides in an enum).
    let depthFirst: Int32 = 8 | 1
    _ = nftw(path, { name, _, _, _ in name.map { remove($0) } ?? 0 }, 16, depthFirst)
  }
}
