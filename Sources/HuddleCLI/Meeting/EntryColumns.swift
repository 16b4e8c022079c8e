import Console
import Facilitation
import Values

/// A long list beside itself, as a wall shows it: numbered down the first column, then the next.
struct EntryColumns {
  let lines: [StyledText]

  private static let narrowest = 34
  private static let gap = 2

  /// - Parameter rows: how many lines there is room for; a list that fits stays one column.
  init(_ entries: [Utterance.Entry], width: Int, rows: Int) {
    let most = max(1, (width + Self.gap) / (Self.narrowest + Self.gap))
    var columns = Self.columns(entries, 1, width)
    for count in 1...most where Self.height(columns) > rows {
      columns = Self.columns(entries, count, width)
    }
    let wide = (width + Self.gap) / max(1, columns.count) - Self.gap
    lines = (0..<Self.height(columns)).map { row in
      columns.enumerated().reduce(StyledText("")) { line, column in
        let isLast = column.offset == columns.count - 1
        let cell = row < column.element.count ? column.element[row] : Cell("", "")
        return line + StyledText(cell.label, .accent)
          + StyledText(isLast ? cell.text : DisplayText.padded(cell.text, to: wide - cell.width))
          + StyledText(isLast ? "" : String(repeating: " ", count: Self.gap))
      }
    }
  }

  /// A line of a column: the label's part and the words.
  private struct Cell {
    let label: String
    let text: String
    let width: Int

    init(_ label: String, _ text: String) {
      self.label = label
      self.text = text
      width = DisplayText.width(of: label)
    }
  }

  private static func height(_ columns: [[Cell]]) -> Int { columns.map(\.count).max() ?? 0 }

  private static func columns(_ entries: [Utterance.Entry], _ count: Int, _ width: Int) -> [[Cell]]
  {
    let wide = (width + gap) / count - gap
    let each = (entries.count + count - 1) / max(1, count)
    return stride(from: 0, to: entries.count, by: max(1, each)).map { start in
      cells(Array(entries[start..<min(start + each, entries.count)]), wide)
    }
  }

  private static func cells(_ entries: [Utterance.Entry], _ width: Int) -> [Cell] {
    let label = min((entries.map { DisplayText.width(of: $0.label) }.max() ?? 0) + 2, width / 2)
    return entries.flatMap { entry -> [Cell] in
      let lines = wrap(entry.text, width: max(4, width - label))
      return (lines.isEmpty ? [""] : lines).enumerated().map { place, line in
        Cell(DisplayText.padded(place == 0 ? entry.label : "", to: label), line)
      }
    }
  }
}
