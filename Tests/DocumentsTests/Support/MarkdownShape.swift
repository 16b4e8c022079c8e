/// The blocks of a text in Markdown, without its words: what a reader of CommonMark makes of lines.
struct MarkdownShape: Equatable {
  private let lines: [String]

  init(_ text: String) {
    var lines: [String] = []
    var goesOn = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      // A line that ends in a backslash goes on in the next one, which is no block of its own.
      let shape = Self.shape(line)
      if !goesOn {
        lines.append(shape)
      } else if shape != "words" {
        lines.append("broken: \(shape)")
      }
      goesOn = line.hasSuffix("\\")
    }
    self.lines = lines
  }

  private static func shape(_ line: Substring) -> String {
    if line.hasPrefix("|") { return "row of \(cells(line))" }
    let kinds = [
      "# ", "## ", "### ", "#### ", "- [ ] ", "- [x] ", "- ", "* ", "> ", "---", "```", "~~~",
      "===",
    ]
    if let kind = kinds.first(where: line.hasPrefix) { return kind }
    let digits = line.prefix { $0.isNumber }
    if !digits.isEmpty, line.dropFirst(digits.count).hasPrefix(". ") { return "1." }
    let danger = ["<script", "<img", "<ac:", "</"].first(where: line.contains)
    if line.contains("](") && !line.contains("\\](") { return "link" }
    return danger ?? (line.isEmpty ? "" : "words")
  }

  private static func cells(_ line: Substring) -> Int {
    var count = 0
    var isEscaped = false
    for character in line {
      if character == "|" && !isEscaped { count += 1 }
      isEscaped = character == "\\" && !isEscaped
    }
    return count - 1
  }
}
