#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Files that are replaced whole: written aside, then renamed into place.
enum WholeFile {
  enum Care {
    /// The bytes and the name are on the medium when the call returns.
    case synced
    /// A kill cannot tear it; a power cut may lose it.
    case quick
  }

  /// Where a file is written before it takes its place: a hidden name that is huddle's own.
  static func aside(_ path: String) -> String {
    Folder.joined(Folder.parent(of: path), ".\(Folder.name(of: path)).huddle-new")
  }

  /// Writes a file that is not there yet, which is on the medium when the call returns; nothing stays
  /// where that fails.
  static func create(_ path: String, with bytes: [UInt8]) throws(SystemFault) {
    let file = try OpenFile(path, for: .create)
    do throws(SystemFault) {
      try file.write(bytes, at: 0)
      try file.sync()
      try Folder.sync(Folder.parent(of: path))
    } catch {
      try? remove(path)
      throw error
    }
  }

  /// - Parameters:
  ///   - mode: who may read and write the new one.
  ///   - isCurrent: asked right before the new one takes its place; where it says no, the old one
  ///     stays and `changedByOthers` is thrown.
  static func replace(
    _ path: String, with bytes: [UInt8], care: Care, mode: UInt32 = 0o600,
    isCurrent: () throws(SystemFault) -> Bool = { true }
  ) throws(SystemFault) {
    let aside = aside(path)
    try? remove(aside)
    do throws(SystemFault) {
      let file = try OpenFile(aside, for: .create)
      try file.write(bytes, at: 0)
      if mode != 0o600 { try file.setMode(mode) }
      if care == .synced { try file.sync() }
      guard try isCurrent() else { throw .changedByOthers }
      try retrying("rename") { Int(rename(aside, path)) }
      if care == .synced { try Folder.sync(Folder.parent(of: path)) }
    } catch {
      try? remove(aside)
      throw error
    }
  }

  /// The whole file; nil where there is none.
  static func read(_ path: String, atMost limit: Int = .max) throws(SystemFault) -> [UInt8]? {
    do throws(SystemFault) {
      return try OpenFile(path, for: .read).read(atMost: limit)
    } catch {
      guard error.isMissing else { throw error }
      return nil
    }
  }

  /// Gives a file another name in its folder, for good.
  static func move(_ path: String, to other: String) throws(SystemFault) {
    try retrying("rename") { Int(rename(path, other)) }
    try Folder.sync(Folder.parent(of: other))
  }

  /// Gives a file a second name, which nothing has.
  static func link(_ path: String, to other: String) throws(SystemFault) {
    try retrying("link") { Int(linkat(AT_FDCWD, path, AT_FDCWD, other, 0)) }
  }

  /// Removes a file; one that is not there is fine.
  static func remove(_ path: String) throws(SystemFault) {
    do throws(SystemFault) {
      try retrying("remove") { Int(unlink(path)) }
    } catch {
      guard error.isMissing else { throw error }
    }
  }

  /// Adds bytes to a file, made 0600 where it is missing, and syncs it and its folder.
  static func add(_ bytes: [UInt8], to path: String) throws(SystemFault) {
    let file = try OpenFile(path, for: .append)
    try file.write(bytes, at: try file.status().size)
    try file.sync()
    try Folder.sync(Folder.parent(of: path))
  }
}
