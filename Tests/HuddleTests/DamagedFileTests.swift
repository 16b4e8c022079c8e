import TestSupport
import Testing
import Values

/// A file that is not as huddle left it: every command says the same of it, and how to mend it.
@Suite struct DamagedFileTests {
  /// What became of a sound, closed session's bytes.
  struct Harm: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let harm: @Sendable ([UInt8]) -> [UInt8]
    /// What each command says of it, in its output or its complaints; nothing where it is sound.
    var words = ""
    /// Whether what is left can still be shown.
    var isShown = true
    /// Whether `huddle reseal` accepts it as it is.
    var isMended = false
    /// What `list` and `actions` exit with; those who read a session exit with 65 where not shown.
    var status: Int32 = 65
  }

  private static func lines(_ bytes: [UInt8]) -> [[UInt8]] {
    bytes.split(separator: 0x0a).map { Array($0) + [0x0a] }
  }

  /// A line with one member changed, and the check sum that belongs to it.
  private static func resealed(_ line: [UInt8], _ old: String, _ new: String) -> [UInt8] {
    let body = String(decoding: line.dropLast(19), as: UTF8.self).replacing(old, by: new)
    return Array("\(body),\"crc\":\"\(Digest.hex8(Digest.crc32(Array(body.utf8))))\"}\n".utf8)
  }

  static let harms: [Harm] = [
    Harm(testDescription: "nothing", harm: { $0 }, status: 0),
    Harm(testDescription: "no newline at its end", harm: { $0.dropLast() }, status: 0),
    Harm(testDescription: "a cut in its last line", harm: { $0.dropLast(30) }, status: 0),
    Harm(testDescription: "empty", harm: { _ in [] }, words: "holds no whole line", isShown: false),
    Harm(
      testDescription: "a cut in its first line", harm: { Array($0.prefix(60)) },
      words: "holds no whole line", isShown: false),
    Harm(
      testDescription: "the first line alone", harm: { lines($0)[0] },
      words: "was cut off behind its first line", isShown: false),
    Harm(
      testDescription: "without its first line", harm: { Array(lines($0).dropFirst().joined()) },
      words: "record 1 is missing before this line", isShown: false),
    Harm(
      testDescription: "a byte order mark", harm: { [0xef, 0xbb, 0xbf] + $0 },
      words: ".jsonl:1: it does not end in its check", isShown: false, isMended: true),
    Harm(
      testDescription: "ends of lines as on Windows",
      harm: { Array($0.split(separator: 0x0a).map { Array($0) + [0x0d, 0x0a] }.joined()) },
      words: ".jsonl:1: it does not end in its check", isShown: false, isMended: true),
    Harm(
      testDescription: "a newer format",
      harm: {
        resealed(lines($0)[0], "\"huddle\":1", "\"huddle\":2") + lines($0).dropFirst().joined()
      },
      words: "was written by a newer huddle (version 2 of the format", isShown: false),
    Harm(
      testDescription: "a newer type of record",
      harm: {
        $0
          + resealed(lines($0)[2], "\"n\":3,", "\"n\":\(lines($0).count + 1),")
          .replacingType()
      },
      words: "is from a newer huddle", status: 0),
    Harm(
      testDescription: "a line of something else",
      harm: { Array((lines($0)[..<4] + [Array("hello\n".utf8)] + lines($0)[4...]).joined()) },
      words: ".jsonl:5: it does not end in its check"),
    Harm(
      testDescription: "NULs as a line", harm: { $0 + [0, 0, 0, 0x0a] }, words: "it does not end in"
    ),
    Harm(
      testDescription: "a line less", harm: { Array((lines($0)[..<4] + lines($0)[5...]).joined()) },
      words: ".jsonl:5: record 6 where 5 is due"),
    Harm(
      testDescription: "a line twice",
      harm: { Array((lines($0)[..<5] + lines($0)[4...]).joined()) },
      words: ".jsonl:6: record 5 where 6 is due"),
    Harm(
      testDescription: "a word edited by hand",
      harm: {
        Array(String(decoding: $0, as: UTF8.self).replacing("customer", by: "customr").utf8)
      },
      words: "its check does not hold", isMended: true),
  ]

  private func desk(_ harm: Harm) throws -> (Desk, path: String, bytes: [UInt8]) {
    let desk = try Desk()
    let path = try desk.play("pre-mortem")
    let bytes = harm.harm(try Disk.bytes(path))
    try Disk.write(bytes, to: path)
    return (desk, path, bytes)
  }

  @Test(arguments: harms) func `is told of by every command alike, and is not changed`(_ harm: Harm)
    throws
  {
    let (desk, path, bytes) = try desk(harm)
    for arguments in [["list"], ["actions"], ["list", "--json"], ["actions", "--json"]] {
      let ended = try desk.huddle(arguments)
      #expect(ended.status == harm.status, "\(arguments): \(ended.errors)")
      expect(ended.errors, says: harm.words, "\(arguments)")
    }
    for arguments in [["show", path], ["show"], ["export", "--out", "-"], ["show", "--json"]] {
      let ended = try desk.huddle(arguments)
      #expect(ended.status == (harm.isShown ? 0 : 65), "\(arguments): \(ended.errors)")
      expect(ended.errors, says: harm.words, "\(arguments)")
      #expect(ended.output.isEmpty != harm.isShown, "\(arguments)")
    }
    let verified = try desk.huddle("verify")
    #expect(verified.status == harm.status, "\(verified.output)")
    let core = harm.words.split(separator: ": ").last.map(String.init) ?? ""
    if core.isEmpty { return }
    expect(
      verified.output + verified.errors,
      says: core.replacing(" where 5 is due", by: "")
        .replacing("record 6", by: "record "), "verify")
    #expect(verified.output.contains("huddle reseal") == harm.isMended, "\(verified.output)")
    #expect(try Disk.bytes(path) == bytes)
  }

  private func expect(_ text: String, says words: String, _ command: String) {
    if words.isEmpty { return #expect(text == "", "\(command)") }
    #expect(text.contains(words), "\(command): \(text)")
  }

  @Test(arguments: harms.filter(\.isMended)) func `is accepted by reseal where nothing is lost`(
    _ harm: Harm
  ) throws {
    let (desk, path, _) = try desk(harm)
    #expect(try desk.huddle("reseal", path).status == 0)
    #expect(try desk.huddle("verify").status == 0)
    #expect(try desk.huddle("list").errors == "")
  }

  @Test(arguments: harms.filter { $0.status != 0 || !$0.words.isEmpty })
  func `is refused where it would be gone on with`(_ harm: Harm) throws {
    let desk = try Desk()
    let path = try desk.play("pre-mortem")
    // Without its close it would be open.
    let open = try Disk.bytes(path).split(separator: 0x0a).dropLast().map { Array($0) + [0x0a] }
    let bytes = harm.harm(Array(open.joined()))
    try Disk.write(bytes, to: path)
    let ended = try desk.huddle("resume", path, input: "\n")
    #expect(ended.status == 65, "\(ended.output)")
    let words = harm.words.split(separator: ":").last.map { String($0.prefix(24)) } ?? ""
    #expect(ended.errors.contains(words), "\(ended.errors)")
    #expect(try Disk.bytes(path) == bytes)
  }
}

extension [UInt8] {
  /// The line as a type that nobody knows yet.
  fileprivate func replacingType() -> [UInt8] {
    let body = String(decoding: dropLast(19), as: UTF8.self)
      .replacing("\"type\":\"person.joined\"", by: "\"type\":\"vote.sung\"")
    return Array("\(body),\"crc\":\"\(Digest.hex8(Digest.crc32(Array(body.utf8))))\"}\n".utf8)
  }
}
