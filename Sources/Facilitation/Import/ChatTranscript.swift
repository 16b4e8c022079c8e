import Values

/// What the meeting tools put around what people say, taken away before a chat is read.
enum ChatTranscript {
  /// Whether it is a transcript as WebVTT, which Zoom and Teams save beside a recording.
  static func isSubtitles(_ text: String) -> Bool { text.hasPrefix("WEBVTT") }

  /// `<v Ann Lee>text</v>` or `Ann Lee: text` for each cue, whatever lines it takes.
  static func cues(_ text: String) -> [String] {
    var cues: [String] = []
    var isInside = false
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let line = String(line).trimmed
      if line.contains(" --> ") {
        isInside = true
        cues.append("")
      } else if line.isEmpty {
        isInside = false
      } else if isInside {
        cues[cues.count - 1] += (cues[cues.count - 1].isEmpty ? "" : " ") + line
      }
    }
    return cues.map(spoken).filter { !$0.isEmpty }
  }

  private static func spoken(_ cue: String) -> String {
    guard cue.hasPrefix("<v "), let close = cue.firstIndex(of: ">") else { return cue }
    let name = cue[..<close].dropFirst(3)
    let words = cue[cue.index(after: close)...]
    return "\(name): " + (words.hasSuffix("</v>") ? words.dropLast(4) : words)
  }

  /// A day before a time that stands alone is dropped, and so are reactions with their counts.
  static func plain(_ lines: [String]) -> [String] {
    var kept: [String] = []
    var isBehindReaction = false
    var author: String?
    // Slack writes `3:04 PM` under a name, and `3:06` before the same person's next message.
    let hasHalves = lines.contains { ChatHeader.isTime($0) && hasHalf($0) }
    for line in lines {
      let isCount = isBehindReaction && line.count <= 3 && line.allSatisfy(\.isNumber)
      isBehindReaction = SmallTalk.isReaction(line)
      let isMore = hasHalves && ChatHeader.isTime(line) && !hasHalf(line)
      if isBehindReaction || isCount { continue }
      if hasHalves, ChatHeader.isTime(line), hasHalf(line) { author = kept.last }
      kept.append(isMore ? author.map { "[\(line)] \($0)" } ?? line : timeAlone(line) ?? line)
    }
    return kept
  }

  private static func hasHalf(_ time: String) -> Bool { time.lowercased().hasSuffix("m") }

  /// `11/20 3:02 PM`, `20.11.2026 15:02`, `Yesterday 15:02`.
  private static func timeAlone(_ line: String) -> String? {
    let words = line.split(maxSplits: 1, whereSeparator: \.isWhitespace).map(String.init)
    guard words.count == 2, ChatHeader.isTime(words[1].trimmed) else { return nil }
    let day = words[0].filter { $0 != "," }
    let isDate =
      day.contains { "/.-".contains($0) } && day.allSatisfy { $0.isNumber || "/.-".contains($0) }
    let isWord = ["yesterday", "today", "gestern", "heute"].contains(day.lowercased())
    return isDate || isWord ? words[1].trimmed : nil
  }
}
