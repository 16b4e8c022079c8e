extension SourceLines {
  /// A scalar's text with the place of each of its characters, escapes and folded lines included.
  ///
  /// libyaml says where a scalar begins and ends, not where its characters stand; the value is
  /// walked along the source instead, which is exact but for the white space that folding drops.
  mutating func source(
    of value: String, style: YAMLEvent.Style, from start: Int, to end: Int
  ) -> SourceText {
    if let first = firstOfRun(value, style, start, end) {
      let place = place(of: first)
      return SourceText(value, file: file, line: place.line, column: place.column)
    }
    var walk = Alignment(style: style, at: start, end: min(end, scalars.count))
    walk.skipOpening(in: scalars)
    var runs: [SourceText.Run] = []
    var offset = 0
    // Where the next character stands if nothing comes between.
    var next = -1
    func take(_ index: Int, length: Int, endsLine: Bool) {
      if index != next || offset == 0 { runs.append(run(offset, index)) }
      // Behind a line break a new run begins in any case.
      next = endsLine || walk.index - index != length ? -1 : walk.index
      offset += 1
    }
    if value.isPlain {
      for byte in value.utf8 {
        take(walk.match(Unicode.Scalar(byte), in: scalars), length: 1, endsLine: byte == 0x0A)
      }
    } else {
      for character in value {
        let wanted = character.unicodeScalars
        take(
          walk.match(wanted, in: scalars), length: wanted.count, endsLine: character.isNewline)
      }
    }
    if runs.isEmpty { runs.append(run(0, walk.index)) }
    return SourceText(value, file: file, runs: runs)
  }

  /// Where a text begins that stands in the source as it is read: on one line and without escapes.
  private mutating func firstOfRun(
    _ value: String, _ style: YAMLEvent.Style, _ start: Int, _ end: Int
  ) -> Int? {
    guard line(of: start) == line(of: max(start, end - 1)) else { return nil }
    switch style {
    case .plain: return start
    // Every escape is longer in the source than what it stands for.
    case .single, .double: return end - start - 2 == value.unicodeScalars.count ? start + 1 : nil
    case .literal, .folded: return nil
    }
  }

  private mutating func run(_ offset: Int, _ index: Int) -> SourceText.Run {
    let place = place(of: index)
    return .init(offset: offset, line: place.line, column: place.column)
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

  mutating func match(_ wanted: Unicode.Scalar, in source: [Unicode.Scalar]) -> Int {
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
