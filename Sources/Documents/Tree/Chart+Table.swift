package import Values

extension Chart {
  /// The figures behind the picture: formats without pictures print these.
  package var table: TextTable {
    switch self {
    case .bars(let chart), .trend(let chart): Self.figures(chart)
    case .pareto(let chart): Self.shares(chart)
    case .heatmap(let chart): Self.grid(chart)
    case .quadrant(let chart): Self.ratings(chart)
    case .gantt(let chart): Self.plan(chart)
    }
  }

  /// What the picture shows, in a few words: its accessible title.
  package var title: String {
    switch self {
    case .bars(let chart): chart.measure
    case .trend(let chart): "\(chart.measure) over time"
    case .pareto(let chart): "\(chart.measure), with running shares"
    case .heatmap(let chart), .quadrant(let chart): "\(chart.y.title) against \(chart.x.title)"
    case .gantt(let chart): "Calendar of \(chart.tasks.count.counted("task"))"
    }
  }

  private static func figures(_ chart: BarChart) -> TextTable {
    TextTable(
      [.init(""), .init(chart.measure, .trailing), .init("")],
      chart.bars.map { [.words($0.label), .words($0.shown), .words(chart.textBar($0))] })
  }

  private static func shares(_ chart: BarChart) -> TextTable {
    TextTable(
      [
        .init(""), .init(chart.measure, .trailing), .init("Share", .trailing),
        .init("Running", .trailing), .init(""),
      ],
      chart.shares.map { bar, share, running in
        [
          .words(bar.label), .words(bar.shown), .words(percent(share)), .words(percent(running)),
          .words(chart.textBar(bar)),
        ]
      })
  }

  /// A share as people read it, a dash where there is none.
  package static func percent(_ share: Number?) -> String {
    share.map { Percent.display($0.rounded(to: 3)) } ?? "–"
  }

  /// The highest rating on top, as on a wall; what stands in a field is listed there.
  private static func grid(_ chart: PointChart) -> TextTable {
    let columns = chart.x.steps.map {
      TextTable.Column("\(chart.x.title) \(chart.x.word($0.value))")
    }
    let rows = chart.y.steps.reversed().map { up -> [[Inline]] in
      let head: [Inline] = .words("\(chart.y.title) \(chart.y.word(up.value))")
      return [head]
        + chart.x.steps.map { right in
          .lines(chart.points(right, up).map { .words($0.label) })
        }
    }
    return TextTable([.init("")] + columns, rows)
  }

  private static func ratings(_ chart: PointChart) -> TextTable {
    TextTable(
      [.init(""), .init(chart.x.title), .init(chart.y.title), .init("Field")],
      chart.points.map { point in
        [
          .words(point.label), .words(chart.x.word(point.x)), .words(chart.y.word(point.y)),
          .words(chart.quadrant(of: point)),
        ]
      })
  }

  private static func plan(_ chart: GanttChart) -> TextTable {
    let waits = chart.tasks.contains { !$0.waitsFor.isEmpty }
    let rows = chart.tasks.map { task -> [[Inline]] in
      [
        .words(task.title), .words(task.owner ?? "–"), .words(task.start.display),
        .words(task.end.display),
      ] + (waits ? [.words(task.waitsFor.isEmpty ? "–" : task.waitsFor)] : [])
        + [.words(task.isMilestone ? "milestone" : task.isCritical ? "critical" : "")]
    }
    let undated = chart.undated.map { words -> [[Inline]] in
      [.words(words), .words("–"), .words("no date"), .words("–")] + (waits ? [.words("–")] : [])
        + [[]]
    }
    let headers = ["Task", "Owner", "Start", "End"] + (waits ? ["After"] : []) + ["Note"]
    return TextTable(headers.map { .init($0) }, rows + undated).withoutEmptyLastColumn
  }
}

extension TextTable {
  /// A note that no row has needs no column.
  fileprivate var withoutEmptyLastColumn: TextTable {
    guard !rows.contains(where: { $0.last?.isEmpty == false && $0.last?.plainLine != "" }) else {
      return self
    }
    return TextTable(Array(columns.dropLast()), rows.map { Array($0.dropLast()) })
  }
}

extension BarChart {
  /// Up to twenty blocks; something above zero always shows one.
  func textBar(_ bar: Bar) -> String {
    let length = length(of: bar)
    guard length > 0 else { return "" }
    return String(repeating: "█", count: max(1, Int((length * 20).rounded())))
  }

  /// 0...1 of the longest bar; figures below zero have none.
  package func length(of bar: Bar) -> Double {
    let longest = bars.map(\.value.doubleValue).max() ?? 0
    guard longest > 0, longest.isFinite else { return 0 }
    return min(1, max(0, bar.value.doubleValue / longest))
  }
}

extension PointChart {
  /// Three bands over the whole grid, by how far up and to the right a field is.
  enum Band: String { case low, medium, high }

  func band(_ x: Number, _ y: Number) -> Band {
    let sum = self.x.position(x) + self.y.position(y)
    return sum < 0.7 ? .low : sum < 1.3 ? .medium : .high
  }

  /// What stands nearest to these two steps.
  func points(_ x: Axis.Step, _ y: Axis.Step) -> [Point] {
    points.filter { self.x.nearest($0.x) == x && self.y.nearest($0.y) == y }
  }

  /// `high likelihood, low impact`: above the middle of the scale is high.
  func quadrant(of point: Point) -> String {
    "\(x.isHigh(point.x) ? "high" : "low") \(x.title.lowercased()), "
      + "\(y.isHigh(point.y) ? "high" : "low") \(y.title.lowercased())"
  }
}

extension PointChart.Axis {
  /// `3 high`, or the number where the step has no word of its own.
  package func word(_ value: Number) -> String {
    guard let step = steps.first(where: { $0.value == value }), step.label != value.display else {
      return value.display
    }
    return "\(value.display) \(step.label)"
  }

  /// Which step a value stands at, from 0.
  package func place(of value: Number) -> Int {
    nearest(value).flatMap(steps.firstIndex) ?? 0
  }

  func nearest(_ value: Number) -> Step? {
    let wanted = value.doubleValue
    return steps.min {
      ($0.value.doubleValue - wanted).magnitude < ($1.value.doubleValue - wanted).magnitude
    }
  }

  /// 0 at the lowest step, 1 at the highest; held between them.
  func position(_ value: Number) -> Double {
    guard let low = steps.first?.value.doubleValue, let high = steps.last?.value.doubleValue,
      high > low
    else { return 0.5 }
    return min(1, max(0, (value.doubleValue - low) / (high - low)))
  }

  func isHigh(_ value: Number) -> Bool { position(value) > 0.5 }
}
