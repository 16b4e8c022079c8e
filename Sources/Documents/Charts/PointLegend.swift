import Values

/// What the marks in a picture stand for.
struct PointLegend {
  /// Points under the title of their field, where it is too full to name them; the others first,
  /// without a title.
  let parts: [(title: String, points: [PointChart.Point])]

  /// `isCrowded` says of how many points a field only tells the number.
  init(_ chart: PointChart, isCrowded: ([PointChart.Point]) -> Bool) {
    let fields = chart.y.steps.reversed().flatMap { up in
      chart.x.steps.reversed().map { right in
        (title: chart.field(right, up), points: chart.points(right, up))
      }
    }
    let crowded = fields.filter { isCrowded($0.points) }
    let apart = crowded.flatMap(\.points)
    let others = chart.points.filter { !apart.contains($0) }
    parts =
      (others.isEmpty ? [] : [("", others)])
      + crowded.map { ("\($0.title): \($0.points.count)", $0.points) }
  }
}

extension PointChart {
  /// `Likelihood 3 high, Impact 2 medium`.
  fileprivate func field(_ right: Axis.Step, _ up: Axis.Step) -> String {
    "\(x.title) \(x.word(right.value)), \(y.title) \(y.word(up.value))"
  }
}
