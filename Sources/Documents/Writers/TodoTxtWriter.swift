import Values

/// Actions as lines of todo.txt: `(A) 2026-11-24 Text +apollo @pre-mortem due:2026-12-11 owner:ana`.
///
/// A due date within a week of the meeting is priority A, within a month B, any other C.
package enum TodoTxtWriter {
  package static func write(_ sheet: ActionSheet) -> String {
    sheet.actions.filter { $0.state != .dropped }.map { line($0, sheet) + "\n" }.joined()
  }

  private static func line(_ action: ActionSheet.Action, _ sheet: ActionSheet) -> String {
    let priority = priority(action, sheet)
    let isOver = action.state != .open
    var words: [String] =
      isOver
      ? ["x", (action.followed.map(sheet.day) ?? sheet.date).iso, sheet.date.iso]
      : priority.map { ["(\($0))"] } ?? []
    if !isOver { words.append(sheet.date.iso) }
    words.append(TodoTxtText.plain(action.text))
    if !sheet.project.isEmpty { words.append("+" + Slug.make(sheet.project)) }
    words.append("@" + Slug.make(sheet.playbook))
    if let due = action.due { words.append("due:\(due.iso)") }
    if let owner = action.owner { words.append("owner:\(TodoTxtText.value(owner))") }
    if isOver, let priority { words.append("pri:\(priority)") }
    return words.joined(separator: " ")
  }

  private static func priority(_ action: ActionSheet.Action, _ sheet: ActionSheet) -> String? {
    action.due.map { due in
      let days = due.days(since: sheet.date)
      return days <= 7 ? "A" : days <= 31 ? "B" : "C"
    }
  }
}
