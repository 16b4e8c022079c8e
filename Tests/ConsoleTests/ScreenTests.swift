import TestSupport
import Testing

@testable import Console

/// What the console does with the whole window: shows it anew, wipes a line, pages, copies.
@Suite struct ScreenTests {
  @Test func `Ctrl-L shows what is at hand again, and the line as it was`() throws {
    let terminal = try probe("reprint=at hand", rows: 30)
    terminal.send("first\r")
    try terminal.waitFor("line(\"first\"")
    terminal.send("half a line\u{c}")
    try terminal.waitUntil("the list on top") { $0.screen[0] == "at hand 1" }
    try terminal.waitUntil("the line below it") { $0.screen[23] == "id> half a line" }
    #expect(terminal.screen[22] == "at hand 23", "no more than 24 rows in a taller window")
    #expect(terminal.shows("line(\"first\""), "what was on the screen is in the scroll")
    terminal.send("!\r")
    try terminal.waitFor("line(\"half a line!\"")
  }

  @Test(arguments: [[], ["hidden"], ["multi"]])
  func `Ctrl-L without anything at hand empties the window`(_ options: [String]) throws {
    let terminal = try PseudoTerminal(
      command: BuiltProduct.path("console-probe"), arguments: options)
    try terminal.waitFor("id>")
    terminal.send("one\rtwo")
    try terminal.waitFor("line(\"one\"")
    terminal.send("\u{c}")
    try terminal.waitUntil("a prompt on top") { $0.screen[0].hasPrefix("id>") }
    terminal.send("\r")
    try terminal.waitFor("line(\"two\"")
  }

  @Test(arguments: ["ana 2 2 5", "ana 2 2 5 and much more than this narrow window has room for"])
  func `a wiped line is read, and nothing of it stays`(_ line: String) throws {
    let terminal = try probe("wiped", "counts", "reads=1", rows: 12, columns: 30)
    terminal.send("\(line)\u{1}")
    try terminal.waitUntil("the line") { $0.screen[0].hasPrefix("id> ana 2 2 5") }
    terminal.send("\r")
    try terminal.waitFor("line of \(line.count)")
    #expect(try terminal.waitForExit() == 0)
    #expect(terminal.transcript.filter { !$0.isEmpty } == ["id>", "line of \(line.count)"])
  }

  @Test func `what is copied goes to the terminal's clipboard, in one sequence`() throws {
    let copied = try probe("copy=naïve 日本")
    let code = Array("\u{1b}]52;c;bmHDr3ZlIOaXpeacrA==\u{7}".utf8)
    #expect(copied.bytes.contains(code))
    let dumb = try probe("copy=naïve 日本", environment: ["TERM": "dumb"])
    #expect(!dumb.bytes.contains(0x1b))
  }

  @Test func `bytes are written in base 64`() {
    check([
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
      ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"), ("\u{fffd}ÿ", "77+9w78="),
    ]) { Clipboard.base64(Array($0.utf8)) }
  }

  @Test func `nothing that is too long for a terminal is copied`() throws {
    let terminal = try probe("copy=\(String(repeating: "x", count: Clipboard.limit + 1))")
    #expect(!String(decoding: terminal.bytes, as: UTF8.self).contains("]52;"))
  }

  @Test func `only what is taller than the window goes to the pager`() throws {
    let home = TemporaryFolder()
    home.write("#!/bin/sh\necho \"paged with $LESS\"; exec cat\n", to: "pager")
    home.makeExecutable("pager")
    let cases: [(String, String, isPaged: Bool)] = [
      ("page=22", "pager", false), ("page=23", "pager", false), ("page=24", "pager", true),
      ("page=90", "", false), ("page=90", "cat", false),
    ]
    for (option, pager, isPaged) in cases {
      let command = pager == "pager" ? "\(home.path)/pager" : pager
      let terminal = try probe(option, environment: ["PAGER": command, "PATH": "/usr/bin:/bin"])
      try terminal.waitFor("id>")
      #expect(terminal.shows("paged with FRX") == isPaged, "\(option) \(pager)")
      #expect(terminal.shows("row 22"), "\(option) \(pager)")
    }
    let none = try probe(
      "page=90", environment: ["PAGER": "no-such-pager", "PATH": "/usr/bin:/bin"])
    try none.waitFor("row 90")
    let dumb = try probe("page=90", environment: ["PAGER": home.path("pager"), "TERM": "dumb"])
    try dumb.waitFor("row 90")
    #expect(!dumb.shows("paged"))
  }

  @Test func `rows are counted as the window breaks them, without the codes of colours`() {
    check([
      ("", 0), ("a\n", 1), ("\n\n", 2), ("0123456789\n", 1), ("0123456789a\n", 2),
      ("\u{1b}[1m0123456789\u{1b}[0m\n", 1), ("日本日本日本\n", 2),
    ]) { Pager.rows(of: $0, columns: 10) }
  }

  @Test func `a row that ends in a blank is known where it goes on`() {
    func seams(_ line: String) -> [LineLayout.Seam] {
      LineLayout.seams(
        prompt: "id> ".unicodeScalars, line: Array(line.unicodeScalars), columns: 10)
    }
    check(
      [
        ("abcdef", []), ("abcdefg", []), ("abcde g", [.init(row: 0, next: "g")]),
        ("abcde e\u{301}x", [.init(row: 0, next: "e\u{301}")]), ("abcde ", []), ("abcde \ng", []),
        ("abcde 123456789 x", [.init(row: 0, next: "1"), .init(row: 1, next: "x")]),
      ], seams)
  }
}
