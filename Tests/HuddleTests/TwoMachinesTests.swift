import TestSupport
import Testing

/// One session on which two machines worked: each is told, and what diverged is not joined.
@Suite struct TwoMachinesTests {
  private func desk() throws -> Desk {
    let desk = try Desk()
    try Disk.write(SmallMeeting.playbook, to: "\(desk.work)/small.yaml")
    return desk
  }

  /// The settings of another machine: a home of its own, the same folder of sessions.
  private func elsewhere(_ desk: Desk) throws -> [String: String?] {
    let home = desk.folder.path("elsewhere")
    if !Disk.exists(home) { try Disk.makeFolder(home) }
    return ["HOME": home]
  }

  private func begun(_ desk: Desk, in folder: String? = nil) throws -> String {
    let changes: [String: String?] = folder.map { ["HUDDLE_FOLDER": $0] } ?? [:]
    let ended = try desk.huddle(
      "run", "small.yaml", input: "Apollo\nAna, Bo\nsaved words\n/quit\n", with: changes)
    #expect(ended.status == 0, "\(ended.errors)")
    let sessions = folder.map { "\(desk.work)/\($0)" } ?? desk.sessions
    let name = try #require(try Disk.names(sessions).first { $0.hasSuffix(".jsonl") })
    return "\(sessions)/\(name)"
  }

  @Test func `the other machine is told, and goes on only where that is confirmed`() throws {
    let desk = try desk()
    let path = try begun(desk)
    let before = try Disk.bytes(path)
    let there = try elsewhere(desk)
    for answer in ["\n", "n\n", ""] {
      let refused = try desk.huddle(["resume"], input: answer, with: there)
      #expect(refused.status == 75, "\(refused.output)\(refused.errors)")
      #expect(refused.errors.contains("stays as it is"), "\(refused.errors)")
      #expect(try Disk.bytes(path) == before)
    }
    let resumed = try desk.huddle(["resume"], input: "y\nfrom there\n/quit\n", with: there)
    #expect(resumed.status == 0 && resumed.output.contains("another machine"))
    // Who wrote last is asked nothing; the first machine is told in its turn.
    let again = try desk.huddle(["resume"], input: "/quit\n", with: there)
    #expect(again.status == 0 && !again.output.contains("another machine"), "\(again.output)")
    let back = try desk.huddle(["resume"], input: "y\n/quit\n")
    #expect(back.status == 0 && back.output.contains("another machine"), "\(back.output)")
    let writers = try Disk.text(path).split(separator: "\n").compactMap { line in
      line.firstRange(of: "\"writer\":\"").map { line[$0.upperBound...].prefix(8) }
    }
    #expect(writers.count == 4 && Set(writers).count == 2, "\(writers)")
    #expect(try desk.huddle("verify").status == 0)
  }

  @Test func `one folder by another name is no other machine`() throws {
    let desk = try desk()
    // The folder is not there yet when the first name of the writer is worked out.
    _ = try begun(desk, in: "lib")
    _ = try desk.shell("ln -s lib link")
    for folder in ["lib", "./lib/", "link", "\(desk.work)/lib", "\(desk.work)/../work/lib"] {
      let resumed = try desk.huddle(["resume", "--folder", folder], input: "/quit\n")
      #expect(resumed.status == 0, "\(folder): \(resumed.errors)")
      #expect(!resumed.output.contains("another machine"), "\(folder): \(resumed.output)")
    }
  }

  @Test func `lines that are held on another machine, or cannot be read, are told of`() throws {
    let desk = try desk()
    let silent = SmallMeeting.playbook.replacing(
      "kind: list}", by: "kind: list, from: everyone, style: silent}")
    try Disk.write(silent, to: "\(desk.work)/small.yaml")
    let begun = try desk.huddle(
      "run", "small.yaml", input: "Apollo\nAna, Bo, Cy\nwords\none\ntwo\n/quit\n")
    #expect(begun.output.contains("2 in all"), "\(begun.output)")
    let state = "\(desk.home)/.local/state/huddle"
    let there = try desk.huddle(["resume"], input: "y\n/quit\n", with: try elsewhere(desk))
    #expect(there.output.contains("held on the other machine"), "\(there.output)")
    _ = try desk.shell("sed -i s/one/onf/ '\(state)'/*/held")
    let back = try desk.huddle("resume", input: "y\nthree\n/quit\n").output
    #expect(back.contains("cannot be read") && !back.contains("Nothing is lost"), "\(back)")
    #expect(back.contains("1 in all"), "\(back)")
    let kept = try desk.shell("cat '\(state)'/*/held.unreadable").output
    #expect(kept.contains("onf") && kept.contains("two"), "\(kept)")
  }

  @Test func `a second copy that somebody went on with is never written over`() throws {
    let desk = try desk()
    let begun = try desk.huddle(
      "run", "small.yaml", "--also", "usb", input: "Apollo\nAna, Bo\nsaved words\n/quit\n")
    #expect(begun.status == 0, "\(begun.errors)")
    let name = try #require(try Disk.names("\(desk.work)/usb").first)
    let copy = "\(desk.work)/usb/\(name)"
    let there = try desk.huddle(
      ["resume", copy], input: "y\nsaid there\n/quit\n", with: try elsewhere(desk))
    #expect(there.status == 0, "\(there.errors)")
    let (before, session) = (try Disk.bytes(copy), try Disk.bytes("\(desk.sessions)/\(name)"))
    let refused = try desk.huddle(["resume", "--also", "usb"], input: "/quit\n")
    Case(
      "resume", status: 73, complains: ["holds what this session does not", "huddle resume usb/"]
    )
    .check(refused)
    #expect(try Disk.bytes(copy) == before)
    #expect(try Disk.bytes("\(desk.sessions)/\(name)") == session)
  }

  @Test func `copies that both went on are refused where one is put behind the other`() throws {
    let desk = try desk()
    let path = try begun(desk)
    let shared = try Disk.bytes(path)
    #expect(try desk.huddle("resume", input: "said here\n/quit\n").status == 0)
    let here = try Disk.bytes(path)
    try Disk.write(String(decoding: shared, as: UTF8.self), to: path)
    let there = try elsewhere(desk)
    #expect(try desk.huddle(["resume"], input: "y\nsaid there\n/quit\n", with: there).status == 0)
    let joined = here + (try Disk.bytes(path)).dropFirst(shared.count)
    try Disk.write(String(decoding: joined, as: UTF8.self), to: path)
    for arguments in [["resume"], ["verify"]] {
      let ended = try desk.huddle(arguments, input: "y\n")
      #expect(ended.status == 65, "\(arguments): \(ended.output)\(ended.errors)")
      #expect((ended.output + ended.errors).contains("record"), "\(ended.output)\(ended.errors)")
    }
    #expect(try Disk.bytes(path) == joined)
    #expect(try desk.huddle("show", "--json").output.contains("said here"))
  }
}
