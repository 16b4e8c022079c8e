internal import CSystem

/// A small model of a terminal: what is on the screen after the bytes that a program wrote.
///
/// It knows what libedit and the console write: printing with wrap at the margin, CR, LF, BS, TAB,
/// cursor moves, erasing, inserting and deleting characters and lines, saving the cursor. Colours,
/// modes and titles are read and forgotten. Lines that leave at the top go to `history`.
struct ScreenModel {
  private(set) var rowCount: Int
  private(set) var columnCount: Int
  private(set) var row = 0
  private(set) var column = 0
  /// Rows that have scrolled off the top, oldest first.
  private(set) var history: [String] = []

  private var cells: [[String]]
  /// Whether a row's text goes on in the next one, because it reached the margin.
  private var goesOn: [Bool]
  private var historyGoesOn: [Bool] = []
  private var wrapsNext = false
  private var saved = (row: 0, column: 0)
  private var pending: [UInt8] = []

  init(rows: Int, columns: Int) {
    rowCount = rows
    columnCount = columns
    cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
    goesOn = Array(repeating: false, count: rows)
  }

  /// What has been written, line by line: rows that the margin broke are whole again.
  var lines: [String] {
    var lines: [String] = []
    var open = ""
    for (text, isOpen) in zip(history + cells.map { $0.joined() }, historyGoesOn + goesOn) {
      open += text
      if !isOpen {
        lines.append(Self.text([open]))
        open = ""
      }
    }
    return open.isEmpty ? lines : lines + [Self.text([open])]
  }

  /// The text of each row, without the blanks at its end.
  var rows: [String] { cells.map(Self.text) }

  private static func text(_ row: [String]) -> String {
    var text = row.joined()
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }

  /// Changes the size; rows that the margin broke are broken anew, as most terminals do.
  mutating func resize(rows: Int, columns: Int) {
    var broken: [(cells: [String], goesOn: Bool)] = []
    var cursor = (row: 0, column: 0)
    var index = 0
    while index < rowCount {
      let first = index
      while goesOn[index], index + 1 < rowCount { index += 1 }
      let offset = (row - first) * columnCount + column
      var line = Array(cells[first...index].joined())
      let isHere = (first...index).contains(row)
      while line.last == " ", !isHere || line.count > offset + 1 { line.removeLast() }
      if isHere { cursor = (broken.count + offset / columns, offset % columns) }
      broken += Self.broken(line, columns: columns)
      index += 1
    }
    while broken.count > cursor.row + 1, broken.last?.cells.allSatisfy({ $0 == " " }) == true {
      broken.removeLast()
    }
    let surplus = max(0, broken.count - rows)
    history += broken.prefix(surplus).map { $0.cells.joined() }
    historyGoesOn += broken.prefix(surplus).map(\.goesOn)
    let kept = broken.dropFirst(surplus)
    let blank = Array(repeating: " ", count: columns)
    cells = kept.map(\.cells) + Array(repeating: blank, count: rows - kept.count)
    goesOn = kept.map(\.goesOn) + Array(repeating: false, count: rows - kept.count)
    (rowCount, columnCount) = (rows, columns)
    (row, column) = (max(0, cursor.row - surplus), cursor.column)
    wrapsNext = false
  }

  private static func broken(
    _ line: [String], columns: Int
  ) -> [(cells: [String], goesOn: Bool)] {
    var rows: [(cells: [String], goesOn: Bool)] = []
    var rest = line[...]
    repeat {
      let row = Array(rest.prefix(columns))
      rest = rest.dropFirst(columns)
      rows.append((row + Array(repeating: " ", count: columns - row.count), !rest.isEmpty))
    } while !rest.isEmpty
    return rows
  }

  /// Draws the bytes; a sequence that is cut off waits for its rest.
  mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      pending.append(byte)
      if Self.isComplete(pending) {
        let sequence = pending
        pending = []
        draw(sequence)
      }
    }
  }

  private static func isComplete(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first, let last = bytes.last else { return false }
    if first != 0x1b { return bytes.count >= length(first) }
    guard bytes.count > 1 else { return false }
    switch bytes[1] {
    case UInt8(ascii: "["): return bytes.count > 2 && (0x40...0x7e).contains(last)
    case UInt8(ascii: "]"), UInt8(ascii: "P"):
      return last == 7 || (last == UInt8(ascii: "\\") && bytes[bytes.count - 2] == 0x1b)
    case UInt8(ascii: "("), UInt8(ascii: ")"): return bytes.count > 2
    default: return true
    }
  }

  private static func length(_ first: UInt8) -> Int {
    switch first {
    case 0xc0...0xdf: 2
    case 0xe0...0xef: 3
    case 0xf0...0xf7: 4
    default: 1
    }
  }

  private mutating func draw(_ bytes: [UInt8]) {
    if bytes[0] != 0x1b { return print(String(decoding: bytes, as: UTF8.self)) }
    switch bytes[1] {
    case UInt8(ascii: "["): control(bytes)
    case UInt8(ascii: "7"): saved = (row, column)
    case UInt8(ascii: "8"): (row, column, wrapsNext) = (saved.row, saved.column, false)
    case UInt8(ascii: "M"): row = max(0, row - 1)
    default: break
    }
  }

  private mutating func print(_ text: String) {
    guard let scalar = text.unicodeScalars.first else { return }
    switch scalar {
    case "\r": (column, wrapsNext) = (0, false)
    case "\n": lineFeed()
    case "\u{8}": (column, wrapsNext) = (max(0, column - 1), false)
    case "\t": column = min(columnCount - 1, (column / 8 + 1) * 8)
    case _ where scalar.value < 0x20: break
    default: put(text, width: Int(huddle_scalar_width(scalar.value)))
    }
  }

  private mutating func put(_ text: String, width: Int) {
    if width < 1 {
      if column > 0 { cells[row][column - 1] += text }
      return
    }
    if wrapsNext || column + width > columnCount {
      column = 0
      goesOn[row] = true
      lineFeed()
    }
    cells[row][column] = text
    if width == 2, column + 1 < columnCount { cells[row][column + 1] = "" }
    column += width
    wrapsNext = column >= columnCount
    if wrapsNext { column = columnCount - 1 }
  }

  private mutating func lineFeed() {
    wrapsNext = false
    if row + 1 < rowCount {
      row += 1
    } else {
      history.append(cells.removeFirst().joined())
      historyGoesOn.append(goesOn.removeFirst())
      cells.append(Array(repeating: " ", count: columnCount))
      goesOn.append(false)
    }
  }

  private mutating func control(_ bytes: [UInt8]) {
    let body = String(decoding: bytes[2..<(bytes.count - 1)], as: UTF8.self)
    let numbers = body.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    let first = max(1, numbers.first ?? 1)
    if bytes[bytes.count - 1] != UInt8(ascii: "m") { wrapsNext = false }
    switch Character(Unicode.Scalar(bytes[bytes.count - 1])) {
    case "A": row = max(0, row - first)
    case "B": row = min(rowCount - 1, row + first)
    case "C": column = min(columnCount - 1, column + first)
    case "D": column = max(0, column - first)
    case "G", "`": column = min(columnCount, first) - 1
    case "d": row = min(rowCount, first) - 1
    case "H", "f":
      row = min(rowCount, first) - 1
      column = min(columnCount, max(1, numbers.count > 1 ? numbers[1] : 1)) - 1
    case "J": eraseScreen(numbers.first ?? 0)
    case "K": eraseRow(numbers.first ?? 0)
    case "P": shift(left: first)
    case "@": shift(right: first)
    case "X": for index in column..<min(columnCount, column + first) { cells[row][index] = " " }
    default: break
    }
  }

  private mutating func eraseRow(_ which: Int) {
    let range = which == 0 ? column..<columnCount : which == 1 ? 0..<(column + 1) : 0..<columnCount
    for index in range { cells[row][index] = " " }
    if which != 1 { goesOn[row] = false }
  }

  private mutating func eraseScreen(_ which: Int) {
    if which == 0 { eraseRow(0) }
    let range = which == 0 ? (row + 1)..<rowCount : which == 1 ? 0..<row : 0..<rowCount
    for index in range {
      cells[index] = Array(repeating: " ", count: columnCount)
      goesOn[index] = false
    }
  }

  private mutating func shift(left count: Int) {
    cells[row].removeSubrange(column..<min(columnCount, column + count))
    while cells[row].count < columnCount { cells[row].append(" ") }
  }

  private mutating func shift(right count: Int) {
    cells[row].insert(contentsOf: Array(repeating: " ", count: count), at: column)
    cells[row].removeLast(cells[row].count - columnCount)
  }
}
