import MeetingKit
import Testing

struct `A table` {
  private func table(_ fields: String) throws -> TestMeeting {
    TestMeeting(
      try TestPlaybook.steps("- ask: Rows?\n  id: rows\n  kind: table\n\(fields)"),
      people: "Ana, Bo Ek, Bo Lund")
  }

  @Test func `of actions is read as people say them`() throws {
    hold(
      """
      rows> get an SLA, ana fri
      rows> ask around, bo
      > 2
      ro2 due> someday
      ro2 due> fri
      rows> call them
      ro3 owner> zed
      > n
      ro3 owner> zed
      > y
      ro3 due> ⏎
      rows> write it | ana | 11 Dec
      rows> a | b | c | d
      rows> write | ana | never
      rows> x, ana fri⏎y, zed mon
      > y
      rows> /edit ro1
      ro1 [get an SLA, Ana Fri 27 Nov 2026]> get an SLA, bo e
      rows> ship it
      ro7 owner> /a other thing, ana fri
      ro7 owner> /merge ro7 ro1
      ro7 owner> ana
      rows> sell it
      ro8 owner> /undo
      rows> ⏎
      close>
      """, try table("  columns: {step: text, owner: person, due: date}"))
  }

  @Test func `of facts is read by its signs`() throws {
    hold(
      """
      rows> - router not deployed (Jira 41)
      rows> + contract signed
      ro2 source> ⏎
      rows> ! waiting (
      ro3 source> mail
      rows> plain
      ro4 state> 9
      ro4 state> 2
      ro4 source> /undo
      rows> /dispute 1 ana: it is
      rows> ⏎
      close>
      """, try table("  columns: {fact: text, state: [done, not done, blocked], source: text}"))
  }

  @Test func `checks its cells, bare`() throws {
    hold(
      """
      rows> plan
      ro1 days> 9
      ro1 days> 2
      rows> build | 8
      rows> build | 3
      rows> more
      ro3 days> ⏎
      rows> over
      rows>
      """,
      try table(
        "  max: 3\n  columns: {task: text, days: {kind: number, check: days < 5, else: At most four.}}"))
  }
}
