#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Files as the tests look at them.
enum Disk {
  static func bytes(_ path: String) throws -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw failure("read", path) }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = pread(file, &buffer, buffer.count, off_t(bytes.count))
      guard count >= 0 else { throw failure("read", path) }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }

  static func text(_ path: String) throws -> String {
    String(decoding: try bytes(path), as: UTF8.self)
  }

  static func write(_ text: String, to path: String) throws {
    try write(Array(text.utf8), to: path)
  }

  static func write(_ bytes: [UInt8], to path: String) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw failure("write", path) }
    defer { close(file) }
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes {
        pwrite(file, $0.baseAddress, $0.count, off_t(done))
      }
      guard count > 0 else { throw failure("write", path) }
      done += count
    }
  }

  /// Makes a folder and those above it.
  static func makeFolder(_ path: String) throws {
    var made = ""
    for piece in path.split(separator: "/") {
      made += "/" + piece
      if mkdir(made, 0o700) != 0, errno != EEXIST { throw failure("make", made) }
    }
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  static func setMode(_ path: String, _ mode: UInt32) { chmod(path, mode_t(mode)) }

  /// The permission bits, as in `0o600`.
  static func mode(_ path: String) throws -> UInt32 {
    var about = stat()
    guard lstat(path, &about) == 0 else { throw failure("look at", path) }
    return UInt32(about.st_mode & 0o7777)
  }

  static func isFolder(_ path: String) -> Bool {
    var about = stat()
    return lstat(path, &about) == 0 && about.st_mode & S_IFMT == S_IFDIR
  }

  /// The names in a folder, sorted.
  static func names(_ folder: String) throws -> [String] {
    guard let stream = opendir(folder) else { throw failure("list", folder) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// All that a folder holds, by paths within it; folders end with a slash.
  static func tree(_ folder: String) throws -> [String] {
    try names(folder).flatMap { name -> [String] in
      guard isFolder("\(folder)/\(name)") else { return [name] }
      return ["\(name)/"] + (try tree("\(folder)/\(name)").map { "\(name)/\($0)" })
    }
  }

  static func isPrivileged() -> Bool { geteuid() == 0 }

  static func setting(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  private static func failure(_ what: String, _ path: String) -> ProgramFailure {
    ProgramFailure(description: "cannot \(what) \(path): \(String(cString: strerror(errno)))")
  }
}
