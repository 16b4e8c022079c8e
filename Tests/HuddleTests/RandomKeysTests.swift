import TestSupport
import Testing

/// Keys at random in a meeting: no crash, no hang, and no acknowledged line is ever missing.
///
/// `HUDDLE_SEED` begins elsewhere and `HUDDLE_LONG` goes on so many times as long; `Scripts/monkey`
/// does both for an hour.
@Suite struct RandomKeysTests {
  private static func number(_ name: String, _ usual: Int) -> Int {
    Disk.setting(name).flatMap { Int($0) } ?? usual
  }

  private static let rounds = 30 * number("HUDDLE_LONG", 1)

  @Test(arguments: ["emacs", "vi"])
  func `keys at random lose no acknowledged line`(_ keys: String) throws {
    let desk = try Desk()
    if keys == "vi" { try Disk.write("bind -v\n", to: "\(desk.home)/.editrc") }
    try Disk.write(RandomTyping.playbook, to: "\(desk.work)/small.yaml")
    // No editor that waits for keys: it would take all that follow.
    try Disk.write("printf ' edited' >> \"$1\"\n", to: "\(desk.work)/editor")
    let typing = RandomTyping(desk, seed: Self.number("HUDDLE_SEED", keys.count))
    for _ in 0..<Self.rounds { try typing.round() }
    typing.stop()
    #expect(typing.acknowledged.count * 16 >= Self.rounds, "hardly anything was acknowledged")
    let names = try Disk.names(desk.sessions).filter { $0.hasSuffix(".jsonl") }
    let journals = try names.map { try Disk.text("\(desk.sessions)/\($0)") }.joined()
    let missing = typing.acknowledged.filter { !journals.contains($0) }
    #expect(missing == [])
    for name in names {
      let verified = try desk.huddle("verify", String(name.dropLast(6)))
      #expect(verified.status == 0, "\(verified.output)")
    }
  }
}

/// Somebody at a meeting's keys who hits whatever there is, and now and then types a line.
final class RandomTyping {
  static let playbook = """
    huddle: 1
    id: small
    version: 1.0.0
    title: Small
    sections:
      - id: one
        title: One
        steps:
          - {ask: What is it?, id: what}
          - {ask: What else?, id: more, kind: list}
          - {ask: And then?, id: then, kind: list, from: everyone, style: round_robin}
          - {ask: Who does what?, id: plan, kind: table, columns: {step: text, owner: person}}
          - {ask: Why not?, id: doubts, kind: list}
          - {ask: Which of them?, id: groups, kind: group, of: doubts}
          - {ask: Whatever is left?, id: rest, kind: list}
    """ + "\n"

  private static let pool = [
    "a", "word ", "日本", "é", "e\u{301}", "👩‍🚀", "\u{1}", "\u{5}", "\u{2}", "\u{b}", "\u{15}",
    "\u{17}", "\u{19}", "\u{c}", "\u{10}", "\u{e}", "\u{7f}", "\t", "/\t", "\r", "\r", "\u{1b}",
    "\u{1b}b", "\u{1b}\r", "\u{1b}[A", "\u{1b}[B", "\u{1b}[D", "\u{1b}[3~", "\u{12}wo",
    "\u{1b}[200~one\rtwo\rthree\u{1b}[201~", "\u{18}\u{18}", "\u{1a}", "p", ".", "3", "dd", "u",
    "y\r", "n\r", "1\r", "e\r", "?\r", "?? ana fri\r", "-\r", "=1\r", "/undo\r", "/redo\r",
    "/back\r", "/next\r", "/skip\r", "/show\r", "/agenda\r", "/help\r", "/p later\r",
    "/a x, bo fri\r",
    "/edit 1\r", "/drop 1\r", "/merge 1 2\r", "/join Zoë\r", "/away bo\r", "/time +5\r",
    "/wall list\r",
    ">rest later\r", "\u{3}", "\u{4}", "1 2 name\r", "\u{18}\u{5}", "/editor\r",
    String(repeating: "long text ", count: 30),
  ]

  private let desk: Desk
  private var state: UInt64
  private var terminal: PseudoTerminal?
  private var count = 0
  /// The lines of which huddle has said that it has them.
  private(set) var acknowledged: [String] = []

  init(_ desk: Desk, seed: Int) {
    self.desk = desk
    state = UInt64(truncatingIfNeeded: seed) &* 0x9e37_79b9_7f4a_7c15
  }

  private func random(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }

  /// Some keys, and then a line by which it can be seen whether what is said to be kept is kept.
  func round() throws {
    let terminal = try running()
    for _ in 0..<(1 + random(12)) {
      terminal.send(Self.pool[random(Self.pool.count)])
      if random(4) == 0 { terminal.settle(milliseconds: 3) }
      if random(40) == 0 {
        let (rows, columns) = [(3, 20), (24, 80), (8, 33), (40, 120)][random(4)]
        terminal.resize(rows: rows, columns: columns)
      }
    }
    try type("line \(count) naïve 日本", terminal)
    count += 1
    if random(9) == 0 { kill(terminal) }
  }

  private func type(_ line: String, _ terminal: PseudoTerminal) throws {
    // Whatever mode the keys have left: Ctrl-C ends it, and leaves the line, which Ctrl-U empties.
    terminal.send("\u{1b}\u{3}")
    terminal.settle(milliseconds: 60)
    terminal.send("\u{15}")
    let mark = terminal.bytes.count
    terminal.send("\(line)\r")
    do {
      try terminal.waitUntil("a prompt after “\(line)”") { terminal in
        [Self.promptMark, Self.pasteNotice].contains {
          terminal.bytes[mark...].firstRange(of: $0) != nil
        }
      }
    } catch {
      // It has ended: Ctrl-D and the close of the meeting are among the keys.
      let status = try terminal.waitForExit()
      if status != 0 { throw error }
      self.terminal = nil
      return
    }
    if terminal.bytes[mark...].firstRange(of: Self.pasteNotice) != nil {
      // A Ctrl-C before the first prompt throws away the end of a paste that was on its way.
      terminal.settle(milliseconds: 1_100)
      terminal.send("\u{3}")
      return
    }
    // A complaint in a narrow window may have a row that begins with a number of its own.
    let news = String(decoding: terminal.bytes[mark...], as: UTF8.self)
      .split(separator: "\r\n").filter { !$0.contains("\u{1b}[31m") }.joined(separator: "\r\n")
    // What comes before the line's own echo is about keys before it; and the terminal echoes a line
    // by itself while an editor runs, long before huddle has read it.
    guard let echo = news.ranges(of: "日本\r\n\u{1b}[?2004l").last, news.contains("line \(count)")
    else { return }
    if Self.isAcknowledgement(Self.plain(String(news[echo.upperBound...]))[...]) {
      acknowledged.append(line)
    }
  }

  private static let promptMark = Array("\u{1b}[?2004h".utf8)
  private static let pasteNotice = Array("The end of a paste".utf8)

  /// A list's word for a line that is on disk: its number, and in a round the name.
  private static func isAcknowledgement(_ news: Substring) -> Bool {
    news.split(whereSeparator: \.isNewline).contains { line in
      guard line.hasPrefix("   ") else { return false }
      let words = line.split(separator: " ")
      return words.count <= 2 && words.first?.allSatisfy(\.isNumber) == true
    }
  }

  /// Without the codes that steer a terminal.
  private static func plain(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    var isCode = false
    for scalar in text.unicodeScalars {
      if scalar == "\u{1b}" { isCode = true }
      if !isCode { kept.append(scalar) }
      if isCode, scalar.properties.isAlphabetic || "78".unicodeScalars.contains(scalar) {
        isCode = false
      }
    }
    return String(kept)
  }

  private func kill(_ terminal: PseudoTerminal) {
    terminal.kill(9)
    _ = try? terminal.waitForExit()
    self.terminal = nil
  }

  /// The meeting as it goes on, or a new one where it is over.
  private func running() throws -> PseudoTerminal {
    if let terminal { return terminal }
    for arguments in [
      ["resume"], ["run", "small.yaml", "--project", "Apollo", "--with", "Ana, Bo"],
    ] {
      let terminal = try desk.terminal(arguments, with: ["VISUAL": "sh \(desk.work)/editor"])
      do {
        try terminal.waitUntil("a prompt") { terminal in
          terminal.bytes[...].firstRange(of: Array("\u{1b}[?2004h".utf8)) != nil
        }
        self.terminal = terminal
        return terminal
      } catch {
        let status = try terminal.waitForExit()
        if status != 66 { throw error }
      }
    }
    throw ProgramFailure(description: "no meeting begins")
  }

  func stop() {
    if let terminal { kill(terminal) }
  }
}
