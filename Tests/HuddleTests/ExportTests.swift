import TestSupport
import Testing

/// What other programs get of a meeting.
@Suite struct ExportTests {
  @Test func `options that contradict each other are refused, and nothing is written`() throws {
    let desk = try Desk()
    let path = try desk.play("pre-mortem")
    try Disk.write("mine", to: "\(desk.work)/notes.md")
    let wrong: [Case] = [
      Case(
        "export", path, "--all", "--format", "html", status: 64, complains: ["--all writes every"]),
      Case(
        "show", path, "--json", "--document", "risks", status: 64,
        complains: ["--json is the whole"]),
      Case(
        "export", path, "--format", "html", "--out", "plan.html", status: 64,
        complains: ["plan.html is one file, and this writes"]),
      Case(
        "export", path, "--out", "notes.md", status: 73, complains: ["notes.md is one file"]),
    ]
    for wrong in wrong { wrong.check(try desk.huddle(wrong.arguments)) }
    #expect(try Disk.names(desk.work) == ["notes.md"])
    #expect(try Disk.text("\(desk.work)/notes.md") == "mine")
  }

  @Test func `a choice of documents is one of tables too, and no other is written`() throws {
    let desk = try Desk()
    let path = try desk.play("model-scoping")
    let chosen = try desk.huddle(
      "export", path, "--document", "actions,agreement", "--format", "csv")
    #expect(
      chosen.lines.map { $0.split(separator: "-").last } == ["actions.csv", "agreements.csv"])
    let none = try desk.huddle("export", path, "--document", "minutes", "--format", "csv")
    #expect(none.lines.isEmpty && none.errors.contains("Nothing to write as csv"))
  }

  @Test func `everything leaves out what is empty, and says so in a line`() throws {
    let desk = try Desk()
    let path = try desk.play("decision")
    let all = try desk.huddle("export", path, "--all", "--out", "all")
    #expect(all.errors.contains("Left out, as there is nothing in them: risks.\n"))
    #expect(all.errors.contains("Jira’s wizard wants the date pattern yyyy-MM-dd"))
    let names = try Disk.names("\(desk.work)/all")
    #expect(!names.contains { $0.contains("-risks.") })
    #expect(names.contains { $0.hasSuffix("-decisions.html") })
    #expect(names.contains { $0.hasSuffix("-actions.csv") })
  }

  @Test func `a private meeting's every page begins with whom it is for`() throws {
    let desk = try Desk()
    let path = try desk.play("one-on-one")
    let words = "For Rosa Lund and Dan only."
    for format in ["markdown", "text", "html", "slack", "notion", "confluence"] {
      for document in ["notes", "minutes", "agreement", "summary", "actions", "decisions"] {
        let page = try desk.huddle(
          "export", path, "--format", format, "--document", document, "--out", "-"
        ).output
        #expect(page.split(separator: words).count == 2, "\(format) \(document)")
        #expect(
          page.prefix(format == "html" ? 9_000 : 250).contains(words), "\(format) \(document)")
      }
    }
    for format in ["jira", "asana", "gitlab", "github", "icalendar", "mermaid"] {
      let text = try desk.huddle("export", path, "--format", format, "--out", "-").output
      #expect(text.contains(words), "\(format)")
    }
  }

  @Test func `people are known to trackers by the addresses of the invitation`() throws {
    let desk = try Desk()
    let typed = """
      Ana Berg <ana@x.org>, Bo Ek <bo@x.org> (Legal)
      /a draft the plan, ana fri
      /join Cy <cy@x.org>
      /a call the bank, cy fri
      /a ask around, bo fri
      /quit

      """
    try desk.huddle("run", "pre-mortem", "--project", "Mail", input: typed)
    for format in ["jira", "asana"] {
      let table = try desk.huddle(
        "export", "Mail", "--format", format, "--document", "actions", "--out", "-"
      ).output
      for (words, address) in [
        ("draft the plan", "ana@x.org"), ("call the bank", "cy@x.org"), ("ask around", "bo@x.org"),
      ] {
        #expect(table.contains(words) && table.contains(",\(address),"), "\(format)")
      }
    }
    let minutes = try desk.huddle("export", "Mail", "--document", "minutes", "--out", "-").output
    #expect(minutes.contains("Ana Berg") && minutes.contains("Legal") && !minutes.contains("@"))
  }

  @Test func `a Word document is made by pandoc, or its absence is said`() throws {
    let desk = try Desk()
    try desk.play("pre-mortem")
    let arguments = ["export", "Apollo", "--format", "docx", "--document", "agreement"]
    Case("export", status: 66, complains: ["made by pandoc, which is not installed"])
      .check(try desk.huddle(arguments, with: ["PATH": "/nowhere"]))
    Case("export", status: 64, complains: ["no text for standard output"])
      .check(try desk.huddle(arguments + ["--out", "-"], with: ["PATH": Self.withPandoc(desk)]))
    let made = try desk.huddle(arguments, with: ["PATH": Self.withPandoc(desk)])
    #expect(made.status == 0 && made.lines.allSatisfy { $0.hasSuffix("-agreement.docx") })
    #expect(try Disk.text("\(desk.work)/\(made.lines[0])").contains("# Before we start"))
    #expect(try Disk.names(desk.work) == made.lines)
  }

  /// A path on which a stand-in for pandoc copies what it is given.
  private static func withPandoc(_ desk: Desk) throws -> String {
    let folder = desk.folder.path("bin")
    if !Disk.exists(folder) { try Disk.makeFolder(folder) }
    try Disk.write(
      "#!/bin/sh\nfor last; do :; done\ncp \"$last\" \"$HUDDLE_DOCUMENT\"\n", to: "\(folder)/pandoc"
    )
    _ = try desk.shell("chmod +x '\(folder)/pandoc'")
    return "\(folder):/usr/bin:/bin"
  }
}
