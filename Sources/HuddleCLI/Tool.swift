import Console
import Journal
import Values

/// The tool itself: a command from the words given, or the REPL at home without any.
package enum Tool {
  /// The version that `huddle --version` and every new session carry.
  package static let version = "0.1.0"

  /// Runs and gives the status to exit with.
  ///
  /// `broken` is an argument that is not UTF-8: with other bytes it would name something else.
  package static func run(_ world: World, refusing broken: String? = nil) -> Int32 {
    if let broken {
      world.complain("huddle: “\(broken)” is not UTF-8 text. Type it anew.")
      return ExitStatus.usage.rawValue
    }
    let status = perform(world)
    guard let reason = world.outputs.failure else { return status }
    world.errors.line("huddle: Cannot write to standard output: \(reason).")
    return status == 0 ? ExitStatus.inputOutput.rawValue : status
  }

  private static func perform(_ world: World) -> Int32 {
    do {
      try world.checkSettings()
      return try run(world.arguments, world)
    } catch let failure as Failure {
      world.complain("huddle: \(failure.words)")
      return failure.status
    } catch {
      world.complain("huddle: \(String(describing: error))")
      return ExitStatus.inputOutput.rawValue
    }
  }

  static func run(_ words: [String], _ world: World) throws -> Int32 {
    guard let first = words.first else { return try HomeREPL(world).run() }
    if let command = spelled(first) { return try run([command], world) }
    // `huddle --plain` waits for commands as huddle alone does.
    if CommandParser.leadingOptions(words).count == words.count {
      return try perform(CommandParser.parse(words[...], for: .waitForCommands), world)
    }
    let invocation = try CommandParser.parse(words)
    return try perform(invocation, world.adjusted(to: invocation))
  }

  /// The command for which every tool has an option as well.
  static func spelled(_ option: String) -> String? {
    switch option {
    case "-h", "--help": "help"
    case "--version", "-V": "version"
    default: nil
    }
  }

  /// Runs one command, or shows its help; at a terminal what is too tall for it goes to a pager.
  static func perform(_ invocation: Invocation, _ world: World) throws -> Int32 {
    let subcommand = invocation.subcommand
    let pager = Pager(output: world.output, environment: world.environment)
    if invocation.has("--help") {
      pager.show { world.output.lines(Help.page(subcommand, columns: world.columns)) }
      return 0
    }
    guard subcommand.isReading else { return try subcommand.run(invocation, world) }
    return try pager.show { try subcommand.run(invocation, world) }
  }
}

extension World {
  /// The world as the options of a command make it.
  func adjusted(to invocation: Invocation) -> World {
    var variables = environment
    if let folder = invocation.options["--folder"] { variables["HUDDLE_FOLDER"] = folder }
    if invocation.has("--plain") {
      variables["HUDDLE_PLAIN"] = "1"
      variables["NO_COLOR"] = "1"
    }
    if invocation.has("--no-tips") { variables["HUDDLE_NO_TIPS"] = "1" }
    return with(variables)
  }

  /// The world in the library that a session's file stands in.
  func inLibrary(of session: String) -> World {
    var variables = environment
    variables["HUDDLE_FOLDER"] = SessionLibrary(holding: session).folder
    return with(variables)
  }

  private func with(_ variables: [String: String]) -> World {
    World(
      arguments: arguments, environment: variables, now: now, random: random, outputs: outputs)
  }

  var isPlain: Bool { !(environment["HUDDLE_PLAIN"] ?? "").isEmpty }

  var showsTips: Bool { (environment["HUDDLE_NO_TIPS"] ?? "").isEmpty }
}
