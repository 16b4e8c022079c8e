internal import CSystem

/// Where libedit puts a prompt and a line on the screen: its wrap arithmetic, repeated.
///
/// Pure. It has to agree with libedit in every cell, because messages, the painted prompt and the
/// list below the line are placed by it.
struct LineLayout: Sendable, Equatable {
  /// A cell of the block, from its own upper left corner.
  struct Cell: Sendable, Equatable {
    var row: Int
    var column: Int
  }

  /// The cell of the cursor.
  private(set) var cursor = Cell(row: 0, column: 0)
  /// The cell after the last character.
  private(set) var end = Cell(row: 0, column: 0)

  /// Rows that prompt, line and the cell after them take.
  var rowCount: Int { end.row + 1 }

  /// Lays out a prompt and a line in a window of so many columns.
  ///
  /// - Parameter cursorIndex: the index of the scalar that the cursor stands before.
  init(
    prompt: some Sequence<Unicode.Scalar>, line: [Unicode.Scalar], cursorIndex: Int, columns: Int
  ) {
    let columns = max(2, columns)
    for scalar in prompt { advance(scalar, columns) }
    for (index, scalar) in line.enumerated() {
      if index == cursorIndex { cursor = Self.start(of: scalar, at: end, columns) }
      advance(scalar, columns)
    }
    if cursorIndex >= line.count { cursor = end }
  }

  /// The layout with one more scalar at the line's end, and the cursor after it.
  func appending(_ scalar: Unicode.Scalar, columns: Int) -> LineLayout {
    var longer = self
    longer.advance(scalar, max(2, columns))
    longer.cursor = longer.end
    return longer
  }

  /// A place where the margin broke a row that ends in a blank.
  struct Seam: Equatable {
    /// The row before it.
    let row: Int
    /// The character that begins the next one, with the marks on it.
    let next: String
  }

  /// Where rows that end in a blank go on below.
  static func seams(
    prompt: some Sequence<Unicode.Scalar>, line: [Unicode.Scalar], columns: Int
  ) -> [Seam] {
    var layout = LineLayout(prompt: prompt, line: [], cursorIndex: 0, columns: columns)
    var seams: [Seam] = []
    for (index, scalar) in line.enumerated() {
      if layout.end.column == 0, layout.end.row > 0, index > 0, line[index - 1] == " ",
        scalar.value >= 0x20
      {
        let marks = line[(index + 1)...].prefix { DisplayWidth.of($0) == 0 && $0.value >= 0x20 }
        seams.append(Seam(row: layout.end.row - 1, next: String(scalars: [scalar] + marks)))
      }
      layout.advance(scalar, max(2, columns))
    }
    return seams
  }

  private mutating func advance(_ scalar: Unicode.Scalar, _ columns: Int) {
    if scalar == "\n" { return end = Cell(row: end.row + 1, column: 0) }
    if scalar == "\t" { return advanceTab(columns) }
    let (width, isWhole) = Self.cells(scalar)
    if isWhole {
      end = Self.start(of: scalar, at: end, columns)
      step(width, columns)
    } else {
      for _ in 0..<width { step(1, columns) }
    }
  }

  private mutating func advanceTab(_ columns: Int) {
    repeat { step(1, columns) } while end.column & 7 != 0
  }

  private mutating func step(_ width: Int, _ columns: Int) {
    end.column += width
    if end.column >= columns { end = Cell(row: end.row + 1, column: 0) }
  }

  /// A wide character that does not fit goes to the next row.
  private static func start(of scalar: Unicode.Scalar, at cell: Cell, _ columns: Int) -> Cell {
    let (width, isWhole) = cells(scalar)
    let fits = !isWhole || width < 2 || cell.column + width <= columns
    return fits ? cell : Cell(row: cell.row + 1, column: 0)
  }

  /// Columns, and whether they are one character: libedit spells out what it cannot print, a
  /// control character as `^A` and others as `\U+1234`.
  private static func cells(_ scalar: Unicode.Scalar) -> (width: Int, isWhole: Bool) {
    if (0x20..<0x7f).contains(scalar.value) { return (1, true) }
    if scalar.value < 0x20 || scalar.value == 0x7f { return (2, false) }
    let width = Int(huddle_scalar_width(scalar.value))
    if width >= 0 { return (width, true) }
    return (scalar.value > 0xffff ? 8 : 7, false)
  }
}
