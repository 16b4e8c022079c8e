/// Words in a Mermaid diagram.
enum MermaidText {
  /// What Mermaid reads as its own is taken out: `: ; # ,` and what could begin HTML or a comment.
  static func plain(_ words: String) -> String {
    let text = PrintableText.line(words).replacing { scalar in
      switch scalar {
      case ":", ";", "#", ",", "%", "{", "}", "\"", "`", "\\": " "
      case "<": "‹"
      case ">": "›"
      default: nil
      }
    }
    let joined = text.split(separator: " ").joined(separator: " ")
    return joined.isEmpty ? "–" : joined
  }

  /// The name of a task, which stands at the beginning of its line.
  ///
  /// Mermaid's chart of a plan takes some words for its own there, in any capitals, and a day.
  static func task(_ words: String) -> String {
    let text = plain(words)
    let first = text.prefix { $0.isLetter || $0.isNumber }.lowercased()
    let isOwn = own.contains(first) || text.first.map { $0.isASCII && $0.isNumber } == true
    return isOwn ? "· " + text : text
  }

  /// The words with which its own lines begin (mermaid, gantt.jison).
  private static let own: Set = [
    "acctitle", "accdescr", "axisformat", "call", "click", "dateformat", "end", "excludes", "gantt",
    "href", "includes", "inclusiveenddates", "section", "tickinterval", "title", "todaymarker",
    "topaxis", "weekday", "weekend",
  ]
}
