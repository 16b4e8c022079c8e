import Console
import Values

extension Subcommand {
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
