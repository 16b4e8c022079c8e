import Values

/// Ratings on a grid: what is likely and bad stands at the top right, each field with its band.
struct HeatmapDrawing {
  private static let left = 150.0
  private static let cellWidth = 110.0
  private static let cellHeight = 64.0

  private let chart: PointChart
  private let legend: PointLegend

  init(_ chart: PointChart) {
    self.chart = chart
    legend = PointLegend(chart.points)
  }

  func svg(_ title: String) -> String {
    let width = Self.left + Double(chart.x.steps.count) * cellWidth + 20
    var drawing = SVGDrawing(width: max(720, width))
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
        "\(chart.x.title) \(chart.x.word(right.value))",
        Self.left + (Double(column) + 0.5) * cellWidth, bottom, .middle, size: 12)
    }
    legend.draw(at: bottom + 8, in: &drawing)
    return drawing.finished(height: bottom + 8 + legend.height, title: title)
  }

  private var cellWidth: Double { chart.x.steps.count <= 4 ? Self.cellWidth + 25 : Self.cellWidth }

  private func cell(
    _ column: Int, _ y: Double, _ x: PointChart.Axis.Step, _ up: PointChart.Axis.Step,
    _ drawing: inout SVGDrawing
  ) {
    let left = Self.left + Double(column) * cellWidth
    let band = Band(chart.x.position(x.value), chart.y.position(up.value))
    drawing.rectangle(left, y, cellWidth - 2, Self.cellHeight - 2, band.colour, opacity: 0.35)
    drawing.text(band.word, left + 6, y + 14, size: 11)
    let here = chart.points(x, up)
    let numbers = chart.points.indices.filter { here.contains(chart.points[$0]) }.map { $0 + 1 }
    let words = DisplayText.truncated(numbers.map(String.init).joined(separator: " "), to: 14)
    drawing.text(words, left + cellWidth / 2, y + 42, .middle, size: 18, isBold: true)
  }

  /// Three bands over the whole grid, by how far up and to the right a field is.
  private enum Band {
    case low, medium, high

    init(_ x: Double, _ y: Double) {
      let sum = x + y
      self = sum < 0.7 ? .low : sum < 1.3 ? .medium : .high
    }

    var word: String {
      switch self {
      case .low: "low"
      case .medium: "medium"
      case .high: "high"
      }
    }

    var colour: SVGDrawing.Colour {
      switch self {
      case .low: .green
      case .medium: .orange
      case .high: .vermilion
      }
    }
  }
}
