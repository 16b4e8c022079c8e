import TestSupport
import Testing
import Values

@testable import HuddleCLI

/// The conventions of the command line, each by the command that shows it.
@Suite struct CommandLineTests {
  static let commands = Subcommand.all.map(\.name)

  @Test func `help is on standard output, an example first`() throws {
    let desk = try Desk()
    let overview = try desk.huddle("help")
    #expect(overview.status == 0 && overview.errors == "")
    #expect(overview.lines.first?.hasPrefix("  huddle run pre-mortem ") == true)
    for ask in [["-h"], ["--help"]] { #expect(try desk.huddle(ask) == overview) }
    for command in Self.commands {
      #expect(overview.output.contains("  \(command)"), "\(command)")
      let page = try desk.huddle("help", command)
      #expect(page.status == 0 && page.errors == "", "\(command)")
      #expect(page.lines.first?.hasPrefix("  huddle ") == true, "\(command)")
      for ask in ["--help", "-h"] { #expect(try desk.huddle(command, ask) == page, "\(command)") }
    }
  }

  static let refusals = [
    Case("rnu", status: 64, complains: ["“rnu”", "run?"]),
    Case("help", "rnu", status: 64, complains: ["run?"]),
    Case("list", "--jsn", status: 64, complains: ["“--jsn”", "--json?"]),
    Case("list", "--js", status: 64, complains: ["“--js”", "huddle help list"]),
    Case("list", "extra", status: 64, complains: ["“extra”"]),
    Case("list", "--json=yes", status: 64, complains: ["--json takes no value"]),
    Case("run", status: 64, complains: ["Which playbook?"]),
    Case("run", "pre-mortem", "--project", status: 64, complains: ["--project needs a value"]),
    Case("run", "pre-mortm", status: 66, complains: ["pre-mortem?"]),
    Case("run", "nothing.yaml", status: 66, complains: ["nothing.yaml"]),
    Case("run", "pre-mortem", "--answers", "no.yaml", status: 66, complains: ["no.yaml"]),
    Case("check", "nothing.yaml", status: 66, complains: ["nothing.yaml"]),
    Case("check", status: 64, complains: ["Which file?"]),
    Case("show", status: 66, complains: ["no session"]),
    Case("show", "nothing", status: 66, complains: ["nothing"]),
    Case("resume", "nothing", input: "\n", status: 66, complains: ["nothing"]),
    Case("resume", input: "\n", status: 66, complains: ["huddle run"]),
    Case("verify", "nothing", status: 66, complains: ["nothing"]),
    Case("export", "--format", "htm", status: 66, complains: ["no session"]),
    Case("explain", "P9", status: 64, complains: ["P9"]),
    Case("actions", "--due", "soon", status: 64, complains: ["“soon”"]),
    Case("version", says: ["huddle "]),
    Case("--version", says: ["huddle "]),
  ]

  @Test(arguments: refusals)
  func `what is wrong is said on standard error, with what would be right`(_ wrong: Case) throws {
    wrong.check(try Desk().huddle(wrong.arguments, input: wrong.input))
  }

  @Test func `an argument that is no text is refused, and names nothing else`() throws {
    let ended = try Desk().shell("huddle list --json \"$(printf 'a\\377b')\"")
    #expect(ended.status == 64 && ended.errors.contains("is not UTF-8 text"), "\(ended)")
  }

  @Test func `a bad playbook is 65, with line, column and caret`() throws {
    let desk = try Desk()
    let good = try desk.huddle("playbooks", "show", "pre-mortem").output
    let bad = good.replacing("kind: vote", by: "kind: vtoe")
    let source = good.split(separator: "\n", omittingEmptySubsequences: false)
    let line = 1 + (source.firstIndex { $0.contains("kind: vote") } ?? 0)
    let column =
      (source[line - 1].firstRange(of: "vote").map {
        source[line - 1].distance(from: source[line - 1].startIndex, to: $0.lowerBound) + 1
      }) ?? 0
    try Disk.write(bad, to: "\(desk.work)/bad.yaml")
    for ended in [
      try desk.huddle("check", "bad.yaml"), try desk.huddle("check", "-", input: bad),
      try desk.huddle("run", "bad.yaml", "--project", "X", input: "Ana\n"),
    ] {
      #expect(ended.status == 65)
      #expect(ended.output == "")
      #expect(ended.errors.contains(":\(line):\(column): error["), "\(ended.errors)")
      #expect(ended.errors.contains("^"), "\(ended.errors)")
    }
    #expect(!Disk.exists(desk.sessions))
  }

  @Test func `standard input stands for a file`() throws {
    let desk = try Desk()
    let playbook = try desk.huddle("playbooks", "show", "pre-mortem").output
    #expect(try desk.huddle("check", "-", input: playbook).status == 0)
    let session = try Disk.text(try desk.play("pre-mortem"))
    let elsewhere = try Desk()
    let shown = try elsewhere.huddle("show", "-", input: session)
    #expect(shown.status == 0, "\(shown.errors)")
    #expect(shown == (try desk.huddle("show")))
    #expect(try elsewhere.huddle("show", "-", input: "").status == 65)
  }

  @Test func `without anybody to ask a meeting ends at once and names the other way`() throws {
    let desk = try Desk()
    for line in [
      "huddle run pre-mortem </dev/null", "huddle run pre-mortem --project X </dev/null",
      "huddle run pre-mortem <&-", ": | huddle run pre-mortem",
    ] {
      let ended = try desk.shell(line)
      #expect(ended.status == 64, "\(line)")
      #expect(ended.errors.contains("--answers"), "\(line): \(ended.errors)")
    }
    #expect(!Disk.exists(desk.sessions), "nothing was begun")
  }

  @Test func `every listing is JSON where that is asked for`() throws {
    let desk = try Desk()
    let empty = [["list", "--json"], ["actions", "--json"]]
    for listing in empty { #expect(try desk.huddle(listing).output == "[]\n", "\(listing)") }
    try desk.play("pre-mortem")
    let playbook = "\(Fixtures.root)/Playbooks/pre-mortem.yaml"
    let full =
      empty + [
        ["playbooks", "--json"], ["show", "--json"], ["check", playbook, "--json"],
        ["export", "--format", "json", "--out", "-"],
        ["export", "--format", "tree", "--document", "minutes", "--out", "-"],
      ]
    for listing in full {
      let ended = try desk.huddle(listing)
      #expect(ended.status == 0 && ended.errors == "", "\(listing): \(ended.errors)")
      #expect(throws: Never.self, "\(listing)") {
        _ = try JSONValue(parsing: Array(ended.output.utf8))
      }
    }
    let bad = try desk.huddle("check", "-", "--json", input: "huddle: 1\n")
    #expect(bad.status == 65 && bad.errors == "")
    #expect(try !(JSONValue(parsing: Array(bad.output.utf8)).array ?? []).isEmpty)
  }

  @Test func `a pager's early end is quiet`() throws {
    let desk = try Desk()
    try desk.play("pre-mortem")
    for command in [
      "help", "playbooks show project-reset", "show", "list --json", "export --all --out -",
    ] {
      let ended = try desk.shell("huddle \(command) | head -1")
      #expect(ended.status == 0 && ended.errors == "", "\(command): \(ended.errors)")
      #expect(ended.lines.count == 1, "\(command)")
    }
  }

  @Test func `a full disk behind standard output is an error`() throws {
    guard Disk.exists("/dev/full") else { return }
    let desk = try Desk()
    for command in ["help", "playbooks show pre-mortem", "playbooks --json", "version"] {
      let ended = try desk.shell("huddle \(command) >/dev/full")
      #expect(ended.status == 74, "\(command)")
      #expect(ended.errors.contains("standard output"), "\(command): \(ended.errors)")
    }
  }
}
