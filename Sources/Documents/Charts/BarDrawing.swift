import Values

/// Lying bars, one below the other, each with its figure at its end.
struct BarDrawing {
  static let row = 28.0
  static let labelWidth = 240.0
  /// Of a label, on a line.
  static let letters = 34
  static let barWidth = 380.0

  private let chart: BarChart

  init(_ chart: BarChart) { self.chart = chart }

  func svg(_ title: String) -> String {
    var drawing = SVGDrawing()
    var y = 8.0
    for bar in chart.bars {
      let length = chart.length(of: bar) * Self.barWidth
      let more = drawing.label(
        bar.label, letters: Self.letters, Self.labelWidth - 10, y + 13)
      drawing.rectangle(
        Self.labelWidth, y, length, 18, .blue, title: "\(bar.label): \(bar.shown)")
      drawing.text(bar.shown, Self.labelWidth + length + 8, y + 13, isBold: true)
      y += Self.row + more
    }
    return drawing.finished(height: y + 8, title: title)
  }
}

/// Lying bars from the largest down, and beside them the line of the running share.
struct ParetoDrawing {
  private let chart: BarChart

  init(_ chart: BarChart) { self.chart = chart }

  func svg(_ title: String) -> String {
    var drawing = SVGDrawing()
    var line: [(Double, Double)] = []
    var y = 26.0
    for entry in chart.shares {
      let more = draw(entry.bar, Chart.percent(entry.running), y, in: &drawing)
      let share = entry.running?.doubleValue ?? 0
      line.append((BarDrawing.labelWidth + share * BarDrawing.barWidth, y + 9))
      y += BarDrawing.row + more
    }
    drawing.path(line, .vermilion)
    for point in line { drawing.disc(point.0, point.1, 4, .vermilion) }
    drawing.text("bars: \(chart.measure), line: running share", BarDrawing.labelWidth, 16, size: 12)
    return drawing.finished(height: y + 8, title: title)
  }

  private func draw(
    _ bar: BarChart.Bar, _ running: String, _ y: Double, in drawing: inout SVGDrawing
  ) -> Double {
    drawing.rectangle(
      BarDrawing.labelWidth, y, chart.length(of: bar) * BarDrawing.barWidth, 18, .sky,
      title: "\(bar.label): \(bar.shown)")
    drawing.text(
      "\(bar.shown) · \(running)", BarDrawing.labelWidth + BarDrawing.barWidth + 12, y + 13)
    return drawing.label(
      bar.label, letters: BarDrawing.letters, BarDrawing.labelWidth - 10, y + 13)
  }
}
