import TestSupport
import Testing
import Values

/// The hour of a pre-mortem with nine people, five in the room and four in a call, from the first
/// key to the copied hand-out.
@Suite struct RoomHourTests {
  static func hour(_ name: String) throws -> Hour {
    Hour(try Disk.text("\(Fixtures.folder)/Hours/\(name).hour"))
  }

  @Test func `an hour with nine people, a late one, a doubt and a dead battery is kept whole`()
    throws
  {
    let desk = try Desk()
    let player = HourPlayer(try Self.hour("pre-mortem"), at: desk)
    try player.play()
    let journal = try Disk.text("\(desk.sessions)/\(try Disk.names(desk.sessions)[0])")
    #expect(try desk.huddle("verify").status == 0)
    nothingIsLost(player, journal)
    nothingIsTold(player, journal)
    try isHandedOut(player)
    try keysAreFew(player.hour, journal)
  }

  @Test func `Ctrl-L shows the question and its list, with nothing that is written alone`() throws {
    let desk = try Desk()
    let keys = Keyboard(
      desk,
      try desk.terminal(
        "run", "pre-mortem", "--project", "Apollo", "--with", "Ana, Bo", rows: 30))
    try keys.begin(at: "lead>")
    for (line, prompt) in [
      ("ana", "sponsor>"), ("", "aim>"), ("", "goal>"), ("Move the shop", "finish>"),
      ("in 3 months", "write>"), ("bo: nobody owns the data", "write>"),
    ] { try keys.type(line, at: prompt) }
    let question = "Write down every reason that you can think of, alone and in silence."
    for (typed, prompt, entries) in [
      ("", "write>", []), ("\r", "Ana>", []), ("the bank is late\r", "Bo>", ["the bank is late"]),
    ] {
      if !typed.isEmpty { try keys.send(typed, at: prompt) }
      keys.terminal.send("\u{c}")
      try keys.terminal.waitUntil("the window anew") { terminal in
        terminal.screen[0].hasPrefix("──") || terminal.screen[1].hasPrefix("──")
      }
      keys.terminal.settle(milliseconds: 200)
      let screen = keys.terminal.screen
      #expect(screen.contains(question), "\(screen)")
      #expect(keys.terminal.cursor.row < 24)
      for entry in entries { #expect(screen.contains { $0.contains(entry) }, "\(screen)") }
      // What somebody wrote alone stands in their own turn's line, and nowhere else.
      let told = screen.filter { $0.contains("nobody owns the data") && !$0.hasPrefix("Bo>") }
      #expect(told == [])
    }
    try keys.leave("\u{15}/quit\r")
  }

  @Test func `the page that shows a model-scoping meeting shows it as it goes`() throws {
    let desk = try Desk()
    let player = HourPlayer(try Self.hour("model-scoping"), at: desk)
    try player.play()
    #expect(player.seen.contains { $0.contains("Finished in") })
    let page = try Disk.text("\(Fixtures.root)/docs/model-scoping-meeting.md")
    var rest = page[...]
    for step in player.hour.steps where step.verb == .type && !step.typed.isEmpty {
      // A ballot, such as `4 rosa5 vera3`, leaves the screen once it is taken.
      if step.typed.split(separator: " ").allSatisfy({ $0.last?.isNumber == true }) { continue }
      guard let found = rest.firstRange(of: "> \(step.typed)\n") else {
        Issue.record("“\(step.typed)” is not in the page: Scripts/transcript writes it anew")
        return
      }
      rest = rest[found.upperBound...]
    }
  }

  /// Each sentence that was said stands in the file, and each reason of the chat.
  private func nothingIsLost(_ player: HourPlayer, _ journal: String) {
    let sentences = player.hour.steps.flatMap(\.kept).map { said in
      String(said.prefix { $0 != "," }.drop { $0.isNumber || $0 == " " })
    }.filter { words in
      words.count { $0 == " " } > 2 && !words.contains("bob") && !words.contains(where: \.isNumber)
    }
    let chat = player.hour.block("chat-3").filter { $0.hasPrefix("\t") }.map { $0.dropFirst() }
      .filter { line in
        !["hello", "is Ana", "Reacted", "Replying"].contains { line.hasPrefix($0) }
      }
    #expect(sentences.count > 20 && chat.count == 12)
    for words in sentences + chat.map(String.init) where !journal.contains(words) {
      Issue.record("“\(words)” is not in the file")
    }
  }

  /// What was said to one person stays with them, and what the room saw it saw in its turn.
  private func nothingIsTold(_ player: HourPlayer, _ journal: String) {
    for words in ["is Ana serious", "hello everyone"] {
      #expect(!journal.contains(words))
      #expect(!player.seen.contains { $0.contains(words) })
    }
    #expect(!player.seen.contains { $0.hasPrefix("dots> ") }, "ballots stay on the screen")
  }

  /// The hand-out is shown and on the clipboard, in fifteen lines at most.
  private func isHandedOut(_ player: HourPlayer) throws {
    let text = try #require(Self.clipboard(player.bytes), "nothing was copied")
    let lines = text.split(separator: "\n").map(String.init)
    #expect((5...15).contains(lines.count), "\(text)")
    for words in ["No claim is decided without a person", "get a signed date from the vendor"] {
      #expect(text.contains(words), "\(text)")
    }
    for line in lines where line.count < 90 {
      #expect(player.seen.contains { $0.contains(line) }, "“\(line)” is not shown")
    }
  }

  /// The last text that a program put on the clipboard of its terminal (OSC 52).
  static func clipboard(_ bytes: [UInt8]) -> String? {
    let begin = Array("\u{1b}]52;c;".utf8)
    var rest = bytes[...]
    var found: ArraySlice<UInt8>?
    while let place = rest.firstRange(of: begin) {
      rest = rest[place.upperBound...]
      found = rest.prefix { $0 != 7 }
    }
    return found.map { String(decoding: decoded($0), as: UTF8.self) }
  }

  private static func decoded(_ digits: ArraySlice<UInt8>) -> [UInt8] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    let values = digits.compactMap { alphabet.firstIndex(of: $0) }
    return stride(from: 0, to: values.count, by: 4).flatMap { start -> [UInt8] in
      let group = values[start..<min(start + 4, values.count)]
      let bits = group.reduce(0) { $0 << 6 | $1 } << (6 * (4 - group.count))
      return (0..<(group.count - 1)).map { UInt8(bits >> (16 - 8 * $0) & 0xff) }
    }
  }

  /// At most one key and a half for each thing that is kept, and fewer than any note of it needs.
  private func keysAreFew(_ hour: Hour, _ journal: String) throws {
    let keys = KeyCount(hour)
    let things = KeptThings(journal)
    let editor = PlainEditor(hour, journal).keys + keys.words
    let ratio = Double(keys.price) / Double(things.count)
    #expect(ratio <= 1.5, "\(keys.price) keys beyond the words of \(things.count) things")
    #expect(keys.keys < editor)
    guard let path = Disk.setting("HUDDLE_KEYS") else { return }
    func row(_ what: String, _ all: Int) -> String {
      let beyond = all - keys.words
      let rate = (Double(beyond) * 100 / Double(things.count)).rounded() / 100
      let line = (Double(beyond) * 100 / Double(things.lines)).rounded() / 100
      return "\(what)  \(all) keys, \(beyond) beyond the words: \(rate) a thing, \(line) a line\n"
    }
    try Disk.write(
      """
      \(things.count) things kept, \(things.lines) of them a line of the minutes; \(keys.words) \
      letters of people’s own words

      """ + row("huddle      ", keys.keys) + row("plain editor", editor), to: path)
  }
}
