import FoundationEssentials
import Testing

/// Texts that are kept in `Tests/Fixtures/Documents` and must come out the same, to the byte.
///
/// With `HUDDLE_RECORD=1` in the environment they are written anew, and the test fails to say so.
enum Golden {
  static func expect(_ text: String, _ name: String, _ location: SourceLocation = #_sourceLocation)
  {
    let path = folder + "/" + name
    if ProcessInfo.processInfo.environment["HUDDLE_RECORD"] != nil {
      record(text, path)
      Issue.record("recorded \(name); look at the difference and keep it", sourceLocation: location)
      return
    }
    let kept = try? Data(contentsOf: URL(filePath: path))
    let lines = String(decoding: kept ?? Data(), as: UTF8.self)
    #expect(text == lines, "\(name) differs", sourceLocation: location)
  }

  private static func record(_ text: String, _ path: String) {
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    try? Data(text.utf8).write(to: URL(filePath: path))
  }

  private static let folder: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    return parts.joined(separator: "/") + "/Fixtures/Documents"
  }()
}
