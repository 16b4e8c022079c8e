import PlaybookLanguage
import Values

/// A table as it is pasted: cells of a spreadsheet with `|` between them, or a Markdown table.
///
/// Its heading is no row. Where it names the columns, the cells are put in their order.
struct PastedTable {
  /// A line a row, with `|` between the cells of this table's columns.
  let rows: [String]

  private let columns: [Question.Column]

  init(_ lines: [String], _ table: Question) {
    columns = table.askedColumns
    let rule = lines.firstIndex(where: Self.isRule)
    let isMarkdown = rule != nil
    var rest = lines.filter { !Self.isRule($0) }.map { line in
      isMarkdown
        ? TableCells.ofMarkdown(line) : TableCells.of(line, columns: table.askedColumns.count)
    }
    let heading = rest.first ?? []
    let order = Self.order(of: heading, in: columns)
    let isHeading = rule == 1 || order != nil
    guard isMarkdown || isHeading else {
      rows = lines
      return
    }
    if isHeading { rest.removeFirst() }
    rows = rest.map { cells in
      TableCells.joined(order.map { Self.sorted(cells, $0, table.askedColumns.count) } ?? cells)
    }
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

  /// Which column each cell of a heading names; nil where one names none, or two the same.
  ///
  /// `Owner`, `**Due**`, and `Due date` for `due`.
  private static func order(of heading: [String], in columns: [Question.Column]) -> [Int]? {
    guard heading.count > 1 else { return nil }
    let names = columns.map { words($0.spokenName) }
    var order: [Int] = []
    for cell in heading {
      let typed = words(cell)
      let begun = names.indices.filter { !typed.isEmpty && typed.starts(with: names[$0]) }
      guard let place = names.firstIndex(of: typed) ?? (begun.count == 1 ? begun[0] : nil),
        !order.contains(place)
      else { return nil }
      order.append(place)
    }
    return order
  }

  private static func words(_ text: String) -> [String] {
    TextFolding.fold(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  private static func sorted(_ cells: [String], _ order: [Int], _ count: Int) -> [String] {
    var sorted = Array(repeating: "", count: count)
    for (cell, place) in zip(cells, order) { sorted[place] = cell }
    // What no heading stands above is not lost: there are too many cells then, and it is said.
    return sorted + cells.dropFirst(order.count).filter { !$0.isEmpty }
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
