/// Words in a message of Slack's: none is a link, a person or a channel.
enum SlackText {
  static func escape(_ words: String) -> String {
    PrintableText.line(words).replacing { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      default: nil
      }
    }
  }
}
