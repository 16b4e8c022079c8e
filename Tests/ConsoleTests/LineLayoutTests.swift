import TestSupport
import Testing

@testable import Console

/// Where a line's cursor and end come to stand, in a window of ten columns behind `id> `.
@Test func `a line is laid out as libedit does`() {
  typealias Cell = LineLayout.Cell
  let rows: [(line: String, cursor: Int, wanted: [Cell])] = [
    ("", 0, [Cell(row: 0, column: 4), Cell(row: 0, column: 4)]),
    ("abc", 1, [Cell(row: 0, column: 5), Cell(row: 0, column: 7)]),
    ("abcdef", 6, [Cell(row: 1, column: 0), Cell(row: 1, column: 0)]),
    ("abcde日x", 5, [Cell(row: 1, column: 0), Cell(row: 1, column: 3)]),
    ("a\nb", 2, [Cell(row: 1, column: 0), Cell(row: 1, column: 1)]),
    ("abcdef\nb", 7, [Cell(row: 2, column: 0), Cell(row: 2, column: 1)]),
    ("e\u{301}x", 2, [Cell(row: 0, column: 5), Cell(row: 0, column: 6)]),
    ("a\tb", 2, [Cell(row: 0, column: 8), Cell(row: 0, column: 9)]),
  ]
  for row in rows {
    let layout = LineLayout(
      prompt: "id> ".unicodeScalars, line: Array(row.line.unicodeScalars),
      cursorIndex: row.cursor, columns: 10)
    #expect([layout.cursor, layout.end] == row.wanted, "\(row.line)")
  }
}

/// The arithmetic against the real one: the cursor that libedit shows.
@Test(arguments: [
  "plain", "exactly sixteen!", "exactly sixteen!x", "wide 日本日本日本日本日", "naïve 日x本",
  "of sixteen ab日", "e\u{301}e\u{301} marks", "emoji 😀😀😀😀😀", "two\nlines", "exactly sixteen!\nx",
  "unassigned \u{e0fff}\u{378} end",
])
func `the cursor is where the layout says`(text: String) throws {
  let terminal = try probe("multi", rows: 12, columns: 20)
  let scalars = Array(text.unicodeScalars)
  terminal.send("\u{1b}[200~\(text)\u{1b}[201~")
  for cursor in (0...scalars.count).reversed() {
    let layout = LineLayout(
      prompt: "id> ".unicodeScalars, line: scalars, cursorIndex: cursor, columns: 20)
    try terminal.waitUntil("cursor \(cursor) at \(layout.cursor)", seconds: 5) {
      $0.cursor == (layout.cursor.row, layout.cursor.column)
    }
    terminal.send("\u{1b}[D")
  }
}
