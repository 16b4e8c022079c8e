#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Directories and paths.
enum Folder {
  /// The directory a path stands in; `.` for a bare name.
  static func parent(of path: String) -> String {
    let trimmed = trimmingSlashes(path)
    guard let slash = trimmed.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    let parent = trimmingSlashes(String(trimmed[..<slash]))
    return parent.isEmpty ? "/" : parent
  }

  /// The last part of a path.
  static func name(of path: String) -> String {
    let trimmed = trimmingSlashes(path)
    guard let slash = trimmed.utf8.lastIndex(of: UInt8(ascii: "/")) else { return trimmed }
    return String(trimmed[trimmed.index(after: slash)...])
  }

  static func joined(_ folder: String, _ name: String) -> String {
    let trimmed = trimmingSlashes(folder)
    return trimmed.isEmpty && !folder.isEmpty ? "/" + name : trimmed + "/" + name
  }

  private static func trimmingSlashes(_ path: String) -> String {
    var path = path
    while path.utf8.last == UInt8(ascii: "/") { path.removeLast() }
    return path
  }

  /// Makes a directory and those above it where they are missing: 0700, each synced into its own.
  static func make(_ path: String) throws(SystemFault) {
    do {
      try retrying("make the folder") { Int(mkdir(path, 0o700)) }
    } catch {
      if error.isAlreadyThere || (error.code == EISDIR) { return try check(path) }
      guard error.isMissing, parent(of: path) != path else { throw error }
      try make(parent(of: path))
      // Not by the way above: some folders, such as /proc, take none and say that they are missing.
      try retrying("make the folder") { Int(mkdir(path, 0o700)) }
    }
    try sync(parent(of: path))
  }

  private static func check(_ path: String) throws(SystemFault) {
    var found = stat()
    try retrying("look at") { Int(stat(path, &found)) }
    guard FileStatus(found).isDirectory else { throw SystemFault("make the folder", ENOTDIR) }
  }

  static func sync(_ path: String) throws(SystemFault) {
    try OpenFile(directory: path).syncDirectory()
  }

  /// The names in a directory, in the order of their bytes, without `.` and `..`.
  static func names(
    in path: String, where isWanted: (String) -> Bool = { _ in true }
  ) throws(SystemFault) -> [String] {
    guard let stream = opendir(path) else { throw SystemFault("read the folder") }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
      }
      if name != ".", name != "..", isWanted(name) { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The path without links, `.` and `..`, whether or not there is such a thing yet.
  static func realPath(_ path: String) -> String {
    if let found = realpath(path, nil) {
      defer { free(found) }
      return String(cString: found)
    }
    let parent = parent(of: path)
    return parent == path ? path : joined(realPath(parent), name(of: path))
  }
}
