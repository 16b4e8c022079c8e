/// Where the meeting is among its steps: `●●◉○○  3 of 5  Vote`.
package struct ProgressDots: Widget, Sendable, Equatable {
  /// The number of the step that is going on, from 1; `total + 1` when all are done.
  package var current: Int
  package var total: Int
  package var title: String

  package init(current: Int, total: Int, title: String) {
    self.current = current
    self.total = total
    self.title = title
  }

  private var isDone: Bool { current > total }
  private var count: String { isDone ? "all \(total) done" : "\(current) of \(total)" }

  package func lines(width: Int) -> [StyledText] {
    let fits = total > 0 && total + 4 + count.count <= width / 2 + 8
    let dots = fits ? self.dots + "  " : ""
    let room = width - DisplayWidth.of(dots.string) - count.count - 2
    let title = DisplayWidth.truncated(TerminalText.visibleLine(title), to: max(0, room))
    return [dots + "\(count, .dim)  \(title, .heading)"]
  }

  private var dots: StyledText {
    let done = max(0, min(total, current - 1))
    let here = isDone ? 0 : 1
    let left = max(0, total - done - here)
    return """
      \(String(repeating: "●", count: done), .good)\(isDone ? "" : "◉", .accent)\
      \(String(repeating: "○", count: left), .dim)
      """
  }

  package var sentences: [String] {
    [isDone ? "All \(total) steps are done." : "Step \(current) of \(total): \(title)."]
  }
}
