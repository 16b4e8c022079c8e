import Values

/// A table of actions in minutes: `| Action | Owner | Due |`.
struct MinutesTable {
  /// Nil where the table is about something else.
  private let columns: (what: Int, who: Int, when: Int?)?

  init(header: [String]) {
    func column(_ names: Set<String>) -> Int? {
      header.firstIndex { cell in
        let words = TextFolding.fold(cell).split { !$0.isLetter && $0 != " " }
        return !words.isEmpty && words.allSatisfy { names.contains(String($0).trimmed) }
      }
    }
    let what = column([
      "action", "actions", "action item", "action items", "task", "tasks", "what", "todo", "to do",
      "next step", "next steps", "aufgabe", "aufgaben", "was",
    ])
    let who = column([
      "owner", "owners", "who", "responsible", "assignee", "assigned", "assigned to", "lead",
      "by whom", "person", "wer", "verantwortlich",
    ])
    if let what, let who, what != who {
      let days: Set<String> = ["due", "due date", "when", "deadline", "by when", "wann", "bis"]
      columns = (what, who, column(days))
    } else {
      columns = nil
    }
  }

  var isOfActions: Bool { columns != nil }

  /// The cells of a row; nil where a line is none.
  static func cells(_ line: String) -> [String]? {
    let line = line.trimmed
    guard line.first == "|", line.count > 2 else { return nil }
    let inner = line.dropFirst()
    return (inner.last == "|" ? inner.dropLast() : inner)
      .split(separator: "|", omittingEmptySubsequences: false).map(\.trimmed)
  }

  /// `|---|:--|`.
  static func isRule(_ cells: [String]) -> Bool {
    cells.allSatisfy { !$0.isEmpty && $0.allSatisfy { "-: ".contains($0) } }
  }

  /// What a row says, with its day in the words; nil where it says nothing.
  func action(_ cells: [String]) -> (owners: [String], text: String)? {
    guard let columns, cells.indices.contains(columns.what),
      !MinutesMarker.isNothing(cells[columns.what])
    else { return nil }
    var text = cells[columns.what]
    if let when = columns.when, cells.indices.contains(when), !MinutesMarker.isNothing(cells[when])
    {
      text += " by " + cells[when]
    }
    guard cells.indices.contains(columns.who), !MinutesMarker.isNothing(cells[columns.who]) else {
      return ([], text)
    }
    return (Self.names(cells[columns.who]), text)
  }

  /// `Ana, @bo & Cy` apart.
  static func names(_ text: String) -> [String] {
    Owners.apart(text).flatMap { $0.split { "/&+".contains($0) } }.map { name in
      name.trimmed.filter { !"@*`".contains($0) }
    }.filter { !$0.isEmpty }
  }
}
