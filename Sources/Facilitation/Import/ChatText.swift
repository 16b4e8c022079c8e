import Outcomes
import Values

/// A chat as text: with times as the meeting tools save it, or plain `Name: text`.
struct ChatText {
  private(set) var lines: [SaidLine] = []
  /// Messages to one person, greetings and reactions.
  private(set) var leftOut = 0
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
      leftOut = paste.privateCount
      for message in paste.said {
        let own = Self.withoutReplyMark(message.lines)
        if SmallTalk.holds(own.joined(separator: " ")) {
          leftOut += 1
        } else {
          lines += MessageLines.of(own, speaker: message.author, from: lines.count + 1)
        }
      }
    } else {
      lines = Self.plain(raw.filter { !Self.isCueTime($0) })
    }
  }

  /// What a message answers stands in another one; what it says stands below.
  private static func withoutReplyMark(_ lines: [String]) -> [String] {
    lines.count > 1 && SmallTalk.isReplyMark(lines[0]) ? Array(lines.dropFirst()) : lines
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
    var messages: [(name: String, lines: [String])] = []
    for line in raw {
      if let (name, text) = speaker(of: line) {
        messages.append((name, [text]))
      } else if let last = messages.indices.last {
        messages[last].lines.append(line)
      } else {
        return []
      }
    }
    guard messages.count > 1, messages.count * 2 >= raw.count else { return [] }
    return messages.reduce(into: []) { lines, message in
      lines += MessageLines.of(message.lines, speaker: message.name, from: lines.count + 1)
    }
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
