import Outcomes
import Values

/// A chat as text: with times as the meeting tools save it, or plain `Name: text`.
struct ChatText {
  private(set) var lines: [SaidLine] = []
  private(set) var kind = ImportKind.chat
  var isChat: Bool { !lines.isEmpty }

  init(_ text: String) {
    if ChatTranscript.isSubtitles(text) {
      kind = text.contains("<v ") ? .teams : .zoom
      lines = Self.plain(ChatTranscript.cues(text))
      return
    }
    let shown = Self.shown(text[...])
    kind = Self.kind(shown)
    let raw = ChatTranscript.plain(shown)
    let paste = Self.paste(raw)
    if paste.isChat {
      lines = paste.messages.enumerated().map {
        SaidLine($0.offset + 1, $0.element.author, $0.element.text)
      }
    } else {
      lines = Self.plain(raw.filter { !Self.isCueTime($0) })
    }
  }

  private static func shown(_ text: Substring) -> [String] {
    text.split(whereSeparator: \.isNewline).map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  private static func paste(_ raw: [String]) -> ChatPaste {
    ChatPaste(raw.filter { !isCueTime($0) }.joined(separator: "\n"))
  }

  /// Which program’s chat it is, where only a program writes so; nil where it may be something else.
  ///
  /// Who and when stand on a line of their own, or as `15:01:39 From Ann to Everyone:`. The beginning
  /// of a long log is enough to know.
  static func framedKind(of text: String) -> ImportKind? {
    let lines = shown(text.prefix(8_192)).dropLast(text.utf8.count > 8_192 ? 1 : 0)
    return paste(ChatTranscript.plain(Array(lines))).isFramed ? kind(Array(lines)) : nil
  }

  private static func kind(_ lines: [String]) -> ImportKind {
    if lines.contains(where: { $0.contains(" From ") && $0.lowercased().contains(" to ") }) {
      return .zoom
    }
    if lines.contains(where: isCueTime) { return .meet }
    if lines.contains(where: { $0.hasPrefix("[") && $0.contains("] ") }) { return .teams }
    return .chat
  }

  /// `00:00:10.000,00:00:20.000`: the times of a chat that Meet saves beside a recording.
  private static func isCueTime(_ line: String) -> Bool {
    line.contains(",") && line.contains(":")
      && line.allSatisfy { $0.isASCII && ($0.isNumber || ":.,".contains($0)) }
  }

  /// `Ana Berg: text`, where most lines are so; what has no name goes on with the line before.
  private static func plain(_ raw: [String]) -> [SaidLine] {
    var lines: [SaidLine] = []
    var named = 0
    for line in raw {
      if let (name, text) = speaker(of: line) {
        lines.append(SaidLine(lines.count + 1, name, text))
        named += 1
      } else if let last = lines.indices.last {
        lines[last].text += " " + line
      } else {
        return []
      }
    }
    return named > 1 && named * 2 >= raw.count ? lines : []
  }

  private static func speaker(of line: String) -> (String, String)? {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    let name = line[..<colon]
    let words = name.split(separator: " ")
    let labels: Set<String> = [
      "decision", "action", "present", "attendees", "topic", "agenda", "date", "note", "notes",
      "decided", "agreed", "resolved", "resolution", "meeting", "chair", "scribe", "actions",
      "decisions",
    ]
    guard (1...4).contains(words.count), name.first?.isLetter == true,
      !labels.contains(name.lowercased()), line[line.index(after: colon)...].first == " ",
      words.allSatisfy({ $0.allSatisfy { $0.isLetter || ".-'’()".contains($0) } })
    else { return nil }
    return (String(name), line[line.index(after: colon)...].trimmed)
  }
}
