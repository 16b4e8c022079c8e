import TestSupport
import Testing

/// What a command owes to its surroundings: colour, width, languages, folders, other programs.
@Suite struct SurroundingsTests {
  private static let looking = [
    ["help"], ["help", "run"], ["list"], ["show"], ["actions"], ["playbooks"], ["verify"],
    ["check", "pre-mortem"], ["explain", "P203"], ["rnu"],
  ]

  // MARK: Colour

  @Test func `colour goes to terminals only, unless it is forced or refused`() throws {
    let desk = try Desk()
    try desk.play("pre-mortem")
    for command in Self.looking + [[]] {
      for settings: [String: String?] in [
        [:], ["TERM": "xterm-256color"], ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"],
        ["CLICOLOR_FORCE": "0"],
      ] {
        let ended = try desk.huddle(command, with: settings)
        let codes = (ended.output + ended.errors).contains("\u{1b}")
        #expect(!codes, "\(command) \(settings)")
      }
    }
    let forced = try desk.huddle("help", with: ["CLICOLOR_FORCE": "1"])
    #expect(forced.output.contains("\u{1b}[36m"))
  }

  @Test(
    arguments: [
      ("colour", [:], true), ("NO_COLOR", ["NO_COLOR": "1"], false),
      ("an empty NO_COLOR", ["NO_COLOR": ""], true), ("CLICOLOR=0", ["CLICOLOR": "0"], false),
      ("TERM=dumb", ["TERM": "dumb"], false),
    ] as [(String, [String: String?], Bool)])
  func `a terminal shows colour unless its owner says no`(
    _ name: String, _ settings: [String: String?], _ isColoured: Bool
  ) throws {
    let desk = try Desk()
    let terminal = try desk.terminal("help", with: settings)
    #expect(try terminal.waitForExit() == 0)
    let text = String(decoding: terminal.bytes, as: UTF8.self)
    #expect(["31", "32", "33", "36"].contains { text.contains("\u{1b}[\($0)m") } == isColoured)
    if settings["TERM"] == "dumb" { #expect(!text.contains("\u{1b}")) }
  }

  @Test func `a dumb terminal gets a whole meeting without one escape code`() throws {
    let desk = try Desk()
    let terminal = try desk.terminal(
      "run", "pre-mortem", "--project", "Apollo", "--with", "Ana, Bo", with: ["TERM": "dumb"])
    try terminal.waitFor("lead>")
    terminal.send("Ana\n")
    try terminal.waitFor("sponsor>")
    terminal.send("/quit\n")
    #expect(try terminal.waitForExit() == 0)
    #expect(!terminal.bytes.contains(0x1b))
  }

  // MARK: Width

  @Test func `forty columns are enough`() throws {
    let desk = try Desk()
    for meeting in GoldenMeetingTests.meetings { try desk.play(meeting) }
    let narrow: [String: String?] = ["COLUMNS": "40"]
    let names = try Disk.names(desk.sessions).map { String($0.dropLast(6)) }
    let standard = ["minutes", "summary", "actions", "decisions", "risks"]
    let own = { (name: String) in
      GoldenMeetingTests.documents.first { name.contains("-\($0.key)-") }?.value ?? []
    }
    let commands =
      [["help"], ["list"], ["playbooks"], ["actions"]]
      + CommandLineTests.commands.map { ["help", $0] }
      + names.flatMap { name in (own(name) + standard).map { ["show", name, "--document", $0] } }
    for command in commands {
      let ended = try desk.huddle(command, with: narrow)
      #expect(ended.status == 0, "\(command): \(ended.errors)")
      #expect(tooWide(ended.output, 40) == [], "\(command)")
    }
  }

  /// Short lines, so that what is too wide is the program's doing.
  private static let meeting = [
    "Ana, Bo", "Ana", "Bo", "A list of risks", "Move the shop", "1 May 2027", "The bank is late",
    "", "bank late", "no testers", "", "", "1 Bank", "2 Tests", "", "", "ana 1 1 2", "bo 2 2 1",
    "33", "call the bank, ana fri", "", "22", "Go live in March", "", "y", "y", "it is signed", "4",
    "in 4 weeks", "",
  ]

  @Test func `a meeting through a pipe fits forty columns`() throws {
    let desk = try Desk()
    let ended = try desk.huddle(
      ["run", "pre-mortem", "--project", "Apollo"],
      input: Self.meeting.joined(separator: "\n") + "\n", with: ["COLUMNS": "40"])
    #expect(ended.status == 0)
    #expect(ended.output.contains("lead>"))
    #expect(ended.output.contains("Finished in 0 of 60 min"), "\(ended.output)")
    #expect(tooWide(ended.output, 40) == [])
  }

  // MARK: Languages

  @Test(arguments: ["C", "POSIX", "xx_YY.UTF-8", "en_US.ISO-8859-1", ""])
  func `any locale keeps every letter`(_ locale: String) throws {
    let words = "naïve 日本"
    let desk = try Desk()
    let settings: [String: String?] = ["LC_ALL": locale, "LANG": locale]
    let terminal = try desk.terminal(
      "run", "pre-mortem", "--project", words, "--with", "Zoë, 明", with: settings)
    try terminal.waitFor("lead>")
    terminal.send("Zoë\r")
    try terminal.waitFor("sponsor>")
    terminal.send("\r")
    try terminal.waitFor("aim>")
    terminal.send("\u{15}\(words)!\r")
    try terminal.waitFor("goal>")
    terminal.send("/quit\r")
    #expect(try terminal.waitForExit() == 0)
    let listed = try desk.huddle("list", with: settings)
    #expect(listed.output.contains(words))
    let shown = try desk.huddle("show", with: settings)
    #expect(shown.output.contains(words + "!"), "\(shown.output)")
    #expect(shown.output.contains("Zoë") && shown.output.contains("明"))
  }

  // MARK: Folders

  @Test func `files go where the base directories say, and nobody else can read them`() throws {
    let desk = try Desk(keepsSessionsAtHome: true)
    try desk.play("pre-mortem")
    #expect(try Disk.names("\(desk.home)/.local/share/huddle/sessions").count == 1)
    let terminal = try desk.terminal(
      "run", "pre-mortem", "--project", "Apollo", "--with", "Ana, Bo")
    try terminal.waitFor("lead>")
    terminal.send("Ana\r")
    try terminal.waitFor("sponsor>")
    terminal.send("half a na")
    terminal.settle(milliseconds: 900)
    terminal.send("\u{3}")
    try terminal.waitFor("Nothing is lost")
    terminal.send("\u{15}/quit\r")
    #expect(try terminal.waitForExit() == 0)
    #expect(try Disk.names(desk.home) == [".local"])
    #expect(try Disk.names("\(desk.home)/.local") == ["share", "state"])
    #expect(try Disk.names("\(desk.home)/.local/share") == ["huddle"])
    #expect(try Disk.names("\(desk.home)/.local/state") == ["huddle"])
    for path in try Disk.tree("\(desk.home)/.local") where path.contains("huddle/") {
      let mode = try Disk.mode("\(desk.home)/.local/\(path)")
      #expect(mode == (path.hasSuffix("/") ? 0o700 : 0o600), "\(path)")
    }
    #expect(try Disk.names(desk.work) == [])
  }

  @Test func `the base directories can be elsewhere`() throws {
    let desk = try Desk(keepsSessionsAtHome: true)
    desk.environment["XDG_DATA_HOME"] = desk.folder.path("data")
    desk.environment["XDG_STATE_HOME"] = desk.folder.path("state")
    try desk.play("pre-mortem")
    let terminal = try desk.terminal()
    try terminal.waitFor("huddle>")
    terminal.send("list\r")
    try terminal.waitFor("closed")
    terminal.send("quit\r")
    #expect(try terminal.waitForExit() == 0)
    #expect(try Disk.names(desk.folder.path("data/huddle/sessions")).count == 1)
    #expect(try Disk.names(desk.folder.path("state/huddle")).contains("history.jsonl"))
    #expect(try Disk.names(desk.home) == [])
    // A relative path is no base directory.
    let elsewhere = try desk.huddle("list", with: ["XDG_DATA_HOME": "data"])
    #expect(elsewhere.output.contains("\(desk.home)/.local/share"))
  }

  // MARK: Other programs and broken files

  @Test func `a folder that cannot be written to is 73`() throws {
    let desk = try Desk()
    try Disk.write("", to: desk.folder.path("file"))
    var folders = [desk.folder.path("file"), desk.folder.path("file/below"), "/proc/huddle"]
    if !Disk.isPrivileged() {
      try Disk.makeFolder(desk.folder.path("locked"))
      Disk.setMode(desk.folder.path("locked"), 0o500)
      folders.append(desk.folder.path("locked/sessions"))
    }
    for folder in folders {
      let answers = Fixtures.answers(of: "pre-mortem")
      let ended = try desk.huddle("run", "pre-mortem", "--answers", answers, "--folder", folder)
      #expect(ended.status == 73, "\(folder): \(ended.errors)")
      #expect(ended.errors.contains(folder) && ended.output == "", "\(ended.errors)")
    }
    try desk.play("pre-mortem")
    let exported = try desk.huddle("export", "--out", desk.folder.path("file"))
    #expect(exported.status == 73, "\(exported.errors)")
  }

  @Test func `a session that is open elsewhere is 75`() throws {
    let desk = try Desk()
    let terminal = try desk.terminal(
      "run", "pre-mortem", "--project", "Apollo", "--with", "Ana, Bo")
    try terminal.waitFor("lead>")
    let before = try desk.huddle("show").output
    let second = try desk.huddle("resume", input: "Ana\n")
    #expect(second.status == 75, "\(second.errors)")
    #expect(second.errors.contains("open"), "\(second.errors)")
    #expect(try desk.huddle("show").output == before)
    terminal.send("/quit\r")
    #expect(try terminal.waitForExit() == 0)
    #expect(try desk.huddle("resume", input: "Ana\n").status == 0)
  }

  @Test func `a closed session says what can be done with it`() throws {
    let desk = try Desk()
    let path = try desk.play("pre-mortem")
    let name = path.split(separator: "/").last.map { String($0.dropLast(6)) } ?? ""
    let named = try desk.huddle("resume", "2026", input: "\n")
    #expect(named.errors.contains("\(name) is closed") && named.errors.contains("huddle show"))
    let unnamed = try desk.huddle("resume", input: "\n")
    #expect(unnamed.errors.contains("every session") && unnamed.errors.contains("closed"))
    #expect(unnamed.status == 66 && named.status == 65)
  }

  @Test func `a damaged session is 65, and stays as it is`() throws {
    let desk = try Desk()
    let terminal = try desk.terminal(
      "run", "pre-mortem", "--project", "Apollo", "--with", "Ana, Bo")
    try terminal.waitFor("lead>")
    terminal.send("/quit\r")
    #expect(try terminal.waitForExit() == 0)
    let path = "\(desk.sessions)/\(try Disk.names(desk.sessions)[0])"
    let sound = try Disk.text(path)
    for damage in ["\"Ana\"", "session.opened", "\"n\":3,"] {
      let bad = sound.replacing(damage, by: damage.replacing("n", by: "m"))
      #expect(bad != sound)
      try Disk.write(bad, to: path)
      for command in [["resume"], ["verify"]] {
        let ended = try desk.huddle(command, input: "Ana\n")
        #expect(ended.status == 65, "\(command) \(damage): \(ended.output)\(ended.errors)")
        #expect((ended.output + ended.errors).contains("line ") || ended.errors.contains(".jsonl:"))
      }
      #expect(try Disk.text(path) == bad)
    }
  }
}
