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
