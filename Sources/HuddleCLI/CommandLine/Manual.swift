import Facilitation
import Values

/// The manual page, in the macros of `man`, made from the same tables as the help.
enum Manual {
  /// The page; no date in it, so that the same program always writes the same page.
  static func page() -> String {
    [header, commands, options, prompts, environment, files, statuses].joined(separator: "\n")
      + "\n"
  }

  private static var header: String {
    """
    .TH HUDDLE 1 "" "huddle \(text(Tool.version))" "User Commands"
    .SH NAME
    huddle \\- run workshops from scripted playbooks, keep every answer, make the minutes
    .SH SYNOPSIS
    .B huddle
    .RI [ COMMAND
    .RI [ OPTIONS ]]
    .SH DESCRIPTION
    One person types while a room talks.
    .B huddle
    asks the playbook\\(cqs questions in their order, puts each answer on disk before it asks the
    next one, and makes the documents when the meeting is over.
    .PP
    Without a command it shows what can be resumed and waits for a command.
    """
  }

  // MARK: - Commands

  private static var commands: String {
    ".SH COMMANDS\n" + Subcommand.all.map(entry).joined(separator: "\n")
  }

  private static func entry(_ command: Subcommand) -> String {
    var lines = [
      ".SS \(quoted("huddle " + CommandParser.usage(command)))",
      line(command.summary.capitalizedFirst + "."),
    ]
    for option in command.options where !shared.contains(option.name) { lines += entry(option) }
    return (lines + [".PP", "Example:", ".PP", ".nf", ".RS", line(command.example), ".RE", ".fi"])
      .joined(separator: "\n")
  }

  private static func entry(_ option: Subcommand.Option) -> [String] {
    let name = bold(option.name) + (option.value.map { " " + italic($0) } ?? "")
    return [".TP", name, line(option.help.capitalizedFirst + ".")]
  }

  /// Names of the options that every command has; they are explained once.
  private static let shared: Set<String> = Subcommand.all.dropFirst().reduce(
    Set(Subcommand.all.first?.options.map(\.name) ?? [])
  ) { $0.intersection($1.options.map(\.name)) }

  private static var options: String {
    let common = Subcommand.all.first?.options.filter { shared.contains($0.name) } ?? []
    let help = Subcommand.Option("--help", nil, "what the command does, an example first")
    return ([".SH OPTIONS OF EVERY COMMAND"] + (common + [help]).flatMap(entry))
      .joined(separator: "\n")
  }

  // MARK: - At a prompt

  private static var prompts: String {
    """
    .SH AT A PROMPT
    Type the answer and press Enter.
    Words that begin with a slash are commands; two slashes stand for one.
    The Tab key completes them.
    Ctrl-L shows the question and its list again, Ctrl-R searches what was typed before, Alt-Enter
    begins a new line in an answer of several, Ctrl-X Ctrl-E opens the line in your editor.
    Ctrl-C leaves the line as it is, Ctrl-D on an empty one leaves the meeting, Ctrl-Z stops huddle.
    """ + "\n" + SlashCommand.all.map(entry).joined(separator: "\n")
  }

  private static func entry(_ command: SlashCommand) -> String {
    let names = [command.name, command.short].compactMap { $0 }.map { bold("/" + $0) }
    let argument = command.argument.isEmpty ? "" : " " + italic(command.argument)
    return [
      ".TP", names.joined(separator: ", ") + argument,
      line(command.summary.capitalizedFirst + "."),
    ].joined(separator: "\n")
  }

  // MARK: - The world around

  private static let variables = [
    ("HUDDLE_FOLDER", "where sessions live"),
    ("XDG_DATA_HOME", "else they live in huddle/sessions in this folder (~/.local/share)"),
    ("XDG_STATE_HOME", "drafts, held lines and line history: huddle in it (~/.local/state)"),
    ("NO_COLOR, CLICOLOR_FORCE, TERM", "whether there is colour"),
    ("COLUMNS", "how wide a line may be, in place of the window’s width"),
    ("PAGER", "what shows long output at a terminal (less); empty for nothing of the kind"),
    ("VISUAL, EDITOR", "what /editor and Ctrl-X Ctrl-E open"),
    ("EDITRC", "keys of the line editor, in place of ~/.editrc"),
    ("TZ", "the zone of a new session"),
    (
      "SOURCE_DATE_EPOCH",
      "with --answers, the moment of the meeting: two runs write the same bytes"
    ),
  ]

  private static var environment: String {
    section("ENVIRONMENT", variables)
  }

  private static var files: String {
    section(
      "FILES",
      [
        ("~/.local/share/huddle/sessions/*.jsonl", "one session each, readable by its owner only"),
        ("~/.local/share/huddle/sessions/playbooks/*.yaml", "playbooks of your own, run by name"),
        ("~/.local/share/huddle/sessions/follow-ups/*.jsonl", "what became of closed sessions"),
        ("~/.local/state/huddle/", "drafts, held lines, line history; no part of any session"),
        ("~/.editrc", "keys of the line editor, as editrc(5) says"),
      ])
  }

  private static var statuses: String {
    section(
      "EXIT STATUS",
      [
        (ExitStatus.done, "done"), (.usage, "the command line is wrong"),
        (.badData, "a playbook, a session or a file of answers has mistakes"),
        (.missingFile, "a file or a session is not there"),
        (.cannotCreate, "a file cannot be made"), (.inputOutput, "reading or writing failed"),
        (.temporary, "another huddle writes this session, or it was moved away"),
        (.badSettings, "a variable of the environment makes no sense"),
        (.hungUp, "the terminal was closed; what was half typed is kept"),
        (.interrupted, "stopped by Ctrl-C"), (.terminated, "ended by SIGTERM"),
      ].map { (String($0.0.rawValue), $0.1) })
  }

  private static func section(_ title: String, _ rows: [(String, String)]) -> String {
    ([".SH \(title)"] + rows.flatMap { [".TP", bold($0.0), line($0.1.capitalizedFirst + ".")] })
      .joined(separator: "\n")
  }

  // MARK: - Escaping

  private static func bold(_ words: String) -> String { "\\fB\(text(words))\\fR" }

  private static func italic(_ words: String) -> String { "\\fI\(text(words))\\fR" }

  /// The one argument of a macro.
  private static func quoted(_ words: String) -> String {
    "\"" + text(words).replacing("\"", with: "\\(dq") + "\""
  }

  /// A line of its own: one that began with a dot or a quote would be a macro.
  private static func line(_ words: String) -> String {
    let escaped = text(words)
    return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
  }

  /// Words as they are, in ASCII: hyphens that can be copied, letters by their numbers.
  private static func text(_ words: String) -> String {
    words.unicodeScalars.map { scalar in
      switch scalar {
      case "\\": "\\e"
      case "-": "\\-"
      case "~": "\\(ti"
      case "^": "\\(ha"
      case "`": "\\(ga"
      case "'": "\\(aq"
      case _ where scalar.isASCII: String(scalar)
      default: "\\[u\(hex(scalar.value))]"
      }
    }.joined()
  }

  private static func hex(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
