/// A scalar's text with the place of each of its characters in the file, for carets inside it.
package struct SourceText: Sendable, Equatable {
  package let text: String
  package let file: String
  /// Where runs of characters begin in the file, sorted by `offset`; the first has offset 0.
  package let runs: [Run]

  package struct Run: Sendable, Equatable {
    /// In characters from the text's start.
    package let offset: Int
    package let line: Int
    package let column: Int

    package init(offset: Int, line: Int, column: Int) {
      self.offset = offset
      self.line = line
      self.column = column
    }
  }

  package init(_ text: String, file: String, runs: [Run]) {
    self.text = text
    self.file = file
    self.runs = runs
  }

  /// A text that stands on one line from this place on.
  package init(_ text: String, file: String = "", line: Int = 1, column: Int = 1) {
    self.init(text, file: file, runs: [Run(offset: 0, line: line, column: column)])
  }

  /// The first of its lines, without the space at its end.
  var firstLine: SourceSpan {
    let next = runs.first { $0.offset > 0 }
    var line = next.map { text.prefix($0.offset) } ?? text[...]
    while line.last?.isSpace == true { line.removeLast() }
    return span(from: 0, to: max(1, line.count))
  }

  /// The stretch from one character offset up to another, cut at the end of its line's run.
  package func span(from start: Int, to end: Int) -> SourceSpan {
    let run = runs.last { $0.offset <= start } ?? Run(offset: 0, line: 1, column: 1)
    return SourceSpan(
      file: file, line: run.line, column: run.column + start - run.offset,
      length: max(1, end - start))
  }
}
