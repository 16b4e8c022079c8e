import Values

extension Chart {
  /// The figures behind the picture: formats without pictures print these.
  package var table: TextTable {
    switch self {
    case .bars(let chart), .trend(let chart): Self.figures(chart)
    case .pareto(let chart): Self.shares(chart)
    case .heatmap(let chart), .quadrant(let chart): Self.ratings(chart)
    case .gantt(let chart): Self.plan(chart)
    }
  }

  private static func figures(_ chart: BarChart) -> TextTable {
    TextTable(
      [.init(""), .init(chart.measure, .trailing)],
      chart.bars.map { [.words($0.label), .words($0.shown)] })
  }

  private static func shares(_ chart: BarChart) -> TextTable {
    TextTable(
      [
        .init(""), .init(chart.measure, .trailing), .init("Share", .trailing),
        .init("Running", .trailing),
      ],
      chart.shares.map { bar, share, running in
        [.words(bar.label), .words(bar.shown), .words(percent(share)), .words(percent(running))]
      })
  }

  static func percent(_ share: Number?) -> String {
    share.map { Percent.display($0.rounded(to: 3)) } ?? "–"
  }

  private static func ratings(_ chart: PointChart) -> TextTable {
    TextTable(
      [.init(""), .init(chart.x.title), .init(chart.y.title)],
      chart.points.map { point in
        [.words(point.label), .words(chart.x.word(point.x)), .words(chart.y.word(point.y))]
      })
  }

  private static func plan(_ chart: GanttChart) -> TextTable {
    TextTable(
      ["Task", "Owner", "Start", "End", "Note"].map { .init($0) },
      chart.tasks.map { task in
        [
          .words(task.title), .words(task.owner ?? "–"), .words(task.start.display),
          .words(task.end.display),
          .words(task.isMilestone ? "milestone" : task.isCritical ? "critical" : ""),
        ]
      } + chart.undated.map { [.words($0), [], .words("no date"), .words("no date"), []] })
  }
}

extension PointChart.Axis {
  /// `3 high`, or the number where the step has no word of its own.
  func word(_ value: Number) -> String {
    guard let step = steps.first(where: { $0.value == value }), step.label != value.display else {
      return value.display
    }
    return "\(value.display) \(step.label)"
  }
}
