/// Breaks text into lines of at most so many columns, between words where it can.
///
/// Newlines in the text stay breaks, and an empty line stays one. A word that is wider than a line
/// is broken inside. Widths are columns of a terminal, so `日本` counts four.
///
/// - Parameters:
///   - width: columns of a line, its indent included; less than 1 counts as 1.
///   - indent: blanks before each line.
///   - hanging: blanks before each line but the first of a paragraph, on top of `indent`.
package func wrap(_ text: String, width: Int, indent: Int = 0, hanging: Int = 0) -> [String] {
  text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
    var wrapper = ParagraphWrapper(width: width, indent: indent, hanging: hanging)
    for word in words(paragraph) { wrapper.add(word) }
    return wrapper.finished()
  }
}

/// The words between blanks; a number and the `%` after it are one.
private func words(_ paragraph: Substring) -> [Substring] {
  var words: [Substring] = []
  for word in paragraph.split(separator: " ") {
    if word.first == "%", let last = words.last, last.last?.isNumber == true {
      words[words.count - 1] = paragraph[last.startIndex..<word.endIndex]
    } else {
      words.append(word)
    }
  }
  return words
}

/// One paragraph on its way into lines.
private struct ParagraphWrapper {
  let width: Int
  let indent: Int
  let hanging: Int
  private var lines: [String] = []
  private var line = ""
  private var used = 0

  init(width: Int, indent: Int, hanging: Int) {
    self.width = max(1, width)
    self.indent = max(0, min(indent, width - 1))
    self.hanging = max(0, min(hanging, width - 1 - self.indent))
  }

  private var blanks: Int { indent + (lines.isEmpty ? 0 : hanging) }
  private var room: Int { max(1, width - blanks) }

  mutating func add(_ word: Substring) {
    let wide = DisplayWidth.of(word)
    if used > 0, used + 1 + wide > room { breakLine() }
    if used > 0 {
      line += " "
      used += 1
    }
    if wide <= room - used {
      line += word
      used += wide
    } else {
      addInPieces(word)
    }
  }

  private mutating func addInPieces(_ word: Substring) {
    for character in word {
      let wide = DisplayWidth.of(character)
      if used > 0, used + wide > room { breakLine() }
      line.append(character)
      used += wide
    }
  }

  private mutating func breakLine() {
    lines.append(line.isEmpty ? "" : String(repeating: " ", count: blanks) + line)
    line = ""
    used = 0
  }

  mutating func finished() -> [String] {
    if used > 0 || lines.isEmpty { breakLine() }
    return lines
  }
}
