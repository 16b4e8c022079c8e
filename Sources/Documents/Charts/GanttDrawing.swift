import Values

/// Tasks on a calendar: bars from the first to the last day, diamonds for milestones.
struct GanttDrawing {
  private static let left = 330.0
  private static let span = 540.0
  private static let row = 26.0
  /// Letters of a task's name on a line.
  private static let letters = 50
  private static let top = 34.0

  private let chart: GanttChart
  private let first: CalendarDate
  private let days: Int

  init(_ chart: GanttChart) {
    self.chart = chart
    let start = chart.tasks.map(\.start).min() ?? .epoch
    let end = chart.tasks.map(\.end).max() ?? start
    first = start
    days = max(1, end.days(since: start) + 1)
  }

  func svg(_ title: String) -> String {
    var drawing = SVGDrawing(width: Self.left + Self.span + 40)
    var bottom = Self.top
    for task in chart.tasks {
      let name = task.isCritical ? "\(task.title) (critical)" : task.title
      let more = drawing.label(
        name, letters: Self.letters, Self.left - 10, bottom + 15, isBold: task.isCritical)
      draw(task, bottom, in: &drawing)
      bottom += Self.row + more
    }
    for tick in ticks {
      drawing.line(x(tick), Self.top - 6, x(tick), bottom, opacity: 0.2)
      drawing.text(tick.shortDisplay, x(tick), Self.top - 12, size: 11)
    }
    return drawing.finished(height: bottom + 12, title: title)
  }

  private func draw(_ task: GanttChart.Task, _ y: Double, in drawing: inout SVGDrawing) {
    let title = words(task)
    if task.isMilestone {
      let centre = x(task.end)
      drawing.polygon(
        [(centre, y + 2), (centre + 8, y + 10), (centre, y + 18), (centre - 8, y + 10)], .purple,
        title: title)
      return
    }
    let length = Double(task.end.days(since: task.start) + 1) / Double(days) * Self.span
    drawing.rectangle(
      x(task.start), y + 2, max(3, length), 16, task.isCritical ? .vermilion : .blue,
      title: title, isOutlined: task.isCritical)
  }

  private func words(_ task: GanttChart.Task) -> String {
    let owner = task.owner.map { ", \($0)" } ?? ""
    let when =
      task.start == task.end
      ? task.end.display : "\(task.start.display) to \(task.end.display)"
    return "\(task.title)\(owner): \(when)"
  }

  private func x(_ date: CalendarDate) -> Double {
    Self.left + Double(date.days(since: first)) / Double(days) * Self.span
  }

  /// Five or six days from the first on, a whole number of weeks apart where the plan is long.
  private var ticks: [CalendarDate] {
    let step = days <= 6 ? 1 : days <= 30 ? 7 : ((days / 5 + 6) / 7) * 7
    return stride(from: 0, to: days, by: step).compactMap { first.adding(days: $0) }
  }
}
