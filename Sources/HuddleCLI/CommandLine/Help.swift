import Console
import Values

/// Help texts, made from the table of commands: an example first.
enum Help {
  static func overview() -> [StyledText] {
    let width = Subcommand.all.map { CommandParser.usage($0).count }.max() ?? 0
    let rows = Subcommand.all.map { command -> StyledText in
      let usage = CommandParser.usage(command)
      let gap = String(repeating: " ", count: width - usage.count + 2)
      return "  \(usage, .accent)\(gap)\(command.summary)"
    }
    return [
      "  huddle run pre-mortem --project Apollo --with \"Ana, Bo, Cy, Dee\"", "",
      StyledText(
        "Runs workshops from scripted playbooks, keeps every answer, makes the minutes.", .bold),
      "Without a command it waits for one: huddle", "",
    ] + rows + ["", "huddle help COMMAND says more of one."]
  }

  static func page(_ command: Subcommand) -> [StyledText] {
    var lines: [StyledText] = [
      "  \(command.example)", "", StyledText(command.summary.capitalizedFirst + ".", .bold), "",
      "huddle \(CommandParser.usage(command)) [OPTIONS]", "",
    ]
    let names = command.options.map {
      [$0.name, $0.value].compactMap { $0 }.joined(separator: " ")
    }
    let width = names.map(\.count).max() ?? 0
    for (name, option) in zip(names, command.options) {
      let gap = String(repeating: " ", count: width - name.count + 2)
      lines.append("  \(name, .accent)\(gap)\(option.help)")
    }
    return lines
  }
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
