import Console
import Values

extension Subcommand {
  /// huddle without a command, which no list shows.
  static let waitForCommands = Subcommand(
    "", summary: "wait for commands at a prompt", example: "huddle --plain"
  ) { _, world in try HomeREPL(world).run() }

  static let showHelp = Subcommand(
    "help", "[COMMAND]", most: 1, summary: "this list, or all about one command",
    example: "huddle help run"
  ) { invocation, world in
    guard let name = invocation.operands.first else {
      world.output.lines(Help.overview(columns: world.columns))
      return 0
    }
    guard let command = Subcommand.all.first(where: { $0.name == name }) else {
      let near = NearestWord.find(name, in: Subcommand.all.map(\.name))
      throw Failure(
        "There is no command “\(name)”" + (near.map { ": did you mean \($0)?" } ?? "."), .usage)
    }
    world.output.lines(Help.page(command, columns: world.columns))
    return 0
  }

  static let showVersion = Subcommand(
    "version", summary: "which huddle this is", example: "huddle --version"
  ) { _, world in
    world.output.line("huddle \(Tool.version)")
    return 0
  }
}
