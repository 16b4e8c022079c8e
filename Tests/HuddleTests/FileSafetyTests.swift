import TestSupport
import Testing

/// Names that others gave to files, and modes that let others in.
@Suite struct FileSafetyTests {
  private func desk() throws -> (desk: Desk, path: String) {
    let desk = try Desk()
    try Disk.write(SmallMeeting.playbook, to: "\(desk.work)/small.yaml")
    let ended = try desk.huddle(
      "run", "small.yaml", input: "Apollo\nAna, Bo\nsaved words\n/quit\n")
    #expect(ended.status == 0 && ended.errors.isEmpty, "\(ended.errors)")
    let name = try #require(try Disk.names(desk.sessions).first)
    return (desk, "\(desk.sessions)/\(name)")
  }

  // MARK: Names

  @Test func `a name makes no second line, and what is no name is told and left out`() throws {
    let (desk, path) = try desk()
    let session = try Disk.bytes(path)
    let forged = ["a\nForged", "b\u{1b}]0;x\u{7}", "c\rForged", "d\u{9b}31m", "e\u{85}Forged"]
    for name in forged { try Disk.write(session, to: "\(desk.sessions)/\(name).jsonl") }
    _ = try desk.shell("cp '\(path)' \"$HUDDLE_FOLDER/$(printf 'bad\\377').jsonl\"")
    for arguments in [["list"], ["list", "--json"], ["actions"]] {
      let ended = try desk.huddle(arguments)
      let told = ended.errors.split(separator: "\n")
      #expect(told.count == forged.count + 1, "\(arguments): \(ended.errors)")
      #expect(told.allSatisfy { $0.contains("rename it") }, "\(ended.errors)")
      let all = (ended.output + ended.errors).split(whereSeparator: \.isNewline)
      #expect(!all.contains { $0.hasPrefix("Forged") }, "\(ended.output)\(ended.errors)")
    }
    // None of them is anybody's latest session.
    #expect(try desk.huddle("verify").output.contains(path))
    #expect(try desk.huddle("resume", input: "/quit\n").status == 0)
  }

  @Test func `the name of a file to check stays on its line`() throws {
    let (desk, path) = try desk()
    for (name, text) in [("good", SmallMeeting.playbook), ("bad", "huddle: 1\nid: X\n")] {
      try Disk.write(text, to: "\(desk.work)/\(name)\nForged.yaml")
    }
    try Disk.write(try Disk.bytes(path), to: "\(desk.work)/a\nForged.jsonl")
    for arguments in [
      ["check", "."], ["check", "good\nForged.yaml"], ["check", "bad\nForged.yaml"],
      ["verify", "./a\nForged.jsonl"], ["verify", "./none\nForged.jsonl"],
      ["resume", "./none\nForged.jsonl"],
    ] {
      let ended = try desk.huddle(arguments, input: "\n")
      let lines = (ended.output + ended.errors).split(separator: "\n")
      #expect(!lines.isEmpty && !lines.contains { $0.hasPrefix("Forged") }, "\(lines)")
    }
  }

  // MARK: Links

  @Test func `a link that leads nowhere is somebody's, and stays`() throws {
    let (desk, _) = try desk()
    for (name, arguments) in [
      ("mine.yaml", ["new", "mine"]),
      ("page.md", ["export", "--document", "minutes", "--out", "page.md"]),
    ] {
      _ = try desk.shell("ln -s nowhere \(name)")
      let ended = try desk.huddle(arguments)
      #expect(ended.status == 73 && ended.errors.contains("is there already"), "\(ended)")
      #expect(try desk.shell("readlink \(name)").output == "nowhere\n")
    }
  }

  @Test func `what is kept beside a session is written through no link`() throws {
    let (desk, path) = try desk()
    try Disk.write("precious", to: "\(desk.work)/precious")
    try Disk.makeFolder("\(desk.work)/elsewhere")
    let stem = String(path.dropLast(".jsonl".count))
    // A torn end has to be set aside before anything is added.
    let torn = try Disk.bytes(path) + Array("{\"n\":".utf8)
    try Disk.write(torn, to: path)
    _ = try desk.shell("ln -s '\(desk.work)/precious' '\(stem).torn'")
    let resumed = try desk.huddle("resume", path, input: "/quit\n")
    #expect(resumed.status == 74, "\(resumed.errors)")
    #expect(try Disk.bytes(path) == torn)
    _ = try desk.shell("rm '\(stem).torn'")
    // What can no longer be saved goes beside the session, under a name that nothing has.
    let moved = try desk.shell(
      """
      ln -s '\(desk.work)/precious' '\(stem).rescued.jsonl'
      { sleep 0.7; mv '\(path)' '\(path).old'; echo zebra; } | huddle resume '\(path)'
      """)
    #expect(moved.status == 75 && moved.errors.contains("NOT saved"), "\(moved.errors)")
    let rescued = "\(stem).rescued-2.jsonl"
    #expect(moved.errors.contains("huddle resume \(rescued)"), "\(moved.errors)")
    #expect(try Disk.text(rescued).contains("zebra"))
    // Later signatures stand in a folder beside it.
    let closed = try desk.play("model-scoping")
    _ = try desk.shell("ln -s '\(desk.work)/elsewhere' \"$HUDDLE_FOLDER/follow-ups\"")
    let signed = try desk.huddle("sign", closed, "--as", "Vera Holt", "--answer", "agree")
    #expect(signed.status == 65 && signed.errors.contains("symbolic link"), "\(signed.errors)")
    #expect(try Disk.names("\(desk.work)/elsewhere") == [])
    #expect(try Disk.text("\(desk.work)/precious") == "precious")
  }

  // MARK: Modes

  @Test func `a file or a folder that lets others in is told of where a session is opened`() throws
  {
    let (desk, path) = try desk()
    Disk.setMode(desk.sessions, 0o755)
    let look = "look into \(desk.sessions) (mode 0755); chmod 700 closes it"
    let begun = try desk.huddle("run", "small.yaml", input: "B\nAna, Bo\n/quit\n")
    #expect(begun.status == 0 && begun.errors.contains(look), "\(begun.errors)")
    let resumed = try desk.huddle("resume", path, input: "/quit\n")
    #expect(resumed.status == 0 && resumed.errors.contains(look), "\(resumed.errors)")
    #expect(try desk.huddle("verify", path).output.contains("its folder (mode 0755)"))
    #expect(try desk.huddle("init", desk.sessions).output.contains("mode 0755"))
    Disk.setMode(path, 0o640)
    let file = "others on this machine may read this session (mode 0640); chmod 600 closes it"
    #expect(try desk.huddle("resume", path, input: "/quit\n").errors.contains(file))
    #expect(try desk.huddle("verify", path).output.contains("can read it (mode 0640)"))
    // huddle changes neither: they are the person's own.
    #expect(try Disk.mode(desk.sessions) == 0o755)
    #expect(try Disk.mode(path) == 0o640)
  }

  @Test func `what is exported is its owner's alone, under any umask`() throws {
    let desk = try Desk()
    try desk.play("pre-mortem")
    let path = try Self.withPandoc(desk)
    for out in ["", "--out new/deep", "--out there"] {
      let ended = try desk.shell(
        "umask 0; mkdir -p there; huddle export --all \(out)", with: ["PATH": path])
      #expect(ended.status == 0 && ended.output.contains(".docx"), "\(ended.errors)")
      for file in ended.lines {
        #expect(try Disk.mode("\(desk.work)/\(file)") == 0o600, "\(file)")
      }
    }
    for name in try Disk.names(desk.work) {
      let mode = try Disk.mode("\(desk.work)/\(name)")
      #expect(mode == (name == "there" ? 0o777 : 0o700), "\(name)")
    }
    #expect(try Disk.mode("\(desk.work)/new/deep") == 0o700)
    // A laxer file that is replaced does not pass its mode on.
    let file = try #require(try Disk.names("\(desk.work)/there").first)
    Disk.setMode("\(desk.work)/there/\(file)", 0o666)
    let again = try desk.huddle("export", "--all", "--out", "there", "--force")
    #expect(again.status == 0, "\(again.errors)")
    #expect(try Disk.mode("\(desk.work)/there/\(file)") == 0o600)
  }

  @Test func `a Word document goes through no link, and takes no other file with it`() throws {
    let desk = try Desk()
    try desk.play("pre-mortem")
    let path = try Self.withPandoc(desk)
    let arguments = [
      "export", "Apollo", "--format", "docx", "--document", "agreement", "--force",
    ]
    let name = try #require(try desk.huddle(arguments, with: ["PATH": path]).lines.first)
    try Disk.write("precious", to: "\(desk.work)/precious")
    try Disk.write("mine", to: "\(desk.work)/\(name).md")
    for link in [name, "\(name).part", "\(name).md.part"] {
      _ = try desk.shell("rm -f '\(link)'; ln -s precious '\(link)'")
      let ended = try desk.huddle(arguments, with: ["PATH": path])
      #expect(ended.status == 0, "\(link): \(ended.errors)")
    }
    #expect(try Disk.text("\(desk.work)/precious") == "precious")
    #expect(try Disk.text("\(desk.work)/\(name).md") == "mine")
    #expect(try Disk.text("\(desk.work)/\(name)").contains("# Before we start"))
    #expect(try Disk.names(desk.work).sorted() == [name, "\(name).md", "precious"].sorted())
  }

  /// A path on which a stand-in for pandoc writes, as it does, through whatever stands there.
  private static func withPandoc(_ desk: Desk) throws -> String {
    let folder = desk.folder.path("bin")
    try Disk.makeFolder(folder)
    try Disk.write(
      "#!/bin/sh\nfor last; do :; done\ncat \"$last\" >\"$HUDDLE_DOCUMENT\"\n",
      to: "\(folder)/pandoc")
    _ = try desk.shell("chmod +x '\(folder)/pandoc'")
    return "\(folder):/usr/bin:/bin"
  }
}
