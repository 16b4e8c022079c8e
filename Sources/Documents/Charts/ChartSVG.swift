/// Draws a chart as SVG, to stand in a page of HTML or in a file of its own.
package enum ChartSVG {
  package static func draw(_ chart: Chart) -> String {
    switch chart {
    case .bars(let bars), .trend(let bars): BarDrawing(bars).svg(chart.title)
    case .pareto(let bars): ParetoDrawing(bars).svg(chart.title)
    case .heatmap(let points): HeatmapDrawing(points).svg(chart.title)
    case .quadrant(let points): QuadrantDrawing(points).svg(chart.title)
    case .gantt(let gantt): GanttDrawing(gantt).svg(chart.title)
    }
  }
}
