import Outcomes
import PlaybookLanguage
import Session
import Values

// Where the risks stand on likelihood and impact, for the standard documents.
extension DocumentBuilder {
  /// A heat map of the risks that were rated; nothing where none was.
  var riskPicture: [Block] { riskChart.map { [.chart(.heatmap($0))] } ?? [] }

  /// Where the rated risks stand; nil where none was rated.
  var riskChart: PointChart? {
    let points = risksByScore.compactMap { risk -> PointChart.Point? in
      guard let x = Self.number(risk["likelihood"]), let y = Self.number(risk["impact"]) else {
        return nil
      }
      return PointChart.Point(mark: risk.id, label: risk.text.singleLine, x: x, y: y)
    }
    guard !points.isEmpty else { return nil }
    return PointChart(
      x: axis("likelihood", points.map(\.x)), y: axis("impact", points.map(\.y)), points: points)
  }

  /// The steps that the playbook rates by, where all the ratings are among them; else 1 to 5 or
  /// beyond.
  private func axis(_ name: String, _ values: [Number]) -> PointChart.Axis {
    let title = name.prefix(1).uppercased() + name.dropFirst()
    let scales = scope.index.order.compactMap { scope.index.questions[$0]?.content }
      .map { Self.steps(of: name, in: $0) }
    let fitting = scales.first { steps in
      !steps.isEmpty && values.allSatisfy { value in steps.contains { $0.value == value } }
    }
    return PointChart.Axis(title: title, steps: fitting ?? Self.numbered(values))
  }

  private static func steps(of name: String, in question: Question) -> [PointChart.Axis.Step] {
    var options = question.kind == .matrix && question.rows.contains(name) ? question.options : []
    if let column = question.columns.first(where: { $0.name == name }),
      case .asked(let asked) = column.cell
    {
      options = asked.options
    }
    return options.compactMap { option in
      Number(option.key).map { PointChart.Axis.Step(value: $0, label: option.label) }
    }.sorted { $0.value < $1.value }
  }

  static func numbered(_ values: [Number]) -> [PointChart.Axis.Step] {
    let highest = min(20, max(5, values.compactMap { $0.rounded(to: 0).wholeValue }.max() ?? 5))
    return (1...highest).map { .init(value: Number($0), label: String($0)) }
  }
}

extension PointChart {
  /// `low`, `medium` or `high`, as the field of the heat map in which the risk stands.
  func band(of risk: Outcome) -> String? {
    guard let x = DocumentBuilder.number(risk["likelihood"]),
      let y = DocumentBuilder.number(risk["impact"])
    else { return nil }
    return band(x, y).rawValue
  }
}
