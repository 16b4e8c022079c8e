import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Whether the long forms run: `HUDDLE_LONG=1`.
let isLong = getenv("HUDDLE_LONG") != nil

/// A window, and the lengths of text that are tried in it: all to twice its cells in the long form.
struct Lengths: Sendable, CustomTestStringConvertible {
  let rows: Int
  let columns: Int
  let stride: Int
  var testDescription: String { "\(rows) × \(columns)" }

  init(_ rows: Int, _ columns: Int, every stride: Int) {
    self.rows = rows
    self.columns = columns
    self.stride = isLong ? 1 : stride
  }

  /// The lengths at which something changes are never left out.
  var all: [Int] {
    let cells = rows * columns
    let turns = [
      columns - 5, columns - 4, columns, cells - columns - 4, cells - 5, cells - 4, cells,
    ]
    return Set(Swift.stride(from: 1, through: 2 * cells, by: stride)).union(turns).sorted()
  }

  func probe(_ options: String..., environment: [String: String] = [:]) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      command: BuiltProduct.path("console-probe"), arguments: options, environment: environment,
      rows: rows, columns: columns)
    try terminal.waitFor(">")
    return terminal
  }
}

extension PseudoTerminal {
  /// Sends keys, and waits for what the probe says of the line; only what is new is looked at.
  fileprivate func send(_ keys: String, until outcome: String) throws {
    let mark = bytes.count
    send(keys)
    let wanted = Array("\(outcome)\r\n".utf8)
    try waitUntil(outcome) { terminal in
      let news = terminal.bytes[mark...]
      return news.count >= wanted.count
        && news.indices.suffix(4_000).contains { news[$0...].starts(with: wanted) }
    }
  }
}

private let windows = [Lengths(3, 20, every: 7), Lengths(24, 80, every: 397)]

/// libedit alone crashes when a line reaches its height: 53 of 70 lengths.
@Suite struct LengthTests {
  /// Each key makes the line one longer, until it is full; so every length is typed.
  @Test(arguments: [(24, 80), (3, 20), (5, 11)])
  func `no length that is typed crashes`(rows: Int, columns: Int) throws {
    let terminal = try Lengths(rows, columns, every: 1).probe()
    let text = Array(repeating: "abcdefgh日 ", count: rows * columns / 5).joined()
    for (index, character) in text.prefix(2 * rows * columns).enumerated() {
      terminal.send(String(character))
      if index % 16 == 15 { terminal.settle(milliseconds: isLong ? 5 : 1) }
    }
    terminal.send("\r")
    try terminal.waitFor("pasted: false")
  }

  @Test(arguments: windows)
  func `no length that is pasted crashes, and all of it comes back`(_ window: Lengths) throws {
    let terminal = try window.probe("counts")
    for length in window.all {
      let text = String(repeating: "x", count: length)
      try terminal.send("\u{1b}[200~\(text)\u{1b}[201~\r", until: "line of \(length)")
    }
  }

  @Test(arguments: windows)
  func `no length of an earlier answer crashes`(_ window: Lengths) throws {
    let cells = 2 * window.rows * window.columns
    let terminal = try window.probe(
      "counts", "grow=\(window.stride)", "reads=\(cells / window.stride)")
    for read in 1...(cells / window.stride) {
      try terminal.send("\r", until: "line of \(read * window.stride)")
    }
    #expect(try terminal.waitForExit() == 0)
  }

  @Test(arguments: windows)
  func `no length that comes back from the history crashes`(_ window: Lengths) throws {
    let terminal = try window.probe("counts")
    for length in window.all {
      let text = String(repeating: "x", count: length)
      try terminal.send("\u{1b}[200~\(text)\u{1b}[201~\r", until: "line of \(length)")
      // By the arrow, and by the search.
      terminal.send("\u{1b}[A\u{1b}[A\u{1b}[B\u{15}\u{12}x\u{12}\u{1b}[C\u{15}")
    }
    try terminal.send("z\r", until: "line of 1")
  }

  @Test(arguments: [Lengths(3, 20, every: 23), Lengths(24, 80, every: 1_301)])
  func `no length that an editor gives back crashes`(_ window: Lengths) throws {
    let home = TemporaryFolder()
    // The text is the length that is wanted; the editor writes as many letters in its place.
    home.write(
      "#!/bin/sh\nhead -c \"$(cat \"$1\")\" /dev/zero | tr '\\0' x > \"$1.new\"\nmv \"$1.new\" \"$1\"\n",
      to: "editor")
    home.makeExecutable("editor")
    let terminal = try window.probe(
      "counts", environment: ["VISUAL": "\(home.path)/editor", "PATH": "/usr/bin:/bin"])
    for length in window.all {
      terminal.send("\(length)\u{18}\u{5}")
      terminal.settle(milliseconds: 30)
      try terminal.send("\r", until: "line of \(length)")
    }
  }

  @Test(arguments: windows)
  func `no length in a window that shrinks crashes`(_ window: Lengths) throws {
    let terminal = try window.probe("counts")
    for length in window.all {
      terminal.send("\u{1b}[200~\(String(repeating: "x", count: length))\u{1b}[201~")
      terminal.settle(milliseconds: 4)
      for (rows, columns) in [(3, 10), (window.rows, window.columns)] {
        terminal.resize(rows: rows, columns: columns)
        terminal.settle(milliseconds: 4)
      }
      try terminal.send("\r", until: "line of \(length)")
    }
  }

  @Test func `what is taller than the window is shown whole once the window is tall enough`()
    throws
  {
    let terminal = try Lengths(5, 20, every: 1).probe()
    let text = (1...20).map { "word\($0)" }.joined(separator: " ")
    terminal.send("\u{1b}[200~\(text)\u{1b}[201~")
    try terminal.waitFor("wait here as")
    terminal.resize(rows: 24, columns: 80)
    try terminal.waitFor("id> \(text)")
    terminal.send("!\r")
    try terminal.waitFor("line(\"\(text)!\"")
  }
}
