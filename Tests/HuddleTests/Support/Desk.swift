import TestSupport

/// A desk of its own for one test: a home, a folder to work in, a clock that stands still.
///
/// Sessions are kept in `sessions` beside the home, so that whatever appears in the home is seen.
final class Desk {
  /// 20 November 2026, 10:00 in UTC, a Friday.
  static let moment = "1795168800"

  let folder = TemporaryFolder()
  var environment: [String: String]

  init(keepsSessionsAtHome: Bool = false) throws {
    environment = [
      "HOME": folder.path("home"), "TZ": "UTC", "SOURCE_DATE_EPOCH": Self.moment,
      "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "HUDDLE_FOLDER": folder.path("sessions"),
    ]
    if keepsSessionsAtHome { environment["HUDDLE_FOLDER"] = nil }
    for name in ["home", "work", "streams"] { try Disk.makeFolder(folder.path(name)) }
  }

  var home: String { folder.path("home") }
  /// Where the commands are run.
  var work: String { folder.path("work") }
  var sessions: String { environment["HUDDLE_FOLDER"] ?? "\(home)/.local/share/huddle/sessions" }

  func settings(_ changes: [String: String?]) -> [String: String] {
    var settings = environment
    for (name, value) in changes { settings[name] = value }
    return settings
  }

  /// Runs huddle without a terminal.
  @discardableResult
  func huddle(
    _ arguments: String..., input: String = "", with changes: [String: String?] = [:]
  ) throws -> Ended {
    try huddle(arguments, input: input, with: changes)
  }

  func huddle(
    _ arguments: [String], input: String = "", with changes: [String: String?] = [:]
  ) throws -> Ended {
    try Program.run(
      BuiltProduct.path("huddle"), arguments, input: input, in: work,
      scratch: folder.path("streams"), environment: settings(changes))
  }

  /// Runs a line of shell in which `huddle` is the program.
  func shell(_ line: String, with changes: [String: String?] = [:]) throws -> Ended {
    let quoted = BuiltProduct.path("huddle").replacing("'", by: "'\\''")
    return try Program.run(
      "/bin/sh", ["-c", "huddle() { '\(quoted)' \"$@\"; }\n\(line)"], in: work,
      scratch: folder.path("streams"), environment: settings(changes))
  }

  /// Starts huddle in a terminal, in the folder to work in.
  func terminal(
    _ arguments: String..., with changes: [String: String?] = [:], rows: Int = 40,
    columns: Int = 100
  ) throws -> PseudoTerminal {
    try terminal(arguments, with: changes, rows: rows, columns: columns)
  }

  func terminal(
    _ arguments: [String], with changes: [String: String?] = [:], rows: Int = 40,
    columns: Int = 100
  ) throws -> PseudoTerminal {
    var settings = settings(changes)
    // A meeting with people has a clock that goes on.
    if changes["SOURCE_DATE_EPOCH"] == nil { settings["SOURCE_DATE_EPOCH"] = nil }
    return try PseudoTerminal(
      command: "/bin/sh",
      arguments: [
        "-c", "cd \"$1\" && shift && exec \"$@\"", "sh", work, BuiltProduct.path("huddle"),
      ]
        + arguments,
      environment: settings, rows: rows, columns: columns)
  }

  /// Plays one of the meetings that the fixtures tell; returns the session's path.
  @discardableResult
  func play(_ meeting: String) throws -> String {
    let ended = try huddle(["run", meeting, "--answers", Fixtures.answers(of: meeting)])
    guard ended.status == 0, let path = ended.lines.last else {
      throw ProgramFailure(description: "\(meeting) was not played: \(ended.errors)")
    }
    return path
  }
}

/// The fixtures that belong to the tests of the whole tool.
enum Fixtures {
  /// The folder `Tests/Fixtures`.
  static let folder: String = {
    let pieces = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return (pieces.dropLast(3) + ["Fixtures"]).joined(separator: "/")
  }()

  /// The folder of Package.swift.
  static let root = folder.split(separator: "/", omittingEmptySubsequences: false)
    .dropLast(2).joined(separator: "/")

  static func answers(of meeting: String) -> String {
    "\(folder)/Meetings/\(meeting).answers.yaml"
  }
}

extension String {
  /// The text with every place of some words put otherwise.
  func replacing(_ words: String, by other: String) -> String {
    guard !words.isEmpty else { return self }
    var result = ""
    var rest = self[...]
    while let found = rest.firstRange(of: words) {
      result += rest[..<found.lowerBound] + other
      rest = rest[found.upperBound...]
    }
    return result + rest
  }
}
