import Values

/// A plan as a Gantt chart of Mermaid, which GitHub, GitLab and Notion draw.
package enum MermaidWriter {
  package static func write(_ chart: GanttChart, title: String) -> String {
    var lines = ["gantt", "  title \(MermaidText.plain(title))", "  dateFormat YYYY-MM-DD"]
    lines.append("  excludes weekends")
    var owners: [String] = []
    for task in chart.tasks where !owners.contains(owner(of: task)) {
      owners.append(owner(of: task))
    }
    for owner in owners {
      lines.append("  section \(owner)")
      lines += chart.tasks.filter { self.owner(of: $0) == owner }.map {
        "  " + task($0, in: chart)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func owner(of task: GanttChart.Task) -> String {
    MermaidText.plain(task.owner ?? (task.isMilestone ? "Milestones" : "Nobody yet"))
  }

  private static func task(_ task: GanttChart.Task, in chart: GanttChart) -> String {
    var fields: [String] = []
    if task.isCritical { fields.append("crit") }
    if task.isMilestone { fields.append("milestone") }
    fields.append(id(task.id))
    fields.append(start(of: task, in: chart))
    fields.append(task.isMilestone ? "0d" : "\(workingDays(task))d")
    return "\(MermaidText.task(task.title)) :\(fields.joined(separator: ", "))"
  }

  /// `after a b` where the task begins as soon as those are done, else its day.
  private static func start(of task: GanttChart.Task, in chart: GanttChart) -> String {
    let before = chart.tasks.filter { task.after.contains($0.id) && $0.id != task.id }
    guard !task.isMilestone, let end = before.map(\.end).max(),
      (1...3).contains(task.start.days(since: end))
    else { return task.start.iso }
    return "after " + before.map { id($0.id) }.joined(separator: " ")
  }

  /// Mermaid leaves weekends out of what it counts, so they are left out here.
  private static func workingDays(_ task: GanttChart.Task) -> Int {
    let span = min(task.end.days(since: task.start), 20_000)
    let days = (0...max(0, span)).compactMap { task.start.adding(days: $0)?.weekday }
    return max(1, days.count { $0 != .saturday && $0 != .sunday })
  }

  private static func id(_ id: String) -> String {
    let kept = id.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    return "t" + (kept.isEmpty ? Slug.make(id).filter { $0 != "-" } : kept)
  }
}
