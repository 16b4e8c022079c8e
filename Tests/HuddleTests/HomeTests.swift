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
}
