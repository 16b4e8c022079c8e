import Session
import Testing
import Values

struct `A plan` {
  private static func day(_ iso: String) -> CalendarDate { CalendarDate(iso: iso) ?? .epoch }

  /// `a 3`, `b 2 @2026-11-30 < a c`: a task, its days, a start of its own, what it comes after.
  private static func task(_ line: String) -> SchedulePlan.Task {
    let halves = line.split(separator: "<").map { $0.split(separator: " ").map(String.init) }
    let words = halves.first ?? []
    return SchedulePlan.Task(
      id: words.first ?? "", days: words.dropFirst().first.flatMap { Int($0) },
      start: words.first { $0.hasPrefix("@") }.map { day(String($0.dropFirst())) },
      after: halves.count == 2 ? halves[1] : [])
  }

  /// `a 24–26 +0` by day of the month, with the slack.
  private static func shown(_ lines: [String], today: String) -> String {
    let tasks = lines.map(task)
    let plan = SchedulePlan(tasks, today: day(today))
    return tasks.map { task in
      guard let row = plan.rows[task.id] else { return "\(task.id) –" }
      return
        "\(task.id) \(row.start.day)–\(row.end.day) +\(row.slack)\(row.isPushed ? " pushed" : "")"
    }.joined(separator: ", ")
  }

  /// 24 November 2026 is a Tuesday.
  @Test(arguments: [
    (["a 3", "b 2 < a"], "a 24–26 +0, b 27–30 +0"),
    (["a 3", "b 1", "c 1 < a b"], "a 24–26 +0, b 24–24 +2, c 27–27 +0"),
    (["c 1 < b", "b 1 < a", "a 1"], "c 26–26 +0, b 25–25 +0, a 24–24 +0"),
    (["a 4", "m 0 < a", "b 1 < m"], "a 24–27 +0, m 27–27 +0, b 30–30 +0"),
    (["a 2 @2026-11-28"], "a 30–1 +0"),
    (["a 5", "b 1 @2026-11-25 < a"], "a 24–30 +0, b 1–1 +0 pushed"),
    (["a 1 @2026-11-20", "b 1"], "a 20–20 +0, b 20–20 +0"),
    (["a", "b 1 < a x"], "a 24–24 +0, b 25–25 +0"),
    (["a 1 < b", "b 1 < a", "c 2"], "a –, b –, c 24–25 +0"),
    (["a -3", "b 999999999999 < a"], "a 24–24 +0, b 24–10 +0"),
    ([], ""),
  ])
  func `follows days of work and what comes before what`(_ lines: [String], _ expected: String) {
    #expect(Self.shown(lines, today: "2026-11-24") == expected)
  }

  @Test(
    arguments: [
      (["a 1", "b 1 < a"], nil), (["a 1 < a"], "a a"), (["a 1 < b", "b 1 < a"], "a b a"),
      (["x 1", "d 1 < c", "a 1 < c x", "b 1 < a", "c 1 < b"], "c a b c"),
    ] as [([String], String?)])
  func `names a circle the way round`(_ lines: [String], _ way: String?) {
    #expect(SchedulePlan.circle(in: lines.map(Self.task))?.joined(separator: " ") == way)
  }

  @Test func `counts days of work over any number of weeks, there and back`() {
    for first in 0..<7 {
      guard let start = Self.day("2026-11-23").adding(days: first) else { continue }
      let days = WorkingDays(from: start)
      let wrong = (0..<300).filter { index in
        guard let date = days.date(index) else { return true }
        return days.index(of: date) != index || date.weekday.rawValue > 5
      }
      #expect(wrong == [], "from \(start.iso)")
    }
  }
}
