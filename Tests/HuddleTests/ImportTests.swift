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
    "chat.txt": "Read a chat:", "zoom.vtt": "Read a Zoom chat:",
    "teams.vtt": "Read a Teams chat:", "teams-pasted.txt": "Read a chat:",
    "zoom-cloud.txt": "Read a chat:",
  ]

  /// One summary in one message, and an answer to another: as three programs keep them.
  private static let summaries = [
    (
      "zoom.txt",
      "15:01:39 From Ann Lee to Everyone:\n\tWe need numbers\n"
        + "15:03:10 From Cy to Everyone:\n\tReplying to \"We need numbers\"\n"
        + "\tACTION: Cy to send the numbers by 4 Dec\n15:03:20 From Ann Lee to Everyone:\n"
        + "\tTo sum up:\n\tDECISION: publish on Monday\n\tACTION: Bo to tell the press\n"
        + "15:03:40 From Cy to Everyone:\n\tok\n15:03:50 From Cy to Ann Lee(Privately):\n\tno\n"
    ),
    (
      "slack.json",
      "[{\"user\":\"U1\",\"user_profile\":{\"real_name\":\"Ann Lee\"},\"ts\":\"1795168800.000100\","
        + "\"text\":\"To sum up\\nDECISION: publish on Monday\\nACTION: Bo to tell the press\\n"
        + "ACTION: Cy to send the numbers by 4 Dec\"}]"
    ),
    (
      "teams.txt",
      "[11/20/2026 10:01 AM] Ann Lee\nHello, we start\n[11/20/2026 10:02 AM] Ann Lee\nTo sum up\n"
        + "DECISION: publish on Monday\nACTION: Bo to tell the press\n"
        + "ACTION: Cy to send the numbers by 4 Dec\n[11/20/2026 10:05 AM] Cy\nfine by me\n"
    ),
    (
      "plain.txt",
      "Cy: ACTION: Cy to send the numbers by 4 Dec\nAnn Lee: DECISION: publish on Monday\n"
        + "and a remark without a name\nAnn Lee: ACTION: Bo to tell the press\n"
    ),
  ]

  @Test(arguments: summaries)
  func `each marked line of a message is heard, an answer to another message too`(
    _ name: String, _ log: String
  ) throws {
    let desk = try Desk()
    try Disk.write(log, to: "\(desk.work)/\(name)")
    let read = try desk.huddle("import", name, "--project", "Ship")
    Case("import", says: ["2 actions, 1 decision", "D1 publish on Monday\n"]).check(read)
    #expect(read.output.contains("send the numbers · Cy · Fri 4 Dec"), "\(read.output)")
    #expect(read.output.contains("tell the press · Bo\n"), "\(read.output)")
    // A greeting, and what was for one person.
    #expect(
      read.output.contains("2 lines are left out: hello") == (name == "zoom.txt"), "\(read.output)")
  }

  @Test func `a log that cannot be kept leaves nothing, and what it was to replace`() throws {
    let desk = try Desk()
    let lines = (1...400).map { "<ana> line \($0) \(String(repeating: "word ", count: 20))" }
    try Disk.write(lines.joined(separator: "\n") + "\n", to: "\(desk.work)/log.txt")
    // There is room for the beginning of a session, and for no more.
    let cramped = "ulimit -f 16; huddle import log.txt --project B"
    for _ in 1...2 {
      let ended = try desk.shell(cramped)
      #expect(ended.status == 74 && ended.errors.contains("NOT saved"), "\(ended.errors)")
      #expect(try Disk.names(desk.sessions) == [])
    }
    let read = try desk.huddle("import", "log.txt", "--project", "B")
    let path = try #require(read.lines.last)
    let before = try Disk.bytes(path)
    #expect(try desk.shell("\(cramped) --replace").status == 74)
    #expect(try Disk.bytes(path) == before)
    #expect(try Disk.names(desk.sessions).count == 1)
  }

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

  @Test func `what is voted on is a decision, and a vote is nothing that was said`() throws {
    let desk = try Desk()
    let read = try desk.huddle("import", Self.log("Outcomes/meetbot/62-votes-counted.txt"))
    Case(
      "import",
      says: ["D1 Pavel Novak to join the board", "D2 Rejected: Build a second shed"]
    ).check(read)
    let minutes = try desk.huddle("show").output
    for noise in ["[VOTE]", "[endvote]", "[ACTION]", "+0 (", "+1 ("] {
      #expect(!minutes.contains(noise))
    }
  }

  @Test func `what is suggested is taken when it is asked for`() throws {
    let desk = try Desk()
    let minutes = Self.log("Outcomes/minutes/30-long.txt")
    Case("import", says: ["0 actions, 0 decisions", "4 more sound like some"])
      .check(try desk.huddle("import", minutes))
    Case("import", status: 73, complains: ["This was read in before"])
      .check(try desk.huddle("import", minutes))
    Case("import", status: 73, complains: ["--replace reads it in anew"])
      .check(try desk.huddle("import", minutes, "--suggested"))
    Case("import", says: ["3 actions, 1 decision", "A1 ask whether it includes the gate · Uli"])
      .check(try desk.huddle("import", minutes, "--suggested", "--replace", "--date", "3 Nov 2026"))
    let files = try Disk.names(desk.sessions).filter { !$0.hasPrefix(".") }
    #expect(files.count == 2 && files.contains { $0.hasSuffix(".jsonl.replaced") })
    #expect(files.contains { $0.hasPrefix("2026-11-03-") && $0.hasSuffix(".jsonl") })
    #expect(try desk.huddle("list").output.split(whereSeparator: \.isNewline).count == 1)
  }

  @Test func `a log that was read for another project is read again, and that is said`() throws {
    let desk = try Desk()
    let log = Self.log("Imports/zoom.txt")
    let first = try desk.huddle("import", log, "--project", "Ship")
    let path = try #require(first.lines.last)
    let again = try desk.huddle("import", log, "--project", "Boat")
    let said = again.output.split(whereSeparator: \.isNewline).joined(separator: " ")
    #expect(again.status == 0 && said.contains("read in before, for the project Ship"))
    #expect(said.contains(path), "\(again.output)")
    let other = try desk.huddle(
      "import", Self.log("Imports/teams.txt"), "--project", "Canoe")
    #expect(!other.output.contains("read in before"))
  }

  /// What a log says of its own day, beside days of other meetings.
  static let days = [
    ("Minutes, 14 Sept 2026\nPresent: Ana, Bo\nDecision: ship it\n", "Mon 14 Sep 2026"),
    ("Team sync 21/05/2026\nPresent: Ana\nDecision: ship it\n", "Thu 21 May 2026"),
    ("Protokoll vom 3. März 2026\nAnwesend: Ana\nBeschluss\nDecision: go\n", "Tue 3 Mar 2026"),
    (
      "– DRAFT –\nForms CG – 03 June 2026\n\nPrevious minutes: https://x.org/2026/05/27-min.html\n"
        + "RESOLUTION: labels are short\n", "Wed 3 Jun 2026"
    ),
    (
      "<ana> scribe: ana\n<ana> RESOLVED: accept https://www.w3.org/2026/05/27-a-minutes.html\n"
        + "<RRSAgent> logging to https://www.w3.org/2026/06/03-a-irc\n", "Wed 3 Jun 2026"
    ),
    (
      "Meeting started by wren at 14:00:11 UTC. The full logs are available at\n"
        + "https://x.org/docs/2026-09-14/docs.2026-09-14-14.00.log.html .\n\nMeeting summary\n"
        + "* AGREED: one page  (wren, 14:09:41)\n", "Mon 14 Sep 2026"
    ),
    (
      "14:00 <nils> #startmeeting x\n14:00 <zodbot> Meeting started Mon Sep 14 14:00:11 2026 UTC.\n"
        + "14:01 <nils> #agreed last time was 2026-09-07\n", "Mon 14 Sep 2026"
    ),
  ]

  @Test(arguments: days)
  func `the day is the log's own, and where it has none that is said`(log: String, day: String)
    throws
  {
    let read = try Desk().huddle("import", "-", "--project", "Days", input: log)
    Case("import", says: ["Held on \(day)."]).check(read)
  }

  @Test func `whoever has a nick and a name is one person, and a silent chair is none`() throws {
    let desk = try Desk()
    let log = """
      <ana> #startmeeting
      <ana> #chair bo silent
      <bo> #agreed we ship, as we said on 3/4/2026
      <Ana_Berg> #action ana to tell support
      """
    let read = try desk.huddle("import", "-", "--project", "Nicks", input: log)
    Case(
      "import",
      says: ["2 people", "A1 tell support · Ana Berg", "does not say when it was held"]
    ).check(read)
  }

  @Test func `whoever is called by a surname or by initials is the one whom the roll names`() throws
  {
    let desk = try Desk()
    let log = """
      Present: Ida Moor, Jon Falk, Kim Falk

      ACTION: Moor to book the hall
      ACTION: Mrs Moor to send the key
      ACTION: IM to write the sign
      ACTION: Falk to bring the rope
      """
    let read = try desk.huddle("import", "-", "--project", "Surnames", input: log)
    Case(
      "import",
      says: [
        "A1 book the hall · Ida Moor", "A2 send the key · Ida Moor", "A3 write the sign · Ida Moor",
        "A4 bring the rope · Falk",
      ]
    ).check(read)
  }

  @Test func `an office is no fuller name of another, and what was dropped is no action`() throws {
    let desk = try Desk()
    let log = """
      Scribe: Ida
      Topic: The guide
      ACTION: Editors to read it aloud
      ACTION: Editors of the guide to print it
      ACTION: [DONE] Ida to weigh it
      ACTION: Ida to burn it [DROPPED]
      """
    let read = try desk.huddle("import", "-", "--project", "Offices", input: log)
    Case(
      "import",
      says: [
        "3 actions", "A1 read it aloud · Editors\n", "A2 print it · Editors of the guide",
        "A3 weigh it · Ida",
      ]
    ).check(read)
    #expect(!read.output.contains("burn"))
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

  @Test func `a long log is kept in several records, and all of it comes back`() throws {
    let desk = try Desk()
    let talk = (1...15_000).map {
      "<bo> line \($0): what was talked about for a while, and at length"
    }
    let lines =
      ["<ana> Scribe: bo", "<bo> ACTION: ana to open the door"] + talk
      + ["<bo> RESOLUTION: The door stays open", "<bo> ACTION: bo to close the window"]
    try Disk.write(lines.joined(separator: "\n") + "\n", to: "\(desk.work)/long.txt")
    let read = try desk.huddle("import", "long.txt", "--project", "Doors")
    Case("import", says: ["15003 lines, 2 actions, 1"]).check(read)
    Case("verify", says: ["Sound"]).check(try desk.huddle("verify", "Doors"))
    let session = try Disk.text(read.lines.last ?? "")
    #expect(session.utf8.count > 1_048_576)
    #expect(session.split(separator: "\n").allSatisfy { $0.utf8.count <= 1_048_576 })
    for number in [1, 7_500, 15_000] { #expect(session.contains("line \(number): what")) }
    let actions = try desk.huddle("actions").output
    #expect(actions.contains("open the door") && actions.contains("close the window"))
  }

  @Test func `so are its actions, where they are more than a record holds`() throws {
    let desk = try Desk()
    // One long word: it is as long in the record, and quickly read.
    let deed = String(repeating: "x", count: 4_000)
    let actions = (1...300).map { "<bo> ACTION: ana to climb hill \($0) \(deed)" }
    try Disk.write(
      (["<ana> Scribe: bo"] + actions).joined(separator: "\n") + "\n", to: "\(desk.work)/long.txt")
    let read = try desk.huddle("import", "long.txt", "--project", "Hills")
    Case("import", says: ["300 actions"]).check(read)
    Case("verify", says: ["Sound"]).check(try desk.huddle("verify", "Hills"))
    let session = try Disk.text(read.lines.last ?? "")
    #expect(session.split(separator: "\n").allSatisfy { $0.utf8.count <= 1_048_576 })
    #expect(session.contains("climb hill 300 xxx"))
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

  /// Chats in which somebody typed a scribe's marker, and whose they are.
  private static let marked = [
    (
      "Zoom",
      """
      15:01:39 From Ann Lee to Everyone:
      \tHello all
      15:03:00 From Ann Lee to Ben Ost (Direct Message):
      \tthe CFO is leaving, tell nobody
      15:04:30 From Cy Park to Everyone:
      \tACTION: Ben Ost to tell support by 27 November
      """
    ),
    (
      "Teams",
      """
      [11:02 AM] Ann Lee
      Hi all
      [11:03 AM] Ben Ost
      Decision: we use vendor B
      [11:05 AM] Ann Lee
      ACTION: Ben Ost to mail the vendor
      """
    ),
    (
      "chat",
      "Ann Lee\n11/20 3:01 PM\nHello\nBen Ost\n11/20 3:02 PM\nACTION: Ben Ost to tell support\n"
    ),
  ]

  @Test(arguments: marked)
  func `a scribe’s marker in a chat makes no scribe’s log of it, and shows nobody’s private words`(
    _ program: String, _ text: String
  ) throws {
    let desk = try Desk()
    let read = try desk.huddle("import", "-", "--project", "X", input: text)
    let kind = program == "chat" ? "Read a chat:" : "Read a \(program) chat:"
    Case("import", says: [kind, "A1 ", "Ben Ost"]).check(read)
    let shown = try desk.huddle("show").output
    #expect(!shown.contains("CFO") && !shown.contains("From "), "\(shown)")
  }
}
