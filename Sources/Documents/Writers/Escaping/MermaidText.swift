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
}
