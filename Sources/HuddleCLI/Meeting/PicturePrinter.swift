import Console
import Documents
import Values

/// Shows a document's blocks in the scroll: charts as pictures, everything else as plain text.
struct PicturePrinter {
  let columns: Int
  /// Sentences in place of pictures.
  let isPlain: Bool

  func lines(_ blocks: [Block]) -> [StyledText] {
    blocks.enumerated().flatMap { place, block in
      (place > 0 ? [StyledText()] : []) + lines(block)
    }
  }

  private func lines(_ block: Block) -> [StyledText] {
    guard case .chart(let chart) = block else {
      let text = PlainTextWriter.write([block], width: max(20, columns))
      return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        .map(String.init).trimmingEmpty.map { StyledText($0) }
    }
    return picture(chart).shown(width: max(20, columns), isPlain: isPlain)
  }

  private func picture(_ chart: Chart) -> any Widget {
    switch chart {
    case .bars(let bars), .trend(let bars): self.bars(bars)
    case .pareto(let bars): pareto(bars)
    case .heatmap(let points), .quadrant(let points): grid(points)
    case .gantt(let gantt): self.gantt(gantt)
    }
  }

  private func bars(_ chart: BarChart) -> Bars {
    Bars(
      rows: chart.bars.map {
        Bars.Row($0.label, share: chart.length(of: $0), shown: $0.shown)
      })
  }

  /// Each bar with the share that it and those above it have together.
  private func pareto(_ chart: BarChart) -> Bars {
    Bars(
      rows: chart.shares.map { bar, _, running in
        let running = Chart.percent(running)
        return Bars.Row(
          bar.label, share: chart.length(of: bar), shown: "\(bar.shown), \(running)",
          spoken: "\(bar.shown), \(running) with those before it")
      })
  }

  private func grid(_ chart: PointChart) -> RatingGrid {
    RatingGrid(
      right: axis(chart.x), up: axis(chart.y),
      marks: chart.points.map { point in
        RatingGrid.Mark(
          point.mark, point.label, right: chart.x.place(of: point.x), up: chart.y.place(of: point.y)
        )
      })
  }

  private func axis(_ axis: PointChart.Axis) -> RatingGrid.Axis {
    RatingGrid.Axis(axis.title, steps: axis.steps.map { axis.word($0.value) })
  }

  private func gantt(_ chart: GanttChart) -> Gantt {
    let rows = chart.tasks.map { task in
      Gantt.Row(
        task.title, from: task.start.dayNumber, through: task.end.dayNumber,
        period: period(task),
        weight: task.isMilestone ? .milestone : task.isCritical ? .critical : .plain)
    }
    let days = chart.tasks.flatMap { [$0.start, $0.end] }
    return Gantt(
      rows: rows, startLabel: days.min()?.display ?? "", endLabel: days.max()?.display ?? "")
  }

  private func period(_ task: GanttChart.Task) -> String {
    task.start == task.end
      ? task.start.display : "\(task.start.display) – \(task.end.display)"
  }
}
