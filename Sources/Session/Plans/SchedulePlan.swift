package import Values

/// When each task of a schedule begins and ends, worked out over days of work.
///
/// A task begins when everything that it comes after has ended, and not before a start of its own.
/// One with neither begins on the first day: the earliest of today and the starts that are given.
/// Total: tasks that wait for one another in a circle have no days.
package struct SchedulePlan: Sendable, Equatable {
  package struct Task: Sendable, Equatable {
    package let id: String
    /// Days of work, 0 for a milestone; without one a task counts as a day.
    package let days: Int?
    package let start: CalendarDate?
    package let after: [String]

    package init(id: String, days: Int?, start: CalendarDate?, after: [String]) {
      self.id = id
      self.days = days
      self.start = start
      self.after = after
    }
  }

  package struct Row: Sendable, Equatable {
    package let start: CalendarDate
    /// The last day of work on it.
    package let end: CalendarDate
    /// Days of work by which it may slip and the end stays.
    package let slack: Int
    /// Whether it begins later than it was meant to, because of what it comes after.
    package let isPushed: Bool

    package var isCritical: Bool { slack == 0 }
  }

  package private(set) var rows: [String: Row] = [:]
  /// In the order in which they can be worked on.
  package let order: [String]

  package init(_ tasks: [Task], today: CalendarDate) {
    let first = ([today] + tasks.compactMap(\.start)).min() ?? today
    let days = WorkingDays(from: first)
    let ordered = Self.sorted(tasks)
    order = ordered.map(\.id)
    var passes = Passes(ordered, days)
    passes.forward()
    passes.backward()
    for task in ordered { rows[task.id] = passes.row(task, days) }
  }

  package var end: CalendarDate? { rows.values.map(\.end).max() }

  /// Ids on the critical path, in the order of working.
  package var critical: [String] { order.filter { rows[$0]?.isCritical == true } }

  // MARK: Order

  /// Every task after what it waits for, else as entered; those in a circle are left out.
  private static func sorted(_ tasks: [Task]) -> [Task] {
    let known = Set(tasks.map(\.id))
    var done: Set<String> = []
    var sorted: [Task] = []
    var rest = tasks
    while !rest.isEmpty {
      let ready = rest.filter { $0.after.allSatisfy { done.contains($0) || !known.contains($0) } }
      guard !ready.isEmpty else { break }
      sorted += ready
      done.formUnion(ready.map(\.id))
      rest.removeAll { done.contains($0.id) }
    }
    return sorted
  }

  /// Tasks that wait for one another, in the order of working and back to the first; nil where
  /// there is no circle.
  package static func circle(in tasks: [Task]) -> [String]? {
    let sorted = Set(sorted(tasks).map(\.id))
    let stuck = tasks.filter { !sorted.contains($0.id) }
    guard var task = stuck.first else { return nil }
    var way: [String] = []
    // Whatever is stuck waits for something that is stuck too, so this comes round.
    while !way.contains(task.id) {
      way.append(task.id)
      guard let next = stuck.first(where: { task.after.contains($0.id) }) else { return nil }
      task = next
    }
    let circle = way.drop { $0 != task.id }
    return [task.id] + circle.reversed()
  }
}

/// The two passes of the critical path method, in days of work from the first.
private struct Passes {
  private let tasks: [SchedulePlan.Task]
  private let starts: [String: Int]
  private var earliest: [String: Int] = [:]
  private var latest: [String: Int] = [:]

  init(_ ordered: [SchedulePlan.Task], _ days: WorkingDays) {
    tasks = ordered
    starts = Dictionary(
      ordered.compactMap { task in task.start.map { (task.id, days.index(of: $0)) } },
      uniquingKeysWith: { first, _ in first })
  }

  private func length(_ task: SchedulePlan.Task) -> Int {
    min(max(task.days ?? 1, 0), WorkdaysKind.most)
  }

  /// When everything before it has ended: the index of the day after.
  private func ready(_ task: SchedulePlan.Task) -> Int {
    task.after.compactMap { ends[$0] }.max() ?? 0
  }

  private var ends: [String: Int] = [:]

  mutating func forward() {
    for task in tasks {
      let start = max(starts[task.id] ?? 0, ready(task))
      earliest[task.id] = start
      ends[task.id] = start + length(task)
    }
  }

  mutating func backward() {
    let end = ends.values.max() ?? 0
    for task in tasks.reversed() {
      latest[task.id] = (latest[task.id] ?? end) - length(task)
      let begin = latest[task.id] ?? 0
      for before in task.after { latest[before] = min(latest[before] ?? begin, begin) }
    }
  }

  /// A milestone falls on the last day of what it comes after.
  func row(_ task: SchedulePlan.Task, _ days: WorkingDays) -> SchedulePlan.Row? {
    guard let start = earliest[task.id], let last = latest[task.id] else { return nil }
    let length = length(task)
    let follows = length == 0 && start > 0 && start == ready(task) && !task.after.isEmpty
    guard let first = days.date(follows ? start - 1 : start),
      let end = days.date(length == 0 ? (follows ? start - 1 : start) : start + length - 1)
    else { return nil }
    return SchedulePlan.Row(
      start: first, end: end, slack: last - start,
      isPushed: (starts[task.id] ?? start) < start)
  }
}
