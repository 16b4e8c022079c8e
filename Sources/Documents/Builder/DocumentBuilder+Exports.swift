import Outcomes
import PlaybookLanguage
import Session
import Values

// Trees and figures that only exports ask for.
extension DocumentBuilder {
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

  /// What an outcome answers, where it was asked about something: `T3: the API slips`.
  func source(of outcome: Outcome) -> String? {
    guard let item = outcome.item.flatMap(session.state.item) else { return nil }
    guard let about = item.list.items.first else { return item.source }
    return "\(about): \(itemWords(about))"
  }

  private func task(_ outcome: Outcome) -> GanttChart.Task? {
    guard let end = outcome.due ?? outcome.date else { return nil }
    // Nobody said when work on it begins: the day that is known is the one on which it is due.
    let start = ActionSheet.start(outcome, scope)
    let owner = outcome.owner?.name ?? (outcome.kind == .action ? "Nobody yet" : nil)
    return GanttChart.Task(
      id: outcome.id, title: outcome.text.singleLine, owner: owner, start: min(start ?? end, end),
      end: end, isMilestone: outcome.kind == .milestone || start == nil)
  }

  private static func byOwner(_ a: GanttChart.Task, _ b: GanttChart.Task) -> Bool {
    (a.owner ?? "", a.end, a.id) < (b.owner ?? "", b.end, b.id)
  }
}
