import TestSupport
import Testing
import Values

/// What is done to sessions when the meeting is over, and before one begins: files, not prompts.
@Suite struct AfterwardsTests {
  @Test func `a new playbook checks clean, runs, and never takes a file's place`() throws {
    let desk = try Desk()
    let begun = try desk.huddle("new", "our-review")
    #expect(begun.status == 0 && begun.output.contains("huddle check our-review.yaml"))
    let text = try Disk.text("\(desk.work)/our-review.yaml")
    Case("check", says: ["our-review.yaml: no problems"])
      .check(try desk.huddle("check", "our-review.yaml"))
    Case("new", status: 73, complains: ["our-review.yaml is there already"])
      .check(try desk.huddle("new", "our-review"))
    #expect(try Disk.text("\(desk.work)/our-review.yaml") == text)
    for (options, shows) in [([], true), (["--no-tips"], false)] as [([String], Bool)] {
      let run = ["run", "our-review.yaml", "--project", "X", "--with", "Ana, Bo"] + options
      let seen = try desk.huddle(run, input: "\n").output
      #expect(seen.contains("Thank you for coming"))
      #expect(seen.contains("A tip is for you.") == shows)
    }
    let refused = [("Our Review", "huddle new our-review"), ("../up", "huddle new up")]
    for (name, mend) in refused {
      Case("new", status: 64, complains: [mend]).check(try desk.huddle("new", name))
    }
    #expect(try Disk.names(desk.work) == ["our-review.yaml"])
  }

  @Test func `a signature that comes later puts the agreement in force`() throws {
    let desk = try Desk()
    let journal = try desk.play("model-scoping")
    let before = try Disk.text(journal)
    let export = ["export", journal, "--document", "agreement", "--out", "-"]
    #expect(try desk.huddle(export).output.contains("NOT IN FORCE: waits for Leah Stein"))
    let signed = try desk.huddle(
      "sign", journal, "--as", "leah", "--answer", "agree", "--how", "mail 9 Dec")
    // What Vera asked for when she said yes is as much in force as the rest.
    let reservation = "with 1 reservation: Vera Holt (Marketing), “£12 is tested next”."
    let words = "IN FORCE, \(reservation)"
    Case("sign", says: ["Leah Stein, agree", words]).check(signed)
    let agreement = try desk.huddle(export).output
    #expect(agreement.contains("**\(words)**"))
    #expect(
      agreement.contains("| Legal | Leah Stein | agree |  | signed Fri 20 Nov 2026 (mail 9 Dec) |"))
    #expect(try Disk.text(journal) == before)
    let postponed = try desk.huddle(
      "sign", journal, "--as", "Leah", "--answer", "later", "--by", "18 Dec")
    let waits = "NOT IN FORCE: waits for Leah Stein (Legal), by Fri 18 Dec 2026; \(reservation)"
    Case("sign", says: [waits]).check(postponed)
    // The last word counts.
    let declined = try desk.huddle(
      "sign", journal, "--as", "Leah", "--answer", "decline", "--note", "the test failed")
    Case("sign", says: ["NOT IN FORCE: declined by Leah Stein (Legal); \(reservation)"])
      .check(declined)
    let yes = ["sign", journal, "--as", "Leah", "--note", "only if the cap is 10k", "--answer"]
    Case("sign", status: 64, complains: ["A yes has no --note: --answer reservation has one"])
      .check(try desk.huddle(yes + ["agree"]))
    Case("sign", says: ["with 2 reservations", "only if the cap is 10k"])
      .check(try desk.huddle(yes + ["reservation"]))
  }

  @Test func `two answers at once put nothing in force, until one is said to count`() throws {
    let desk = try Desk()
    let journal = try desk.play("model-scoping")
    let export = ["export", journal, "--document", "agreement", "--out", "-"]
    let sign = ["sign", journal, "--as", "leah", "--answer"]
    #expect(try desk.huddle(sign + ["agree"]).output.contains("IN FORCE, with"))
    let here = try #require(try Disk.names("\(desk.sessions)/follow-ups").first)
    let away = desk.folder.path("away")
    _ = try desk.shell("mv \"$HUDDLE_FOLDER/follow-ups\" '\(away)'")
    let there = ["HOME": desk.folder.path("elsewhere")]
    #expect(try desk.huddle(sign + ["decline"], with: there).status == 0)
    let other = try #require(try Disk.names("\(desk.sessions)/follow-ups").first)
    _ = try desk.shell("mv '\(away)'/* \"$HUDDLE_FOLDER/follow-ups/\"")
    #expect(here != other)
    for name in ["00000001", "ffffffff"] {
      let folder = "\(desk.sessions)/follow-ups"
      _ = try desk.shell(
        "for f in '\(folder)'/*; do grep -q decline $f && mv $f '\(folder)/\(name).jsonl'; done; :")
      let ended = try desk.huddle(export)
      #expect(ended.output.contains("**NOT IN FORCE: declined by Leah Stein (Legal); with"))
      #expect(ended.output.contains("two answers at once: agree; decline"))
      #expect(ended.errors.contains("on two machines at once (agree; decline)"), "\(ended.errors)")
      let nameless = try desk.huddle(export + ["--no-names"]).errors
      #expect(nameless.contains("Somebody answered the sign-off") && !nameless.contains("Leah"))
    }
    let settled = try desk.huddle(sign + ["agree"])
    #expect(settled.output.contains("\nIN FORCE, with") && settled.errors == "", "\(settled)")
    #expect(try desk.huddle(export).errors == "")
  }

  @Test func `a later signature that cannot be read is told wherever it would count`() throws {
    let desk = try Desk()
    let journal = try desk.play("model-scoping")
    let signed = try desk.huddle("sign", journal, "--as", "leah", "--answer", "agree")
    #expect(signed.status == 0)
    let folder = "\(desk.sessions)/follow-ups"
    let path = "\(folder)/\(try #require(try Disk.names(folder).first))"
    try Disk.write(try Disk.text(path).replacing("agree", by: "agrfe"), to: path)
    for arguments in [
      ["show", journal], ["export", journal, "--out", "-"], ["wall", journal],
      ["sign", journal, "--as", "vera", "--answer", "agree"],
    ] {
      let ended = try desk.huddle(arguments)
      #expect(ended.errors.contains("\(path):1: its check"), "\(arguments): \(ended.errors)")
    }
    let verified = try desk.huddle("verify", journal)
    #expect(verified.status == 65 && verified.output.contains("\(path):1: its check"))
  }

  @Test func `words of a playbook that were changed by hand void what was signed`() throws {
    let desk = try Desk()
    let journal = try desk.play("model-scoping")
    #expect(try desk.huddle("sign", journal, "--as", "leah", "--answer", "agree").status == 0)
    let before = try Disk.text(journal)
    let edited = before.replacing("**Stop:** {stop_rule}", by: "**Stop:** never")
    #expect(edited != before)
    try Disk.write(edited, to: journal)
    #expect(try desk.huddle("reseal", journal).status == 0)
    let verified = try desk.huddle("verify", journal)
    #expect(verified.status == 65 && verified.output.contains("not the one that was pinned"))
    let agreement = try desk.huddle(
      "export", journal, "--document", "agreement", "--out", "-"
    ).output
    #expect(agreement.contains("NOT IN FORCE") && agreement.contains("void: the text changed"))
  }

  @Test func `what two people changed at once in an action is shown`() throws {
    let desk = try Desk()
    let journal = try desk.play("model-scoping")
    let shown = try JSONValue(parsing: Array(desk.huddle("show", "--json").output.utf8))
    let id = try #require(shown["session"]?.string)
    for (writer, status) in [("aaaaaaaa", "done"), ("bbbbbbbb", "open")] {
      let body =
        "{\"n\":1,\"at\":\"2026-12-01T09:00:00.000Z\",\"type\":\"action.updated\",\"session\":\"\(id)\","
        + "\"action\":\"A1\",\"rev\":1,\"status\":\"\(status)\""
      let crc = Digest.hex8(Digest.crc32(Array(body.utf8)))
      try Disk.makeFolder("\(desk.sessions)/follow-ups")
      try Disk.write(
        "\(body),\"crc\":\"\(crc)\"}\n", to: "\(desk.sessions)/follow-ups/\(writer).jsonl")
    }
    #expect(Disk.exists(journal))
    let words = try desk.huddle("actions").output
    #expect(words.contains("(two people changed it at once: status done or open)"), "\(words)")
    let json = try desk.huddle("actions", "--json").output
    #expect(json.contains("\"conflicts\":[{\"field\":\"status\",\"values\":[\"done\",\"open\"]}]"))
  }

  @Test func `of two pages to sign later, one that is signed leaves the other promised`() throws {
    let desk = try Desk()
    try Disk.write(
      """
      huddle: 1
      id: two
      version: 1.0.0
      title: Two
      sections:
        - id: one
          title: One
          steps:
            - {ask: What is it?, id: what}
            - {ask: Agree to the plan?, id: plan_signed, kind: signoff, of: plan}
            - {ask: Agree to the memo?, id: memo_signed, kind: signoff, of: memo}
      documents:
        - {id: plan, title: "Plan: {what}", body: [{signoff: plan}]}
        - {id: memo, title: Memo, body: [{signoff: memo}]}
      """ + "\n", to: "\(desk.work)/two.yaml")
    let played = try desk.huddle(
      "run", "two.yaml", "--project", "Bees", "--with", "Ana, Bo",
      input: "hives\nl 2027-11-26\na\nl 2027-11-29\na\n\n")
    #expect(played.status == 0, "\(played.output)\(played.errors)")
    let both = try desk.huddle("actions").lines
    #expect(both.count == 2, "\(both)")
    #expect(both[0].contains("2027-11-26  Ana  Sign “Plan: hives, Bees two”"))
    #expect(both[1].contains("2027-11-29  Ana  Sign “Memo, Bees two”"))
    let signed = try desk.huddle(
      "sign", "Bees", "--as", "Ana", "--answer", "agree", "--document", "plan")
    #expect(signed.status == 0, "\(signed.errors)")
    let left = try desk.huddle("actions").lines
    #expect(left.count == 1 && left[0].contains("Sign “Memo, Bees two”"), "\(left)")
  }

  @Test func `who settles an open point, or signs, by a day is among what people have promised`()
    throws
  {
    let desk = try Desk()
    let journal = try desk.play("model-scoping")
    #expect(try desk.huddle("actions").output.contains("2026-12-11  Leah Stein  Sign “"))
    let calendar = try desk.huddle("export", journal, "--format", "icalendar", "--out", "-").output
    #expect(calendar.contains("SUMMARY:Due: Leah Stein: Sign “"))
    try Disk.write(SmallMeeting.playbook, to: "\(desk.work)/small.yaml")
    let open = try desk.huddle(
      ["run", "small.yaml", "--project", "Apollo"], input: "Ana, Bo\n?? ana 2026-12-16\n/quit\n")
    #expect(open.status == 0)
    let promised = try desk.huddle("actions").output
    #expect(promised.contains("2026-12-16  Ana ") && promised.contains(" (open point)"))
    let later = try desk.huddle(
      "sign", journal, "--as", "leah", "--answer", "later", "--by", "18 Dec")
    #expect(later.status == 0)
    #expect(try desk.huddle("actions").output.contains("2026-12-18  Leah Stein"))
    #expect(try desk.huddle("sign", journal, "--as", "leah", "--answer", "agree").status == 0)
    #expect(try !desk.huddle("actions").output.contains("Sign “"))
  }

  private static func later(_ day: String, complains words: String) -> Case {
    Case(
      "sign", "J", "--as", "Leah", "--answer", "later", "--by", day, status: 64,
      complains: [words])
  }

  static let refusals = [
    Case("sign", "J", status: 64, complains: ["--as NAME", "Leah Stein"]),
    Case("sign", "J", "--as", "bob", status: 64, complains: ["Nobody of the session is “bob”"]),
    Case(
      "sign", "J", "--as", "Leah", status: 64,
      complains: ["--answer agree|reservation|decline|later"]),
    Case("sign", "J", "--as", "Leah", "--answer", "later", status: 64, complains: ["--by"]),
    later("10 nov", complains: "“10 nov” is past this year. Write --by 2027-11-10."),
    later("3/4", complains: "could mean several days. Write --by 2027-04-03 or --by 2027-03-04"),
    later("2025-01-01", complains: "Wed 1 Jan 2025 is past"),
    later("32 nov", complains: "“32 nov” is no day"),
    Case(
      "sign", "J", "--as", "Leah", "--answer", "agree", "--by", "fri", status: 64,
      complains: ["--by goes with --answer later"]),
    Case("sign", "J", "--as", "Leah", "--answer", "agre", status: 64, complains: ["agree?"]),
    Case("redact", "J", status: 64, complains: ["Which words?"]),
    Case("redact", "J", "A1", status: 64, complains: ["--yes"]),
    Case("redact", "J", "A99", "--yes", status: 65, complains: ["It is as it was."]),
    Case("redact", "J", "2", "--yes", status: 65, complains: ["without its playbook"]),
    Case("reseal", status: 64, complains: ["Which session?"]),
    Case("completions", "bsh", status: 64, complains: ["bash"]),
  ]

  @Test func `what cannot be done is said, and changes nothing`() throws {
    let desk = try Desk()
    let journal = try desk.play("model-scoping")
    let before = try Disk.text(journal)
    for wrong in Self.refusals {
      wrong.check(try desk.huddle(wrong.arguments.map { $0 == "J" ? journal : $0 }))
    }
    #expect(try Disk.text(journal) == before)
    #expect(!Disk.exists("\(desk.sessions)/follow-ups"))
  }

  @Test func `words that are redacted are gone, and the rest stays sound`() throws {
    let desk = try Desk()
    let journal = try desk.play("model-scoping")
    let words = "Write the balancing test"
    #expect(try Disk.text(journal).contains(words))
    let redacted = try desk.huddle("redact", journal, "A1", "--yes")
    Case(
      "redact",
      says: ["are gone", "git’s history", "(--also)", "The answers of Dan, Vera Holt and Finn"]
    ).check(redacted)
    let kept = try Disk.text(journal)
    #expect(!kept.contains(words))
    Case("verify", says: ["Sound"]).check(try desk.huddle("verify", journal))
    let agreement = try desk.huddle(
      "export", journal, "--document", "agreement", "--out", "-"
    ).output
    #expect(agreement.contains("void: the text changed"))
  }

  @Test func `what would be redacted is shown before it is, and asked about at a terminal`() throws
  {
    let desk = try Desk()
    let journal = try desk.play("model-scoping")
    let before = try Disk.text(journal)
    let words = "Write the balancing test"
    let tried = try desk.huddle("redact", journal, "A1", "--dry-run")
    Case("redact", says: ["This would take out of", "outcome.read A1", words]).check(tried)
    #expect(try desk.huddle("redact", journal, "A1", "--dry-run", "--yes").status == 0)
    #expect(try Disk.text(journal) == before)
    for (answer, isGone) in [("\r", false), ("n\r", false), ("y\r", true)] {
      let terminal = try desk.terminal("redact", journal, "A1")
      try terminal.waitFor("[y/N]")
      terminal.send(answer)
      #expect(try terminal.waitForExit() == 0)
      #expect(try Disk.text(journal).contains(words) != isGone, "\(answer)")
    }
  }

  @Test func `an edit by hand is refused until it is resealed`() throws {
    let desk = try Desk()
    let journal = try desk.play("pre-mortem")
    let edited = try Disk.text(journal).replacing("dry run", by: "rehearsal")
    try Disk.write(edited, to: journal)
    let checked = try desk.huddle("verify", journal)
    Case(
      "verify", status: 65,
      says: ["was edited by hand", "now: ", "rehearsal", "huddle reseal 2026"]
    )
    .check(checked)
    #expect(!checked.output.contains("is missing"), "\(checked.output)")
    Case("reseal", says: ["accepted as edited", "rehearsal"]).check(
      try desk.huddle("reseal", journal))
    Case("verify", says: ["Sound"]).check(try desk.huddle("verify", journal))
    Case("reseal", says: ["right already"]).check(try desk.huddle("reseal", journal))
    #expect(try desk.huddle("actions").output.contains("in a rehearsal"))
  }

  /// What is changed in the answers of a scoping, and what the agreement says of it.
  private static let endings = [
    (
      "  Leah Stein: {verdict: later, by: 2026-12-11, note: The balancing test comes first}\n", "",
      [
        "NOT IN FORCE: waits for Leah Stein (Legal); with",
        "| Legal | Leah Stein | **not yet given** |",
      ]
    ),
    (
      "Finn: 4, Leah Stein: 3}", "Finn: 4, Leah Stein: 1}",
      ["No agreement on “We run the pilot as written", "Who decides?"]
    ),
  ]

  @Test(arguments: endings)
  func `a page says who has not answered, and what nobody agreed on`(
    _ old: String, _ new: String, _ says: [String]
  ) throws {
    let desk = try Desk()
    let answers = try Disk.text(Fixtures.answers(of: "model-scoping"))
    try Disk.write(answers.replacing(old, with: new), to: "\(desk.work)/a.yaml")
    let played = try desk.huddle("run", "model-scoping", "--answers", "a.yaml")
    #expect(played.status == 0 && answers.contains(old), "\(played.errors)")
    let page = try desk.huddle("export", "--document", "agreement", "--out", "-").output
    for words in says { #expect(page.contains(words), "\(page)") }
  }

  @Test func `what other tools are handed is how actions stand by now, and the minutes stay`()
    throws
  {
    let desk = try Desk()
    let journal = try desk.play("model-scoping")
    let minutes = ["export", journal, "--document", "minutes", "--out", "-"]
    let before = try desk.huddle(minutes).output
    let shown = try JSONValue(parsing: Array(desk.huddle("show", "--json").output.utf8))
    let id = try #require(shown["session"]?.string)
    let updates = [
      "\"action\":\"A1\",\"rev\":1,\"status\":\"done\"",
      "\"action\":\"A2\",\"rev\":1,\"owner\":\"Hal\",\"due\":\"2027-01-29\"",
    ]
    let lines = updates.enumerated().map { place, update in
      let body =
        "{\"n\":\(place + 1),\"at\":\"2026-12-01T09:00:00.000Z\",\"type\":\"action.updated\","
        + "\"session\":\"\(id)\",\(update)"
      return body + ",\"crc\":\"\(Digest.hex8(Digest.crc32(Array(body.utf8))))\"}\n"
    }
    try Disk.makeFolder("\(desk.sessions)/follow-ups")
    try Disk.write(lines.joined(), to: "\(desk.sessions)/follow-ups/aaaaaaaa.jsonl")
    let handed = ["export", journal, "--out", "-", "--format", "csv,icalendar,todotxt"]
    let now = try desk.huddle(handed)
    #expect(now.status == 0 && now.output.contains("STATUS:COMPLETED"), "\(now.errors)")
    for words in [
      "it is filed and the verdict is mailed to all five,done", "Hal,2027-01-29",
      "x 2026-12-01 2026-11-20 Write the balancing test", "DTSTAMP:20261201T090000Z",
      "DTSTAMP:20261120T100000Z", "STATUS:CANCELLED",
    ] {
      #expect(now.output.contains(words), "\(now.output.prefix(3000))")
    }
    let nameless = try desk.huddle(handed + ["--no-names"]).output
    #expect(nameless.contains("somebody else,2027-01-29") && !nameless.contains("Hal,"))
    #expect(try desk.huddle(minutes).output == before)
  }
}
