import Documents
import PlaybookLanguage
import Playbooks
import Values

/// Scripts with which shells complete huddle's command line, made from the table of commands.
///
/// Sessions and playbooks are asked of huddle itself, so that new ones are offered at once.
struct ShellCompletion {
  enum Shell: String, CaseIterable {
    case bash, zsh, fish
  }

  let commands: [Subcommand]

  init(_ commands: [Subcommand]) { self.commands = commands }

  func script(for shell: Shell) -> String {
    switch shell {
    case .bash: bash
    case .zsh: zsh
    case .fish: fish
    }
  }

  // MARK: - What is offered

  /// What may stand at a place of the command line.
  enum Offer: Equatable {
    case nothing
    case words([String])
    case files
    case folders
    case sessions
    case playbooks
  }

  /// By the word that help shows for an option's value.
  static func offer(_ option: Subcommand.Option) -> Offer {
    switch option.value {
    case "FILE": .files
    case "DIR": .folders
    case "SESSION": .sessions
    case "NAMES" where option.name == "--format": .words(ExportFormat.allCases.map(\.rawValue))
    case "WORD" where option.name == "--answer": .words(LaterSignature.answers)
    default: .nothing
    }
  }

  /// By the word that help shows for what a command takes.
  func offer(_ command: Subcommand) -> Offer {
    switch command.operands {
    case "PLAYBOOK": .playbooks
    case "[SESSION]", "SESSION", "SESSION WHAT…", "[SESSION | PROJECT]": .sessions
    case "FILE…", "FILE": .files
    case "[DIR]": .folders
    case "[COMMAND]": .words(commands.map(\.name))
    case "[show ID]": .words(["show"] + Catalogue.meetings.map(\.name))
    case "[CODE]": .words(DiagnosticRule.all.map(\.code))
    case "bash|zsh|fish": .words(Shell.allCases.map(\.rawValue))
    default: .nothing
    }
  }

  /// Names out of huddle's own JSON, which is on one line.
  private func names(_ command: String, _ member: String) -> String {
    "huddle \(command) --json 2>/dev/null | grep -o '\"\(member)\":\"[^\"]*\"' | cut -d'\"' -f4"
  }

  private var sessions: String { names("list", "name") + " | sed 's/\\.jsonl$//'" }
  private var playbooks: String { names("playbooks", "id") }

  // MARK: - bash

  private var bash: String {
    """
    # bash completion for huddle, written by: huddle completions bash
    _huddle_sessions() { \(sessions); }
    _huddle_playbooks() { \(playbooks); }
    _huddle() {
      local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}
      COMPREPLY=()
      if [ "$COMP_CWORD" -eq 1 ]; then
        COMPREPLY=($(compgen -W "\(commands.map(\.name).joined(separator: " "))" -- "$word"))
        return
      fi
      case "$command $before" in
    \(commands.flatMap { command in values(command).map { bashValue(command, $0, $1) } }
        .joined(separator: "\n"))
      esac
      case "$command $word" in
    \(commands.map(bashOptions).joined(separator: "\n"))
      esac
      case $command in
    \(commands.compactMap(bashOperands).joined(separator: "\n"))
      esac
    }
    complete -F _huddle huddle

    """
  }

  private func values(_ command: Subcommand) -> [(Subcommand.Option, Offer)] {
    command.options.filter { $0.value != nil }.map { ($0, Self.offer($0)) }
  }

  private func bashValue(
    _ command: Subcommand, _ option: Subcommand.Option, _ offer: Offer
  ) -> String {
    "    '\(command.name) \(option.name)') \(bashReply(offer) ?? ":"); return ;;"
  }

  private func bashOptions(_ command: Subcommand) -> String {
    let names = command.options.map(\.name).joined(separator: " ")
    return
      "    '\(command.name) -'*) COMPREPLY=($(compgen -W \"\(names)\" -- \"$word\")); return ;;"
  }

  private func bashOperands(_ command: Subcommand) -> String? {
    guard let reply = bashReply(offer(command)) else { return nil }
    // A playbook may be a file as well as a name.
    let also =
      offer(command) == .playbooks
      ? "; COMPREPLY+=($(compgen -f -X '!*.yaml' -- \"$word\"))" : ""
    return "    \(command.name)) \(reply)\(also) ;;"
  }

  private func bashReply(_ offer: Offer) -> String? {
    let list =
      switch offer {
      case .nothing: String?.none
      case .words(let words): "-W \"\(words.joined(separator: " "))\""
      case .files: "-f"
      case .folders: "-d"
      case .sessions: "-W \"$(_huddle_sessions)\""
      case .playbooks: "-W \"$(_huddle_playbooks)\""
      }
    return list.map { "COMPREPLY=($(compgen \($0) -- \"$word\"))" }
  }

  // MARK: - zsh

  private var zsh: String {
    """
    #compdef huddle
    # zsh completion for huddle, written by: huddle completions zsh
    _huddle_sessions() { local -a found; found=(${(f)"$(\(sessions))"}); compadd -a found; }
    _huddle_playbooks() {
      local -a found
      found=(${(f)"$(\(playbooks))"})
      compadd -a found
      _files -g '*.yaml'
    }
    _huddle() {
      if (( CURRENT == 2 )); then
        local -a commands
        commands=(
    \(commands.map { "      \(single("\($0.name):\($0.summary)"))" }.joined(separator: "\n"))
        )
        _describe command commands
        return
      fi
      local command=$words[2]
      words=("${(@)words[2,-1]}")
      (( CURRENT-- ))
      case $command in
    \(commands.map(zshCase).joined(separator: "\n"))
      esac
    }
    if [ "$funcstack[1]" = _huddle ]; then _huddle "$@"; else compdef _huddle huddle; fi

    """
  }

  private func zshCase(_ command: Subcommand) -> String {
    let options = command.options.map { option in
      let help = option.help.replacing("[", with: "(").replacing("]", with: ")")
        .replacing(":", with: " -")
      let value = option.value.map { ":\($0):\(zshAction(Self.offer(option)))" } ?? ""
      return single("\(option.name)[\(help)]\(value)")
    }
    let offer = offer(command)
    let operand = offer == .nothing ? [] : [single("*:\(command.name):\(zshAction(offer))")]
    return "    \(command.name)) _arguments \((options + operand).joined(separator: " ")) ;;"
  }

  private func zshAction(_ offer: Offer) -> String {
    switch offer {
    case .nothing: " "
    case .words(let words): "(\(words.joined(separator: " ")))"
    case .files: "_files"
    case .folders: "_files -/"
    case .sessions: "_huddle_sessions"
    case .playbooks: "_huddle_playbooks"
    }
  }

  /// In single quotes, as a shell reads it.
  private func single(_ words: String) -> String {
    "'" + words.replacing("'", with: "'\\''") + "'"
  }

  // MARK: - fish

  private var fish: String {
    """
    # fish completion for huddle, written by: huddle completions fish
    function __huddle_sessions; \(sessions); end
    function __huddle_playbooks; \(playbooks); end
    complete -c huddle -f

    """ + commands.map(fishLines).joined(separator: "\n") + "\n"
  }

  private func fishLines(_ command: Subcommand) -> String {
    let inside = "complete -c huddle -n '__fish_seen_subcommand_from \(command.name)'"
    var lines = [
      "complete -c huddle -n __fish_use_subcommand -a \(command.name) -d \(fishQuoted(command.summary))"
    ]
    for option in command.options {
      let value = option.value == nil ? "" : fishValue(Self.offer(option))
      lines.append(
        "\(inside) -l \(option.name.drop { $0 == "-" })\(value) -d \(fishQuoted(option.help))")
    }
    if let offered = fishOperand(offer(command)) { lines.append("\(inside) \(offered)") }
    return lines.joined(separator: "\n")
  }

  private func fishValue(_ offer: Offer) -> String {
    switch offer {
    case .nothing: " -x"
    case .words(let words): " -x -a '\(words.joined(separator: " "))'"
    case .files: " -r -F"
    case .folders: " -x -a '(__fish_complete_directories)'"
    case .sessions: " -x -a '(__huddle_sessions)'"
    case .playbooks: " -x -a '(__huddle_playbooks)'"
    }
  }

  private func fishOperand(_ offer: Offer) -> String? {
    switch offer {
    case .nothing: nil
    case .words(let words): "-a '\(words.joined(separator: " "))'"
    case .files, .folders: "-F"
    case .sessions: "-a '(__huddle_sessions)'"
    case .playbooks: "-F -a '(__huddle_playbooks)'"
    }
  }

  /// In single quotes, as fish reads it.
  private func fishQuoted(_ words: String) -> String {
    "'" + words.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }
}
