import PlaybookLanguage
package import Session
package import Values

/// Where the time went: planned against real, section by section.
///
/// Worked out from the records' clocks, which nothing else depends on. A clock that goes back counts
/// as no time; the gap before a session was resumed counts as a pause.
package struct Timeline: Sendable, Equatable {
  package struct Stretch: Sendable, Equatable {
    package let section: String
    package let title: String
    /// With the minutes that were added or taken on the way, never less than none; nil where the
    /// playbook sets none.
    package let planned: TimeSpan?
    package internal(set) var spent: TimeSpan
  }

  /// In the order in which the sections were first reached.
  package private(set) var stretches: [Stretch] = []
  package private(set) var spent = TimeSpan(seconds: 0)
  package private(set) var paused = TimeSpan(seconds: 0)

  package init(of session: MeetingSession) {
    let sections = session.agenda().sections
    var current: Int?
    var last: Instant?
    for record in session.log.records {
      let gap = TimeSpan(seconds: max(0, last.map { record.at.since($0).seconds } ?? 0))
      last = record.at
      if case .sessionResumed = record.fact.event {
        paused = paused.adding(gap) ?? paused
        continue
      }
      spent = spent.adding(gap) ?? spent
      if let current {
        stretches[current].spent = stretches[current].spent.adding(gap) ?? gap
      }
      if case .stepEntered(let id) = record.fact.event {
        current = place(of: id, sections.first { $0.id == id }, session)
      }
    }
  }

  private mutating func place(
    of id: String, _ section: SectionPlace?, _ session: MeetingSession
  ) -> Int {
    if let known = stretches.firstIndex(where: { $0.section == id }) { return known }
    let added = TimeSpan(seconds: 60 * (session.state.addedMinutes[id] ?? 0))
    let planned = section?.time?.adding(added)
    stretches.append(
      Stretch(
        section: id, title: section?.title ?? id,
        planned: planned.map { TimeSpan(seconds: max(0, $0.seconds)) },
        spent: TimeSpan(seconds: 0)))
    return stretches.count - 1
  }
}
