/// A file's text as Unicode scalars, with its lines: turns libyaml's indexes into places.
struct SourceLines {
  let file: String
  let scalars: [Unicode.Scalar]
  /// The index of each line's first scalar.
  private let starts: [Int]
  /// Each character is one byte, but for a line break of two.
  let isASCII: Bool
  /// The last place that was worked out, since columns of other scripts are counted along the line.
  private var lastIndex = 0
  private var lastLine = 0
  private var lastColumn = 1
  /// Places are mostly asked for in order, so the line is mostly this one or the next.
  private var recentLine = 0

  init(_ text: String, file: String) {
    self.file = file
    isASCII = text.isASCII
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { scalars.append(scalar) }
    self.scalars = scalars
    var starts = [0]
    for index in scalars.indices where SourceLines.endsLine(scalars, at: index) {
      starts.append(index + 1)
    }
    self.starts = starts
  }

  private static func endsLine(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    if scalars[index] == "\n" { return true }
    guard scalars[index] == "\r" else { return false }
    return index + 1 >= scalars.count || scalars[index + 1] != "\n"
  }

  /// The 0-based line that holds an index.
  mutating func line(of index: Int) -> Int {
    for line in recentLine...recentLine + 1 where holds(line, index) {
      recentLine = line
      return line
    }
    recentLine = search(index)
    return recentLine
  }

  private func holds(_ line: Int, _ index: Int) -> Bool {
    guard line < starts.count, starts[line] <= index else { return false }
    return line + 1 >= starts.count || index < starts[line + 1]
  }

  private func search(_ index: Int) -> Int {
    var low = 0
    var high = starts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= index { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// A line's scalars without its break; empty beyond the end.
  func range(ofLine line: Int) -> Range<Int> {
    guard starts.indices.contains(line) else { return scalars.count..<scalars.count }
    var end = line + 1 < starts.count ? starts[line + 1] : scalars.count
    while end > starts[line], scalars[end - 1] == "\n" || scalars[end - 1] == "\r" { end -= 1 }
    return starts[line]..<end
  }

  func text(ofLine line: Int) -> String { text(range(ofLine: line)) }

  func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range.clamped(to: 0..<scalars.count)])
    return String(view)
  }

  /// The 1-based line and column, in characters, of an index.
  mutating func place(of index: Int) -> (line: Int, column: Int) {
    let index = min(max(0, index), scalars.count)
    let line = line(of: index)
    if isASCII { return (line + 1, index - starts[line] + 1) }
    if line != lastLine || index < lastIndex {
      lastColumn = 1
      lastIndex = starts[line]
      lastLine = line
    }
    lastColumn += length(lastIndex..<index)
    lastIndex = index
    return (line + 1, lastColumn)
  }

  /// In characters; a stretch of ASCII is as long as it has scalars.
  private func length(_ range: Range<Int>) -> Int {
    let isPlain = isASCII || range.allSatisfy { scalars[$0].value < 0x80 }
    return isPlain ? range.count : text(range).count
  }

  /// The stretch between two indexes, cut at the end of the first one's line.
  mutating func span(_ start: Int, _ end: Int) -> SourceSpan {
    let place = place(of: start)
    let stop = min(end, range(ofLine: place.line - 1).upperBound)
    let length = stop > start ? length(start..<stop) : 1
    return SourceSpan(file: file, line: place.line, column: place.column, length: length)
  }
}
