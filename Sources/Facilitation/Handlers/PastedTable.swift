import PlaybookLanguage
import Values

/// A table as it is pasted: cells of a spreadsheet with `|` between them, or a Markdown table.
///
/// Its heading is no row. Where it names the columns, the cells are put in their order.
struct PastedTable {
  /// A line a row, with `|` between the cells of this table's columns.
  let rows: [String]
  /// The heading that is left out, and what its words were taken for; nil where there is none.
  let heading: String?

  init(_ lines: [String], _ table: Question, _ room: Room) {
    let columns = table.askedColumns
    let rule = lines.firstIndex(where: Self.isRule)
    let isMarkdown = rule != nil
    var rest = lines.filter { !Self.isRule($0) }.map { line in
      isMarkdown ? TableCells.ofMarkdown(line) : TableCells.of(line, columns: columns.count)
    }
    let first = rest.first ?? []
    let named = TableHeading(first, table, room)
    let isHeading = rule == 1 || named != nil
    guard isMarkdown || isHeading else {
      rows = lines
      heading = nil
      return
    }
    heading = isHeading ? named?.words ?? TableHeading.words(first) : nil
    if isHeading { rest.removeFirst() }
    rows = rest.map { cells in TableCells.joined(named?.sorted(cells) ?? cells) }
  }

  /// ` without the heading “Item, Status” (Item is what)`; empty where there is none.
  var without: String { heading.map { " without the heading \($0)" } ?? "" }

  /// `3 rows without the heading “Item, Status”?`.
  func asking(_ row: String) -> String {
    rows.count == 1 || heading != nil
      ? "\(rows.count.counted(row))\(without)?" : "\(rows.count) lines, as that many \(row)s?"
  }

  /// A Markdown table where a list is asked for: an entry a row, without heading and strokes.
  ///
  /// Other lines are what they are.
  static func entries(_ lines: [String]) -> [String] {
    guard let rule = lines.firstIndex(where: isRule) else { return lines }
    return lines.enumerated().filter { $0.offset != rule && $0.offset != rule - 1 }.map { line in
      guard line.element.contains("|") else { return line.element }
      return TableCells.ofMarkdown(line.element).filter { !$0.isEmpty }.joined(separator: " · ")
    }
  }

  /// `|---|:--:|`, the line below a Markdown table's heading.
  private static func isRule(_ line: String) -> Bool {
    line.contains("|") && line.contains("-") && line.allSatisfy { "|-: \t".contains($0) }
  }
}

/// The cells of one typed or pasted line.
enum TableCells {
  /// Cells with `|` between them; pipes around the whole line are no cells.
  static func of(_ line: String, columns: Int) -> [String] {
    let cells = split(line)
    let isFramed = cells.count > 2 && cells.first?.isEmpty == true && cells.last?.isEmpty == true
    return isFramed && cells.count > columns ? Array(cells.dropFirst().dropLast()) : cells
  }

  /// The same of a line of Markdown, without the marks of bold and code.
  static func ofMarkdown(_ line: String) -> [String] {
    var cells = split(line)
    if line.trimmed.hasPrefix("|") { cells.removeFirst() }
    if line.trimmed.hasSuffix("|"), !cells.isEmpty { cells.removeLast() }
    return cells.map(plain)
  }

  static func joined(_ cells: [String]) -> String {
    cells.map {
      $0.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
    }
    .joined(separator: " | ")
  }

  /// A `\|` is a stroke of the words.
  private static func split(_ line: String) -> [String] {
    var cells = [""]
    var isEscaped = false
    for character in line.trimmed {
      if character == "|", !isEscaped {
        cells.append("")
      } else {
        if character == "|" { cells[cells.count - 1].removeLast() }
        cells[cells.count - 1].append(character)
      }
      isEscaped = character == "\\"
    }
    return cells.map(\.trimmed)
  }

  private static func plain(_ cell: String) -> String {
    var words = cell
    for end in ["<br>", "<br/>", "<br />"] {
      words = words.split(separator: end).map { String($0).trimmed }.joined(separator: " ")
    }
    for mark in ["**", "__", "`", "*", "_"] {
      let pieces = words.split(separator: mark, omittingEmptySubsequences: false)
      let isAround =
        words.hasPrefix(mark) && words.hasSuffix(mark) && words.count > 2 * mark.count
      guard mark == "**" ? pieces.count > 2 && pieces.count % 2 == 1 : isAround && pieces.count == 3
      else { continue }
      words = pieces.joined()
    }
    return words.trimmed
  }
}
