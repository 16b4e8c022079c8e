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

@Test func `the window's closing keeps the draft and ends the program`() throws {
  let terminal = try probe()
  terminal.send("half")
  try terminal.waitFor("half")
  terminal.closeWindow()
  #expect(try terminal.waitForExit() == 0)
}
