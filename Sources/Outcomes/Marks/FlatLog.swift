import Values

/// A log whose lines a page or a form ran together: `15:00:01 <ana> #startmeeting 15:00:04 <bo> hi`.
enum FlatLog {
  /// The lines again; a line that is one stays as it is.
  static func lines(_ line: Substring) -> [String] {
    guard line.utf8.count > 200 else { return [String(line)] }
    let words = line.split(separator: " ", omittingEmptySubsequences: false)
    let starts = clocks(words)
    if starts.count >= 5 { return cut(words, starts) }
    let items = items(words)
    return items.count >= 5 ? cut(words, items) : [String(line)]
  }

  /// Where a time stands by itself: with its seconds, or in front of a nick.
  private static func clocks(_ words: [Substring]) -> [Int] {
    words.indices.filter { place in
      let parts = words[place].split(separator: ":", omittingEmptySubsequences: false)
      guard (2...3).contains(parts.count),
        parts.allSatisfy({ $0.count == 2 && $0.allSatisfy(\.isNumber) })
      else { return false }
      let next = place + 1 < words.count ? words[place + 1] : ""
      return parts.count == 3 || next.hasPrefix("<")
    }
  }

  private static let headings = [
    "Meeting started by", "Meeting summary", "Meeting ended at", "Action Items", "People Present",
    "Action items", "People present",
  ]

  /// Where MeetBot’s minutes begin an item or a part: only where they are MeetBot’s.
  private static func items(_ words: [Substring]) -> [Int] {
    guard words.contains("TOPIC:") || words.contains("ACTION:"), words.contains("Meeting") else {
      return []
    }
    return words.indices.filter { place in
      if words[place] == "*", place > 0 { return true }
      let next = place + 1 < words.count ? words[place + 1] : ""
      let two = "\(words[place]) \(next)"
      return headings.contains { two == $0 || $0.hasPrefix(two + " ") }
    }
  }

  private static func cut(_ words: [Substring], _ starts: [Int]) -> [String] {
    let edges = (starts.first == 0 ? [] : [0]) + starts + [words.count]
    return zip(edges, edges.dropFirst()).map { from, to in
      words[from..<to].joined(separator: " ").trimmed
    }.filter { !$0.isEmpty }
  }
}
