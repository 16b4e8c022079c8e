import Values

/// Numbers in a picture and what they stand for, below it.
struct PointLegend {
  private static let lineHeight = 19.0

  private let points: [PointChart.Point]

  init(_ points: [PointChart.Point]) { self.points = points }

  func draw(at y: Double, in drawing: inout SVGDrawing) {
    for (place, point) in points.enumerated() {
      drawing.text(
        "\(place + 1)  \(DisplayText.truncated(point.label, to: 90))", 20,
        y + Double(place + 1) * Self.lineHeight)
    }
  }

  var height: Double { Double(points.count) * Self.lineHeight + 12 }
}
