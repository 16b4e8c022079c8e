import TestSupport
import Testing

@Test func `a paste of fourteen lines is one answer`() throws {
  let terminal = try probe("multi")
  let lines = (1...14).map { "point \($0)" }
  terminal.send("\u{1b}[200~" + lines.joined(separator: "\r") + "\u{1b}[201~")
  try terminal.waitFor("point 14")
  #expect(terminal.screen[0] == "id> point 1")
  terminal.send("\r")
  let wanted = "line(\"" + lines.joined(separator: "\\n") + "\", pasted: true)"
  try terminal.waitFor(wanted)
}

@Test func `a paste taller than the window waits as one character`() throws {
  let terminal = try probe("multi", rows: 10, columns: 60)
  let lines = (1...40).map { "point \($0)" }
  terminal.send("before \u{1b}[200~" + lines.joined(separator: "\r") + "\u{1b}[201~")
  try terminal.waitFor("40 lines wait here")
  terminal.send(" after\r")
  let wanted = "line(\"before " + lines.joined(separator: "\\n") + " after\", pasted: true)"
  try terminal.waitFor(wanted)
}

@Test func `what is killed can be yanked again and again`() throws {
  let terminal = try probe(rows: 6, columns: 20)
  let text = String(repeating: "x", count: 60)
  terminal.send(text + "\u{1}\u{b}")
  for _ in 0..<4 { terminal.send("\u{19}") }
  terminal.settle()
  terminal.send("\u{1}\u{b}done\r")
  try terminal.waitFor("line(\"done\"")
}

@Test func `a window that changes its size keeps the line`() throws {
  let terminal = try probe(rows: 24, columns: 80)
  let text = String(repeating: "word ", count: 30) + "end"
  terminal.send(text)
  try terminal.waitFor("end")
  for (rows, columns) in [(24, 30), (5, 30), (3, 20), (24, 80), (4, 12), (10, 100)] {
    terminal.resize(rows: rows, columns: columns)
    terminal.settle()
  }
  terminal.send("!\r")
  try terminal.waitFor("line(\"\(text)!\", pasted: false)")
}

/// Terminals join the rows of one line by how they were written: a row that ends in a blank, too.
@Test func `a window that grows wider leaves no stale row`() throws {
  let terminal = try probe(rows: 24, columns: 80)
  let text =
    "a line of short words that goes on and on until it has to be broken somewhere by margins"
  terminal.send(text)
  try terminal.waitFor("margins")
  for width in [60, 70, 100, 43, 47, 48, 49, 50, 51, 52, 53, 54, 120, 40, 200] {
    terminal.resize(rows: 24, columns: width)
    terminal.settle(milliseconds: 60)
    let prompts = terminal.screen.filter { $0.hasPrefix("id> ") }
    #expect(prompts.count == 1, "in \(width): \(terminal.screen.filter { !$0.isEmpty })")
  }
  terminal.send("!\r")
  try terminal.waitFor("line(\"\(text)!\"")
}

@Test func `a line is drawn once, whatever the window does`() throws {
  let terminal = try probe(rows: 24, columns: 80)
  terminal.send("first\r")
  try terminal.waitUntil("the next prompt") { $0.cursor == (2, 4) }
  terminal.send(String(repeating: "word/", count: 30) + "end\u{1b}b")
  try terminal.waitUntil("the cursor before the last word") { $0.cursor == (3, 74) }
  for (rows, columns) in [(24, 30), (24, 61), (12, 31), (24, 80), (24, 200)] {
    terminal.resize(rows: rows, columns: columns)
    // A window that changes while it is being drawn is another matter.
    terminal.settle(milliseconds: 300)
    let prompts = terminal.transcript.filter { $0.hasPrefix("id> ") && !$0.contains("first") }
    #expect(prompts == ["id> " + String(repeating: "word/", count: 30) + "end"])
    #expect(terminal.transcript.contains("line(\"first\", pasted: false)"))
  }
}

@Test func `vi's keys work with an editrc`() throws {
  let home = TemporaryFolder()
  home.write("bind -v\n", to: ".editrc")
  let cases: [([String], String)] = [
    (["one two", "\u{1b}", "bdwa", "three\r"], "one three"),
    (["abc", "\u{1b}", "0x$x\r"], "b"),
    (["one", "\u{1b}[D\u{1b}[D", "X\r"], "oXne"),
    (["naïve", "\u{1b}", "0i\u{1b}[200~pasted \u{1b}[201~\r"], "pasted naïve"),
    (["one two", "\u{1b}", "0dw", "\u{1b}", "P", "\r"], "one two"),
  ]
  for (keys, line) in cases {
    let terminal = try probe(environment: ["HOME": home.path])
    for piece in keys {
      terminal.send(piece)
      terminal.settle()
    }
    try terminal.waitFor("line(\"\(line)\"", seconds: 5)
  }
}

@Test func `lines of Alt-Enter go to the editor and come back as lines`() throws {
  let home = TemporaryFolder()
  home.write("#!/bin/sh\necho three >> \"$1\"\n", to: "editor")
  home.makeExecutable("editor")
  for keys in ["", "bind -v\n"] {
    home.write(keys, to: "settings")
    let terminal = try probe(
      "multi",
      environment: [
        "VISUAL": "\(home.path)/editor", "PATH": "/usr/bin:/bin", "EDITRC": home.path("settings"),
      ])
    terminal.send("one\u{1b}\rtwo")
    try terminal.waitUntil("two lines") { $0.screen[1] == "two" }
    // In vi's command mode it is v.
    terminal.send(keys.isEmpty ? "\u{18}\u{5}" : "\u{1b}")
    if !keys.isEmpty {
      terminal.settle()
      terminal.send("v")
    }
    try terminal.waitUntil("three lines") { $0.screen.contains("three") }
    terminal.send(keys.isEmpty ? "\r" : "\u{1b}")
    terminal.settle()
    terminal.send("\r")
    try terminal.waitFor("line(\"one\\ntwo\\nthree\", pasted: true)")
  }
}

@Test func `an editrc can turn editing off`() throws {
  let home = TemporaryFolder()
  home.write("edit off\n", to: ".editrc")
  let terminal = try probe("prefill=plan", environment: ["HOME": home.path])
  terminal.send("\r")
  try terminal.waitFor("line(\"plan\"")
}

@Test func `the editor that VISUAL names gets the line, and gives it back`() throws {
  let home = TemporaryFolder()
  home.write("#!/bin/sh\nprintf '%s, edited' \"$(cat \"$2\")\" > \"$2\"\n", to: "editor")
  home.makeExecutable("editor")
  let terminal = try probe(
    environment: ["VISUAL": "\(home.path)/editor -n", "EDITOR": "false", "PATH": "/usr/bin:/bin"])
  terminal.send("half \u{18}\u{5}")
  try terminal.waitFor("half , edited")
  terminal.send("!\r")
  try terminal.waitFor("line(\"half , edited!\"")
}

@Test func `what was typed is found again by the next program`() throws {
  let home = TemporaryFolder()
  for (keys, line) in [("first\r", "first"), ("\u{1b}[A!\r", "first!")] {
    let terminal = try probe("history=\(home.path("history"))")
    terminal.send(keys)
    try terminal.waitFor("line(\"\(line)\"")
  }
  #expect(
    home.read("history") == """
      {"kind":"test","text":"first"}
      {"kind":"test","text":"first!"}

      """)
}

@Test func `the window's closing keeps the draft and ends the program`() throws {
  let folder = TemporaryFolder()
  let terminal = try probe("report=\(folder.path("report"))")
  terminal.send("half a tho")
  try terminal.waitFor("half a tho")
  terminal.closeWindow()
  #expect(try terminal.waitForExit() == 0)
  #expect(folder.read("report")?.contains("hungUp(draft: \\\"half a tho\\\")") == true)
}

/// Keys at random, in both kinds of keys and small windows: whatever happens, it ends when told.
@Test(arguments: [("emacs", 3, 20), ("vi", 3, 20), ("emacs", 24, 80), ("vi", 8, 33)])
func `no keys crash`(keys: String, rows: Int, columns: Int) throws {
  let home = TemporaryFolder()
  home.write(keys == "vi" ? "bind -v\n" : "", to: ".editrc")
  let terminal = try PseudoTerminal(
    command: BuiltProduct.path("console-probe"), arguments: ["multi"],
    environment: ["HOME": home.path, "VISUAL": "true"], rows: rows, columns: columns)
  try terminal.waitFor("id>")
  let pool = [
    "a", "word ", "日本", "é", "e\u{301}", "😀", "\u{1}", "\u{5}", "\u{2}", "\u{6}", "\u{b}", "\u{15}",
    "\u{17}", "\u{19}", "\u{14}", "\u{c}", "\u{10}", "\u{e}", "\u{7f}", "\t", "/p\t", "\r",
    "\u{1b}",
    "\u{1b}b", "\u{1b}d", "\u{1b}9", "\u{1b}\r", "\u{1b}[A", "\u{1b}[B", "\u{1b}[D", "\u{1b}[3~",
    "\u{12}wo", "\u{1b}[200~pasted text \r of lines\u{1b}[201~", "\u{16}", "\u{18}\u{18}", "p", "P",
    ".",
    "3", "dd", "yy", "u", "\u{1b}[1;5C", "x", "v", "cw", "ry", "~", "\u{1c8}", "U", "G", "/wo\r",
    "n",
    String(repeating: "long text ", count: 12),
  ]
  var state = UInt64(rows * columns + keys.count)
  for step in 0..<1_200 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    terminal.send(pool[Int(state >> 33) % pool.count])
    if step % 10 == 9 { terminal.settle(milliseconds: 4) }
    if step % 97 == 96 {
      let (height, width) = [(3, 20), (rows, columns), (5, 13), (30, 120)][Int(state >> 40) % 4]
      terminal.resize(rows: height, columns: width)
    }
  }
  terminal.settle()
  terminal.kill(15)
  try terminal.waitFor("terminated(draft:")
  #expect(try terminal.waitForExit() == 0)
}
