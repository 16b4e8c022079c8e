import TestSupport
import Testing

/// huddle at home: the prompt without a meeting.
@Suite struct HomeTests {
  private func begin(_ desk: Desk) throws -> Keyboard {
    let keys = Keyboard(desk, try desk.terminal())
    try keys.begin(at: "huddle>")
    return keys
  }

  @Test func `what can be resumed stands first, then what can be run`() throws {
    let desk = try Desk()
    let meeting = try desk.terminal(
      "run", "pre-mortem", "--project", "Apollo", "--with", "Ana, Bo")
    try meeting.waitFor("lead>")
    meeting.send("/quit\r")
    #expect(try meeting.waitForExit() == 0)
    let keys = try begin(desk)
    let shown = keys.terminal.transcript.filter { !$0.isEmpty }
    #expect(shown[0] == "To resume:")
    #expect(shown[1].contains("apollo-pre-mortem") && shown[1].contains("open"))
    #expect(shown[2] == "Or start one:" && shown[3].hasPrefix("  run "))
    try keys.type("resume", says: "Apollo pre-mortem", at: "lead>")
    try keys.type("/quit", says: "Saved", at: "huddle>")
    try keys.leave("quit\r")
  }

  /// What is typed, and what the line is after a Tab.
  private static let completions = [
    ("resu\t", "huddle> resume"), ("playb\t", "huddle> playbooks"),
    ("run pro\t", "huddle> run project-reset"),
    ("list --js\t", "huddle> list --json"),
    ("show 2026-11-20-ap\t", "huddle> show 2026-11-20-apollo-pre-mortem-"),
    ("run pre-mortem --project Ap\t", "huddle> run pre-mortem --project Apollo"),
    ("run pre-mortem --project \"Tick\t", "huddle> run pre-mortem --project \"Ticket routing\""),
    ("actions --owner D\t", "huddle> actions --owner D"), ("explain P20\t", "huddle> explain P20"),
    ("export Tick\t", "huddle> export \"Ticket routing\""),
    ("export --format mad\t", "huddle> export --format madr"),
    ("check sub\t", "huddle> check subfolder/"),
    ("check subfolder/\t", "huddle> check subfolder/ours.yaml"),
    ("completions fi\t", "huddle> completions fish"),
    ("playbooks show pre\t", "huddle> playbooks show pre-mortem"),
    ("help che\t", "huddle> help check"),
  ]

  @Test func `Tab completes commands, options and what they take`() throws {
    let desk = try Desk()
    for meeting in ["pre-mortem", "project-reset"] { try desk.play(meeting) }
    try Disk.makeFolder("\(desk.work)/subfolder")
    try Disk.write("", to: "\(desk.work)/subfolder/ours.yaml")
    let keys = try begin(desk)
    for (typed, line) in Self.completions {
      keys.terminal.send(typed)
      try keys.terminal.waitUntil("“\(line)” after \(typed)") { _ in keys.line.hasPrefix(line) }
      try keys.press("\u{5}\u{15}", gives: "huddle>")
    }
    // What is possible is listed below, each with a few words of what it is.
    try keys.press("re\t", gives: "huddle> re")
    for words in ["resume", "go on with a meeting", "redact", "reference"] {
      try keys.terminal.waitUntil("“\(words)”") { $0.screen.contains { $0.contains(words) } }
    }
    try keys.leave("\u{15}\u{4}")
  }

  @Test func `a slip of the finger is told, and the line comes back to be mended`() throws {
    let keys = try begin(try Desk())
    try keys.type("lsit", says: "did you mean list?", at: "huddle> lsit")
    try keys.type("\u{15}qiut", says: "did you mean quit?", at: "huddle> qiut")
    try keys.type("\u{15}run \"pre", says: "not closed", at: "huddle> run \"pre")
    try keys.type("\u{15}list --jsno", says: "did you mean --json?", at: "huddle> list --jsno")
    try keys.type("\u{15}huddle list", says: "No sessions", at: "huddle>")
    try keys.type("--version", says: "huddle ", at: "huddle>")
    try keys.type("run nothing", says: "no playbook", at: "huddle>")
    try keys.type("", at: "huddle>")
    try keys.send("half\u{3}", says: "quit leaves", at: "huddle>")
    try keys.press("\u{1b}[A", gives: "huddle> run nothing")
    try keys.leave("\u{15}\u{4}")
  }

  @Test func `what is too tall goes to the pager, and the prompt comes back after it`() throws {
    let desk = try Desk()
    try desk.play("pre-mortem")
    desk.folder.write("#!/bin/sh\necho 'the pager'; cat >/dev/null\n", to: "pager")
    desk.folder.makeExecutable("pager")
    desk.environment["PAGER"] = desk.folder.path("pager")
    let keys = Keyboard(desk, try desk.terminal())
    try keys.begin(at: "huddle>")
    try keys.type("show", says: "the pager", at: "huddle>")
    try keys.type("version", says: "huddle ", at: "huddle>")
    try keys.leave("q\r")
  }

  @Test(arguments: [(1, 129), (15, 143)] as [(Int32, Int32)])
  func `a signal ends it with its own status`(_ signal: Int32, _ status: Int32) throws {
    let keys = try begin(try Desk())
    try keys.press("half", gives: "huddle> half")
    keys.terminal.kill(signal)
    #expect(try keys.terminal.waitForExit() == status)
  }

  @Test func `commands come through a pipe as well`() throws {
    let ended = try Desk().huddle([], input: "version\nlsit\nversion\n")
    #expect(ended.status == 0)
    #expect(ended.output.split(separator: "\n").count { $0.hasSuffix("0.1.0") } == 2)
    #expect(ended.errors.contains("did you mean list?"))
  }

  @Test func `a list stands in columns, and below each other where there is no room`() throws {
    let desk = try Desk()
    for (project, people) in [("Apollo", "Ana"), ("日本の計画", "Ana, Bo"), ("X", "Ana, Bo, Cy")] {
      let ended = try desk.huddle(
        "run", "pre-mortem", "--project", project, input: "\(people)\n/quit\n")
      #expect(ended.status == 0, "\(ended.errors)")
    }
    let wide = try desk.huddle(["list"], with: ["COLUMNS": "120"]).lines
    let places = wide.map { line in
      line.firstRange(of: " open ").map { line.distance(from: line.startIndex, to: $0.lowerBound) }
    }
    #expect(wide.count == 3 && Set(places).count == 1, "\(wide)")
    #expect(
      wide.contains { $0.hasSuffix("1 person") } && wide.contains { $0.hasSuffix("2 people") })
    let narrow = try desk.huddle(["list"], with: ["COLUMNS": "40"])
    #expect(
      tooWide(narrow.output, 40) == []
        && narrow.lines.contains("    open · X · Pre-mortem · 3 people"))
  }

  @Test func `help at a prompt leaves the question on a screen of 24 rows`() throws {
    let desk = try Desk()
    let ended = try desk.huddle(
      ["run", "pre-mortem", "--project", "X"],
      input: "Ana, Bo\n\n\n/help\n/help all\n/help move\n/help question\n/quit\n",
      with: ["COLUMNS": "80"])
    let lines = ended.lines
    let asked = lines.indices.filter { lines[$0].hasPrefix("aim> /") }
    #expect(asked.count == 5 && asked[1] - asked[0] <= 20, "\(ended.output)")
    #expect(asked[2] - asked[1] > 40 && lines[asked[2]...].contains { $0.contains("/wrap") })
    #expect(lines[asked[3]...].contains { $0.contains("?? NAME DAY") })
  }

  @Test func `a wall of a closed meeting says so, and names nothing that nobody said`() throws {
    let desk = try Desk()
    try desk.play("pre-mortem")
    let wall = try desk.huddle("wall")
    #expect(wall.output.hasSuffix("This meeting is closed.\n"), "\(wall.output)")
    #expect(wall.output.contains("A1  ") && !wall.output.contains("c1  "), "\(wall.output)")
    let terminal = try desk.terminal("wall")
    try terminal.waitFor("Ctrl-C leaves the wall.")
    terminal.send("\u{3}")
    _ = try terminal.waitForExit()
  }

  @Test func `what is typed to a question back is seen behind it, and what is held is not`() throws
  {
    let desk = try Desk()
    let ended = try desk.huddle(
      ["run", "pre-mortem", "--project", "X"],
      input: "Ana, Bo, Cy\n\n\nwords\n/a Bo signs by 03/12\n1\nGoal\n1 May 2027\nzebra\n/quit\n")
    #expect(ended.output.contains("> 1\n   A1 Bo"), "\(ended.output)")
    #expect(
      ended.output.contains("aim> words") && !ended.output.contains("zebra"), "\(ended.output)")
    let told = ended.output.split(separator: "\n").count {
      $0.contains("what is typed takes its place")
    }
    #expect(told == 1)
  }
}
