import Values

/// A table of actions in minutes, `| Action | Owner | Due |`, or of decisions.
struct MinutesTable {
  /// What its rows are; nil where the table is about something else.
  let kind: Mark.Kind?
  private let what: Int
  /// Nil where the words tell whose an action is.
  private let who: Int?
  private let when: Int?

  init(header: [String]) {
    func column(_ names: Set<String>) -> Int? {
      header.firstIndex { cell in
        let words = TextFolding.fold(cell).split { !$0.isLetter && $0 != " " }
        return !words.isEmpty && words.allSatisfy { names.contains(String($0).trimmed) }
      }
    }
    let action = column([
      "action", "actions", "action item", "action items", "task", "tasks", "what", "todo", "to do",
      "next step", "next steps", "aufgabe", "aufgaben", "was",
    ])
    let decision = column([
      "decision", "decisions", "decision item", "decision items", "resolution", "resolutions",
      "entscheidung", "beschluss",
    ])
    who = column([
      "owner", "owners", "who", "responsible", "assignee", "assigned", "assigned to", "lead",
      "by whom", "person", "wer", "verantwortlich",
    ])
    when = column(["due", "due date", "when", "deadline", "by when", "wann", "bis"])
    // `Action item | Description`: the first one only counts them.
    let said = column(["description", "details", "beschreibung"])
    if let action, said != nil || who.map({ $0 != action }) == true {
      (kind, what) = (.action, who == nil ? said ?? action : action)
    } else if let decision {
      (kind, what) = (.decision, said ?? decision)
    } else {
      (kind, what) = (nil, 0)
    }
  }

  /// The cells of a row; nil where a line is none.
  ///
  /// Inside a table the stroke at the edge may be missing, and in its first line where a rule stands
  /// below.
  static func cells(_ line: String, isInside: Bool = false, below: String = "") -> [String]? {
    guard line.utf8.contains(UInt8(ascii: "|")) else { return nil }
    let line = line.trimmed
    guard line.count > 2, line.first == "|" || isInside || isRuleLine(below) else { return nil }
    let inner = line.first == "|" ? line.dropFirst() : line[...]
    return (inner.last == "|" ? inner.dropLast() : inner)
      .split(separator: "|", omittingEmptySubsequences: false).map(\.trimmed)
  }

  /// `-|-`, `|---|:--|`.
  private static func isRuleLine(_ line: String) -> Bool {
    line.contains("-") && line.contains("|") && line.allSatisfy { "-|: ".contains($0) }
  }

  /// `|---|:--|`.
  static func isRule(_ cells: [String]) -> Bool {
    cells.allSatisfy { !$0.isEmpty && $0.allSatisfy { "-: ".contains($0) } }
  }

  /// What a row says, with its day in the words; nil where it says nothing.
  func row(_ cells: [String]) -> (owners: [String], text: String)? {
    guard kind != nil, cells.indices.contains(what), !MinutesMarker.isNothing(cells[what]) else {
      return nil
    }
    var text = cells[what]
    guard kind == .action else { return ([], text) }
    if let when, cells.indices.contains(when), !MinutesMarker.isNothing(cells[when]) {
      text += " by " + cells[when]
    }
    guard let who, cells.indices.contains(who), !MinutesMarker.isNothing(cells[who]) else {
      return ([], text)
    }
    return (Self.names(cells[who]), text)
  }

  /// `Ana, @bo & Cy` apart.
  static func names(_ text: String) -> [String] {
    Owners.apart(text).flatMap { $0.split { "/&+".contains($0) } }.map { name in
      name.trimmed.filter { !"@*`".contains($0) }
    }.filter { !$0.isEmpty }
  }
}
