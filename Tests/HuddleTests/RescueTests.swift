import TestSupport
import Testing

/// A session's file that goes away, or becomes another, under its meeting: nothing that was
/// acknowledged goes with the process, and what huddle advises loses nothing either.
@Suite struct RescueTests {
  private func desk() throws -> Desk {
    let desk = try Desk()
    try Disk.write(SmallMeeting.playbook, to: "\(desk.work)/small.yaml")
    return desk
  }

  /// A meeting through a pipe; its sessions' folder is `$F`, and `old` the file after three lines.
  ///
  /// What comes next waits until what was said before is acknowledged: `told WORDS`.
  private func meeting(_ desk: Desk, _ script: String, _ options: String = "") throws -> Ended {
    try desk.shell(
      """
      F='\(desk.sessions)'
      told() {
        n=0
        until grep -qs -e "$1" said || [ $n = 400 ]; do sleep 0.05; n=$((n + 1)); done
      }
      { echo Apollo; echo Ana, Bo; echo saved words; told 'What else'; cp $F/*.jsonl old
        echo yak; told '^   1$'; \(script)
      } | huddle run small.yaml \(options) >said
      status=$?; cat said; exit $status
      """)
  }

  private func path(
    _ desk: Desk, rescued: Bool = true, in folder: String? = nil
  ) throws -> String {
    let folder = folder ?? desk.sessions
    let names = try Disk.names(folder).filter {
      $0.hasSuffix(".jsonl") && $0.contains(".rescued") == rescued
    }
    return "\(folder)/\(try #require(names.first))"
  }

  /// That a file is a sound session with all that was acknowledged.
  private func expectWhole(_ path: String, _ desk: Desk) throws {
    let words = try Disk.text(path)
    #expect(words.contains("saved words") && words.contains("\"yak\""), "\(words)")
    #expect(try desk.huddle("verify", path).status == 0)
  }

  // MARK: - On leaving

  private static let leaving = [
    ("rm $F/*.jsonl", "echo /quit"), ("rm -r $F", "true"), ("mv old $F/*.jsonl", "echo /quit"),
    ("cat old >$(ls $F/*.jsonl)", "true"), ("rm $F/*.jsonl", "printf '\\377\\n'"),
  ]

  @Test(arguments: leaving) func `whoever leaves is told that the session is gone`(
    _ meddle: String, _ leave: String
  ) throws {
    let desk = try desk()
    let ended = try meeting(desk, "\(meddle); \(leave)")
    #expect(ended.status == 75, "\(ended.output)\(ended.errors)")
    #expect(!ended.output.contains("Saved."), "\(ended.output)")
    let rescued = try path(desk)
    #expect(ended.errors.contains("huddle resume \(rescued)"), "\(ended.errors)")
    try expectWhole(rescued, desk)
  }

  /// A meeting at a terminal that has two answers.
  private func atTerminal() throws -> (Desk, Keyboard) {
    let desk = try desk()
    let keys = Keyboard(
      desk, try desk.terminal("run", "small.yaml", "--project", "Apollo", "--with", "Ana, Bo"))
    try keys.begin(at: "what>")
    try keys.type("saved words", at: "more>")
    try keys.type("yak", at: "more>")
    return (desk, keys)
  }

  @Test(arguments: ["SIGTERM", "SIGHUP", "a closed window", "Ctrl-D", "/quit"])
  func `a meeting that is ended leaves no session behind that is nowhere`(_ how: String) throws {
    let (desk, keys) = try atTerminal()
    _ = try desk.shell("rm '\(desk.sessions)'/*.jsonl")
    switch how {
    case "SIGTERM": keys.terminal.kill(15)
    case "SIGHUP": keys.terminal.kill(1)
    case "a closed window": keys.terminal.closeWindow()
    case "Ctrl-D": keys.terminal.send("\u{4}")
    default: keys.terminal.send("/quit\r")
    }
    #expect(try keys.terminal.waitForExit() == 75)
    #expect(!keys.terminal.shows("Saved."))
    try expectWhole(try path(desk), desk)
  }

  @Test func `a session that somebody else put back in its place is none to rescue`() throws {
    let desk = try desk()
    let ended = try meeting(
      desk, "cat $F/*.jsonl >new; mv new \"$(ls $F/*.jsonl)\"; echo /quit")
    #expect(ended.status == 0 && ended.output.contains("Saved."), "\(ended.errors)")
    #expect(try Disk.names(desk.sessions).count == 1)
  }

  // MARK: - Where nothing can be written

  /// The folder of the sessions goes away, and a file takes its place: nothing can be made there.
  private static let shut = "mv \"$F\" \"$F.gone\"; rm \"$F.gone\"/*; touch \"$F\""

  @Test func `at a terminal, whoever makes room can press Enter again`() throws {
    let (desk, keys) = try atTerminal()
    _ = try desk.shell("F='\(desk.sessions)'; \(Self.shut)")
    try keys.type("zebra", says: "make room and press Enter again", at: "more> zebra")
    _ = try desk.shell("rm '\(desk.sessions)'")
    keys.terminal.send("\r")
    #expect(try keys.terminal.waitForExit() == 75)
    let rescued = try path(desk)
    try expectWhole(rescued, desk)
    #expect(try Disk.text(rescued).contains("\"zebra\""))
  }

  @Test func `where the state folder takes nothing either, leaving can be tried again`() throws {
    let (desk, keys) = try atTerminal()
    let state = "\(desk.home)/.local/state/huddle"
    _ = try desk.shell("F='\(desk.sessions)'; \(Self.shut); mv '\(state)' away; touch '\(state)'")
    try keys.type("/quit", says: "make room and press Enter again", at: "more> /quit")
    _ = try desk.shell("rm '\(state)'; mv away '\(state)'")
    keys.terminal.send("\r")
    #expect(try keys.terminal.waitForExit() == 75)
    let folder = try #require(try Disk.names(state).first { Disk.isFolder("\(state)/\($0)") })
    try expectWhole(try path(desk, rescued: false, in: "\(state)/\(folder)"), desk)
  }

  @Test(arguments: ["", "--also stick"])
  func `through a pipe it is kept apart, and what brings it back is said`(_ also: String) throws {
    let desk = try desk()
    let ended = try meeting(desk, "\(Self.shut); echo zebra", also)
    #expect(ended.status == 75, "\(ended.errors)")
    let state = "\(desk.home)/.local/state/huddle"
    let folder = try #require(try Disk.names(state).first { Disk.isFolder("\(state)/\($0)") })
    let kept = try path(
      desk, rescued: false, in: also.isEmpty ? "\(state)/\(folder)" : "\(desk.work)/stick")
    #expect(ended.errors.contains("the line is kept"), "\(ended.errors)")
    // As it is told.
    let command = try #require(
      ended.errors.split(separator: " cp ").last?.split(separator: " puts"))
    _ = try desk.shell("rm '\(desk.sessions)'; mkdir '\(desk.sessions)'; cp \(command[0])")
    let back = try path(desk, rescued: false)
    #expect(try Disk.bytes(back) == Disk.bytes(kept))
    try expectWhole(back, desk)
    let resumed = try desk.huddle("resume", input: "/quit\n")
    #expect(resumed.status == 0 && resumed.output.contains("Now: zebra"), "\(resumed.output)")
  }

  // MARK: - What is advised

  @Test func `a file written over in its place is rescued whole, and the advice loses nothing`()
    throws
  {
    let desk = try desk()
    let ended = try meeting(desk, "cat old >\"$(ls $F/*.jsonl)\"; echo zebra")
    #expect(ended.status == 75, "\(ended.errors)")
    let (rescued, session) = (try path(desk), try path(desk, rescued: false))
    try expectWhole(rescued, desk)
    for command in [["list"], ["actions"], ["find", "yak"]] {
      let told = try desk.huddle(command).errors
      #expect(told.contains("huddle resume \(rescued) goes on with it"), "\(command): \(told)")
    }
    let resumed = try desk.huddle("resume", rescued, input: "on\n/quit\n")
    #expect(resumed.status == 0 && resumed.output.contains(" again"), "\(resumed)")
    #expect(try Disk.names(desk.sessions).count == 1)
    try expectWhole(session, desk)
    let words = try Disk.text(session)
    #expect(words.contains("\"zebra\"") && words.contains("\"on\""))
  }

  @Test func `where both went on, nothing is put in the other's place`() throws {
    let desk = try desk()
    _ = try meeting(desk, "mv old $F/*.jsonl; echo zebra")
    let (rescued, session) = (try path(desk), try path(desk, rescued: false))
    #expect(try desk.huddle("resume", session, input: "elsewhere\n/quit\n").status == 0)
    let told = try desk.huddle("list").errors
    #expect(!told.contains("mv ") && !told.contains("huddle resume"), "\(told)")
    #expect(told.contains("huddle show \(rescued), huddle show \(session)"), "\(told)")
    #expect(try desk.huddle("show", rescued).output.contains("zebra"))
    #expect(try desk.huddle("show", session).output.contains("elsewhere"))
  }

  @Test func `what is no session by itself is not advised to be resumed`() throws {
    let desk = try desk()
    _ = try meeting(desk, "rm $F/*.jsonl; echo zebra")
    let rescued = try path(desk)
    _ = try desk.shell("tail -n 1 '\(rescued)' >last; cat last >'\(rescued)'")
    let told = try desk.huddle("list").errors
    #expect(told.contains("less \(rescued) shows what was said"), "\(told)")
    #expect(!told.contains("mv ") && !told.contains("huddle resume"), "\(told)")
  }

  @Test func `a close that was rescued is named as closed, and is in every list once it is moved`()
    throws
  {
    let desk = try desk()
    let ended = try meeting(
      desk,
      """
      echo; echo because; echo "/action Ana: write it down by fri"; told 'A1 Ana'
      rm $F/*.jsonl; echo; echo
      """)
    #expect(ended.status == 75, "\(ended.output)")
    let rescued = try path(desk)
    let session = rescued.replacing(".rescued", by: "")
    let mv = "mv \(rescued) \(session)"
    for command in [
      ["resume", rescued], ["resume"], ["list"], ["actions"], ["export"], ["verify"],
    ] {
      let told = try desk.huddle(command, input: "\n").errors
      #expect(told.contains("it is closed, and \(mv)"), "\(command): \(told)")
      #expect(!told.contains("huddle resume"), "\(command): \(told)")
    }
    #expect(ended.errors.contains("it is closed, and \(mv)"), "\(ended.errors)")
    _ = try desk.shell(mv)
    #expect(try desk.huddle("actions").output.contains("write it down"))
    #expect(try desk.huddle("export", "--out", "-").status == 0)
  }

  @Test func `what is resumed takes its place, and is in every list when it closes`() throws {
    let desk = try desk()
    _ = try meeting(desk, "rm $F/*.jsonl; echo zebra")
    let rescued = try path(desk)
    let resumed = try desk.huddle(
      "resume", rescued, "--also", "stick",
      input: "\nbecause\n/action Ana: write it down by fri\n\n\n")
    #expect(resumed.status == 0, "\(resumed.output)\(resumed.errors)")
    let session = rescued.replacing(".rescued", by: "")
    #expect(try Disk.names(desk.sessions).map { "\(desk.sessions)/\($0)" } == [session])
    #expect(
      try Disk.bytes(try path(desk, rescued: false, in: "\(desk.work)/stick"))
        == Disk.bytes(session))
    try expectWhole(session, desk)
    let actions = try desk.huddle("actions")
    #expect(actions.output.contains("write it down") && actions.errors.isEmpty, "\(actions)")
  }
}
