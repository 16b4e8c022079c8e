import TestSupport
import Testing
import Values

/// No name that comes from outside leads to a file anywhere but where it belongs.
@Suite struct PathTests {
  private static let climbing = "../../../climbed/x"

  /// All that stands on a desk but in the folders where huddle is to write.
  private func surroundings(_ desk: Desk) throws -> [String] {
    try Disk.tree(desk.folder.path).filter { path in
      !["sessions/", "streams/", "home/.local/", "work/out"].contains { path.hasPrefix($0) }
    }
  }

  private static let playbook = """
    huddle: 1
    id: small
    version: 1.0.0
    title: Small
    sections:
      - id: one
        title: One
        steps:
          - {ask: What is it?, id: what}
    documents:
      - id: page
        title: Page
        body:
          - answers: [what]
    """ + "\n"

  @Test func `a session that was forged writes where it belongs, or nothing`() throws {
    let desk = try Desk()
    try Disk.write(Self.playbook, to: "\(desk.work)/small.yaml")
    try Disk.write("project: Apollo\npeople: [Ana, Bo]\nwhat: it\n", to: "\(desk.work)/a.yaml")
    let path = try #require(
      try desk.huddle("run", "small.yaml", "--answers", "a.yaml").lines.last)
    let lines = try Disk.text(path).split(separator: "\n")
    let id = try #require(try JSONValue(parsing: Array(lines[0].utf8))["session"]?.string)
    let forged = lines.dropLast().joined(separator: "\n")
      .replacing(id, by: Self.climbing).replacing(
        "\"project\":\"Apollo\"", by: "\"project\":\"/../..\""
      )
      .replacing("\"id\":\"page\"", by: "\"id\":\"\(Self.climbing)\"")
    try Disk.write(forged + "\n", to: path)
    #expect(try desk.huddle("reseal", path).status == 0)
    let before = try surroundings(desk)
    for arguments in [
      ["wall", path], ["export", path, "--out", "out"], ["export", path, "--all", "--out", "out2"],
      ["show", path], ["replay", path, "--project", "B"], ["list"], ["actions"],
    ] {
      let ended = try desk.huddle(arguments, input: "Ana, Bo\n/wall list\nnote\n/quit\n")
      #expect([0, 64, 65].contains(ended.status), "\(arguments): \(ended.errors)")
    }
    let resumed = try desk.huddle("resume", path, input: "/back\nhalf\n/wall list\n/quit\n")
    #expect(resumed.status == 0, "\(resumed.errors)")
    #expect(try surroundings(desk) == before)
    for folder in ["out", "out2"] where Disk.exists("\(desk.work)/\(folder)") {
      #expect(try !Disk.tree("\(desk.work)/\(folder)").contains { $0.contains("/") })
    }
  }

  private static let names: [[String]] = [
    ["run", "../../small", "--project", "A"], ["run", "..", "--project", "A"],
    ["playbooks", "show", "../x"], ["new", "../x"], ["new", ".hidden"], ["new", "a/b"],
    ["run", "small.yaml", "--project", "../../../climbed"],
    ["run", "small.yaml", "--project", "/etc/climbed\u{0}"],
  ]

  @Test(arguments: names) func `a name on the command line climbs nowhere`(_ arguments: [String])
    throws
  {
    let desk = try Desk()
    try Disk.write(Self.playbook, to: "\(desk.work)/small.yaml")
    let before = try surroundings(desk)
    _ = try desk.huddle(arguments, input: "Ana, Bo\nit\n\n")
    #expect(try surroundings(desk) == before)
    if Disk.exists(desk.sessions) {
      #expect(try !Disk.tree(desk.sessions).contains { $0.contains("/") || $0.hasPrefix(".") })
    }
  }

  @Test func `a part is looked for beside its playbook and nowhere above`() throws {
    let desk = try Desk()
    try Disk.write("huddle: 1\nid: x\nsteps:\n  - say: climbed\n", to: desk.folder.path("x.yaml"))
    for part in ["../x", "/x", "common/../../x", "./x"] {
      let text = Self.playbook.replacing("- {ask: What is it?, id: what}", by: "- use: \(part)")
      try Disk.write(text, to: "\(desk.work)/small.yaml")
      let checked = try desk.huddle("check", "small.yaml")
      #expect(checked.status == 65 && !checked.output.contains("climbed"), "\(checked.output)")
    }
  }

  @Test func `an export follows no link and overwrites nothing unasked`() throws {
    let desk = try Desk()
    try desk.play("pre-mortem")
    #expect(try desk.huddle("export", "--out", "out").status == 0)
    let name = try #require(try Disk.names("\(desk.work)/out").first)
    try Disk.write("precious", to: "\(desk.work)/precious")
    _ = try desk.shell("rm 'out/\(name)'; ln -s ../precious 'out/\(name)'")
    #expect(try desk.huddle("export", "--out", "out").status == 73)
    #expect(try desk.huddle("export", "--out", "out", "--force").status == 0)
    #expect(try Disk.text("\(desk.work)/precious") == "precious")
    _ = try desk.shell("rm 'out/\(name)'; ln -s ../precious 'out/\(name).part'")
    #expect(try desk.huddle("export", "--out", "out", "--force").status == 0)
    #expect(try Disk.text("\(desk.work)/precious") == "precious")
  }
}
