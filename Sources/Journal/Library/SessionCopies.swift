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
