import Documents
import Session
import Testing
import Values

/// Pages with more on them than a small meeting has.
@Suite struct CrowdedPageTests {
  private static func risks(_ count: Int) -> Chart {
    let steps = (1...5).map { PointChart.Axis.Step(value: Number($0), label: "\($0)") }
    let points = (1...count).map { number in
      PointChart.Point(
        mark: "K\(number)",
        label: "Risk \(number), " + String(repeating: "told in full ", count: 12),
        x: Number(number > 20 ? 3 : number % 5 + 1), y: Number(number > 20 ? 3 : number / 5 + 1))
    }
    return .heatmap(
      PointChart(
        x: .init(title: "Likelihood", steps: steps), y: .init(title: "Impact", steps: steps),
        points: points))
  }

  private static func page(_ chart: Chart) -> String {
    HTMLWriter.write(Document(id: "p", title: "P", blocks: [.chart(chart)]))
  }

  @Test(arguments: [false, true])
  func `every point is on the map or in the list under its field, with all its words`(
    _ isQuadrant: Bool
  ) throws {
    guard case .heatmap(let points) = Self.risks(40) else { return }
    let page = Self.page(isQuadrant ? .quadrant(points) : .heatmap(points))
    let drawn = try #require(page.split(separator: "</svg>").first)
    // Twenty one by one, and one of those stands where all the others are.
    let apart = points.points.filter { $0.x != 3 || $0.y != 3 }
    for point in apart {
      #expect(
        drawn.contains(">\(point.mark)</text>") || drawn.contains("\(point.mark) "), "\(point.mark)"
      )
    }
    let crowd = points.points.count - apart.count
    #expect(drawn.contains(">\(crowd)</text>") && !drawn.contains(">K40<"))
    #expect(page.contains("<p>Likelihood 3, Impact 3: \(crowd)</p>"))
    for point in points.points {
      #expect(page.contains("<li><b>\(point.mark)</b> \(point.label)</li>"), "\(point.mark)")
    }
  }

  @Test(arguments: [(1, 3), (2, 3), (9, 3), (12, 3), (40, 6)])
  func `no line of marks is wider than its field`(_ count: Int, _ letters: Int) {
    guard case .heatmap(let chart) = Self.risks(count) else { return }
    let one = PointChart(
      x: chart.x, y: chart.y,
      points: chart.points.map { .init(mark: $0.mark, label: $0.label, x: 3, y: 3) })
    let drawn = ChartSVG.draw(.heatmap(one))
    let lines = drawn.split(separator: "font-size=\"14\"").dropFirst().map { part in
      String(part.split(separator: ">")[1].prefix { $0 != "<" })
    }
    #expect(lines.allSatisfy { $0.count <= 12 }, "\(lines)")
    let marks = lines.flatMap { $0.split(separator: " ") }
    #expect(marks.count == count || marks.isEmpty && drawn.contains(">\(count)</text>"))
  }

  @Test func `a task's whole name stands beside its bar, and what is critical says so`() throws {
    let day = try #require(CalendarDate(iso: "2026-12-01"))
    let name = (1...20).map { "word\($0)" }.joined(separator: " ")
    let chart = Chart.gantt(
      GanttChart(tasks: [
        .init(id: "a", title: name, start: day, end: day, isCritical: true),
        .init(id: "b", title: "short", start: day, end: day),
      ]))
    let drawn = ChartSVG.draw(chart)
    let words = drawn.split(separator: "<text").dropFirst().map { part in
      String(part.split(separator: ">")[1].prefix { $0 != "<" })
    }.joined(separator: " ")
    #expect(words.contains("\(name) (critical) short"), "\(words)")
    #expect(drawn.split(separator: "stroke-width=\"2\"").count == 2)
  }

  @Test func `a bar's whole label stands beside it`() {
    let name = (1...20).map { "word\($0)" }.joined(separator: " ")
    let bars = BarChart(measure: "Votes", bars: [.init(label: name, value: 2, shown: "2")])
    for chart in [Chart.bars(bars), .pareto(bars)] {
      let words = ChartSVG.draw(chart).split(separator: "text-anchor=\"end\"").dropFirst().map {
        String($0.split(separator: ">")[1].prefix { $0 != "<" })
      }
      #expect(words.joined(separator: " ") == name)
    }
  }

  @Test func `the longest text of a table gets the widest column`() {
    let row: (String, String, String) -> [[Inline]] = {
      [[.text("K1")], [.text($0)], [.text($1)], [.text($2)]]
    }
    let table = TextTable(
      ["", "Risk", "Owner", "Prevention"].map { .init($0) },
      [
        row(String(repeating: "long ", count: 30), "Ana", "ask"),
        row("short", "Wilhelmina Featherstonehaugh", "ask in writing, every Monday"),
      ])
    let page = HTMLWriter.write(Document(id: "p", title: "P", blocks: [.table(table)]))
    #expect(
      page.contains(
        "<colgroup><col><col style=\"width: 71%\"><col style=\"width: 14%\">"
          + "<col style=\"width: 14%\"></colgroup>"), "\(page)")
  }

  @Test func `lines in a cell are points`() {
    let cell: [Inline] = .lines([[.text("one")], [.text("two")]])
    let table = TextTable([.init("A"), .init("B")], [[cell, [.text("c")]]])
    let page = HTMLWriter.write(Document(id: "p", title: "P", blocks: [.table(table)]))
    #expect(page.contains("<ul><li>one</li><li>two</li></ul>"))
  }
}
