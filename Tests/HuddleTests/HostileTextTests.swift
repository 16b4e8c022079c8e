import TestSupport
import Testing

/// Words that would steer a terminal, wherever they come from: none of them reaches one.
@Suite struct HostileTextTests {
  /// A window's title, a colour, a clipboard, C1, direction, going back, deleting.
  private static let attack =
    "A\u{1b}]0;owned\u{7}\u{1b}[31m\u{1b}]52;c;b3duZWQ=\u{7}\u{9b}31m\u{202e}x\u{2066}\u{8}\u{7f}\u{90}q\u{9c}\u{61c}Z"
  private static let steering: [Unicode.Scalar] = [
    "\u{7}", "\u{8}", "\u{7f}", "\u{202e}", "\u{2066}", "\u{61c}", "\u{90}", "\u{9b}", "\u{9c}",
  ]

  /// What of the attack stands in the bytes of a terminal: control characters, foreign sequences.
  static func foreign(_ bytes: [UInt8]) -> [String] {
    let text = String(decoding: bytes, as: UTF8.self)
    var found = steering.filter { text.unicodeScalars.contains($0) }.map { "\($0.value)" }
    if text.unicodeScalars.contains("\u{fffd}") { found.append("bytes that are no UTF-8") }
    for sequence in ["\u{1b}]", "\u{1b}P", "\u{1b}X", "\u{1b}^", "\u{1b}_"]
    where text.contains(sequence) {
      found.append("sequence \(sequence.debugDescription)")
    }
    return found
  }

  /// As YAML writes it, since a raw escape is no YAML at all.
  private static func yaml(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar -> String in
      (0x20..<0x7f).contains(scalar.value) && scalar != "\"" && scalar != "\\"
        ? String(scalar) : "\\u" + hex(scalar.value)
    }
    return "\"" + escaped.joined() + "\""
  }

  private static func hex(_ value: UInt32) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// A playbook that says some words, written as YAML, wherever it says any.
  private func playbook(_ attack: String) -> String {
    """
    huddle: 1
    id: hostile
    version: 1.0.0
    title: \(attack)
    summary: \(attack)
    sections:
      - id: one
        title: \(attack)
        tip: \(attack)
        steps:
          - say: \(attack)
          - ask: \(attack)
            id: goal
          - ask: \(attack)
            id: picks
            kind: choice
            options: {a: \(attack), b: other}
          - ask: Reasons
            id: reasons
            kind: list
    outcomes:
      - decision: "{goal}"
        id: chosen
      - action: "{r}"
        each: r in reasons
    """ + "\n"
  }

  private func answers(_ attack: String) -> String {
    "project: \(attack)\npeople: [\(attack)]\ngoal: \(attack)\npicks: a\nreasons: [\(attack)]\n"
  }

  private func expectNothingForeign(
    _ desk: Desk, _ arguments: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let terminal = try PseudoTerminal(
      command: "/bin/sh",
      arguments: [
        "-c", "cd \"$1\" && shift && exec \"$@\"", "sh", desk.work, BuiltProduct.path("huddle"),
      ]
        + arguments, environment: desk.settings(["PAGER": "cat"]), rows: 40,
      columns: 100)
    _ = try terminal.waitForExit()
    #expect(!terminal.bytes.isEmpty, "\(arguments)", sourceLocation: sourceLocation)
    #expect(
      Self.foreign(terminal.bytes) == [],
      "\(arguments): \(terminal.screen.joined(separator: "\n"))", sourceLocation: sourceLocation)
  }

  /// A session whose every word was put into its file by hand: no playbook may say such things.
  private func forgeSession(_ desk: Desk) throws {
    try Disk.write(playbook("Harmless"), to: "\(desk.work)/harmless.yaml")
    try Disk.write(answers("Harmless"), to: "\(desk.work)/harmless-answers.yaml")
    let played = try desk.huddle("run", "harmless.yaml", "--answers", "harmless-answers.yaml")
    #expect(played.status == 0, "\(played.errors)")
    let path = try #require(played.lines.last)
    let escaped = Self.yaml(Self.attack).dropFirst().dropLast()
    try Disk.write(try Disk.text(path).replacing("Harmless", by: String(escaped)), to: path)
    let resealed = try desk.huddle("reseal", path)
    #expect(resealed.status == 0, "\(resealed.errors)")
  }

  @Test func `what files hold never steers the terminal`() throws {
    let desk = try Desk()
    // A name that a file system takes: no newline, no slash.
    let file = "\u{1b}[2J\u{7}bad.yaml"
    try Disk.makeFolder("\(desk.sessions)/playbooks")
    for path in [
      "\(desk.work)/hostile.yaml", "\(desk.work)/\(file)",
      "\(desk.sessions)/playbooks/hostile.yaml",
    ] {
      try Disk.write(playbook(Self.yaml(Self.attack)), to: path)
    }
    try forgeSession(desk)
    try Disk.write(
      playbook(Self.yaml(Self.attack)).replacing(
        "kind: list", by: "kind: \(Self.yaml(Self.attack))"),
      to: "\(desk.work)/broken.yaml")
    try Disk.write(
      playbook(Self.yaml(Self.attack)).replacing("say: ", by: "say: \u{1b}[31m"),
      to: "\(desk.work)/raw.yaml")
    try Disk.write(answers(Self.yaml(Self.attack)), to: "\(desk.work)/answers.yaml")
    for arguments in [
      ["check", "hostile.yaml"], ["check", "broken.yaml"], ["check", "raw.yaml"], ["check", file],
      ["check", "\u{1b}[31mnone.yaml"], ["run", "broken.yaml"], ["run", "\u{1b}]0;x\u{7}"],
      ["playbooks"], ["playbooks", "show", "hostile"], ["list"], ["show"], ["show", "--json"],
      ["show", "--document", "agreement"], ["actions"], ["actions", "--json"], ["verify"],
      ["\u{1b}[31m"],
      ["wall", "\u{1b}]0;x\u{7}"], ["reseal", "\u{9b}x"], ["sign", "2026", "--as", "\u{1b}[31m"],
      ["new", "\u{1b}[31m"], ["completions", "\u{7}"],
      ["export", "--format", "markdown,html,csv,json", "--out", "-"],
      ["export", "--all", "--out", "-"],
      ["show", "\u{1b}[31mx"], ["help", "\u{9b}31m"], ["list", "--\u{1b}[31m"],
      ["run", "hostile.yaml", "--answers", "\u{7}.yaml"],
    ] {
      try expectNothingForeign(desk, arguments)
    }
  }

  @Test func `what people type and paste never steers the terminal`() throws {
    let desk = try Desk()
    try Disk.write(playbook("Harmless"), to: "\(desk.work)/hostile.yaml")
    let keys = Keyboard(
      desk,
      try desk.terminal(
        "run", "hostile.yaml", "--project", Self.attack, "--with", "Ana \(Self.attack), Bo"))
    try keys.begin(at: "goal>")
    try keys.type("\u{1b}[200~typed \(Self.attack)\u{1b}[201~", at: "picks>")
    try keys.type("/back", at: "goal>")
    try keys.type("", at: "picks>")
    try keys.type("1", at: "reasons>")
    try keys.type("\u{1b}[200~one \(Self.attack)\u{1b}[201~", at: "reasons>")
    try keys.type("/show typed", at: "reasons>")
    try keys.press("half", gives: "reasons> half")
    try keys.killAndResume(at: "reasons>", draft: "half")
    try keys.type("\u{15}/summary", at: "reasons> half")
    let wall = try desk.terminal("wall")
    try wall.waitFor("owned")
    try keys.type("\u{15}\u{1b}[200~two \(Self.attack)\u{1b}[201~", at: "reasons>")
    try wall.waitFor("two A")
    #expect(Self.foreign(wall.bytes) == [])
    wall.send("\u{3}")
    _ = try wall.waitForExit()
    try keys.leave("/quit\r")
    #expect(Self.foreign(keys.terminal.bytes) == [])
    let home = try desk.terminal()
    try home.waitFor("huddle>")
    home.send("resume 2026\t")
    home.settle(milliseconds: 300)
    home.send("\u{15}quit\r")
    #expect(try home.waitForExit() == 0)
    #expect(Self.foreign(home.bytes) == [])
  }
}
