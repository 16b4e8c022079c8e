import Values

/// Ratings in four fields, each named by what is high and low there.
struct QuadrantDrawing {
  private static let side = 400.0
  private static let left = 40.0
  private static let top = 20.0
  private static let margin = 30.0

  private let chart: PointChart
  private let legend: PointLegend

  init(_ chart: PointChart) {
    self.chart = chart
    legend = PointLegend(chart.points)
  }

  func svg(_ title: String) -> String {
    var drawing = SVGDrawing()
    let middle = Self.side / 2
    drawing.frame(Self.left, Self.top, 640, Self.side)
    drawing.line(Self.left + 320, Self.top, Self.left + 320, Self.top + Self.side)
    drawing.line(Self.left, Self.top + middle, Self.left + 640, Self.top + middle)
    fieldNames(&drawing)
    points(&drawing)
    let bottom = Self.top + Self.side + 10
    legend.draw(at: bottom, in: &drawing)
    return drawing.finished(height: bottom + legend.height, title: title)
  }

  private func fieldNames(_ drawing: inout SVGDrawing) {
    let (x, y) = (chart.x.title.lowercased(), chart.y.title.lowercased())
    for (isRight, isUp) in [(false, true), (true, true), (false, false), (true, false)] {
      drawing.text(
        "\(isUp ? "high" : "low") \(y), \(isRight ? "high" : "low") \(x)",
        Self.left + (isRight ? 632 : 8), isUp ? Self.top + 16 : Self.top + Self.side - 8,
        isRight ? .end : .start, size: 12)
    }
  }

  /// Points of the same place stand side by side.
  private func points(_ drawing: inout SVGDrawing) {
    var taken: [String: Int] = [:]
    for (place, point) in chart.points.enumerated() {
      let x = Self.left + Self.margin + chart.x.position(point.x) * (640 - 2 * Self.margin)
      let height = Self.side - 2 * Self.margin
      let y = Self.top + Self.margin + (1 - chart.y.position(point.y)) * height
      let key = "\(SVGDrawing.px(x)),\(SVGDrawing.px(y))"
      let shift = Double(taken[key, default: 0]) * 26
      taken[key, default: 0] += 1
      let shifted = x > Self.left + 320 ? x - shift : x + shift
      drawing.disc(shifted, y, 12, .blue, title: point.label)
      drawing.text(String(place + 1), shifted, y + 5, .middle, isOnColour: true, isBold: true)
    }
  }
}
