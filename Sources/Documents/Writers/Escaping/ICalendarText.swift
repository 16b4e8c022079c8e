/// Words and lines in a calendar, as RFC 5545 wants them.
enum ICalendarText {
  static func escape(_ words: String) -> String {
    PrintableText.clean(words).replacing { scalar in
      switch scalar {
      case "\\": "\\\\"
      case ";": "\\;"
      case ",": "\\,"
      case "\n": "\\n"
      default: nil
      }
    }
  }

  /// At most 75 octets a line, going on after a space, and no character cut in two.
  static func folded(_ line: String) -> String {
    var text = ""
    var used = 0
    for character in line {
      let size = character.utf8.count
      if used > 0, used + size > 75 {
        text += "\r\n "
        used = 1
      }
      text.append(character)
      used += size
    }
    return text + "\r\n"
  }
}
