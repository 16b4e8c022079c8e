/// Files of one folder that hold the same session, as programs that sync folders leave them.
struct SessionCopies {
  private var files: [String: [(path: String, count: Int)]] = [:]

  mutating func note(_ session: String, _ path: String, _ count: Int) {
    guard !session.isEmpty else { return }
    files[session, default: []].append((path, count))
  }

  /// All but the longest of each session, and what to say of them.
  var leftOut: (paths: Set<String>, told: [JournalError]) {
    var told: [JournalError] = []
    for copies in files.values where copies.count > 1 {
      guard let kept = copies.max(by: { ($0.count, $1.path) < ($1.count, $0.path) }) else {
        continue
      }
      told += copies.filter { $0.path != kept.path }
        .map { JournalError($0.path, .sameSession(as: kept.path)) }
    }
    told.sort { $0.path < $1.path }
    return (Set(told.map(\.path)), told)
  }
}

extension SessionLibrary {
  /// Files beside a session's own that hold the same session, and something which its own does not.
  ///
  /// Programs that sync folders put their mark behind the name, so only files of such names are read.
  package static func copies(of path: String) -> [JournalError] {
    let library = SessionLibrary(holding: path)
    let stem = JournalPath.stem(Folder.name(of: path))
    let others = ((try? library.names()) ?? []).filter { name in
      let other = JournalPath.stem(name)
      return other != stem && (other.hasPrefix(stem) || stem.hasPrefix(other))
    }
    guard !others.isEmpty, let own = try? JournalReader.bytes(path) else { return [] }
    let session = SessionLook(own).session
    return others.map { Folder.joined(library.folder, $0) }.filter { other in
      guard let bytes = try? JournalReader.bytes(other), !own.starts(with: bytes) else {
        return false
      }
      return !session.isEmpty && SessionLook(bytes).session == session
    }.map { JournalError($0, .sameSession(as: path)) }
  }
}
