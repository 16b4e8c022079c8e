import TestSupport
import Testing

/// Every length up to twice the window: libedit alone crashes when a line reaches its height.
@Test(arguments: [(24, 80), (3, 20), (5, 11)])
func `no length of text crashes`(rows: Int, columns: Int) throws {
  let terminal = try probe(rows: rows, columns: columns)
  let text = Array(repeating: "abcdefgh日 ", count: rows * columns / 5).joined()
  var typed = 0
  for character in text.prefix(2 * rows * columns) {
    terminal.send(String(character))
    typed += 1
    if typed % 16 == 0 { terminal.settle(milliseconds: 5) }
  }
  terminal.send("\r")
  try terminal.waitFor("pasted: false")
}

@Test(arguments: [(24, 80), (3, 20)])
func `no length of prefill or paste crashes, and all of it comes back`(
  rows: Int, columns: Int
) throws {
  let lengths = [1, columns - 5, columns - 4, columns, rows * columns - 5, rows * columns]
    + (1...12).map { $0 * rows * columns / 6 }
  for length in lengths {
    let text = String(repeating: "x", count: length)
    let terminal = try probe("prefill=\(text)", rows: rows, columns: columns)
    terminal.send("\u{1b}[200~yy\u{1b}[201~\r")
    let wanted = "line(\"\(text)yy\""
    try terminal.waitFor(wanted)
  }
}

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

@Test func `a line is drawn once, whatever the window does`() throws {
  let terminal = try probe(rows: 24, columns: 80)
  terminal.send("first\r")
  try terminal.waitFor("line(\"first\"")
  terminal.send(String(repeating: "word-", count: 30) + "end\u{1b}b")
  try terminal.waitFor("word-end")
  for (rows, columns) in [(24, 30), (24, 61), (12, 31), (24, 80), (24, 200)] {
    terminal.resize(rows: rows, columns: columns)
    terminal.settle()
    let prompts = terminal.transcript.filter { $0.hasPrefix("id> ") && !$0.contains("first") }
    #expect(prompts == ["id> " + String(repeating: "word-", count: 30) + "end"])
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
  let terminal = try probe()
  terminal.send("half")
  try terminal.waitFor("half")
  terminal.closeWindow()
  #expect(try terminal.waitForExit() == 0)
}
