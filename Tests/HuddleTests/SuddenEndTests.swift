import TestSupport
import Testing

/// However a meeting ends in its middle, the next one to open it finds the very same place.
@Suite struct SuddenEndTests {
  private func begin() throws -> (Desk, Keyboard) {
    let desk = try Desk()
    try Disk.write(SmallMeeting.playbook, to: "\(desk.work)/small.yaml")
    let keys = Keyboard(
      desk, try desk.terminal("run", "small.yaml", "--project", "Apollo", "--with", "Ana, Bo"))
    try keys.begin(at: "what>")
    return (desk, keys)
  }

  @Test(arguments: [1, 15] as [Int32])
  func `a signal keeps what was half typed`(_ signal: Int32) throws {
    let (_, keys) = try begin()
    try keys.press("half a naïve 日本 li", gives: "what> half a naïve 日本 li")
    keys.terminal.kill(signal)
    #expect(try keys.terminal.waitForExit() == 128 + signal)
    let again = try keys.resumed(at: "what> half a naïve 日本 li")
    try again.type("ne", at: "more>")
    try again.leave("/quit\r")
  }

  @Test func `a pipe that ends at once leaves what was half typed`() throws {
    let (desk, keys) = try begin()
    try keys.press("half a line", gives: "what> half a line")
    keys.terminal.kill(15)
    _ = try keys.terminal.waitForExit()
    for _ in 1...2 {
      let shown = try desk.huddle("resume")
      #expect(shown.output.contains("Now: half a line"), "\(shown.output)")
    }
  }

  @Test func `a dead battery keeps a half-typed cell`() throws {
    let desk = try Desk()
    try Disk.write(
      SmallMeeting.playbook
        + "      - {ask: To do?, id: todo, kind: table, columns: {step: text, owner: person}}\n",
      to: "\(desk.work)/small.yaml")
    let keys = Keyboard(
      desk, try desk.terminal("run", "small.yaml", "--project", "Apollo", "--with", "Ana, Bo"))
    try keys.begin(at: "what>")
    for prompt in ["more>", "why>", "todo>"] { try keys.type("", at: prompt) }
    try keys.type("draft it", at: "to1 owner>")
    try keys.press("somebo", gives: "to1 owner> somebo")
    keys.terminal.settle(milliseconds: 700)
    keys.terminal.kill(9)
    #expect(try keys.terminal.waitForExit() == 137)
    // The row is there, and its owner is asked for again, with what was half typed.
    let again = try keys.resumed(at: "to1 owner> somebo")
    try again.send("\u{15}bo\r", says: "draft it · Bo", at: "todo>")
    try again.leave("/quit\r")
  }

  @Test func `a closed window keeps what was half typed`() throws {
    let (_, keys) = try begin()
    try keys.press("half a line", gives: "what> half a line")
    keys.terminal.closeWindow()
    _ = try keys.terminal.waitForExit()
    let again = try keys.resumed(at: "what> half a line")
    try again.leave("\u{15}/quit\r")
  }

  @Test func `Ctrl-C keeps the line and the meeting, Ctrl-D leaves it for later`() throws {
    let (_, keys) = try begin()
    try keys.press("half", gives: "what> half")
    try keys.send("\u{3}", says: "Nothing is lost", at: "what> half")
    try keys.send("\u{3}", says: "Nothing is lost", at: "what> half")
    try keys.press("\u{15}", gives: "what>")
    try keys.leave("\u{4}")
    #expect(keys.terminal.shows("huddle resume comes back"))
    _ = try keys.resumed(at: "what>")
  }

  @Test func `what was acknowledged outlives the process, killed that instant`() throws {
    var (desk, keys) = try begin()
    try keys.type("it", at: "more>")
    let words = (1...6).map { "entry number \($0)" }
    for (number, entry) in words.enumerated() {
      // The acknowledgement is the entry's number; the prompt after it is not awaited.
      keys.terminal.send("\(entry)\r")
      try keys.terminal.waitUntil("\(number + 1)") { terminal in
        terminal.transcript.contains { $0 == "   \(number + 1)" }
      }
      keys.terminal.kill(9)
      #expect(try keys.terminal.waitForExit() == 137)
      keys = try keys.resumed(at: "more>")
    }
    try keys.leave("/quit\r")
    let shown = try desk.huddle("show").output
    for entry in words { #expect(shown.contains(entry), "\(shown)") }
    let verified = try desk.huddle("verify")
    #expect(verified.status == 0, "\(verified.output)")
  }

  @Test func `the terminal is given back as it was found`() throws {
    let desk = try Desk()
    let line = "stty -a >before; \"$1\" list; \"$1\"; stty -a >after; cmp before after && echo same"
    let terminal = try PseudoTerminal(
      command: "/bin/sh",
      arguments: ["-c", "cd '\(desk.work)'; \(line)", "sh", BuiltProduct.path("huddle")],
      environment: desk.environment)
    try terminal.waitFor("huddle>")
    terminal.send("list\r")
    try terminal.waitUntil("a second prompt") { terminal in
      terminal.transcript.count { $0.hasPrefix("huddle>") } == 2
    }
    terminal.send("quit\r")
    #expect(try terminal.waitForExit() == 0)
    #expect(terminal.shows("same"))
    #expect(terminal.bytes.suffix(200).firstRange(of: Array("\u{1b}[?2004l".utf8)) != nil)
  }

  @Test func `a shell stops a meeting with Ctrl-Z, works, and brings it back as it was`() throws {
    let desk = try Desk()
    guard Disk.exists("/bin/bash") else { return }
    try Disk.write(SmallMeeting.playbook, to: "\(desk.work)/small.yaml")
    var settings = desk.settings(["PS1": "$ ", "HISTFILE": ""])
    settings["SOURCE_DATE_EPOCH"] = nil
    let terminal = try PseudoTerminal(
      command: "/bin/bash", arguments: ["--norc", "--noprofile", "-i"], environment: settings,
      rows: 40, columns: 100)
    try terminal.waitFor("$")
    let huddle = BuiltProduct.path("huddle")
    terminal.send("cd '\(desk.work)'; '\(huddle)' run small.yaml --project A --with 'Ana, Bo'\r")
    try terminal.waitFor("what>")
    terminal.send("half a naïve li")
    try terminal.waitFor("what> half a naïve li")
    terminal.send("\u{1a}")
    try terminal.waitFor("Stopped")
    terminal.send("echo $((6 * 7)) && stty -a | tr ' ' '\\n' | grep -x echo\r")
    try terminal.waitUntil("the shell's own echo") { terminal in
      terminal.transcript.contains("42") && terminal.transcript.contains("echo")
    }
    terminal.send("fg\r")
    try terminal.waitUntil("the line again") { terminal in
      terminal.screen[terminal.cursor.row] == "what> half a naïve li"
    }
    terminal.send("ne\r")
    try terminal.waitFor("more>")
    terminal.send("/quit\r")
    // What is typed before the shell has the terminal back would be nobody's.
    try terminal.waitUntil("the shell") { $0.screen[$0.cursor.row].hasPrefix("$") }
    #expect(terminal.shows("huddle resume comes back"))
    terminal.send("exit\r")
    #expect(try terminal.waitForExit() == 0)
  }

  @Test func `keys that are typed ahead of a prompt reach it whole`() throws {
    let (_, keys) = try begin()
    // Three answers and a correction before the first of them is done.
    keys.terminal.send("first answer\rwrong\u{15}one\rtwo\r\rbecause\r")
    try keys.terminal.waitFor("Everything is asked")
    try keys.terminal.waitUntil("the closing") { _ in keys.line.hasPrefix("close>") }
    for shown in ["   1", "   2"] { #expect(keys.terminal.transcript.contains(shown)) }
    #expect(!keys.terminal.shows("wrongone"))
    try keys.leave("\r")
  }
}
