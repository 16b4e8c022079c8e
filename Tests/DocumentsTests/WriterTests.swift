import Documents
import Session
import Testing
import Values

/// What each format does with words and layout that its kept texts do not show.
@Suite struct WriterTests {
  private static func page(_ blocks: Block...) -> Document {
    Document(id: "page", title: "Page", blocks: blocks)
  }

  @Test(arguments: [
    ("a*b_c", #"a\*b_c"#), ("_x_", #"\_x\_"#), ("a | b", #"a \| b"#), ("# no", ##"\# no"##),
    ("3. no", #"3\. no"#), ("3.5 yes", #"3\.5 yes"#), ("- no", #"\- no"#), ("a - b", "a - b"),
    ("1 < 2", "1 < 2"), ("<b>", "&lt;b>"), ("R&D", "R&amp;D"), ("a & b", "a & b"),
    ("[a](http://b)", #"\[a\](http://b)"#), ("~~x~~", #"\~\~x\~\~"#), ("`x`", #"\`x\`"#),
    (#"\"#, #"\\"#), ("", ""),
  ])
  func `Markdown takes words literally`(_ words: String, _ written: String) {
    #expect(
      MarkdownWriter.write(Self.page(.paragraph([.text(words)]))) == "# Page\n\n\(written)\n")
  }

  @Test func `spaces stand outside of Markdown's marks`() {
    let page = Self.page(.paragraph([.text("a"), .strong(" b "), .text("c"), .emphasis(" ")]))
    #expect(MarkdownWriter.write(page) == "# Page\n\na **b** c \n")
  }

  @Test(arguments: [
    ("https://a.b/c", true), ("mailto:a@b", true), ("HTTP://a", true), ("javascript:x", false),
    ("data:text/html,x", false), (" https://a", false), ("https://a b", false), ("//a", false),
  ])
  func `only web and mail addresses become links`(_ address: String, _ isLink: Bool) {
    let page = Self.page(.paragraph([.link("w", address: address)]))
    #expect(HTMLWriter.write(page).contains("<a href") == isLink)
    #expect(MarkdownWriter.write(page).contains("](") == isLink)
    #expect(SlackWriter.write(page).contains("<") == isLink)
  }

  @Test func `an address keeps nothing that would end its link`() {
    let page = Self.page(.paragraph([.link("w", address: #"https://a/(b)<c>|\d"#)]))
    #expect(MarkdownWriter.write(page).contains("[w](https://a/%28b%29%3Cc%3E%7C%5Cd)"))
  }

  @Test func `a footnote, code and a sign at the very end are words in every format`() {
    let page = Self.page(
      .paragraph([.text("a <"), .footnote(3), .text(" b &"), .code("x"), .code("y`|"), .code(" ")]))
    #expect(MarkdownWriter.write(page).contains(#"a &lt;<sup>3</sup> b &`x`y\`\|"#))
    #expect(HTMLWriter.write(page).contains("a &lt;<sup>3</sup> b &amp;<code>x</code>"))
    #expect(SlackWriter.write(page).contains("a &lt;[3] b &amp;`x`"))
  }

  @Test func `a status is good or waits, and is escaped either way`() {
    let page = Self.page(
      .paragraph([.status("A & B", isGood: true), .status("<C>", isGood: false)]))
    let html = HTMLWriter.write(page)
    #expect(html.contains("<strong class=\"good\">A &amp; B</strong>"))
    #expect(html.contains("<strong class=\"waiting\">&lt;C&gt;</strong>"))
  }

  @Test(arguments: [8, 20, 33, 80])
  func `plain text keeps to its width as a terminal counts it`(_ width: Int) {
    let words = "日本語のことば and a-word-that-is-longer-than-any-line-could-be, then more 😀😀😀"
    let page = Self.page(
      .heading(level: 2, [.text(words)]), .paragraph([.text(words)]),
      .list(TextList(.tasks, [.init([.text(words)])])),
      .table(
        TextTable(
          [.init("Words"), .init("Figure", .trailing)], [[[.text(words)], [.text("1,200")]]])))
    let widths = PlainTextWriter.write(page, width: width).split(separator: "\n").map {
      DisplayText.width(of: String($0))
    }
    #expect(widths.max() ?? 0 <= max(20, width))
  }

  @Test func `a row with too few cells is filled, one with too many is cut`() {
    let table = TextTable([.init("A"), .init("B")], [[[.text("1")]], [[], [], [.text("3")]]])
    #expect(table.rows.map(\.count) == [2, 2])
  }

  @Test func `a calendar's line is folded within no character`() throws {
    var meeting = try SampleMeeting.told { _ in String(repeating: "é日😀", count: 60) }
    meeting.add(.sessionClosed)
    let text = try #require(meeting.exporter.files(formats: [.icalendar]).first).text
    let lines = text.split(separator: "\r\n", omittingEmptySubsequences: true)
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    let unfolded = text.replacing("\r\n ", with: "")
    #expect(unfolded.contains(String(repeating: "é日😀", count: 60)))
  }

  @Test func `Jira gets at most 1,500 actions a file`() throws {
    var meeting = try SampleMeeting(playbook: SamplePlaybook.sample.get())
    meeting.items("room.actions", (1...1_501).map { .init(id: "A\($0)", text: "Do \($0)") })
    let files = meeting.exporter.files(formats: [.jira])
    #expect(files.map(\.name) == ["actions-1.jira.csv", "actions-2.jira.csv"])
    #expect(files.map { CSVReader.rows($0.text).count } == [1_501, 2])
  }

  @Test func `the shares of a Pareto chart run to the whole, and nothing has none`() {
    let bars = [2, 5, 3].map { BarChart.Bar(label: "b", value: Number($0), shown: "\($0)") }
    let shares = BarChart(measure: "Votes", bars: bars).shares
    #expect(shares.map(\.bar.shown) == ["5", "3", "2"])
    #expect(shares.map { $0.running?.display } == ["0.5", "0.8", "1"])
    let none = BarChart(measure: "Votes", bars: [.init(label: "b", value: 0, shown: "0")])
    #expect(none.shares.first?.share == nil)
    #expect(ChartSVG.draw(.pareto(none)).hasPrefix("<svg"))
  }

  @Test func `charts of nothing and of far dates are drawn all the same`() throws {
    let first = try #require(CalendarDate(iso: "0001-01-01"))
    let last = try #require(CalendarDate(iso: "9999-12-31"))
    let axis = PointChart.Axis(title: "x", steps: [])
    let charts: [Chart] = [
      .bars(BarChart(measure: "", bars: [])), .gantt(GanttChart(tasks: [])),
      .heatmap(PointChart(x: axis, y: axis, points: [.init(mark: "p", label: "p", x: 9, y: -9)])),
      .quadrant(PointChart(x: axis, y: axis, points: [.init(mark: "p", label: "p", x: 9, y: -9)])),
      .gantt(GanttChart(tasks: [.init(id: "a", title: "a", start: first, end: last)])),
    ]
    #expect(charts.allSatisfy { ChartSVG.draw($0).hasSuffix("</svg>") })
    #expect(charts.allSatisfy { HTMLWriter.write(Self.page(.chart($0))).contains("</html>") })
  }
}
