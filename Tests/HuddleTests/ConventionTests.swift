import TestSupport
import Testing
import Values

@testable import HuddleCLI

/// What a command-line tool owes to those who know others: one test for each convention.
///
/// `CommandLineTests` has the details of the first five and of the seventh, `SurroundingsTests` those
/// of colours, widths, languages and folders, `SuddenEndTests` those of signals.
@Suite struct ConventionTests {
  /// A desk with a closed meeting of each playbook.
  private static func library() throws -> Desk {
    let desk = try Desk()
    for meeting in GoldenMeetingTests.meetings { try desk.play(meeting) }
    return desk
  }

  @Test func `1 help is asked for in three ways, and says the same on standard output`() throws {
    let desk = try Desk()
    for ways in [
      [["help"], ["-h"], ["--help"]], [["help", "run"], ["run", "-h"], ["run", "--help"]],
    ] {
      let pages = try ways.map { try desk.huddle($0) }
      #expect(pages.allSatisfy { $0 == pages[0] })
      Case(says: ["  huddle run pre-mortem --project Apollo"]).check(pages[0])
      #expect(pages[0].lines[0].hasPrefix("  huddle run "), "an example comes first")
    }
  }

  @Test func `2 a typing error is told from what was meant, and an option has one name`() throws {
    let desk = try Desk()
    for wrong in [
      Case("rnu", status: 64, complains: ["did you mean run?"]),
      Case("list", "--jsn", status: 64, complains: ["did you mean --json?"]),
      Case("list", "--js", status: 64, complains: ["“--js”"]),
    ] { wrong.check(try desk.huddle(wrong.arguments)) }
  }

  @Test func `3 the exit status says what kind of thing went wrong`() throws {
    let desk = try Desk()
    for wrong in [
      Case("run", status: 64, complains: ["Which playbook?"]),
      Case("check", "-", input: "huddle: 1\n", status: 65, complains: ["error["]),
      Case("check", "no.yaml", status: 66, complains: ["no.yaml"]),
    ] { wrong.check(try desk.huddle(wrong.arguments, input: wrong.input)) }
    let answers = Fixtures.answers(of: "pre-mortem")
    let settings: [(String?, String, Int32)] = [
      (Desk.moment, "/proc/huddle", 73), ("soon", "sessions", 78), ("", "sessions", 78),
      ("-1", "sessions", 78), (Desk.moment, "sessions", 0),
    ]
    for (epoch, folder, status) in settings {
      let ended = try desk.huddle(
        ["run", "pre-mortem", "--answers", answers, "--folder", folder],
        with: ["SOURCE_DATE_EPOCH": epoch])
      #expect(ended.status == status, "\(epoch ?? "") \(folder): \(ended.errors)")
      #expect((ended.errors == "") == (status == 0))
    }
    let asked = try desk.terminal("run", "pre-mortem")
    try asked.waitFor("project>")
    asked.send("\u{3}")
    #expect(try asked.waitForExit() == 130)
  }

  @Test func `4 a dash stands for standard input, with a pipe or a file behind it`() throws {
    let desk = try Desk()
    let path = try desk.play("pre-mortem")
    let line = """
      huddle playbooks show pre-mortem | huddle check - && huddle show - <'\(path)' >piped &&
      huddle show >named && cmp piped named && echo same
      """
    let ended = try desk.shell(line)
    #expect(ended.status == 0 && ended.lines.last == "same", "\(ended)")
  }

  @Test func `5 with nobody to ask it ends at once and names the way without people`() throws {
    let ended = try Desk().shell("huddle run pre-mortem </dev/null")
    #expect(ended.status == 64 && ended.output == "" && ended.errors.contains("--answers"))
  }

  @Test func `6 two runs of the same answers are the same to the byte`() throws {
    let runs = try (0..<2).map { _ in
      let desk = try Desk()
      let path = try desk.play("model-scoping")
      let out = desk.folder.path("out")
      _ = try desk.huddle("export", "--all", "--out", out)
      return try [try Disk.bytes(path)]
        + Disk.names(out).filter { !$0.hasSuffix(".docx") }.map { try Disk.bytes("\(out)/\($0)") }
    }
    #expect(runs[0].count > 5 && runs[0] == runs[1])
  }

  @Test func `7 every listing is JSON that jq reads`() throws {
    let desk = try Self.library()
    let hasJQ = try desk.shell("command -v jq >/dev/null").status == 0
    let listings = Subcommand.all.filter { $0.options.contains { $0.name == "--json" } }.map(\.name)
    #expect(Set(listings).isSuperset(of: ["list", "show", "actions", "playbooks", "check"]))
    let operands = ["check": " pre-mortem", "find": " bank"]
    for name in listings {
      let operand = operands[name] ?? ""
      let command = "huddle \(name)\(operand) --json"
      let ended = try desk.shell(hasJQ ? "\(command) | jq -e . >/dev/null" : command)
      #expect(ended.status == 0 && ended.errors == "", "\(command): \(ended.errors)")
      if !hasJQ { _ = try JSONValue(parsing: Array(ended.output.utf8)) }
    }
  }

  @Test func `8 no code leaves through a pipe, and forty columns hold every line`() throws {
    let desk = try Self.library()
    let commands =
      [
        ["list"], ["show"], ["actions"], ["find", "the"], ["playbooks"], ["check", "pre-mortem"],
        ["explain", "P203"], ["verify"], ["wall"], ["help"], ["version"], ["new", "ours"], [],
      ] + CommandLineTests.commands.map { ["help", $0] }
    for command in commands {
      let ended = try desk.huddle(command, with: ["COLUMNS": "40", "TERM": "xterm-256color"])
      #expect(ended.status == 0, "\(command): \(ended.errors)")
      #expect(!ended.output.contains("\u{1b}"), "\(command)")
      // A path is one word, and somebody may want to copy it.
      let wide = tooWide(ended.output, 40).filter { !$0.contains(desk.folder.path) }
      #expect(wide == [], "\(command)")
    }
  }

  @Test func `9 no locale, and none at all, costs a letter`() throws {
    for locale in ["C", "xx_YY.UTF-8"] {
      let desk = try Desk()
      let settings: [String: String?] = ["LC_ALL": locale, "LANG": nil]
      let ended = try desk.huddle(
        ["run", "pre-mortem", "--project", "naïve 日本"], input: "Zoë, 明\n/quit\n", with: settings)
      #expect(ended.status == 0, "\(ended.errors)")
      let listed = try desk.huddle(["list"], with: settings)
      #expect(listed.output.contains("naïve 日本"), "\(listed)")
    }
  }

  @Test func `10 nothing is left in the home but in the folders for it, for its owner alone`()
    throws
  {
    let desk = try Desk(keepsSessionsAtHome: true)
    try desk.play("pre-mortem")
    #expect(try Disk.names(desk.home) == [".local"])
    for path in try Disk.tree("\(desk.home)/.local/share/huddle") {
      let mode = try Disk.mode("\(desk.home)/.local/share/huddle/\(path)")
      #expect(mode == (path.hasSuffix("/") ? 0o700 : 0o600), "\(path)")
    }
  }

  @Test func `11 a reader that leaves is no error, and pager and editor are the person's own`()
    throws
  {
    let desk = try Self.library()
    let early = try desk.shell("huddle show | head -1")
    #expect(early.status == 0 && early.errors == "" && early.lines.count == 1)
    let folder = desk.folder
    folder.write("#!/bin/sh\necho 'the pager'; exec head -n 3\n", to: "pager")
    folder.write("#!/bin/sh\nshift; echo 'from VISUAL' > \"$1\"\n", to: "visual")
    for name in ["pager", "visual"] { folder.makeExecutable(name) }
    let paged: [String: String?] = ["PAGER": folder.path("pager")]
    let shown = try desk.terminal("show", with: paged)
    #expect(try shown.waitForExit() == 0)
    #expect(shown.shows("the pager") && shown.transcript.count { !$0.isEmpty } <= 4)
    #expect(try desk.huddle(["show"], with: paged).output.contains("the pager") == false)
    let settings: [String: String?] = [
      "VISUAL": "\(folder.path("visual")) --wait", "EDITOR": "false",
    ]
    let keys = Keyboard(desk, try desk.terminal("run", "pre-mortem", with: settings))
    try keys.begin(at: "project>")
    try keys.press("\u{18}\u{5}", gives: "project> from VISUAL")
    try keys.type("", at: "people>")
    try keys.type("Ana, Bo", at: "lead>")
    try keys.type("/editor", at: "lead> from VISUAL")
    try keys.leave("\u{15}/quit\r")
  }

  @Test func `12 no socket is ever asked for`() throws {
    let desk = try Desk()
    guard try desk.shell("strace -V >/dev/null 2>&1").status == 0 else { return }
    let path = BuiltProduct.path("huddle")
    let answers = Fixtures.answers(of: "pre-mortem")
    let ended = try desk.shell(
      """
      for command in "run pre-mortem --answers \(answers)" "list" "show" "export --all" "verify" ; do
        strace -f -o trace -e trace=network '\(path)' $command >/dev/null || exit
        cat trace >>traces
      done
      """)
    #expect(ended.status == 0, "\(ended.errors)")
    let calls = try Disk.text("\(desk.work)/traces").split(separator: "\n")
      .filter { !$0.contains("+++ exited") && !$0.contains("--- SIG") }
    #expect(calls == [])
  }

  @Test func `13 the manual and the completions are read by what reads them, and installed`() throws
  {
    let desk = try Desk()
    let checks = [
      ("groff", "huddle manual >huddle.1 && groff -man -ww -z huddle.1 2>&1"),
      ("man", "huddle manual >huddle.1 && man -l huddle.1 2>&1 >page && grep -q resume page"),
      ("bash", "huddle completions bash >script && bash -n script"),
      ("zsh", "huddle completions zsh >script && zsh -n script"),
      ("fish", "huddle completions fish >script && fish -n script"),
    ]
    for (program, line) in checks {
      guard try desk.shell("command -v \(program) >/dev/null").status == 0 else { continue }
      let ended = try desk.shell(line, with: ["MANWIDTH": "80"])
      #expect(ended.status == 0 && ended.output + ended.errors == "", "\(program): \(ended)")
    }
    try installed(desk)
  }

  private func installed(_ desk: Desk) throws {
    let stage = desk.folder.path("stage")
    let settings: [String: String?] = [
      "DESTDIR": stage, "PREFIX": "/usr", "BINARY": BuiltProduct.path("huddle"),
    ]
    try Disk.makeFolder("\(stage)/usr/bin")
    try Disk.write("", to: "\(stage)/usr/bin/other")
    let script = "\(Fixtures.root)/Scripts/install"
    let put = try desk.shell("'\(script)'", with: settings)
    #expect(put.status == 0, "\(put.errors)")
    let files = try Disk.tree(stage).filter { !$0.hasSuffix("/") }
    #expect(
      Set(files) == [
        "usr/bin/huddle", "usr/bin/other", "usr/share/doc/huddle/LICENSE",
        "usr/share/man/man1/huddle.1", "usr/share/bash-completion/completions/huddle",
        "usr/share/zsh/site-functions/_huddle", "usr/share/fish/vendor_completions.d/huddle.fish",
      ])
    let runs = try desk.shell("'\(stage)/usr/bin/huddle' version")
    #expect(runs.output == (try desk.huddle("version")).output)
    #expect(try desk.shell("'\(script)' uninstall", with: settings).status == 0)
    #expect(try Disk.tree(stage).filter { !$0.hasSuffix("/") } == ["usr/bin/other"])
  }
}
