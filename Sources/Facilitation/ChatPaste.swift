import Values

/// A pasted meeting chat, split into people and what they said.
///
/// Zoom, Teams, Meet, Slack and the like put a time before or after a name, and the words behind a
/// colon or on the lines below: see `ChatHeader`.
package struct ChatPaste {
  struct Message: Equatable {
    let author: String?
    var lines: [String]
    /// A direct message: never the room's, whoever pastes it.
    var isPrivate = false

    /// Its words on one line, as if they had been written so.
    var text: String { lines.joined(separator: " ") }
    /// The same with a stroke where a line ended: two lines are seldom one sentence.
    var parted: String { lines.joined(separator: " / ") }

    /// Reactions, replies and greetings are no contributions.
    var isSmallTalk: Bool { SmallTalk.holds(text) }
  }

  /// All that was said to everyone, in order.
  private(set) var said: [Message] = []
  /// How many messages were for one person only.
  private(set) var privateCount = 0
  /// What was said, without small talk.
  var messages: [Message] { said.filter { !$0.isSmallTalk } }
  /// Whether the lines look like a chat at all.
  package let isChat: Bool
  /// Whether a program put who and when around most of what was said: no log of a channel, and no
  /// minutes, look so.
  let isFramed: Bool

  package init(_ text: String) {
    let lines = Self.withoutReactions(
      Self.joiningNames(
        text.split(whereSeparator: \.isNewline).map { String($0).trimmed }.filter { !$0.isEmpty }))
    let headers = lines.map(ChatHeader.init)
    let count = headers.count { $0 != nil }
    // Only a program writes `15:01:39 From Ann to Everyone:`, however much stands below it.
    let isFromProgram = headers.first??.isOfProgram == true
    isChat =
      lines.count > 1 && headers[0] != nil && (isFromProgram || count * 3 >= lines.count)
    let framed = zip(lines, headers).count { line, header in
      header.map { $0.text.isEmpty || line.contains(" From ") } ?? false
    }
    isFramed = isChat && framed * 2 > count
    guard isChat else { return }
    for (line, header) in zip(lines, headers) { take(line, header) }
    privateCount = said.count(where: \.isPrivate)
    said.removeAll { $0.isPrivate || $0.text.isEmpty }
  }

  /// Every message's beginning on one line, whatever way it was pasted.
  ///
  /// A name with its time on the line below becomes one line. Where names stand on one line with
  /// their times, a time alone is the same person's next message. Meet's saved chats are subtitles:
  /// a stretch of time, and the words on the line below.
  private static func joiningNames(_ lines: [String]) -> [String] {
    let hasInlineNames = lines.contains { ChatHeader($0).map { $0.text.isEmpty } ?? false }
    var joined: [String] = []
    var author: String?
    var subtitle: String?
    for line in lines {
      if let start = subtitleStart(line) {
        subtitle = start
      } else if let start = subtitle, line.contains(":") {
        joined.append("[\(start)] \(line)")
        subtitle = nil
      } else if ChatHeader.isTime(line), hasInlineNames, let author {
        joined.append("[\(line)] \(author)")
      } else if ChatHeader.isTime(line), let name = joined.last, ChatHeader(name) == nil {
        joined[joined.count - 1] = "[\(line)] \(name)"
      } else {
        joined.append(line)
        if let header = ChatHeader(line) { author = header.author }
      }
    }
    return joined
  }

  /// What others clicked below a message, with its count on the line or below, is no part of it.
  ///
  /// A reaction that is all of a message stays: it is small talk, and counted.
  private static func withoutReactions(_ lines: [String]) -> [String] {
    var kept: [String] = []
    var isBelow = false
    var isBehindReaction = false
    for line in lines {
      let header = ChatHeader(line)
      let isReaction = isBelow && header == nil && SmallTalk.isReaction(line)
      let isCount = isBehindReaction && line.count <= 3 && line.allSatisfy(\.isNumber)
      isBehindReaction = isReaction
      guard !isReaction, !isCount else { continue }
      isBelow = header.map { !$0.text.isEmpty } ?? true
      kept.append(line)
    }
    return kept
  }

  /// `00:12:31.000,00:12:34.000`: the time at which a subtitle begins, without its fractions.
  private static func subtitleStart(_ line: String) -> String? {
    let halves = line.split(separator: ",").map(String.init)
    guard halves.count == 2 else { return nil }
    let times = halves.map { String($0.prefix { $0 != "." }) }
    return times.allSatisfy(ChatHeader.isTime) && halves.allSatisfy { $0.contains(".") }
      ? times[0] : nil
  }

  private mutating func take(_ line: String, _ header: ChatHeader?) {
    if let header {
      let lines = header.text.isEmpty ? [] : [header.text]
      said.append(Message(author: header.author, lines: lines, isPrivate: header.isPrivate))
    } else if let last = said.indices.last {
      said[last].lines.append(line)
    }
  }

  /// A pasted text without its messages to one person, and how many these were.
  ///
  /// They are nobody's contribution, and a room would read them in the line.
  package static func withoutPrivate(_ text: String) -> (text: String, count: Int) {
    var kept: [Substring] = []
    var count = 0
    var isPrivate = false
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (place, line) in lines.enumerated() {
      // Its time may stand on the line below.
      let below = place + 1 < lines.count ? lines[place + 1].trimmed : ""
      let timed = ChatHeader.isTime(below) ? ChatHeader("[\(below)] \(line.trimmed)") : nil
      if let header = ChatHeader(line.trimmed) ?? timed {
        isPrivate = header.isPrivate
        count += isPrivate ? 1 : 0
      }
      if !isPrivate { kept.append(line) }
    }
    return count == 0 ? (text, 0) : (kept.joined(separator: "\n"), count)
  }

  /// A pasted chat for an answer of one line: `Fay: too dear; Gus: the API slipped`, and how many
  /// messages that is; nil where the text is no chat.
  ///
  /// Who said what stays, the times and the small talk go.
  package static func onOneLine(_ text: String) -> (line: String, count: Int)? {
    let messages = ChatPaste(text).messages
    guard !messages.isEmpty else { return nil }
    let said = messages.map { message in
      (message.author.map { "\($0): " } ?? "") + message.parted.onOneLine
    }
    return (said.joined(separator: "; "), messages.count)
  }

  /// The author and the words of one line that begins as a chat's does.
  static func author(of line: String) -> (author: String, text: String)? {
    ChatHeader(line.trimmed).map { ($0.author, $0.text) }
  }
}

/// The line of a chat that says who: with a time before the name, or behind it.
///
/// `10:02 Ann: text`, `[24/11 10:02] Ann: text`, `15:01:39 From Ann to Everyone:`, the same
/// without its time, `[10:02 AM] Ann`, `Ann  10:02 AM`.
struct ChatHeader: Equatable {
  let author: String
  /// Empty where the words stand on the lines below.
  let text: String
  /// To one person and not to everyone.
  let isPrivate: Bool
  /// Whether only a program writes so: with seconds, and `From` before the name.
  let isOfProgram: Bool

  init?(_ line: String) {
    if let (name, isForOne) = Self.beforeTime(line) {
      author = name
      text = ""
      isPrivate = isForOne
      isOfProgram = false
      return
    }
    let timed = Self.afterTime(line)
    guard let (rest, isBracketed) = timed ?? Self.withoutTime(line) else { return nil }
    let hasFrom = rest.hasPrefix("From ")
    let hasSeconds = line.prefix { !$0.isWhitespace }.count { $0 == ":" } == 2
    isOfProgram = hasFrom && (hasSeconds || timed == nil)
    let words = hasFrom ? String(rest.dropFirst(5)).trimmed : rest
    let colon = words.firstIndex(of: ":")
    guard colon != nil || isBracketed else { return nil }
    var name = String(words[..<(colon ?? words.endIndex)])
    var said = colon.map { String(words[words.index(after: $0)...]).trimmed } ?? ""
    let folded = TextFolding.fold(name)
    var isForOne = Self.privateMarks.contains { folded.contains($0) }
    // Zoom once put the other one behind the colon: `From Ann : to Bo (Privately) : text`.
    if let second = said.firstIndex(of: ":"),
      case let whom = TextFolding.fold(String(said[..<second])),
      whom.hasPrefix("to "), Self.privateMarks.contains(where: { whom.contains($0) })
    {
      isForOne = true
      said = String(said[said.index(after: second)...]).trimmed
    }
    isPrivate = isForOne
    for marker in ["(direct message)", "(Direct Message)", " to "] {
      if let range = name.firstRange(of: marker) { name = String(name[..<range.lowerBound]) }
    }
    guard Self.isName(name.trimmed) else { return nil }
    author = name.trimmed
    text = said
  }

  private static let privateMarks = ["(direct message)", "(privately)"]

  // MARK: Times

  /// `10:02`, `10:02:31`, `10:02 AM`.
  static func isTime(_ words: String) -> Bool {
    let folded = TextFolding.fold(words).filter { $0 != "." && !$0.isWhitespace }
    let marker = ["am", "pm"].first { folded.hasSuffix($0) } ?? ""
    let parts = folded.dropLast(marker.count).split(
      separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), (1...2).contains(parts[0].count) else { return false }
    return parts.dropFirst().allSatisfy { $0.count == 2 && Int($0).map((0...59).contains) == true }
      && Int(parts[0]).map((0...23).contains) == true
  }

  /// What stands behind a time at the beginning, in brackets or not.
  private static func afterTime(_ line: String) -> (text: String, isBracketed: Bool)? {
    if line.hasPrefix("[") {
      guard let close = line.firstIndex(of: "]") else { return nil }
      let words = line[..<close].dropFirst().split { " ,".contains($0) }.map(String.init)
      guard words.count <= 4, words.contains(where: isTime) else { return nil }
      return (String(line[line.index(after: close)...]).trimmed, true)
    }
    let words = line.split(maxSplits: 2, whereSeparator: \.isWhitespace).map(String.init)
    guard let first = words.first, isTime(first), words.count > 1 else { return nil }
    let hasMarker = words.count > 2 && isTime(first + words[1]) && words[1].contains { $0.isLetter }
    return (words.dropFirst(hasMarker ? 2 : 1).joined(separator: " "), false)
  }

  /// `From Ann to Everyone: text`, copied without its time: no other words have such an address.
  private static func withoutTime(_ line: String) -> (text: String, isBracketed: Bool)? {
    guard line.hasPrefix("From "), let colon = line.firstIndex(of: ":") else { return nil }
    let address = TextFolding.fold(line[..<colon].trimmed)
    let isAddress =
      address.hasSuffix(" to everyone") || privateMarks.contains(where: address.hasSuffix)
    return isAddress ? (line, false) : nil
  }

  /// The name before a time at the end: two spaces, or brackets, set it off.
  ///
  /// It may have an address: `Ann to Bo (Direct Message)  10:02 AM`.
  private static func beforeTime(_ line: String) -> (name: String, isPrivate: Bool)? {
    let cut =
      line.hasSuffix("]") ? line.lastIndex(of: "[") : line.firstRange(of: "  ").map(\.lowerBound)
    guard let cut else { return nil }
    let time = line[cut...].filter { $0 != "[" && $0 != "]" }
    var name = String(line[..<cut]).trimmed
    let folded = TextFolding.fold(name)
    let isPrivate = privateMarks.contains(where: folded.hasSuffix)
    if isPrivate || folded.hasSuffix(" to everyone"), let to = name.firstRange(of: " to ") {
      name = String(name[..<to.lowerBound])
    }
    return isTime(String(time)) && isName(name) ? (name, isPrivate) : nil
  }

  /// A name is short, and has letters.
  private static func isName(_ words: String) -> Bool {
    words.count <= 60 && words.split(separator: " ").count <= 6 && words.contains { $0.isLetter }
  }
}
