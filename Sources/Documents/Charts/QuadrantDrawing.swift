import Values

/// Ratings in four fields, each named by what is high and low there.
struct QuadrantDrawing {
  private static let side = 400.0
  private static let left = 40.0
  private static let top = 20.0
  private static let margin = 66.0
  private static let step = 28.0

  private let chart: PointChart

  init(_ chart: PointChart) { self.chart = chart }

  /// A place with more points than there is room for around it says how many there are.
  var legend: PointLegend { PointLegend(chart) { $0.count > columns * rows } }

  func svg(_ title: String) -> String {
    var drawing = SVGDrawing()
    let middle = Self.side / 2
    drawing.frame(Self.left, Self.top, 640, Self.side)
    drawing.line(Self.left + 320, Self.top, Self.left + 320, Self.top + Self.side)
    drawing.line(Self.left, Self.top + middle, Self.left + 640, Self.top + middle)
    fieldNames(&drawing)
    for up in chart.y.steps {
      for right in chart.x.steps { place(right, up, in: &drawing) }
    }
    return drawing.finished(height: Self.top + Self.side + 10, title: title)
  }

  /// How many discs stand side by side and above each other before they reach the next place's.
  private var columns: Int { Self.room(640, chart.x) }
  private var rows: Int { Self.room(Self.side, chart.y) }

  private static func room(_ side: Double, _ axis: PointChart.Axis) -> Int {
    let gap = (side - 2 * margin) / Double(max(1, axis.steps.count - 1))
    return min(4, max(1, Int(gap / step)))
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

  /// The points that stand nearest to two steps, around where those meet.
  private func place(
    _ right: PointChart.Axis.Step, _ up: PointChart.Axis.Step, in drawing: inout SVGDrawing
  ) {
    let here = chart.points(right, up)
    let x = Self.left + Self.margin + chart.x.position(right.value) * (640 - 2 * Self.margin)
    let height = Self.side - 2 * Self.margin
    let y = Self.top + Self.margin + (1 - chart.y.position(up.value)) * height
    guard here.count <= columns * rows else {
      drawing.disc(x, y, 20, .blue, title: "\(here.count) points, listed below")
      drawing.text("\(here.count)", x, y + 6, .middle, size: 16, isOnColour: true, isBold: true)
      return
    }
    for (place, point) in here.enumerated() {
      let (row, column) = place.quotientAndRemainder(dividingBy: columns)
      let inRow = min(columns, here.count - row * columns)
      let lines = (here.count + columns - 1) / columns
      let (right, down) = (
        x + (Double(column) - Double(inRow - 1) / 2) * Self.step,
        y + (Double(row) - Double(lines - 1) / 2) * Self.step
      )
      drawing.disc(right, down, 13, .blue, title: point.label)
      drawing.text(
        point.mark, right, down + 4, .middle, size: point.mark.count > 3 ? 9 : 12,
        isOnColour: true, isBold: true)
    }
  }
}
