import TestSupport
import Testing
import Values

/// Answers to a sign-off that come after the meeting: none is lost, and none counts where what was
/// signed, or what else was answered, is not known.
@Suite struct LaterSignatureTests {
  /// Whoever is second is told to do it again; what the first wrote, and was told is written, stays.
  @Test func `of two who sign at once nobody loses what was acknowledged`() throws {
    let desk = try Desk()
    guard try desk.shell("strace -V >/dev/null 2>&1").status == 0 else { return }
    let journal = try desk.play("model-scoping")
    // Both know the machine's name from before, and begin the same file.
    #expect(try desk.huddle("sign", journal, "--as", "Leah", "--answer", "agree").status == 0)
    _ = try desk.shell("rm -r '\(desk.sessions)/follow-ups'")
    // The first has made the file and not locked it when the second comes, who then writes slowly.
    let ended = try desk.shell(
      """
      slow() { strace -f -o /dev/null -e trace=$1 -e inject=$1:delay_enter=$2 \
        '\(BuiltProduct.path("huddle"))' sign '\(journal)' --as $3 --answer $4; echo "$3 $?"; }
      slow flock 1500000 Leah agree & sleep 0.5
      slow pwrite64 2500000 Finn decline
      wait
      """)
    #expect(ended.output.contains("Leah 75\n") && ended.output.contains("Finn 0\n"), "\(ended)")
    #expect(ended.errors.contains("nothing was written, so do it again"), "\(ended.errors)")
    let page = try desk.huddle("show", journal, "--document", "agreement").output
    #expect(page.contains("NOT IN FORCE: declined by Finn (Finance)"), "\(page)")
    #expect(try desk.huddle("sign", journal, "--as", "Leah", "--answer", "agree").status == 0)
    #expect(try desk.huddle("verify", journal).status == 0)
  }

  /// By its name in the folder, by a path to it, by a path from beside it, and on standard input.
  private static let names = [
    ("", "NAME", "lib"), ("", "./lib/NAME.jsonl", nil), ("cd lib;", "NAME.jsonl", nil),
    ("cat lib/NAME.jsonl |", "-", "lib"),
  ]

  @Test func `whatever way a session is named, what became of it stands in its own folder`() throws
  {
    let desk = try Desk()
    let answers = Fixtures.answers(of: "model-scoping")
    _ = try desk.huddle("run", "model-scoping", "--answers", answers, "--folder", "lib")
    let name = try #require(try Disk.names("\(desk.work)/lib").first).replacing(".jsonl", by: "")
    for (number, signer) in Self.names.enumerated() where signer.1 != "-" {
      let verdict = number % 2 == 0 ? "decline" : "agree"
      let words = verdict == "agree" ? "\nIN FORCE, with" : "NOT IN FORCE: declined by Leah Stein"
      for (place, (before, named, folder)) in ([signer] + Self.names).enumerated() {
        let more = folder.map { " --folder \($0)" } ?? ""
        let act = place == 0 ? "sign SESSION --as Leah --answer \(verdict)" : "export SESSION"
        let rest = place == 0 ? "" : " --document agreement --format text --out -"
        let command = "\(before) huddle \(act)\(more)\(rest)"
        let ended = try desk.shell(
          command.replacing("SESSION", by: named).replacing("NAME", by: name))
        #expect(ended.status == 0 && ended.output.contains(words), "\(command): \(ended)")
      }
    }
    #expect(try Disk.names("\(desk.work)/lib/follow-ups").count == 1)
    #expect(!Disk.exists("\(desk.sessions)/follow-ups"))
  }

  @Test func `a session that is resumed by its path is at home in its own folder`() throws {
    let desk = try Desk()
    try Disk.write(SmallMeeting.playbook, to: "\(desk.work)/small.yaml")
    let begun = try desk.huddle(
      "run", "small.yaml", "--folder", "lib", input: "Apollo\nAna, Bo\nsaved words\n/quit\n")
    #expect(begun.status == 0, "\(begun.errors)")
    let name = try #require(try Disk.names("\(desk.work)/lib").first)
    let resumed = try desk.huddle("resume", "lib/\(name)", input: "more words\n/quit\n")
    #expect(resumed.status == 0 && !resumed.output.contains("another machine"), "\(resumed)")
    #expect(try Disk.text("\(desk.work)/lib/\(name)").contains("more words"))
  }

  @Test func `where names and functions were taken out everybody is asked for themselves`() throws {
    let desk = try Desk()
    let journal = try desk.play("model-scoping")
    let redacted = try desk.huddle("redact", journal, "3", "--yes")
    #expect(redacted.status == 0 && redacted.output.contains("are void"), "\(redacted.errors)")
    let signed = try desk.huddle("sign", journal, "--as", "Vera Holt", "--answer", "agree")
    #expect(signed.status == 0 && signed.output.contains("\nNOT IN FORCE: waits for"), "\(signed)")
    #expect(!signed.output.contains("speaks for"), "\(signed.output)")
  }

  /// A file with one place of its text put otherwise, so that a check does not hold.
  private func spoil(_ path: String, _ words: String, by other: String) throws {
    let before = try Disk.text(path)
    let after = before.replacing(words, by: other)
    #expect(before != after, "\(words)")
    try Disk.write(after, to: path)
  }

  /// What is harmed in a session that everybody signed, and what its pages say.
  private static let harms: [(file: String, words: String, other: String, says: String)] = [
    // The no that came later, one of the room, the end before which it came, and what was signed.
    ("follow-ups", "\"note\":\"not yet\"", "\"note\":\"not now\"", "line 2 of follow-ups/"),
    (
      "session", "\"person\":\"p4\",\"role\"", "\"person\":\"p9\",\"role\"",
      "line 86 of the session’s"
    ),
    ("session", "session.closed", "session.clozed", "line 106 of the session’s file"),
    ("session", "Name who pays", "Name who plays", "line 68 of the session’s file"),
  ]

  @Test(arguments: harms)
  func `a line that cannot be read leaves nothing in force, and is not signed`(
    _ harm: (file: String, words: String, other: String, says: String)
  ) throws {
    let desk = try Desk()
    let journal = try desk.play("model-scoping")
    let sign = ["sign", journal, "--as", "Leah", "--answer"]
    #expect(try desk.huddle(sign + ["agree"]).output.contains("\nIN FORCE"))
    #expect(try desk.huddle(sign + ["decline", "--note", "not yet"]).status == 0)
    let folder = "\(desk.sessions)/follow-ups"
    let later = "\(folder)/\(try #require(try Disk.names(folder).first))"
    try spoil(harm.file == "session" ? journal : later, harm.words, by: harm.other)
    let (before, kept) = (try Disk.bytes(journal), try Disk.bytes(later))
    for format in ["markdown", "text", "html", "tree", "slack", "notion", "confluence"] {
      let page = try desk.huddle(
        "export", journal, "--document", "agreement", "--format", format, "--out", "-")
      let words = page.output.replacing("\n", by: " ").replacing("\\", by: "")
        .replacing("</ac:parameter></ac:structured-macro><strong>", by: "")
      #expect(words.contains("NOT KNOWN: \(harm.says)"), "\(format): \(page.output.prefix(800))")
      #expect(words.contains("huddle verify"), "\(format)")
      #expect(!page.output.contains("IN FORCE"), "\(format): \(page.output.prefix(800))")
    }
    for arguments in [["show", journal], ["show", journal, "--document", "summary"]] {
      let shown = try desk.huddle(arguments).output
      #expect(shown.contains("NOT KNOWN: ") && !shown.contains("IN FORCE"), "\(shown)")
    }
    let json = try JSONValue(parsing: Array(desk.huddle("show", journal, "--json").output.utf8))
    let signed = json["signatures"]?["signatures"]
    #expect(signed?["in_force"] == .null, "\(String(describing: signed))")
    #expect(signed?["standing"]?.string?.hasPrefix("NOT KNOWN: ") == true)
    let refused = try desk.huddle("sign", journal, "--as", "Vera", "--answer", "agree")
    Case(
      "sign", status: 65,
      complains: ["Nothing was noted: \(harm.says)", "huddle verify \(journal)"]
    )
    .check(refused)
    #expect(try desk.huddle("verify", journal).status == 65)
    #expect(try Disk.bytes(journal) == before && Disk.bytes(later) == kept)
  }

  @Test func `what is not known is told without names where nobody is to be named`() throws {
    let desk = try Desk()
    let journal = try desk.play("model-scoping")
    #expect(try desk.huddle("sign", journal, "--as", "Leah", "--answer", "agree").status == 0)
    let folder = "\(desk.sessions)/follow-ups"
    let writer = try #require(try Disk.names(folder).first)
    _ = try desk.shell("mv '\(folder)/\(writer)' '\(folder)/leah-stein.jsonl'")
    try spoil("\(folder)/leah-stein.jsonl", "agree", by: "agrfe")
    for arguments in [["show"], ["show", "--json"], ["export", "--format", "html", "--out", "-"]] {
      let named = try desk.huddle(arguments).output
      #expect(named.replacing("\n", by: " ").contains("leah-stein"), "\(named)")
      let nameless = try desk.huddle(arguments + ["--no-names"]).output
      #expect(nameless.contains("NOT KNOWN: line 1 of a file in follow-ups"), "\(nameless)")
      for name in ["leah", "Leah", "Vera"] { #expect(!nameless.contains(name), "\(name)") }
    }
  }

  @Test func `an answer behind the end of a session tells that its end was cut off`() throws {
    let desk = try Desk()
    let journal = try desk.play("model-scoping")
    #expect(try desk.huddle("sign", journal, "--as", "Leah", "--answer", "agree").status == 0)
    _ = try desk.shell("sed -i '$d' '\(journal)'")
    let shown = try desk.huddle("show", journal).output
    #expect(shown.contains("NOT KNOWN: the end of the session’s file is missing"), "\(shown)")
    let verified = try desk.huddle("verify", journal)
    #expect(verified.status == 65 && verified.output.contains("its end is missing"), "\(verified)")
    let signed = try desk.huddle("sign", journal, "--as", "Leah", "--answer", "decline")
    #expect(signed.status == 65, "\(signed)")
  }

  @Test func `a linked folder of follow-ups is read no more than it is written through`() throws {
    let desk = try Desk()
    let journal = try desk.play("model-scoping")
    #expect(try desk.huddle("sign", journal, "--as", "Leah", "--answer", "agree").status == 0)
    _ = try desk.shell(
      "mv '\(desk.sessions)/follow-ups' away; ln -s $PWD/away '\(desk.sessions)/follow-ups'")
    let shown = try desk.huddle("show", journal)
    #expect(shown.output.contains("NOT KNOWN: follow-ups cannot be read"), "\(shown)")
    #expect(shown.errors.contains("it is a symbolic link"), "\(shown.errors)")
    #expect(try desk.huddle("sign", journal, "--as", "Leah", "--answer", "agree").status == 65)
    #expect(try desk.huddle("verify", journal).status == 65)
  }

  @Test func `an answer that is numbered beyond the last number is damage, and no veto`() throws {
    let desk = try Desk()
    let journal = try desk.play("model-scoping")
    #expect(try desk.huddle("sign", journal, "--as", "Leah", "--answer", "decline").status == 0)
    let folder = "\(desk.sessions)/follow-ups"
    let path = "\(folder)/\(try #require(try Disk.names(folder).first))"
    let line = try Disk.text(path)
    let numbers: [(String, String)] = [
      ("1000000000", "the highest \"rev\""), ("1000000001", "Nothing was noted: line 1 of"),
      ("9223372036854775807", "Nothing was noted: line 1 of"),
    ]
    for (number, words) in numbers {
      let body = String(line.dropLast(19)).replacing("\"rev\":1", by: "\"rev\":\(number)")
      let crc = Digest.hex8(Digest.crc32(Array(body.utf8)))
      try Disk.write("\(body),\"crc\":\"\(crc)\"}\n", to: path)
      let signed = try desk.huddle("sign", journal, "--as", "Leah", "--answer", "agree")
      Case("sign", status: 65, complains: [words]).check(signed)
    }
  }

  @Test func `a file that went on beside a session is told wherever the session is looked at`()
    throws
  {
    let desk = try Desk()
    try Disk.write(SmallMeeting.playbook, to: "\(desk.work)/small.yaml")
    let typed = "Apollo\nAna, Bo\nsaved words\n/quit\n"
    #expect(try desk.huddle("run", "small.yaml", input: typed).status == 0)
    let name = try #require(try Disk.names(desk.sessions).first)
    let (path, stem) = ("\(desk.sessions)/\(name)", name.replacing(".jsonl", by: ""))
    let copy = "\(desk.sessions)/\(stem) (conflicted copy).jsonl"
    let looks = [["list"], ["show", path], ["export", path, "--out", "-"], ["resume", path]]
    _ = try desk.shell("cp '\(path)' '\(copy)'")
    for arguments in looks.dropFirst() {
      #expect(try desk.huddle(arguments, input: "/quit\n").errors == "", "\(arguments)")
    }
    #expect(try desk.huddle(["resume", copy], input: "said there\n/quit\n").status == 0)
    for arguments in looks {
      let errors = try desk.huddle(arguments, input: "/quit\n").errors
      #expect(errors.contains("holds the same session as"), "\(arguments): \(errors)")
    }
  }
}
