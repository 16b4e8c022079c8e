import Values

/// Ratings on a grid: what is likely and bad stands at the top right, each field with its band.
struct HeatmapDrawing {
  private static let left = 150.0
  private static let cellHeight = 76.0
  /// A field's lines of marks, each in letters of so many pixels.
  private static let mostLines = 3
  private static let letter = 9.0

  private let chart: PointChart

  init(_ chart: PointChart) { self.chart = chart }

  /// A field with more marks than fit says how many there are.
  var legend: PointLegend {
    PointLegend(chart) { points in marks(points).count > Self.mostLines }
  }

  func svg(_ title: String) -> String {
    var drawing = SVGDrawing(
      width: max(720, Self.left + Double(chart.x.steps.count) * cellWidth + 10))
    for (row, up) in chart.y.steps.reversed().enumerated() {
      let y = Double(row) * Self.cellHeight + 8
      drawing.text(
        "\(chart.y.title) \(chart.y.word(up.value))", Self.left - 10,
        y + Self.cellHeight / 2 + 4, .end)
      for (column, right) in chart.x.steps.enumerated() { cell(column, y, right, up, &drawing) }
    }
    let bottom = Double(chart.y.steps.count) * Self.cellHeight + 26
    for (column, right) in chart.x.steps.enumerated() {
      drawing.text(
        chart.x.word(right.value),
        Self.left + (Double(column) + 0.5) * cellWidth, bottom, .middle, size: 12)
    }
    let middle = Self.left + Double(chart.x.steps.count) * cellWidth / 2
    drawing.text(chart.x.title, middle, bottom + 20, .middle)
    return drawing.finished(height: bottom + 30, title: title)
  }

  private var cellWidth: Double { max(110, 560 / Double(max(1, chart.x.steps.count))) }

  /// The marks of a field, line by line.
  private func marks(_ points: [PointChart.Point]) -> [String] {
    guard !points.isEmpty else { return [] }
    let words = points.map(\.mark).joined(separator: " ")
    return TextWrapping.lines([.text(words)], Int((cellWidth - 14) / Self.letter))
  }

  private func cell(
    _ column: Int, _ y: Double, _ x: PointChart.Axis.Step, _ up: PointChart.Axis.Step,
    _ drawing: inout SVGDrawing
  ) {
    let left = Self.left + Double(column) * cellWidth
    let band = chart.band(x.value, up.value)
    drawing.rectangle(left, y, cellWidth - 2, Self.cellHeight - 2, band.colour, opacity: 0.35)
    drawing.text(band.rawValue, left + 6, y + 14, size: 11)
    let here = chart.points(x, up)
    let lines = marks(here)
    let centre = left + cellWidth / 2 - 1
    guard lines.count <= Self.mostLines else {
      drawing.text("\(here.count)", centre, y + 44, .middle, size: 20, isBold: true)
      drawing.text("listed below", centre, y + 62, .middle, size: 12)
      return
    }
    for (place, line) in lines.enumerated() {
      let top = y + 51 - Double(lines.count - 1) * 9
      drawing.text(line, centre, top + Double(place) * 17, .middle, size: 14, isBold: true)
    }
  }
}

extension PointChart.Band {
  var colour: SVGDrawing.Colour {
    switch self {
    case .low: .green
    case .medium: .orange
    case .high: .vermilion
    }
  }
}
