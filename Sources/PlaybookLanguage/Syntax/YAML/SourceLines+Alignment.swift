extension SourceLines {
  /// A scalar's text with the place of each of its characters, escapes and folded lines included.
  ///
  /// libyaml says where a scalar begins and ends, not where its characters stand; the value is
  /// walked along the source instead, which is exact but for the white space that folding drops.
  mutating func source(
    of value: String, style: YAMLEvent.Style, from start: Int, to end: Int
  ) -> SourceText {
    if style == .plain, line(of: start) == line(of: max(start, end - 1)) {
      let place = place(of: start)
      return SourceText(value, file: file, line: place.line, column: place.column)
    }
    var walk = Alignment(style: style, at: start, end: min(end, scalars.count))
    walk.skipOpening(in: scalars)
    var runs: [SourceText.Run] = []
    for (offset, character) in value.enumerated() {
      let index = walk.match(character.unicodeScalars, in: scalars)
      addRun(&runs, offset: offset, index: index)
    }
    if runs.isEmpty { addRun(&runs, offset: 0, index: walk.index) }
    return SourceText(value, file: file, runs: runs)
  }

  private mutating func addRun(_ runs: inout [SourceText.Run], offset: Int, index: Int) {
    let place = place(of: index)
    if let last = runs.last, last.line == place.line,
      place.column - last.column == offset - last.offset
    {
      return
    }
    runs.append(.init(offset: offset, line: place.line, column: place.column))
  }
}

/// Walks a scalar's source while its value is read.
private struct Alignment {
  let style: YAMLEvent.Style
  var index: Int
  let end: Int

  init(style: YAMLEvent.Style, at index: Int, end: Int) {
    self.style = style
    self.index = index
    self.end = end
  }

  /// Over the quote, or over the line that holds `|` or `>`.
  mutating func skipOpening(in source: [Unicode.Scalar]) {
    switch style {
    case .plain: break
    case .single, .double: index += 1
    case .literal, .folded:
      while index < end, source[index] != "\n" { index += 1 }
      index += 1
    }
  }

  /// The index at which these scalars of one character begin.
  mutating func match(
    _ wanted: Character.UnicodeScalarView, in source: [Unicode.Scalar]
  ) -> Int {
    var first: Int?
    for scalar in wanted {
      let place = match(scalar, in: source)
      first = first ?? place
    }
    return first ?? index
  }

  private mutating func match(_ wanted: Unicode.Scalar, in source: [Unicode.Scalar]) -> Int {
    if isSpace(wanted) {
      if index < end, source[index] == wanted {
        index += 1
        return index - 1
      }
      if style != .double || index >= end || source[index] != "\\" { return min(index, end) }
    } else {
      skipFolding(in: source)
    }
    let place = min(index, end)
    index += length(in: source)
    return place
  }

  private mutating func skipFolding(in source: [Unicode.Scalar]) {
    while index < end {
      let isBrokenLine =
        style == .double && source[index] == "\\" && index + 1 < end
        && (source[index + 1] == "\n" || source[index + 1] == "\r")
      if isBrokenLine { index += 2 } else if isSpace(source[index]) { index += 1 } else { return }
    }
  }

  /// How many scalars of the source stand for one of the value.
  private func length(in source: [Unicode.Scalar]) -> Int {
    guard index + 1 < end else { return 1 }
    if style == .single, source[index] == "'" { return 2 }
    guard style == .double, source[index] == "\\" else { return 1 }
    switch source[index + 1] {
    case "x": return 4
    case "u": return 6
    case "U": return 10
    default: return 2
    }
  }

  private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\n" || scalar == "\r" || scalar == "\t"
  }
}
