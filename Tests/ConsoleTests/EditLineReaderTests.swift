#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

import TestSupport
import Testing

func probe(
  _ options: String..., environment: [String: String] = [:], rows: Int = 24, columns: Int = 80
) throws -> PseudoTerminal {
  let terminal = try PseudoTerminal(
    command: BuiltProduct.path("console-probe"), arguments: options, environment: environment,
    rows: rows, columns: columns)
  try terminal.waitFor(">")
  return terminal
}

/// What a person does, and what the reader says it was.
struct Typing: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let options: [String]
  let keys: [String]
  let outcome: String

  init(_ what: String, _ options: [String] = [], keys: String..., outcome: String) {
    testDescription = what
    self.options = options
    self.keys = keys
    self.outcome = outcome
  }
}

let typings: [Typing] = [
  Typing(
    "arrows move", keys: "nave\u{1b}[D\u{1b}[Dï\u{1b}[F 日本\r",
    outcome: "line(\"naïve 日本\", pasted: false)"),
  Typing(
    "Ctrl-A and Ctrl-E go to the ends", keys: "b\u{1}a\u{5}c\r",
    outcome: "line(\"abc\", pasted: false)"),
  Typing(
    "Ctrl-W deletes a word", keys: "one two\u{17}three\r",
    outcome: "line(\"one three\", pasted: false)"),
  Typing(
    "Alt-B goes back a word", keys: "one two\u{1b}bX\r",
    outcome: "line(\"one Xtwo\", pasted: false)"),
  Typing(
    "Escape and then B is Alt-B", keys: "one two", "\u{1b}", "bX\r",
    outcome: "line(\"one Xtwo\", pasted: false)"),
  Typing(
    "Ctrl-Right goes on a word", keys: "one two\u{1}\u{1b}[1;5CX\r",
    outcome: "line(\"oneX two\", pasted: false)"),
  Typing(
    "Delete deletes forward, Backspace back", keys: "abcd\u{1b}[D\u{1b}[3~\u{7f}\r",
    outcome: "line(\"ab\", pasted: false)"),
  Typing(
    "unknown sequences vanish", keys: "a\u{1b}[99;1X\u{1b}[200zb\r",
    outcome: "line(\"ab\", pasted: false)"),
  Typing(
    "Ctrl-V and C1 characters do nothing", keys: "a\u{16}\u{90}b\r",
    outcome: "line(\"ab\", pasted: false)"),
  Typing(
    "a combining mark is kept", keys: "e\u{301}a\r", outcome: "line(\"e\u{301}a\", pasted: false)"),
  Typing(
    "an emoji of several scalars is kept", keys: "👩‍🚀❤️!\r", outcome: "line(\"👩‍🚀❤️!\", pasted: false)"),
  Typing(
    "what stands in the line can be edited", ["prefill=pilot plan"], keys: "\u{17}phase\r",
    outcome: "line(\"pilot phase\", pasted: false)"),
  Typing(
    "Tab completes what is certain", keys: "/u\tall\r",
    outcome: "line(\"/undo all\", pasted: false)"),
  Typing(
    "Tab adds what all suggestions share", keys: "/p\teople\r",
    outcome: "line(\"/people\", pasted: false)"),
  Typing(
    "the arrow up brings back the line before", keys: "first\r", "second\r",
    "\u{1b}[A\u{1b}[A!\r", outcome: "line(\"first!\", pasted: false)"),
  Typing(
    "Ctrl-R finds what was typed before", keys: "naïve plan\r", "other\r", "\u{12}NAÏ", "\r",
    "!\r", outcome: "line(\"naïve plan!\", pasted: false)"),
  Typing(
    "Escape leaves the search and keeps the line", keys: "one\r", "half\u{12}on", "\u{1b}", "way\r",
    outcome: "line(\"halfway\", pasted: false)"),
  Typing(
    "Alt-Enter makes a new line where lines are welcome", ["multi"], keys: "one\u{1b}\rtwo\r",
    outcome: "line(\"one\\ntwo\", pasted: false)"),
  Typing(
    "a paste of several lines is one answer", ["multi"],
    keys: "\u{1b}[200~one\rtwo\r\nthree\n\u{1b}[201~\r",
    outcome: "line(\"one\\ntwo\\nthree\", pasted: true)"),
  Typing(
    "a paste becomes one line where one is asked for", keys: "\u{1b}[200~one\r  two\u{1b}[201~\r",
    outcome: "line(\"one two\", pasted: false)"),
  Typing(
    "a paste cannot steer", keys: "\u{1b}[200~a\u{1b}]0;x\u{7}\u{3}b\u{1b}[201~\r",
    outcome: "line(\"a]0;xb\", pasted: false)"),
  Typing(
    "Ctrl-C keeps the line", keys: "half a th\u{3}", outcome: "interrupted(draft: \"half a th\")"),
  Typing(
    "Ctrl-D on an empty line ends", keys: "\u{4}", outcome: "endOfInput(draft: \"\")"),
  Typing(
    "Ctrl-D in a line deletes", keys: "abc\u{1}\u{4}\r", outcome: "line(\"bc\", pasted: false)"),
  Typing(
    "a repeat count stays small", keys: "\u{1b}9\u{1b}9\u{1b}9\u{1b}9x\r",
    outcome: "line(\"\(String(repeating: "x", count: 99))\", pasted: false)"),
  Typing(
    "a hidden answer is read", ["hidden"], keys: "sec\u{7f}cret\r",
    outcome: "line(\"secret\", pasted: false)"),
  Typing(
    "a hidden answer can be given up", ["hidden"], keys: "sec\u{3}",
    outcome: "interrupted(draft: \"sec\")"),
]

@Test(arguments: typings) func `what is typed is what is read`(_ typing: Typing) throws {
  let terminal = try PseudoTerminal(
    command: BuiltProduct.path("console-probe"), arguments: typing.options)
  try terminal.waitFor("id>")
  for keys in typing.keys {
    terminal.send(keys)
    terminal.settle()
  }
  try terminal.waitFor(typing.outcome)
}

@Test func `Tab lists what is possible below the line, and the next key takes it away`() throws {
  let terminal = try probe()
  terminal.send("/p\t")
  try terminal.waitFor("who is in the room")
  #expect(terminal.screen[0] == "id> /p")
  #expect(terminal.screen[1].hasPrefix("  /park"))
  try terminal.waitUntil("the cursor back in the line") { $0.cursor == (0, 6) }
  terminal.send("a")
  try terminal.waitUntil("the list is gone") { $0.screen[1].isEmpty }
  try terminal.waitFor("id> /pa")
}

@Test func `a message appears above the line and leaves what is typed alone`() throws {
  let terminal = try probe("deadline=600", columns: 20)
  terminal.send("a line that is longer than the window")
  try terminal.waitFor("80 % of the time")
  terminal.settle()
  #expect(
    terminal.screen.prefix(5) == [
      "80 % of the time is", "over", "id> a line that is l", "onger than the windo", "w",
    ])
  terminal.send("!\r")
  try terminal.waitFor("windo" + "w!")
}

@Test func `a draft is offered when nobody types`() throws {
  let terminal = try probe("idle")
  terminal.send("half a tho")
  try terminal.waitFor("idle: half a tho")
  terminal.send("ught\r")
  try terminal.waitFor("line(\"half a thought\"")
}

@Test(arguments: [(15, "terminated"), (1, "hungUp"), (2, "interrupted")])
func `a signal keeps the draft`(signal: Int32, outcome: String) throws {
  let terminal = try probe()
  terminal.send("half a tho")
  try terminal.waitFor("half a tho")
  terminal.kill(signal)
  try terminal.waitFor("\(outcome)(draft: \"half a tho\")")
  #expect(try terminal.waitForExit() == 0)
}

@Test func `a read can expire`() throws {
  let terminal = try probe("expires=300")
  terminal.send("late")
  try terminal.waitFor("expired(draft: \"late\")")
}

@Test func `the prompt is painted, and the hidden answer is not shown`() throws {
  let terminal = try probe("hidden")
  terminal.send("secret")
  terminal.settle()
  #expect(terminal.screen[0] == "id>")
  #expect(terminal.bytes.contains(Array("\u{1b}[36mid> \u{1b}[0m".utf8)))
}

@Test func `a hidden paste says how much of it has come, and a hidden command is seen`() throws {
  let terminal = try probe("hidden", columns: 30)
  let paste = "\u{1b}[200~one\rtwo\r\rthree\u{1b}[201~"
  for (keys, rows) in [
    (paste, ["id> [3 lines pasted]", ""]), (paste, ["id> [6 lines pasted]", ""]),
    ("\u{15}", ["id>", ""]), ("\u{1b}[200~one\u{1b}[201~", ["id> [1 line pasted]", ""]),
    ("\u{7f}\u{7f}\u{7f}", ["id>", ""]),
    ("/note who pays for all the labels", ["id> /note who pays for all the", " labels"]),
    (
      String(repeating: "\u{7f}", count: 7) + " labels",
      ["id> /note who pays for all the", " labels"]
    ),
    ("\u{7f}\u{7f}", ["id> /note who pays for all the", " labe"]),
    (paste, ["id> /note who pays for all the", " labe[3 lines pasted]"]), ("\u{15}", ["id>", ""]),
  ] {
    terminal.send(keys)
    try terminal.waitUntil("\(rows)") { Array($0.screen.prefix(2)) == rows }
  }
}

@Test func `hidden lines that stand there again are counted, and stay lines`() throws {
  let terminal = try probe("hidden", "multi", "reads=1", "prefill=one|two|", columns: 60)
  try terminal.waitUntil("how many") { $0.screen[0] == "id> [2 lines kept]" }
  terminal.send("three\r")
  try terminal.waitFor(#"line("one\ntwo\nthree", pasted: true)"#)
}

@Test(arguments: ["shown", "hidden"])
func `a paste whose end was lost on its way takes no key for ever`(_ how: String) throws {
  let terminal = try probe("multi", how, columns: 100)
  terminal.send("\u{1b}[200~one\rtwo")
  try terminal.waitUntil("a word about it") { $0.screen[0].hasPrefix("   The end of a paste") }
  terminal.send("\u{3}")
  try terminal.waitFor(#"interrupted(draft: "one\ntwo")"#)
}

@Test func `several lines that are pasted into a blind line are never drawn`() throws {
  let terminal = try probe("multi", "wiped", "reads=1", columns: 80)
  terminal.send("\u{1b}[200~10:02 Ana: 2 5\r10:03 Bo: 3\u{1b}[201~")
  try terminal.waitUntil("how many") { $0.screen[0].hasPrefix("2 lines wait here") }
  #expect(terminal.bytes.firstRange(of: Array("Ana".utf8)) == nil)
  terminal.send("\r")
  try terminal.waitFor(#"line("10:02 Ana: 2 5\n10:03 Bo: 3", pasted: true)"#)
}

@Test func `a paste that no line takes is refused whole, and says how long it was`() throws {
  let terminal = try probe("multi", "reads=1", columns: 100)
  terminal.send("a\u{1b}[200~")
  for _ in 0..<40 {
    terminal.send(String(repeating: "wordy ", count: 5_000))
    terminal.settle(milliseconds: 5)
  }
  terminal.send("\u{1b}[201~")
  try terminal.waitUntil("a refusal") { $0.screen[0].hasPrefix("   This paste is 1171 KiB") }
  terminal.send("b\r")
  try terminal.waitFor(#"line("ab", pasted: false)"#)
}

@Test func `what a paste is screened of is never drawn`() throws {
  let terminal = try probe("multi", "screens=secret", "reads=1", columns: 60)
  terminal.send("\u{1b}[200~one\rthe secret\rtwo\u{1b}[201~")
  try terminal.waitUntil("the rest") {
    Array($0.screen.prefix(3)) == ["   not all of it", "id> one", "two"]
  }
  #expect(terminal.bytes.firstRange(of: Array("secret".utf8)) == nil)
  terminal.send("\r")
  try terminal.waitFor(#"line("one\ntwo", pasted: true)"#)
}

@Test func `a hidden paste is screened too, and it is said`() throws {
  let terminal = try probe("multi", "hidden", "screens=secret", "reads=1", columns: 60)
  terminal.send("\u{1b}[200~one\rthe secret\rtwo\u{1b}[201~")
  try terminal.waitUntil("the rest") {
    Array($0.screen.prefix(2)) == ["   not all of it", "id> [2 lines pasted]"]
  }
  terminal.send("\r")
  try terminal.waitFor(#"line("one\ntwo", pasted: true)"#)
}

@Test func `a clock stands beside the line and makes way for it`() throws {
  let terminal = try probe("clock=12:34", columns: 30)
  try terminal.waitUntil("the clock") { $0.screen[0] == "id>                     12:34" }
  terminal.send("0123456789 23456")
  try terminal.waitUntil("both") { $0.screen[0] == "id> 0123456789 23456    12:34" }
  terminal.send("\u{1b}[D78")
  try terminal.waitUntil("both") { $0.screen[0] == "id> 0123456789 2345786  12:34" }
  terminal.send("9")
  try terminal.waitUntil("the line alone") { $0.screen[0] == "id> 0123456789 23457896" }
  terminal.send("\u{7f}")
  try terminal.waitUntil("both again") { $0.screen[0] == "id> 0123456789 2345786  12:34" }
  #expect(terminal.cursor == (0, 21))
}

@Test func `what is typed before the prompt waits for it`() throws {
  let terminal = try probe("busy=500", "reads=2")
  terminal.send("one\r")
  try terminal.waitFor("line(\"one\", pasted: false)")
  terminal.send("two")
  try terminal.waitFor("id> two")
  terminal.send("\r")
  try terminal.waitFor("line(\"two\", pasted: false)")
  #expect(try terminal.waitForExit() == 0)
  #expect(
    terminal.transcript.prefix(4) == [
      "id> one", "line(\"one\", pasted: false)", "id> two", "line(\"two\", pasted: false)",
    ])
}

@Test func `the terminal is given back as it was`() throws {
  let terminal = try PseudoTerminal(
    command: "/bin/sh",
    arguments: ["-c", "stty -g; \(BuiltProduct.path("console-probe")); stty -g"])
  try terminal.waitFor("id>")
  terminal.send("one\r\u{4}")
  #expect(try terminal.waitForExit() == 0)
  let modes = terminal.transcript.filter { $0.contains(":") && !$0.contains(" ") }
  #expect(modes.count == 2 && modes.first == modes.last)
}

@Test func `nothing that is shown can steer the terminal`() throws {
  let hostile = "h\u{1b}]0;t\u{7}\u{1b}[2J\u{9b}31m\u{202e}\u{8}\r\u{1b}P q\u{1b}\\e"
  let terminal = try probe("prompt=\(hostile)> ", "prefill=\(hostile)", "clock=\(hostile)")
  terminal.send(" \u{202e}x\u{1b}[200~\(hostile)\u{1b}[201~\r")
  try terminal.waitFor("pasted: false")
  terminal.send("\u{1b}[A\u{12}h")
  terminal.settle()
  terminal.send("\r\r\u{3}")
  _ = try terminal.waitForExit()
  let shown = String(decoding: terminal.bytes, as: UTF8.self)
  for foreign in ["\u{1b}]", "\u{7}", "\u{1b}[2J", "\u{9b}", "\u{202e}", "\u{1b}P"] {
    #expect(!shown.contains(foreign))
  }
}

@Test func `no locale costs a letter`() throws {
  for locale in ["C", "POSIX", "xx_YY.ISO-8859-1"] {
    let terminal = try probe("prompt=é> ", environment: ["LC_ALL": locale])
    terminal.send("naïve 日本\r")
    try terminal.waitFor("line(\"naïve 日本\"")
  }
}

@Test func `stopping with Ctrl-Z and going on keeps the line`() throws {
  let terminal = try probe()
  terminal.send("half")
  try terminal.waitFor("half")
  terminal.send("\u{1a}")
  terminal.settle(milliseconds: 200)
  terminal.kill(SIGCONT)
  terminal.settle(milliseconds: 200)
  terminal.send("way\r")
  try terminal.waitFor("line(\"halfway\"")
}
