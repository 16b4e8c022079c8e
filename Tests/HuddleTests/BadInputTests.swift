import TestSupport
import Testing

/// What is no text, or too much of it, is refused with its place, and nothing typed goes astray.
@Suite struct BadInputTests {
  private func desk() throws -> Desk {
    let desk = try Desk()
    try Disk.write(SmallMeeting.playbook, to: "\(desk.work)/small.yaml")
    return desk
  }

  private static let long = String(repeating: "é", count: 32_769)

  /// Lines after the project's, how the meeting ends, what it says, and what it then holds.
  private static let piped: [(lines: [UInt8], status: Int32, says: [String])] = [
    (
      Array("Ana, Bo\nit\n".utf8) + [0x6e, 0xe9, 0x0a] + Array("two\n".utf8), 65,
      [
        "Line 4 of the input is not UTF-8 text (byte E9 in place 2): it is no answer.",
        "Nothing after it was read.",
      ]
    ),
    (
      Array("Ana, Bo\nit\na\0b\ntwo\n".utf8), 65, ["Line 4 of the input holds a NUL (in place 2)"]
    ),
    (
      Array("Ana, Bo\nit\n\(long)\ntwo\n".utf8), 65,
      ["This is 65538 bytes long; an answer has 65536 at most. All of it is in ", "too-long.txt."]
    ),
    (
      Array("Ana, Bo\nit\n".utf8) + [UInt8](repeating: 0x61, count: 1 << 21), 65,
      ["Line 4 of the input is longer than 1048576 bytes"]
    ),
    (Array("Ana, Bo\n\(String(repeating: "a", count: 65_536))\n".utf8), 0, ["Saved."]),
  ]

  @Test(arguments: piped.indices)
  func `a line of a pipe that is no answer ends the meeting at its question`(_ index: Int) throws {
    let (lines, status, says) = Self.piped[index]
    let desk = try desk()
    try Disk.write(Array("Apollo\n".utf8) + lines, to: "\(desk.work)/typed")
    let ended = try desk.shell("huddle run small.yaml <typed")
    #expect(ended.status == status, "\(ended.errors)")
    for words in says { #expect(ended.output.onOneLine.contains(words), "\(ended.output)") }
    let path = "\(desk.sessions)/\(try #require(try Disk.names(desk.sessions).first))"
    let records = try Disk.text(path).split(separator: "\n")
    #expect(records.count == 5, "\(records.dropFirst(2))")
    #expect(try desk.huddle("verify").status == 0)
  }

  @Test func `an answer that is too long is kept whole, and the meeting goes on`() throws {
    let desk = try desk()
    try Disk.write("Apollo\nAna, Bo\n\(Self.long)\n", to: "\(desk.work)/typed")
    _ = try desk.shell("huddle run small.yaml <typed")
    let state = "\(desk.home)/.local/state/huddle"
    let kept = try #require(try Disk.tree(state).first { $0.hasSuffix("too-long.txt") })
    #expect(try Disk.text("\(state)/\(kept)") == Self.long + "\n")
    #expect(try Disk.mode("\(state)/\(kept)") == 0o600)
    let resumed = try desk.huddle("resume", input: "the essence\n/quit\n")
    #expect(resumed.status == 0 && resumed.output.contains("What else?"), "\(resumed.output)")
  }

  @Test func `what half a bad line said is offered when the meeting goes on`() throws {
    let desk = try desk()
    try Disk.write(Array("Apollo\nAna, Bo\nthe n".utf8) + [0xff, 0x0a], to: "\(desk.work)/typed")
    _ = try desk.shell("huddle run small.yaml <typed")
    #expect(try desk.huddle("resume", input: "/quit\n").output.contains("Now: the n�"))
  }

  private static let files: [(arguments: [String], bytes: [UInt8], says: String)] = [
    (["run", "small.yaml", "--answers", "bad"], [0x77, 0x3a, 0x20, 0xff], "bad"),
    (["run", "small.yaml", "--answers", "bad"], [0x41, 0x0a, 0x42, 0x00], "U+0000"),
    (["run", "bad.yaml"], [0x77, 0x3a, 0x0a, 0x20, 0xff], "not UTF-8"),
    (["check", "bad.yaml"], [0x77, 0x3a, 0x0a, 0x20, 0xff], "bad.yaml:2:"),
  ]

  @Test(arguments: files.indices)
  func `a file that is no text is refused with its place`(_ index: Int) throws {
    let (arguments, bytes, says) = Self.files[index]
    let desk = try desk()
    for name in ["bad", "bad.yaml"] { try Disk.write(bytes, to: "\(desk.work)/\(name)") }
    let ended = try desk.huddle(arguments)
    #expect(ended.status == 65)
    #expect(ended.errors.contains(says), "\(ended.errors)")
    #expect(!Disk.exists(desk.sessions))
  }

  @Test func `a chat that is no text leaves the question as it was`() throws {
    let desk = try desk()
    try Disk.write([0x41, 0x6e, 0x61, 0x3a, 0x0a, 0xff, 0x0a], to: "\(desk.work)/chat")
    let ended = try desk.huddle(
      "run", "small.yaml", input: "Apollo\nAna, Bo\nit\n/chat chat\none\n/quit\n")
    #expect(ended.status == 0, "\(ended.errors)")
    #expect(
      ended.output.onOneLine.contains("chat: line 2 of the input is not UTF-8"), "\(ended.output)")
  }
}

extension String {
  /// With every run of white space as one blank, as a wrapped text reads.
  fileprivate var onOneLine: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
