import Console
import Values

extension Subcommand {
  static let printManual = Subcommand(
    "manual", summary: "the manual page, for man", example: "huddle manual > huddle.1"
  ) { _, world in
    world.output.document(Manual.page())
    return 0
  }

  static let printCompletions = Subcommand(
    "completions", "bash|zsh|fish", most: 1,
    summary: "a script with which a shell completes huddle",
    example: "huddle completions bash > ~/.local/share/bash-completion/completions/huddle"
  ) { invocation, world in
    let names = ShellCompletion.Shell.allCases.map(\.rawValue)
    guard let name = invocation.operands.first else {
      throw Failure("For which shell? \(names.joined(separator: ", "))", .usage)
    }
    guard let shell = ShellCompletion.Shell(rawValue: name) else {
      let near = NearestWord.find(name, in: names)
      throw Failure(
        "“\(name)” is no shell that huddle knows"
          + (near.map { ": did you mean \($0)?" } ?? ": \(names.joined(separator: ", "))."), .usage)
    }
    world.output.document(ShellCompletion(Subcommand.all).script(for: shell))
    return 0
  }
}
