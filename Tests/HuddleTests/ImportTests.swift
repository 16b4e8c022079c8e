import TestSupport
import Testing

/// Meetings that were held elsewhere, read in as sessions of their own.
@Suite struct ImportTests {
  private static func log(_ name: String) -> String { "\(Fixtures.folder)/\(name)" }

  /// What was said in each of these is the same: only the tools that kept it differ.
  static let chats = [
    "zoom.txt": "Read a Zoom chat:", "zoom-old.txt": "Read a Zoom chat:",
    "teams.txt": "Read a Teams chat:", "meet.sbv": "Read a Meet chat:",
    "slack.json": "Read a Slack export or chat:", "slack-pasted.txt": "Read a chat:",
    "chat.txt": "Read a chat:",
  ]

  @Test(arguments: chats.keys.sorted())
  func `a chat gives its people, decisions and actions, and offers what only sounds so`(
    file: String
  ) throws {
    let desk = try Desk()
    let read = try desk.huddle("import", Self.log("Imports/\(file)"), "--project", "Ship")
    Case(
      "import",
      says: [
        Self.chats[file] ?? "?", "3 people", "1 action, 1 decision",
        "A1 tell support · Ben Ost · Fri 27 Nov 2026", "D1 we ship on 1 December",
        "1 more sounds like one", "Ann Lee · write the notes",
      ]
    ).check(read)
    let listed = try desk.huddle("actions", "--json", "--owner", "ben").output
    #expect(listed.contains(#""owners":["Ben Ost"],"due":"2026-11-27""#))
    let record = try Disk.text(read.lines.last ?? "")
    #expect(record.contains(#""via":"imported""#) && !record.contains("nobody may read this"))
    Case("verify", says: ["Sound"]).check(try desk.huddle("verify", "Ship"))
    // The same documents as of any meeting.
    let minutes = try desk.huddle("export", "Ship", "--document", "minutes", "--out", "-").output
    #expect(minutes.contains("| D1 | we ship on 1 December"))
    #expect(minutes.contains("Fri 20 Nov 2026.") && !minutes.contains("10:00"))
  }

  @Test func `a retrospective keeps its groups and their votes`() throws {
    let desk = try Desk()
    let read = try desk.huddle("import", Self.log("Imports/parabol.csv"))
    Case("import", says: ["Read a Parabol retrospective: 2 people, 4 lines, 1 action"]).check(read)
    let minutes = try desk.huddle("show").output
    for words in ["Deploys", "Alerts at night, and nobody reads them", "Mute the old alerts"] {
      #expect(minutes.contains(words))
    }
    let json = try desk.huddle("show", "--json").output
    #expect(json.contains(#""dots":{"totals":{"T1":4,"T2":6}}"#))
  }

  @Test func `a log in a convention keeps several owners, and the pipe is a file too`() throws {
    let desk = try Desk()
    let text = try Disk.text(Self.log("Outcomes/w3c/09-several-owners.txt"))
    let read = try desk.huddle(
      ["import", "-", "--project", "Forms", "--date", "2026-11-02"], input: text)
    Case(
      "import",
      says: [
        "scribe’s log", "A1 propose a solution for issue 42 · Jan, Kaya and Luc", "2026-11-02-",
      ]
    ).check(read)
    let actions = try desk.huddle("actions", "--by", "owner").output
    for name in ["Jan", "Kaya", "Luc", "Mia", "Nils", "Ole"] {
      #expect(actions.contains("\(name)\n"))
    }
    #expect(try desk.huddle("actions", "--owner", "kaya").lines.count == 1)
    #expect(try desk.huddle("show", "--json").output.contains("several own it"))
  }

  @Test func `what is suggested is taken when it is asked for`() throws {
    let desk = try Desk()
    let minutes = Self.log("Outcomes/minutes/30-long.txt")
    Case("import", says: ["0 actions, 0 decisions", "4 more sound like some"])
      .check(try desk.huddle("import", minutes))
    Case("import", status: 73, complains: ["This was read in before"])
      .check(try desk.huddle("import", minutes))
    Case("import", says: ["3 actions, 1 decision", "A1 ask whether it includes the gate · Uli"])
      .check(try desk.huddle("import", minutes, "--suggested"))
  }

  static let refusals = [
    Case("import", status: 64, complains: ["Which file?"]),
    Case("import", "nowhere.txt", status: 66, complains: ["Cannot read nowhere.txt"]),
    Case("import", "-", status: 65, complains: ["standard input is empty"]),
    Case("import", "-", input: "a\0b", status: 65, complains: ["is no text"]),
    Case("import", "-", "--from", "zom", status: 64, complains: ["did you mean zoom?"]),
    Case("import", "-", "--date", "someday", status: 64, complains: ["“someday” is no day"]),
    Case(
      "import", "-", "--from", "zoom", input: "no names here\nnor there\n", status: 65,
      complains: ["line 1: no line begins with a name"]),
    Case(
      "import", "-", input: "\"reflectionGroup\",\"content\"\n\"a\",\"b", status: 65,
      complains: ["line 2: opens a quotation mark"]),
    Case(
      "import", "-", input: "reflectionGroup,author,content\na,b,c\n", status: 65,
      complains: ["line 1: has no column “votes”"]),
    Case(
      "import", "-", input: "[{\"ts\": \"1\", ]", status: 65, complains: ["is no JSON"]),
  ]

  @Test(arguments: refusals)
  func `what cannot be read is said with its place, and no session is begun`(wrong: Case) throws {
    let desk = try Desk()
    wrong.check(try desk.huddle(wrong.arguments, input: wrong.input))
    let begun = Disk.exists(desk.sessions) ? try Disk.names(desk.sessions) : []
    #expect(begun == [])
  }

  @Test func `everything at once goes into a folder of its own, and never over a file`() throws {
    let desk = try Desk()
    let journal = try desk.play("pre-mortem")
    let stem = journal.split(separator: "/").last.map { String($0.dropLast(6)) } ?? ""
    let first = try desk.huddle("export", "Apollo", "--all")
    #expect(first.lines.allSatisfy { $0.hasPrefix("\(stem)/") })
    #expect(try Disk.names(desk.work) == [stem])
    #expect(try Disk.names("\(desk.work)/\(stem)").count == first.lines.count)
    let page = try Disk.text("\(desk.work)/\(stem)/agreement.html")
    Case("export", status: 73, complains: ["is there already"])
      .check(try desk.huddle("export", "Apollo", "--all"))
    #expect(try desk.huddle("export", "apollo", "--all", "--force").status == 0)
    #expect(try Disk.text("\(desk.work)/\(stem)/agreement.html") == page)
  }
}
