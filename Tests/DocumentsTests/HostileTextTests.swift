import Documents
import FoundationEssentials
import Outcomes
import Session
import Testing
import Values

/// Hostile words in every field of a meeting: no writer lets any of them act.
@Suite struct HostileTextTests {
  /// Each is what some format would obey.
  private static let attacks = [
    "<script>alert(1)</script>", "]]></title><img src=x onerror=alert(1)>", "\" onload=\"x",
    "| cell | cell |", "# heading", "- item", "1. item", "```\ncode", "[x](javascript:alert(1))",
    "![x](http://e/x.png)", "=HYPERLINK(\"http://e\")", "+1", "@SUM(A1)", "-2+3", "\tx", "\rx",
    "line\nEND:VCALENDAR\r\nBEGIN:VEVENT", "a;b,c\\d", "$(touch /tmp/x)", "`id`", "'; rm x; '",
    "<!channel> <@U1>", "\u{1B}[31mred\u{1B}]0;title\u{07}", "\u{9B}31m", "\u{202E}txt",
    "due:1999-01-01",
    "Title :crit, done; section X # %%", "--body=x", "&lt;&amp;", "{{x}}", "x\u{2028}y\0z",
    "END:VTODO", "/close", "---", "> quote", "~~~", "**bold**", "<ac:task>", "}}</style>",
  ]

  /// Every file of a meeting in which everybody says these words.
  private static let files: [(attack: String, file: ExportFile)] = attacks.flatMap { attack in
    let meeting = try? SampleMeeting.told { attack + " " + $0 }
    return (meeting?.exporter.files(formats: ExportFormat.allCases) ?? []).map { (attack, $0) }
  }

  private static func check(
    _ format: String, _ isSafe: (String) -> String?,
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    let files = files.filter { $0.file.name.hasSuffix(format) }
    try #require(files.count >= attacks.count)
    for (attack, file) in files {
      guard let trouble = isSafe(file.text) else { continue }
      Issue.record(
        "\(file.name), \(attack.debugDescription): \(trouble)", sourceLocation: location)
    }
  }

  @Test func `no file has a control or a mark that turns the direction of writing`() throws {
    try Self.check("") { text in
      text.unicodeScalars.first { scalar in
        switch scalar.value {
        case 0x0A, 0x0D: false
        case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0x2028...0x2029: true
        default: false
        }
      }.map { "has U+\(String($0.value, radix: 16))" }
    }
  }

  @Test func `HTML has only tags of ours, and they close`() throws {
    try Self.check(".html") { MarkupReader.trouble(in: $0, allowsVoid: true) }
  }

  @Test func `Confluence gets well-formed markup`() throws {
    try Self.check(".xhtml") { MarkupReader.trouble(in: $0, allowsVoid: false) }
  }

  @Test func `a table of values keeps its shape and starts no formula`() throws {
    try Self.check(".csv") { text in
      let rows = CSVReader.rows(text)
      if Set(rows.map(\.count)).count != 1 { return "rows differ in length" }
      return rows.joined().first { cell in
        cell.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
      }.map { "a cell starts with \($0.prefix(1))" }
    }
  }

  @Test func `a calendar keeps its components and its line length`() throws {
    let plain = try SampleMeeting.told().exporter.files(formats: [.icalendar])[0].text
    try Self.check(".ics") { text in
      let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)
      if lines.contains(where: { $0.utf8.count > 75 || $0.contains("\n") }) { return "a long line" }
      let begins = plain.split(separator: "\r\n").count {
        $0.hasPrefix("BEGIN:") || $0.hasPrefix("END:")
      }
      let found = lines.count { $0.hasPrefix("BEGIN:") || $0.hasPrefix("END:") }
      return begins == found ? nil : "components were added"
    }
  }

  @Test func `Markdown keeps its blocks: as many headings, rows and points as without the words`()
    throws
  {
    let plain = Dictionary(
      uniqueKeysWithValues: try SampleMeeting.told().exporter.files(formats: [.markdown]).map {
        ($0.name, MarkdownShape($0.text))
      })
    for (attack, file) in Self.files {
      guard let shape = plain[file.name] else { continue }
      #expect(MarkdownShape(file.text) == shape, "\(file.name): \(attack.debugDescription)")
    }
  }

  @Test func `Slack gets no call and no link`() throws {
    try Self.check(".slack.txt") { $0.contains("<") || $0.contains(">") ? "has < or >" : nil }
  }

  @Test func `a line of todo.txt has one due date`() throws {
    try Self.check(".todo.txt") { text in
      let lines = text.split(separator: "\n")
      let dues = lines.map {
        $0.split(separator: " ").count { $0.hasPrefix("due:") && $0 != "due:" }
      }
      return dues == [1, 0] ? nil : "due dates: \(dues)"
    }
  }

  @Test func `Mermaid keeps its lines`() throws {
    try Self.check(".mmd") { text in
      let lines = text.split(separator: "\n")
      return lines.count == 9 && lines.count { $0.contains(" :") } == 3
        ? nil : "\(lines.count) lines"
    }
  }

  @Test func `every word in the shell script stands in single quotes`() throws {
    try Self.check(".sh") { text in
      let outside = text.split(separator: "\n").drop { !$0.hasPrefix("gh ") }
        .joined(separator: "\n").replacing("'\\''", with: "")
        .split(separator: "'", omittingEmptySubsequences: false)
        .enumerated().filter { $0.offset.isMultiple(of: 2) }.map { String($0.element) }.joined()
      let allowed = "gh isuecrat-tlbody=\\ \n"
      return outside.first { !allowed.contains($0) }.map { "\($0) stands outside quotes" }
    }
  }

  @Test func `JSON reads back`() throws {
    try Self.check(".json") { text in
      (try? JSONValue(parsing: Array(text.utf8))) == nil ? "is not JSON" : nil
    }
  }
}
