#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// What a program that a test starts needs to know, so that what it reaches is counted as well.
package enum Coverage {
  /// Where the counts go, while they are taken; nothing otherwise.
  package static var settings: [String: String] {
    guard let path = getenv("LLVM_PROFILE_FILE") else { return [:] }
    return ["LLVM_PROFILE_FILE": String(cString: path)]
  }
}
