import TestSupport
import Testing

@testable import HuddleCLI

/// The manual page and the completions say all that the table of commands says.
@Suite struct PublishedHelpTests {
  @Test func `the manual names every command and option`() throws {
    let ended = try Desk().huddle("manual")
    #expect(ended.status == 0 && ended.errors == "")
    let page = ended.output.replacing("\\-", by: "-")
    let wanted = Subcommand.all.flatMap { command in
      [".SS \"huddle \(command.name)"] + command.options.map { "\\fB\($0.name)\\fR" }
    }
    #expect(wanted.filter { !page.contains($0) } == [])
    // Letters beyond ASCII go by their numbers: not every man reads UTF-8.
    #expect(page.utf8.filter { $0 > 0x7F } == [])
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `the completions name every command and option`(_ shell: String) throws {
    let ended = try Desk().huddle("completions", shell)
    #expect(ended.status == 0 && ended.errors == "")
    let options = Set(Subcommand.all.flatMap(\.options).map(\.name))
    // fish writes options without their dashes, after -l.
    let written = shell == "fish" ? options.map { "-l \($0.dropFirst(2))" } : options.sorted()
    let wanted = Subcommand.all.map(\.name) + written
    #expect(wanted.filter { !ended.output.contains($0) } == [])
  }

  @Test func `whatever a command takes is offered, but a name that is new and words to look for`() {
    let shell = ShellCompletion(Subcommand.all)
    let without = Subcommand.all.filter { $0.mostOperands > 0 && shell.offer($0) == .nothing }
    #expect(without.map(\.name) == ["find", "new"])
  }

  @Test func `bash completes commands, options, sessions and playbooks`() throws {
    let desk = try Desk()
    try desk.play("pre-mortem")
    try Disk.write(try desk.huddle("completions", "bash").output, to: "\(desk.work)/completions")
    let cases = [
      ("huddle comp", "completions"), ("huddle actions --ow", "--owner"),
      ("huddle export --format mad", "madr"), ("huddle run project-", "project-reset"),
      ("huddle show 2026-11-20-ap", "2026-11-20-apollo-pre-mortem"), ("huddle explain P20", "P203"),
    ]
    for (typed, offered) in cases {
      let ended = try desk.shell(
        Self.bash(completing: typed), with: ["HUDDLE": BuiltProduct.path("huddle")])
      #expect(ended.errors == "", "\(typed)")
      #expect(ended.output.contains(offered), "\(typed): \(ended.output)")
    }
  }

  /// What bash offers after a line, one a line; `huddle` is the program under test.
  private static func bash(completing line: String) -> String {
    let words = line.split(separator: " ")
    return """
      bash -c '
        huddle() { "$HUDDLE" "$@"; }; . ./completions
        COMP_WORDS=(\(words.joined(separator: " "))); COMP_CWORD=\(words.count - 1)
        _huddle; printf "%s\\n" "${COMPREPLY[@]}"'
      """
  }
}
