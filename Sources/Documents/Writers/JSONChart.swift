import Values

/// The figures of a picture as JSON.
enum JSONChart {
  static func chart(_ chart: Chart) -> JSONValue {
    switch chart {
    case .bars(let bars): self.bars(bars, kind: "bars")
    case .pareto(let bars): self.bars(bars, kind: "pareto")
    case .trend(let bars): self.bars(bars, kind: "trend")
    case .heatmap(let points): self.points(points, kind: "heatmap")
    case .quadrant(let points): self.points(points, kind: "quadrant")
    case .gantt(let gantt): self.gantt(gantt)
    }
  }

  private static func bars(_ chart: BarChart, kind: String) -> JSONValue {
    let bars = chart.bars.map { bar -> JSONValue in
      [
        "label": .string(bar.label), "value": .number(bar.value), "shown": .string(bar.shown),
      ]
    }
    return [
      "kind": "chart", "chart": .string(kind), "measure": .string(chart.measure),
      "bars": .array(bars),
    ]
  }

  private static func points(_ chart: PointChart, kind: String) -> JSONValue {
    let points = chart.points.map { point -> JSONValue in
      ["label": .string(point.label), "x": .number(point.x), "y": .number(point.y)]
    }
    return [
      "kind": "chart", "chart": .string(kind), "x": axis(chart.x), "y": axis(chart.y),
      "points": .array(points),
    ]
  }

  private static func axis(_ axis: PointChart.Axis) -> JSONValue {
    let steps = axis.steps.map { step -> JSONValue in
      ["value": .number(step.value), "label": .string(step.label)]
    }
    return ["title": .string(axis.title), "steps": .array(steps)]
  }

  private static func gantt(_ chart: GanttChart) -> JSONValue {
    let tasks = chart.tasks.map { task -> JSONValue in
      [
        "id": .string(task.id), "title": .string(task.title), "owner": .orNull(task.owner),
        "start": .string(task.start.iso), "end": .string(task.end.iso),
        "critical": .bool(task.isCritical), "milestone": .bool(task.isMilestone),
        "after": .array(task.after.map { .string($0) }),
      ]
    }
    return [
      "kind": "chart", "chart": "gantt", "tasks": .array(tasks),
      "undated": .array(chart.undated.map { .string($0) }),
    ]
  }
}
