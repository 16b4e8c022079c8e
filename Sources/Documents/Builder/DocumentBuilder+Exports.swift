import Outcomes
import PlaybookLanguage
import Session
import Values

// Trees and figures that only exports ask for.
extension DocumentBuilder {
  /// Actions as boxes to tick, for tools that keep tasks in a page.
  package var checklist: Document {
    Document(id: "actions", title: "Actions: \(meetingTitle)", blocks: [meetingLine] + actionTasks)
  }

  /// The plans of the playbook's own documents, else actions and milestones by their dates; nil
  /// where nothing has a date.
  package var timeline: GanttChart? {
    for id in session.playbook.documents.map(\.id) {
      for case .chart(.gantt(let chart)) in document(id: id)?.blocks ?? [] {
        return withMilestones(chart)
      }
    }
    let dated = (summary.actions + summary.milestones).compactMap(task)
    return dated.isEmpty ? nil : GanttChart(tasks: dated.sorted(by: Self.byOwner))
  }

  /// The plan as it is drawn, and the days that it leads to.
  private func withMilestones(_ chart: GanttChart) -> GanttChart {
    let known = Set(chart.tasks.flatMap { [$0.id, $0.title] })
    let milestones = summary.milestones.compactMap(task).filter {
      !known.contains($0.id) && !known.contains($0.title)
    }
    return GanttChart(tasks: chart.tasks + milestones, undated: chart.undated)
  }

  private func task(_ outcome: Outcome) -> GanttChart.Task? {
    guard let end = outcome.due ?? outcome.date else { return nil }
    var start = outcome.kind == .action ? min(details.date, end) : end
    if case .date(let given) = outcome["start"] { start = min(given, end) }
    return GanttChart.Task(
      id: outcome.id, title: outcome.text.singleLine, owner: outcome.owner?.name, start: start,
      end: end, isMilestone: outcome.kind == .milestone)
  }

  private static func byOwner(_ a: GanttChart.Task, _ b: GanttChart.Task) -> Bool {
    (a.owner ?? "", a.end, a.id) < (b.owner ?? "", b.end, b.id)
  }
}
