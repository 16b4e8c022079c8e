import TestSupport
import Testing

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

  @Test func `whatever way a session is named, what became of it stands in its own folder`() throws {
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
}
