import Values

/// Plain text for mail and terminals, wrapped to a width in columns as a terminal counts them.
package enum PlainTextWriter {
  package static func write(_ document: Document) -> String { write(document, width: 80) }

  package static func write(_ document: Document, width: Int) -> String {
    let title = PlainPage(width: max(20, width)).heading(document.title, underline: "=")
    return title + "\n\n" + write(document.blocks, width: width)
  }

  /// Blocks without a title, as `show:` puts them on the screen.
  package static func write(_ blocks: [Block], width: Int) -> String {
    blocks.map(PlainPage(width: max(20, width)).block).joined(separator: "\n\n") + "\n"
  }
}

/// Lays out blocks in lines of a width.
struct PlainPage {
  let width: Int

  func block(_ block: Block) -> String {
    switch block {
    case .heading(let level, let words):
      level == 2
        ? heading(words.plainLine, underline: "-") : PrintableText.line(words.plainLine)
    case .paragraph(let words): TextWrapping.lines(words, width).joined(separator: "\n")
    case .list(let list): self.list(list)
    case .table(let table): PlainTable(table, width: width).text
    case .chart(let chart): chart.title + "\n\n" + PlainTable(chart.table, width: width).text
    case .canvas(let fields): fields.map(field).joined(separator: "\n\n")
    case .signatures(let signatures): PlainTable(signatures.table, width: width).text
    case .rule: String(repeating: "-", count: width)
    }
  }

  func heading(_ words: String, underline: Character) -> String {
    let lines = TextWrapping.lines([.text(words)], width)
    let longest = lines.map { DisplayText.width(of: $0) }.max() ?? 0
    return (lines + [String(repeating: underline, count: longest)]).joined(separator: "\n")
  }

  private func list(_ list: TextList) -> String {
    list.entries.enumerated().map { place, entry in
      let mark =
        switch list.style {
        case .bulleted: "- "
        case .numbered: "\(place + 1). "
        case .tasks: entry.isDone ? "[x] " : "[ ] "
        }
      return hanging(entry.words, after: mark)
    }.joined(separator: "\n")
  }

  private func hanging(_ words: [Inline], after mark: String) -> String {
    let indent = String(repeating: " ", count: mark.count)
    return TextWrapping.lines(words, width - mark.count).enumerated().map { place, line in
      (place == 0 ? mark : indent) + line
    }.joined(separator: "\n")
  }

  private func field(_ field: CanvasField) -> String {
    let lines = field.lines.map { hanging($0, after: "- ") }
    return ([PrintableText.line(field.title)] + lines).joined(separator: "\n")
  }
}

/// Breaks words into lines.
enum TextWrapping {
  /// At least one line; a word that is wider than the line is cut.
  static func lines(_ inlines: [Inline], _ width: Int) -> [String] {
    PrintableText.clean(inlines.plain).split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { wrapped(String($0), max(1, width)) }
  }

  private static func wrapped(_ line: String, _ width: Int) -> [String] {
    var lines: [String] = []
    var current = ""
    var used = 0
    for word in line.split(separator: " ").flatMap({ pieces(String($0), width) }) {
      let size = DisplayText.width(of: word)
      if used > 0, used + 1 + size > width {
        lines.append(current)
        (current, used) = ("", 0)
      }
      current += (used > 0 ? " " : "") + word
      used += size + (used > 0 ? 1 : 0)
    }
    return lines + [current]
  }

  private static func pieces(_ word: String, _ width: Int) -> [String] {
    guard DisplayText.width(of: word) > width else { return [word] }
    var pieces: [String] = [""]
    var used = 0
    for character in word {
      let size = DisplayText.width(of: character)
      if used + size > width, used > 0 {
        pieces.append("")
        used = 0
      }
      pieces[pieces.count - 1].append(character)
      used += size
    }
    return pieces
  }
}
