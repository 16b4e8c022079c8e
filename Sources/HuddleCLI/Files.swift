#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

import Console
import Values

/// Small files, read and written whole.
enum Files {
  /// The bytes of a file, or of standard input for `-`.
  static func read(_ path: String) throws(Failure) -> [UInt8] {
    let descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw Failure("Cannot read \(path): \(reason()).", .missingFile)
    }
    defer { if descriptor != 0 { close(descriptor) } }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = buffer.withUnsafeMutableBytes { Self.take(descriptor, $0) }
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw Failure("Cannot read \(path): \(reason()).", .missingFile)
      }
      bytes += buffer.prefix(count)
      guard bytes.count <= 64 << 20 else {
        throw Failure("\(path) is larger than 64 MiB.", .badData)
      }
    }
  }

  private static func take(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.read(descriptor, buffer.baseAddress, buffer.count)
    #else
      Darwin.read(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }

  /// The text of a file; bytes that are none are refused with their line, never mended.
  static func text(_ path: String) throws(Failure) -> String {
    let bytes = try read(path)
    if let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) { return text }
    for (index, line) in bytes.split(separator: 0x0a, omittingEmptySubsequences: false).enumerated()
    {
      guard let problem = LineRefusal.Problem(line) else { continue }
      throw Failure(
        "\(path): \(LineRefusal(line: index + 1, problem: problem)). Save it as UTF-8 text.",
        .badData)
    }
    throw Failure("\(path) is not UTF-8 text. Save it as that.", .badData)
  }

  /// A name as a file's: letters, digits, dots, dashes; what else it holds, such as a slash, is a dash.
  static func plainName(_ name: String) -> String {
    String(
      name.prefix(128).map { character in
        let isPlain = character.isLetter || character.isNumber || "._-".contains(character)
        return isPlain ? character : "-"
      }
    ).replacing("..", with: "-")
  }

  /// A file's size in bytes; -1 where there is none.
  static func size(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : -1
  }

  /// A folder itself; one that a link leads to is left alone, so that no walk goes in a circle.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// A folder, or a link to one.
  static func leadsToFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Whether a name is somebody's already; also a link that leads nowhere, which is theirs too.
  static func isTaken(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// Writes a new file of which either all is there or nothing: aside, synced, then renamed.
  static func write(_ text: String, to path: String, replacing: Bool) throws(Failure) {
    if !replacing, isTaken(path) {
      throw Failure(
        "\(path) is there already. --force replaces it, --out DIR goes elsewhere.",
        .cannotCreate)
    }
    // A name of its own: two that write the same file at once keep out of each other's way.
    let aside = freeName("\(path).\(getpid()).part")
    let descriptor = open(aside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      throw Failure("Cannot write \(path): \(reason()).", .cannotCreate)
    }
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Self.put(descriptor, $0) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else {
        let why = reason()
        close(descriptor)
        unlink(aside)
        throw Failure("Cannot write \(path): \(why).", .inputOutput)
      }
      bytes = bytes.dropFirst(count)
    }
    let isSynced = fsync(descriptor) == 0
    guard close(descriptor) == 0, isSynced, rename(aside, path) == 0 else {
      let why = reason()
      unlink(aside)
      throw Failure("Cannot write \(path): \(why).", .inputOutput)
    }
    syncFolder(of: path)
  }

  /// Puts a new name on the medium; some file systems know no such thing, and are none the worse.
  private static func syncFolder(of path: String) {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    let descriptor = open(folder.isEmpty ? "/" : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  /// Takes a file away; that it is gone already is no fault.
  static func remove(_ path: String) { unlink(path) }

  /// Gives a file another name, in place of what may have it now.
  static func move(_ path: String, to other: String) throws(Failure) {
    guard rename(path, other) == 0 else {
      throw Failure("Cannot move \(path): \(reason()).", .inputOutput)
    }
    syncFolder(of: path)
  }

  /// A name that nothing has: the wanted one, or that with a number behind it.
  static func freeName(_ path: String) -> String {
    guard isTaken(path) else { return path }
    var number = 2
    while isTaken("\(path)-\(number)") { number += 1 }
    return "\(path)-\(number)"
  }

  /// Makes a folder, and those above it, where they are missing.
  static func makeFolder(_ path: String) throws(Failure) {
    var made = path.hasPrefix("/") ? "/" : ""
    for piece in path.split(separator: "/") {
      made += made.isEmpty || made.hasSuffix("/") ? piece : "/" + piece
      if mkdir(made, 0o700) == 0 || errno == EEXIST || exists(made) { continue }
      throw Failure("Cannot make the folder \(made): \(reason()).", .cannotCreate)
    }
  }

  private static func put(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #else
      Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }

  private static func reason() -> String { String(cString: strerror(errno)).lowercased() }
}

extension Files {
  /// A path from the root, for whoever pastes it elsewhere; without a folder it stays as it is.
  static func wholePath(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// The names in a folder, in order; none where it cannot be read.
  static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}
