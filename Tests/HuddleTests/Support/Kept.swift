import Testing

/// Files that were looked at once and are kept: what comes out later has to be the same.
///
/// `HUDDLE_RECORD=1 swift test --filter HuddleTests` writes them anew, and the test fails then, so
/// that nobody records by accident.
enum Kept {
  static func expect(
    _ text: String, is path: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    if Disk.setting("HUDDLE_RECORD") == "1" {
      let folder = path.split(separator: "/").dropLast().joined(separator: "/")
      try Disk.makeFolder("/" + folder)
      try Disk.write(text, to: path)
      Issue.record(
        "\(path) is recorded anew: look at what changed, then test without HUDDLE_RECORD",
        sourceLocation: sourceLocation)
      return
    }
    let kept = Disk.exists(path) ? try Disk.text(path) : ""
    if kept == text { return }
    Issue.record(
      "\(path) is not what came out. \(difference(kept, text))", sourceLocation: sourceLocation)
  }

  /// The first line that differs, as it is kept and as it came out.
  static func difference(_ kept: String, _ text: String) -> Comment {
    let before = kept.split(separator: "\n", omittingEmptySubsequences: false)
    let after = text.split(separator: "\n", omittingEmptySubsequences: false)
    let number = zip(before, after).prefix { $0 == $1 }.count
    let left = before.indices.contains(number) ? before[number] : "(nothing)"
    let right = after.indices.contains(number) ? after[number] : "(nothing)"
    // The whole of a session may stand in one line.
    let same = max(0, zip(left, right).prefix { $0 == $1 }.count - 60)
    return """
      Line \(number + 1)
        kept: \(left.dropFirst(same).prefix(300))
        now:  \(right.dropFirst(same).prefix(300))
      """
  }
}
