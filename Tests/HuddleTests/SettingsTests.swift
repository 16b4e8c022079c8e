import TestSupport
import Testing

/// Settings that cannot be what their owner meant, and a home that is not what it should be.
@Suite struct SettingsTests {
  @Test(
    arguments: [
      ("TZ", "Nowhere/Else", 78), ("TZ", "Europe", 78), ("TZ", "/etc/passwd", 78), ("TZ", "UTC", 0),
      ("TZ", "", 0), ("TZ", "CET-1CEST,M3.5.0,M10.5.0/3", 0), ("TZ", "<+0330>-3:30", 0),
      ("TZ", ":UTC", 0), ("COLUMNS", "abc", 78), ("COLUMNS", "-4", 78), ("COLUMNS", "80 ", 78),
      ("COLUMNS", "0", 0), ("COLUMNS", "", 0), ("COLUMNS", "99999999999", 0), ("HOME", "ana", 78),
      ("HOME", "", 0),
    ] as [(String, String, Int32)])
  func `are refused in one line, and nothing else happens`(
    _ name: String, _ value: String, _ status: Int32
  ) throws {
    let desk = try Desk()
    let ended = try desk.huddle(["list"], with: [name: value])
    #expect(ended.status == status, "\(ended.errors)")
    guard status != 0 else { return }
    #expect(ended.output == "" && ended.errors.hasPrefix("huddle: \(name) is “\(value)”"))
    #expect(ended.errors.split(separator: "\n").count == 1, "\(ended.errors)")
  }

  @Test func `a zone of this machine is known`() throws {
    guard Disk.exists("/usr/share/zoneinfo/Europe/Oslo") else { return }
    let desk = try Desk()
    for zone in ["Europe/Oslo", ":Europe/Oslo", "/usr/share/zoneinfo/Europe/Oslo"] {
      #expect(try desk.huddle(["list"], with: ["TZ": zone]).status == 0, "\(zone)")
    }
    let ended = try desk.huddle(
      ["list"], with: ["TZ": "Lummerland", "TZDIR": "/usr/share/zoneinfo"])
    #expect(ended.status == 78)
  }

  @Test func `a meeting needs no state folder, to begin or to go on`() throws {
    let desk = try Desk()
    try Disk.write(SmallMeeting.playbook, to: "\(desk.work)/small.yaml")
    try Disk.write("a file", to: desk.folder.path("state"))
    let state: [String: String?] = ["XDG_STATE_HOME": desk.folder.path("state")]
    let begun = try desk.huddle(
      ["run", "small.yaml", "--project", "Apollo"], input: "Ana, Bo\nit\n", with: state)
    #expect(begun.status == 0 && begun.errors.contains("answers are saved as ever"))
    for _ in 0..<2 {
      let resumed = try desk.huddle(["resume"], input: "more\n/quit\n", with: state)
      #expect(resumed.status == 0 && resumed.output.contains("What else?"), "\(resumed.errors)")
    }
    let terminal = try desk.terminal(["resume"], with: state)
    try terminal.waitFor("more>")
    terminal.send("half typed\u{3}")
    try terminal.waitFor("Nothing is lost")
    try terminal.waitFor("more> half typed")
    // It was told when the meeting went on, and once is enough.
    #expect(!terminal.shows("Half-typed words are not kept"))
    terminal.send("\u{15}/quit\r")
    #expect(try terminal.waitForExit() == 0)
    // Whoever has a name again is not taken for another machine.
    let later = try desk.huddle("resume", input: "/quit\n")
    #expect(later.status == 0 && !later.output.contains("another machine"), "\(later.output)")
    #expect(try desk.huddle("show", "--json").output.contains("\"it\""))
  }

  @Test func `without a home the account's own is taken, and never the root folder`() throws {
    let desk = try Desk()
    let ended = try desk.huddle(["list"], with: ["HOME": nil, "HUDDLE_FOLDER": nil])
    #expect(ended.status == 0 && !ended.output.contains("in /.local"), "\(ended.output)")
  }

  @Test func `init prints a line that a shell takes as it stands`() throws {
    let desk = try Desk()
    for name in [".", "with blanks", "it's", "-dash", "plain"] {
      try Disk.makeFolder("\(desk.work)/in")
      let made = try desk.huddle(["init", "--", name])
      let line = try #require(made.lines.last?.split(separator: " ").first.map(String.init))
      #expect(line == "export", "\(made.output)")
      let taken = try desk.shell("\(made.lines.last ?? ""); cd / && huddle list")
      #expect(taken.status == 0 && taken.output.contains("No sessions in /"), "\(taken.output)")
      let folder = name == "." ? desk.work : "\(desk.work)/\(name)"
      #expect(taken.output.contains(folder + "."), "\(taken.output)")
    }
  }
}
