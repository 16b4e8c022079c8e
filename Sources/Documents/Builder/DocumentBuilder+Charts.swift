import PlaybookLanguage
import Session
import Values

// Pictures, as the figures that they show.
extension DocumentBuilder {
  func chart(_ part: DocumentPart, _ bindings: Bindings) -> [Block] {
    switch part.kind {
    case .bars: return bars(part, bindings).map { [.chart(.bars($0))] } ?? nothingToShow
    case .pareto: return bars(part, bindings).map { [.chart(.pareto($0))] } ?? nothingToShow
    case .heatmap: return points(part, bindings).map { [.chart(.heatmap($0))] } ?? nothingToShow
    case .quadrant: return points(part, bindings).map { [.chart(.quadrant($0))] } ?? nothingToShow
    case .gantt: return gantt(part, bindings).map { [.chart(.gantt($0))] } ?? nothingToShow
    case .trend:
      let trends = trends(part, bindings)
      return trends.isEmpty ? nothingToShow : trends.map { .chart(.trend($0)) }
    default: return []
    }
  }

  private var nothingToShow: [Block] { [.paragraph([.emphasis("Nothing to show yet.")])] }

  private func column(_ name: String, of part: DocumentPart) -> Expression? {
    part.columns.first { $0.header == name }?.value
  }

  private func label(_ part: DocumentPart, _ bindings: Bindings) -> String {
    if let label = column("label", of: part) {
      return text(of: scope.evaluate(label, bindings)).singleLine
    }
    return Self.telling(part.rows, bindings).map { text(of: $0.value).singleLine }
      .joined(separator: ", ")
  }

  /// The last item, and those of outer loops that it says nothing of: a pair of two lists has two.
  private static func telling(_ rows: [LoopClause], _ bindings: Bindings) -> Bindings {
    let own = bindings.suffix(rows.count)
    let named = Set(rows.dropFirst().flatMap(\.list.freeNames))
    return own.filter { !named.contains($0.variable) }
  }

  private func mark(_ bindings: Bindings) -> String? {
    guard case .item(let item) = bindings.last?.value else { return nil }
    return item.id
  }

  /// The number in a value, for the length of a bar or a place on an axis.
  static func number(_ value: Value) -> Number? {
    switch value {
    case .number(let number), .percent(let number), .rating(let number, _): number
    case .money(let money): money.amount
    case .span(let span): Number(span.seconds)
    case .choice(let key), .text(let key): Number(key)
    default: nil
    }
  }

  private func bars(_ part: DocumentPart, _ bindings: Bindings) -> BarChart? {
    guard let expression = column("value", of: part) else { return nil }
    let bars = scope.expand(part.rows, bindings).compactMap { inner -> BarChart.Bar? in
      let value = scope.evaluate(expression, inner)
      return Self.number(value).map {
        BarChart.Bar(label: label(part, inner), value: $0, shown: text(of: value))
      }
    }
    guard !bars.isEmpty else { return nil }
    return BarChart(measure: Self.name(of: expression), bars: bars)
  }

  private func points(_ part: DocumentPart, _ bindings: Bindings) -> PointChart? {
    guard let x = column("x", of: part), let y = column("y", of: part) else { return nil }
    let all = scope.expand(part.rows, bindings).enumerated()
    let points = all.compactMap { place, inner -> PointChart.Point? in
      guard let right = Self.number(scope.evaluate(x, inner)),
        let up = Self.number(scope.evaluate(y, inner))
      else { return nil }
      return PointChart.Point(
        mark: mark(inner) ?? String(place + 1), label: label(part, inner), x: right, y: up)
    }
    guard !points.isEmpty else { return nil }
    return PointChart(
      x: axis(x, part, points.map(\.x)), y: axis(y, part, points.map(\.y)), points: points)
  }

  // MARK: Axes

  /// `r.rating.likelihood` → `Likelihood`; a formula without a name stands as it is written.
  private static func name(of expression: Expression) -> String {
    switch expression.node {
    case .member(let list, "count"): name(of: list)
    case .member(_, let name), .name(let name): words(ofName: name)
    case .method(let asked, LanguageFunction.ofItems, _): name(of: asked)
    default: expression.source
    }
  }

  /// The steps of a rating: the question's own, else the numbers from 1 to 5 or beyond.
  private func axis(
    _ expression: Expression, _ part: DocumentPart, _ values: [Number]
  ) -> PointChart.Axis {
    let title = Self.name(of: expression)
    let steps = options(of: expression, part).compactMap { option in
      Number(option.key).map { PointChart.Axis.Step(value: $0, label: option.label) }
    }
    guard steps.isEmpty else {
      return PointChart.Axis(title: title, steps: steps.sorted { $0.value < $1.value })
    }
    return PointChart.Axis(title: title, steps: Self.numbered(values))
  }

  /// The options of the matrix or of the table's column that an expression reads.
  private func options(of expression: Expression, _ part: DocumentPart) -> [Question.Option] {
    if case .method(let asked, LanguageFunction.ofItems, _) = expression.node,
      case .name(let name) = asked.node
    {
      return scope.index.questions[name]?.content.options ?? []
    }
    guard case .member(let base, let name) = expression.node else { return [] }
    if case .member(_, let question) = base.node,
      let matrix = scope.index.questions[question]?.content
    {
      return matrix.options
    }
    guard let list = part.rows.last.flatMap({ scope.index.root(of: $0.list) }),
      let column = scope.index.questions[list]?.content.columns.first(where: { $0.name == name }),
      case .asked(let asked) = column.cell
    else { return scope.index.questions[name]?.content.options ?? [] }
    return asked.options
  }
}

// MARK: - Over time

extension DocumentBuilder {
  private func gantt(_ part: DocumentPart, _ bindings: Bindings) -> GanttChart? {
    let rows = part.names.flatMap { name -> [ItemValue] in
      guard case .list(let values) = scope.evaluate(named(name), bindings) else { return [] }
      return values.compactMap { if case .item(let item) = $0 { item } else { nil } }
    }
    let names = RowNames(rows.map { ($0.id, scope.text(of: $0)) })
    var tasks: [GanttChart.Task] = []
    var undated: [String] = []
    for row in rows {
      if let task = task(row, names) {
        tasks.append(task)
      } else {
        undated.append(words(of: row))
      }
    }
    return tasks.isEmpty ? nil : GanttChart(tasks: tasks, undated: undated)
  }

  /// A row with `start` and `end` or `due` (or only one of them: a milestone).
  private func task(_ row: ItemValue, _ names: RowNames) -> GanttChart.Task? {
    let start = date("start", of: row)
    let end = date("end", of: row) ?? date("due", of: row) ?? date("date", of: row)
    guard let first = start ?? end else { return nil }
    let last = max(first, end ?? first)
    let owner = scope.member("owner", of: row)
    return GanttChart.Task(
      id: row.id, title: scope.text(of: row).singleLine,
      owner: owner == .blank ? nil : text(of: owner), start: first, end: last,
      isCritical: scope.member("critical", of: row) == .yesno(true),
      isMilestone: start == nil || lasts(row) == .zero, after: predecessors(of: row, names),
      waitsFor: afterWords(row, names))
  }

  private func lasts(_ row: ItemValue) -> Number? {
    Self.number(scope.member("duration", of: row))
  }

  private func date(_ name: String, of row: ItemValue) -> CalendarDate? {
    if case .date(let date) = scope.member(name, of: row) { date } else { nil }
  }

  /// Tasks that `after` names, by their words, by how they are called, or as items.
  private func predecessors(of row: ItemValue, _ names: RowNames) -> [String] {
    switch scope.member("after", of: row) {
    case .item(let item): return [item.id]
    case .list(let values):
      return values.compactMap { if case .item(let item) = $0 { item.id } else { nil } }
    case .text(let words): return names.rows(in: words).map(\.id)
    default: return []
    }
  }

  /// The same in words: a row's own where it is one, else as somebody typed it.
  private func afterWords(_ row: ItemValue, _ names: RowNames) -> String {
    switch scope.member("after", of: row) {
    case .blank: ""
    case .text(let words): names.spelledOut(words).singleLine
    case .item(let item): scope.text(of: item).singleLine
    case .list(let values): values.map { text(of: $0).singleLine }.joined(separator: ", ")
    case let value: text(of: value).singleLine
    }
  }

  /// Each question's answer now, after that of the session before: a picture each, for tickets and
  /// pounds have no scale in common.
  private func trends(_ part: DocumentPart, _ bindings: Bindings) -> [BarChart] {
    part.names.compactMap { name in
      let earlier = session.outside["last_time." + name] ?? .blank
      let points = [("Last time", earlier), ("Now", scope.evaluate(named(name), bindings))]
      let bars = points.compactMap { label, value in
        Self.number(value).map { BarChart.Bar(label: label, value: $0, shown: text(of: value)) }
      }
      return bars.isEmpty ? nil : BarChart(measure: Self.words(ofName: name), bars: bars)
    }
  }
}
