import TestSupport
import Testing

/// What a machine can do to a meeting: nothing acknowledged is lost, and huddle says what to do.
@Suite struct FaultTests {
  private func desk() throws -> Desk {
    let desk = try Desk()
    try Disk.write(SmallMeeting.playbook, to: "\(desk.work)/small.yaml")
    return desk
  }

  /// A shell script around a meeting that is typed into it, with a pause before its last lines.
  private func meeting(
    _ desk: Desk, _ options: String = "", after meddling: String, then lines: [String] = ["zebra"]
  ) throws -> Ended {
    let rest = lines.map { "echo \($0)" }.joined(separator: "; ")
    return try desk.shell(
      """
      { echo Apollo; echo Ana, Bo; echo saved words; sleep 0.7; \(meddling); \(rest); } |
        huddle run small.yaml \(options)
      """)
  }

  private func session(_ desk: Desk, in folder: String? = nil) throws -> String {
    let folder = folder ?? desk.sessions
    let names = try Disk.names(folder).filter { $0.hasSuffix(".jsonl") }
    return "\(folder)/\(try #require(names.first))"
  }

  @Test func `a folder that vanishes is 75, and the session is rescued where it was`() throws {
    let desk = try desk()
    let ended = try meeting(desk, after: "mv '\(desk.sessions)' '\(desk.sessions).gone'")
    #expect(ended.status == 75, "\(ended.errors)")
    #expect(ended.errors.contains("NOT saved"), "\(ended.errors)")
    let rescued = try session(desk)
    #expect(ended.errors.contains("huddle resume \(rescued)"), "\(ended.errors)")
    #expect(try desk.huddle("list").errors.contains(rescued))
    #expect(try desk.huddle("resume").errors.contains("huddle resume \(rescued)"))
    let resumed = try desk.huddle("resume", rescued, input: "on\n/quit\n")
    #expect(resumed.status == 0 && resumed.output.contains("Nothing is lost"), "\(resumed.errors)")
    // Nothing stood in its place, so it is there again.
    let words = try Disk.text(rescued.replacing(".rescued", by: ""))
    #expect(words.contains("saved words") && words.contains("zebra") && words.contains("\"on\""))
    #expect(!Disk.exists(rescued))
    #expect(try desk.huddle("list").errors == "")
    let kept = try Disk.text(try session(desk, in: desk.sessions + ".gone"))
    #expect(kept.contains("saved words") && !kept.contains("zebra"))
  }

  @Test func `a file renamed under its writer is 75, and what was said stands beside it`() throws {
    let desk = try desk()
    let ended = try meeting(
      desk, after: "cd '\(desk.sessions)'; for f in *.jsonl; do mv $f old.jsonl; done")
    #expect(ended.status == 75, "\(ended.errors)")
    let rescued = try #require(
      try Disk.names(desk.sessions).first { $0.hasSuffix(".rescued.jsonl") })
    #expect(try Disk.text("\(desk.sessions)/\(rescued)").contains("zebra"))
    #expect(ended.errors.contains(".rescued.jsonl"), "\(ended.errors)")
    let resumed = try desk.huddle("resume", "old", input: "on\n/quit\n")
    #expect(resumed.status == 0 && resumed.output.contains("What else?"), "\(resumed.errors)")
  }

  @Test func `an older file put in a session's place is told to lack what was rescued`() throws {
    let desk = try desk()
    let ended = try meeting(
      desk, after: "cd '\(desk.sessions)'; cp *.jsonl old; echo yak; sleep 0.7; mv old *.jsonl")
    #expect(ended.status == 75, "\(ended.errors)")
    let rescued = try #require(
      try Disk.names(desk.sessions).first { $0.hasSuffix(".rescued.jsonl") })
    let words = try Disk.text("\(desk.sessions)/\(rescued)")
    #expect(words.contains("yak") && words.contains("zebra"))
    let resumed = try desk.huddle("resume", input: "/quit\n")
    #expect(resumed.errors.contains("huddle resume \(desk.sessions)/\(rescued)"))
    #expect(!resumed.output.contains("Nothing is lost"), "\(resumed.output)")
  }

  @Test func `a limit on file sizes says NOT saved and keeps the words`() throws {
    let desk = try desk()
    let entries = (1...60).map { "entry \($0) " + String(repeating: "x", count: 400) }
    try Disk.write(
      "Apollo\nAna, Bo\nshort\n\(entries.joined(separator: "\n"))\n", to: "\(desk.work)/typed")
    let ended = try desk.shell(
      "{ (ulimit -f 32; huddle run small.yaml; echo status $?) <typed 2>&1; } | cat")
    #expect(ended.output.contains("NOT saved"), "\(ended.output)")
    #expect(ended.output.contains("status 74"), "\(ended.output)")
    #expect(try desk.huddle("verify").status == 0)
    let shown = try desk.huddle("show", "--json").output
    let kept = entries.count { shown.contains("\"\($0)\"") }
    let resumed = try desk.huddle("resume", input: "/quit\n")
    #expect(resumed.output.contains("Now: entry \(kept + 1)"), "\(kept): \(resumed.output)")
  }

  private static let readers: [[String]] = [
    ["list"], ["show"], ["show", "--json"], ["actions"], ["export", "--out", "-"], ["verify"],
    ["playbooks"], ["help"], ["manual"], ["schema"], ["reference"], ["completions", "bash"],
  ]

  @Test(arguments: readers) func `a full output is 74 with a word, a closed one is none`(
    _ arguments: [String]
  ) throws {
    guard Disk.exists("/dev/full") else { return }
    let desk = try Desk()
    try desk.play("pre-mortem")
    let words = arguments.joined(separator: " ")
    let full = try desk.shell("huddle \(words) >/dev/full")
    #expect(full.status == 74 && full.errors.contains("Cannot write"), "\(full.errors)")
    let closed = try desk.shell("huddle \(words) >&-")
    #expect(closed.status == 74, "\(closed.errors)")
  }

  @Test func `a link or a folder in a session's place is read by nobody`() throws {
    let desk = try desk()
    let path = try desk.play("pre-mortem")
    let bytes = try Disk.bytes(path)
    _ = try desk.shell("mv '\(path)' \(desk.work)/real; ln -s \(desk.work)/real '\(path)'")
    try Disk.makeFolder("\(desk.sessions)/folder.jsonl")
    let listed = try desk.huddle("list")
    #expect(listed.status == 66, "\(listed.output)")
    #expect(listed.errors.split(separator: "\n").count == 2, "\(listed.errors)")
    for command in ["show", "resume", "verify", "export"] {
      let ended = try desk.huddle(command, path, input: "\n")
      #expect(ended.status == 66, "\(command): \(ended.errors)")
      #expect(ended.errors.contains("no such file") || ended.errors.contains("not a plain file"))
    }
    for arguments in [["redact", path, "3", "--yes"], ["reseal", path]] {
      #expect(try desk.huddle(arguments).status == 66)
    }
    #expect(try Disk.bytes("\(desk.work)/real") == bytes)
  }

  // MARK: The second copy

  @Test func `a second copy that cannot be written is told before anything begins`() throws {
    let desk = try desk()
    try Disk.write("a file", to: "\(desk.work)/stick")
    let ended = try desk.huddle(
      "run", "small.yaml", "--also", "stick/copy", input: "Apollo\nAna, Bo\n")
    #expect(ended.status == 73 && ended.errors.contains("--also stick/copy"), "\(ended.errors)")
    #expect(!Disk.exists(desk.sessions))
  }

  @Test func `a file in the place of a folder is told by whoever looks into it`() throws {
    let desk = try desk()
    try Disk.write("a file", to: "\(desk.work)/taken")
    for folder in ["taken", "taken/deeper"] {
      for command in ["list", "resume", "actions", "show"] {
        let ended = try desk.huddle(command, "--folder", folder, input: "\n")
        #expect(ended.status == 74, "\(command): \(ended.output) \(ended.errors)")
        #expect(ended.errors.contains("\(folder): cannot read the folder: Not a directory"))
      }
    }
  }

  @Test func `a scripted meeting has its second copy too`() throws {
    let desk = try Desk()
    let answers = Fixtures.answers(of: "pre-mortem")
    let played = try desk.huddle(
      "run", "pre-mortem", "--answers", answers, "--also", "stick/copy")
    let path = try #require(played.lines.last)
    let copy = try session(desk, in: "\(desk.work)/stick/copy")
    #expect(try Disk.bytes(copy) == Disk.bytes(path))
    try Disk.write("Apollo\nAna, Bo\nwords\n", to: "\(desk.work)/typed.txt")
    let refused = try desk.huddle(
      "run", "pre-mortem", "--answers", answers, "--project", "Zeus", "--also", "/dev/null/x")
    #expect(refused.status == 73 && refused.errors.contains("--also /dev/null/x"))
    #expect(try Disk.names(desk.sessions).filter { $0.hasSuffix(".jsonl") }.count == 1)
  }

  @Test func `a second copy that stops is told once, and the meeting goes on`() throws {
    let desk = try desk()
    let ended = try meeting(
      desk, "--also stick", after: "mv stick gone", then: ["one", "two", "/quit"])
    #expect(ended.status == 0, "\(ended.errors)")
    let told = ended.output.split(separator: "\n").count { $0.contains("second copy stopped") }
    #expect(told == 1, "\(ended.output)")
    let kept = try Disk.text(try session(desk))
    #expect(kept.contains("\"one\"") && kept.contains("\"two\""))
    let copy = try Disk.text(try session(desk, in: "\(desk.work)/gone"))
    #expect(kept.hasPrefix(copy) && copy.contains("saved words"))
  }

  @Test func `a second copy that another wrote to is left alone`() throws {
    let desk = try desk()
    let ended = try meeting(
      desk, "--also stick", after: "for f in stick/*; do echo more >>$f; done",
      then: ["x", "/quit"])
    #expect(ended.output.contains("changed by others"), "\(ended.output)")
    #expect(try Disk.text(try session(desk, in: "\(desk.work)/stick")).hasSuffix("}\nmore\n"))
  }

  @Test func `a second copy that stops at the record of resuming is told too`() throws {
    let desk = try desk()
    try Disk.makeFolder("\(desk.work)/stick")
    guard try desk.shell("mount -t tmpfs -o size=64k tmpfs stick").status == 0 else { return }
    defer { _ = try? desk.shell("umount stick") }
    func begin(_ words: String, _ options: String...) throws -> Int {
      let ended = try desk.huddle(
        ["run", "small.yaml"] + options, input: "Apollo\nAna, Bo\n\(words)\n/quit\n")
      #expect(ended.status == 0, "\(ended.errors)")
      return try Disk.bytes(try session(desk)).count
    }
    let least = try begin("x")
    _ = try desk.shell("rm -r '\(desk.sessions)'")
    // Fifty bytes of its last page are left for a record of some hundred.
    let size = try begin(
      String(repeating: "x", count: 1 + 8192 - 50 - least), "--also", "stick")
    #expect(size == 8192 - 50)
    _ = try desk.shell("cat /dev/zero >stick/full")
    let resumed = try desk.huddle("resume", "--also", "stick", input: "/quit\n")
    #expect(resumed.status == 0, "\(resumed.errors)")
    let told = (resumed.output + resumed.errors).split(separator: "\n")
      .filter { $0.contains("second copy stopped") }
    #expect(told.count == 1 && told[0].contains("No space left"), "\(resumed)")
  }

  // MARK: A torn end

  @Test func `a torn end stays until something is added behind it`() throws {
    let desk = try desk()
    let begun = try desk.huddle(
      "run", "small.yaml", "--also", "stick", input: "Apollo\nAna, Bo\nsaved words\n/quit\n")
    #expect(begun.status == 0, "\(begun.errors)")
    let path = try session(desk)
    let torn = try Disk.bytes(path) + Array("{\"n\":9".utf8)
    try Disk.write(torn, to: path)
    let copy = try session(desk, in: "\(desk.work)/stick")
    try Disk.write(try Disk.text(copy).replacing("saved words", by: "other words"), to: copy)
    let elsewhere = ["XDG_STATE_HOME": Optional(desk.folder.path("elsewhere"))]
    let said = try [
      desk.huddle("resume", input: "no\n", with: elsewhere),
      desk.huddle("resume", "--also", "stick", input: "/quit\n"),
    ]
    #expect(said.map(\.status) == [75, 73], "\(said)")
    #expect(said[0].errors.contains("stays as it is"), "\(said[0].errors)")
    #expect(said[1].errors.contains("Nothing was changed"), "\(said[1].errors)")
    #expect(try Disk.bytes(path) == torn)
    #expect(try Disk.names(desk.sessions).count == 1)
    let resumed = try desk.huddle("resume", input: "/quit\n")
    #expect(resumed.status == 0 && resumed.errors.contains("6 bytes, never acknowledged"))
    let stem = String(path.dropLast(".jsonl".count))
    #expect(try Disk.text("\(stem).torn") == "{\"n\":9")
    #expect(try desk.huddle("verify").status == 0)
  }
}
