import Session
import Values

/// A command that works at any prompt.
///
/// The table gives parsing, `/help`, completion and reference.
package struct SlashCommand: Sendable {
  package enum Group: String, Sendable, CaseIterable {
    case capture = "Capture"
    case moving = "Move"
    case mending = "Mend"
    case people = "People"
    case looking = "Look"
    case leaving = "Leave"
  }

  /// Without the slash.
  package let name: String
  package let short: String?
  /// What follows it, as help shows it: `ID`, `[+5]`.
  package let argument: String
  package let summary: String
  package let group: Group
  let atDialog: AtDialog
  let run: @Sendable (Room, String) -> Decision

  /// What becomes of a question back when the command is typed at it.
  enum AtDialog: Sendable {
    /// It is asked again afterwards.
    case keepsIt
    /// It is dropped, because its ground may be gone.
    case endsIt
    /// It is what is taken back: its words, not recorded yet, stand in the line again.
    case takesItBack
    /// Its ground may be gone, but other rows' cells are asked for on.
    case endsItForEntry
  }

  init(
    _ name: String, short: String? = nil, _ argument: String = "", _ group: Group,
    _ summary: String, atDialog: AtDialog = .keepsIt,
    run: @escaping @Sendable (Room, String) -> Decision
  ) {
    self.name = name
    self.short = short
    self.argument = argument
    self.group = group
    self.summary = summary
    self.atDialog = atDialog
    self.run = run
  }

  /// All commands, in the order in which help lists them.
  package static let all: [SlashCommand] =
    captureCommands + movingCommands + mendingCommands + peopleCommands + lookingCommands
    + leavingCommands

  /// A typed command with what follows it.
  struct Invocation {
    let word: String
    let argument: String
    let line: String

    var command: SlashCommand? {
      SlashCommand.all.first { $0.name == word || $0.short == word }
    }

    /// Whether it is a command, or was meant as one: behind other words `/agneda` is, `/week` is not.
    var isMeant: Bool {
      command != nil || NearestWord.find(word, in: SlashCommand.all.map(\.name)) != nil
    }

    var atDialog: AtDialog { command?.atDialog ?? .keepsIt }

    func run(_ room: Room) -> Decision {
      guard let command else { return unknown }
      return command.run(room, argument)
    }

    private var unknown: Decision {
      let names = SlashCommand.all.map(\.name)
      let begun = names.filter { !word.isEmpty && $0.hasPrefix(word) }
      let near = begun.count == 1 ? begun.first : NearestWord.find(word, in: names)
      let mend =
        begun.count > 1
        ? ": \(DisplayText.joined(begun.map { "/" + $0 }, by: "or"))?"
        : near.map { ": did you mean /\($0)?" } ?? "; /help lists them."
      return .problem("no command /\(word)\(mend)", keeping: line)
    }
  }

  /// Nil for what is no command; `//` begins a line with a real slash.
  static func parse(_ line: String) -> Invocation? {
    let words = line.trimmed
    guard words.hasPrefix("/"), !words.hasPrefix("//") else { return nil }
    let pieces = words.dropFirst().split(separator: " ", maxSplits: 1).map(String.init)
    return Invocation(
      word: (pieces.first ?? "").lowercased(), argument: pieces.count == 2 ? pieces[1].trimmed : "",
      line: line)
  }
}
