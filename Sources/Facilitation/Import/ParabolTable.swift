import Outcomes
import Values

/// A retrospective as Parabol exports it: reflections in groups with votes, comments and tasks.
///
/// Columns: `reflectionGroup, author, votes, type, createdAt, discussionThread, prompt, content`.
struct ParabolTable {
  private(set) var meeting = ImportedMeeting(.parabol)

  static func isLikely(_ text: String) -> Bool {
    let header = text.prefix { !$0.isNewline }
    return header.contains("reflectionGroup") && header.contains("content")
  }

  init(_ text: String) throws(ImportedMeeting.Fault) {
    let rows = try CSVTable(text)
    let columns = ["reflectionGroup", "author", "votes", "type", "content"]
    if let missing = columns.first(where: { rows.column($0) == nil }) {
      throw ImportedMeeting.Fault(
        line: 1, words: "has no column “\(missing)”: export the retrospective to CSV once more")
    }
    var places: [String: Int] = [:]
    for row in rows.rows {
      let title = rows.cell("reflectionGroup", row)
      let group = places[title] ?? meeting.groups.count
      if places[title] == nil, !title.isEmpty {
        places[title] = group
        meeting.groups.append(.init(title: title, votes: Int(rows.cell("votes", row)) ?? 0))
      }
      take(row, rows, title.isEmpty ? nil : group)
    }
  }

  private mutating func take(_ row: CSVTable.Row, _ table: CSVTable, _ group: Int?) {
    let text = table.cell("content", row).onOneLine
    guard !text.isEmpty else { return }
    let author = table.cell("author", row)
    let speaker = author.isEmpty || author == "Anonymous" ? nil : author
    if let speaker, !meeting.people.contains(speaker) { meeting.people.append(speaker) }
    if meeting.date == nil {
      meeting.date = CalendarDate(iso: String(table.cell("createdAt", row).prefix(10)))
    }
    if table.cell("type", row) == "Task" {
      meeting.marks.append(
        Mark(
          .action, text, owners: speaker.map { [$0] } ?? [], line: row.line, speaker: speaker))
      return
    }
    meeting.said.append(.init(speaker: speaker, text: text, group: group))
  }
}

/// Comma-separated values by RFC 4180: quotes double inside quotes, and lines may break there.
struct CSVTable {
  struct Row {
    let line: Int
    let cells: [String]
  }

  let header: [String]
  private(set) var rows: [Row] = []

  init(_ text: String) throws(ImportedMeeting.Fault) {
    var all: [Row] = []
    var cells: [String] = []
    var cell = ""
    var isQuoted = false
    var line = 1
    var start = 1
    var rest = text[...]
    while let character = rest.popFirst() {
      if character.isNewline { line += 1 }
      if isQuoted {
        if character != "\"" {
          cell.append(character)
        } else if rest.first == "\"" {
          cell.append("\"")
          rest.removeFirst()
        } else {
          isQuoted = false
        }
      } else if character == "\"" {
        isQuoted = true
      } else if character == "," {
        cells.append(cell)
        cell = ""
      } else if character.isNewline {
        all.append(Row(line: start, cells: cells + [cell]))
        (cells, cell, start) = ([], "", line)
      } else {
        cell.append(character)
      }
    }
    guard !isQuoted else {
      throw ImportedMeeting.Fault(
        line: start, words: "opens a quotation mark that nothing closes: the file is cut off")
    }
    if !cell.isEmpty || !cells.isEmpty { all.append(Row(line: start, cells: cells + [cell])) }
    header = all.first?.cells.map(\.trimmed) ?? []
    rows = all.dropFirst().filter { $0.cells != [""] }
    if let short = rows.first(where: { $0.cells.count != header.count }) {
      throw ImportedMeeting.Fault(
        line: short.line,
        words: "has \(short.cells.count.counted("cell")), and the first line names \(header.count)")
    }
  }

  func column(_ name: String) -> Int? { header.firstIndex(of: name) }

  /// Empty where the table has no such column.
  func cell(_ name: String, _ row: Row) -> String {
    column(name).map { row.cells[$0].trimmed } ?? ""
  }
}
