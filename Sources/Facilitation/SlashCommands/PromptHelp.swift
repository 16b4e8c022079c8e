import Values

/// What `/help` says: short enough to leave the question on the screen, and more of it on demand.
struct PromptHelp {
  let decision: Decision

  /// - Parameter words: a command, a group, `all`, or nothing.
  init(_ words: String) {
    let name = TextFolding.fold(words.hasPrefix("/") ? String(words.dropFirst()) : words)
    // /move and /people are commands, and of groups that are called like them.
    let command = SlashCommand.all.first { $0.name == name || $0.short == name }
    let group = SlashCommand.Group.allCases.first { TextFolding.fold($0.rawValue) == name }
    let found =
      (command.map { [.table([Self.row($0)])] } ?? []) + (group.map(Self.table) ?? [])
    if name.isEmpty {
      decision = Decision(say: Self.overview)
    } else if !found.isEmpty {
      decision = Decision(say: found)
    } else if name == "question" {
      decision = Decision(say: Self.atQuestion)
    } else if name == "all" {
      decision = Decision(say: SlashCommand.Group.allCases.flatMap(Self.table) + Self.atQuestion)
    } else {
      let near = NearestWord.find(name, in: SlashCommand.all.map(\.name) + Self.groups)
      decision = .problem(
        "no command /\(name)"
          + (near.map { ": did you mean /help \($0)?" } ?? "; /help lists them."))
    }
  }

  private static var groups: [String] {
    SlashCommand.Group.allCases.map { TextFolding.fold($0.rawValue) } + ["question", "all"]
  }

  /// Every command by its group, a line or two each.
  private static var overview: [Utterance] {
    let groups = SlashCommand.Group.allCases.map { group in
      let names = SlashCommand.all.filter { $0.group == group }.map { command in
        "/" + command.name + (command.short.map { " /\($0)" } ?? "")
      }
      return Utterance.Entry(group.rawValue, names.joined(separator: "  "))
    }
    return [
      .table(groups + [.init("Question", shorthand.map(\.label).joined(separator: " · "))]),
      .hint(
        "/help back explains one of them, /help mend or /help question a group, /help all the lot."
      ),
    ]
  }

  private static func table(of group: SlashCommand.Group) -> [Utterance] {
    [
      .hint(group.rawValue), .table(SlashCommand.all.filter { $0.group == group }.map(row)),
    ]
  }

  private static var atQuestion: [Utterance] { [.hint("At a question"), .table(shorthand)] }

  private static func row(_ command: SlashCommand) -> Utterance.Entry {
    let short = command.short.map { ", /\($0)" } ?? ""
    let argument = command.argument.isEmpty ? "" : " " + command.argument
    return .init("/\(command.name)\(short)\(argument)", command.summary)
  }

  /// What has a meaning of its own in place of an answer.
  private static let shorthand: [Utterance.Entry] = [
    .init("?", "what can be typed here"),
    .init("?? NAME DAY", "nobody knows: an open point, who finds out, by when"),
    .init("-", "asked, none"),
    .init(">ID words", "keep words for a later question"),
    .init("=3, bo =3", "in a round: the same as 3, which then reads “said by Ana, Bo”"),
    .init("gus: words", "out of turn: Gus said it, and the turn stays"),
    .init("words ..", "unfinished: asked again at the end of the round"),
    .init("//", "a real slash at the beginning of a line"),
    .init("Ctrl-U, Ctrl-R, …", "edit the line as in Emacs; as in vi with bind -v in ~/.editrc"),
  ]
}
