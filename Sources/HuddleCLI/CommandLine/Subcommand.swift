import Console

/// One command of the tool.
///
/// The table of them gives parsing, help, completion and the manual.
struct Subcommand: Sendable {
  struct Option: Sendable {
    /// With its dashes: `--project`.
    let name: String
    /// What follows it; nil for a switch.
    let value: String?
    let help: String

    init(_ name: String, _ value: String? = nil, _ help: String) {
      self.name = name
      self.value = value
      self.help = help
    }
  }

  let name: String
  /// What it takes, as help shows it: `PLAYBOOK`, `[SESSION]`.
  let operands: String
  let mostOperands: Int
  let summary: String
  let example: String
  let options: [Option]
  let run: @Sendable (Invocation, World) throws -> Int32

  init(
    _ name: String, _ operands: String = "", most: Int = 0, summary: String, example: String,
    options: [Option] = [], run: @escaping @Sendable (Invocation, World) throws -> Int32
  ) {
    self.name = name
    self.operands = operands
    mostOperands = most
    self.summary = summary
    self.example = example
    self.options = options + [Self.folder, Self.plain]
    self.run = run
  }

  private static let folder = Option(
    "--folder", "DIR", "where sessions live (else HUDDLE_FOLDER, else your data folder)")
  private static let plain = Option("--plain", nil, "sentences in place of pictures and colour")

  /// Whether it only shows something, which may be taller than the window.
  var isReading: Bool {
    [
      "list", "show", "actions", "find", "playbooks", "explain", "reference", "schema", "manual",
      "help", "check", "verify",
    ].contains(name)
  }

  /// All commands, in the order in which help lists them.
  static var all: [Subcommand] {
    [
      runMeeting,
      prepareMeeting,
      resumeMeeting,
      replayMeeting,
      importMeeting,
      listSessions,
      showSession,
      showWall,
      exportSession,
      listActions,
      findWords,
      signSession,
      verifySessions,
      redactSession,
      resealSession,
      prepareLibrary,
      listPlaybooks,
      newPlaybook,
      checkPlaybooks,
      explainRule,
      printReference,
      printSchema,
      printManual,
      printCompletions,
      showHelp,
      showVersion,
    ]
  }
}

/// A command with what was typed after it.
struct Invocation {
  let subcommand: Subcommand
  var operands: [String] = []
  var options: [String: String] = [:]
  var switches: Set<String> = []

  func has(_ name: String) -> Bool { switches.contains(name) }
}
