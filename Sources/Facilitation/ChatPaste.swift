import Values

/// A pasted meeting chat, split into people and what they said.
///
/// Known forms: `Name: text`, `[10:02] Name: text`, `10:02:31 From Name to Everyone: text`, and the
/// same with the text on the next, indented line.
struct ChatPaste {
  struct Message: Equatable {
    let author: String?
    var text: String
  }

  private(set) var messages: [Message] = []
  /// Reactions, replies and greetings that are no contributions.
  private(set) var leftOut = 0
  /// Whether the lines look like a chat at all.
  let isChat: Bool

  init(_ text: String) {
    let lines = text.split(whereSeparator: \.isNewline).map(String.init)
    let stamped = lines.filter { Self.header($0) != nil }.count
    isChat = lines.count > 1 && stamped * 2 >= lines.count && stamped > 0
    guard isChat else { return }
    for line in lines { take(line) }
    let all = messages
    messages = all.filter { !Self.isChatter($0.text) && !$0.text.isEmpty }
    leftOut += all.filter { Self.isChatter($0.text) }.count
  }

  private mutating func take(_ line: String) {
    if let header = Self.header(line) {
      messages.append(Message(author: header.author, text: header.text))
    } else if let last = messages.indices.last {
      let more = line.trimmed
      messages[last].text += messages[last].text.isEmpty ? more : " " + more
    } else {
      messages.append(Message(author: nil, text: line.trimmed))
    }
  }

  /// A time before the name makes a line a chat's.
  private static func header(_ line: String) -> Message? {
    var rest = Substring(line.trimmed)
    guard dropTime(&rest) else { return nil }
    if rest.lowercased().hasPrefix("from ") { rest = rest.dropFirst(5) }
    guard let colon = rest.firstIndex(of: ":") else { return nil }
    var author = String(rest[..<colon])
    for marker in [
      " to everyone", " to Everyone", " (direct message)", " (Direct Message)", " to ",
    ] {
      if let range = author.range(of: marker) { author = String(author[..<range.lowerBound]) }
    }
    return Message(
      author: author.trimmed, text: String(rest[rest.index(after: colon)...]).trimmed)
  }

  /// `10:02`, `10:02:31`, `[10:02]`, `[10:02 AM]`.
  private static func dropTime(_ rest: inout Substring) -> Bool {
    let isBracketed = rest.first == "["
    if isBracketed { rest = rest.dropFirst() }
    let digits = rest.prefix { $0.isNumber || $0 == ":" }
    guard digits.count >= 4, digits.contains(":"), digits.first != ":" else { return false }
    rest = rest.dropFirst(digits.count)
    let marker = rest.prefix { " AaPpMm.".contains($0) }
    if isBracketed {
      guard let close = rest.firstIndex(of: "]") else { return false }
      rest = rest[rest.index(after: close)...]
    } else if TextFolding.fold(String(marker)).trimmed.hasPrefix("am")
      || TextFolding.fold(String(marker)).trimmed.hasPrefix("pm")
    {
      rest = rest.drop { $0 == " " }.dropFirst(2)
    }
    rest = rest.drop { $0 == " " || $0 == "\t" }
    return true
  }

  /// `Name: text` on a line of its own, with or without a time.
  static func author(of line: String) -> (author: String, text: String)? {
    if let header = header(line), let author = header.author { return (author, header.text) }
    return nil
  }

  private static func isChatter(_ text: String) -> Bool {
    let folded = TextFolding.fold(text).trimmed
    if ["reacted to", "replying to", "removed a"].contains(where: folded.hasPrefix) { return true }
    let greetings = [
      "hello", "hi", "hi all", "hello all", "hey", "hello everyone", "hi everyone", "thanks",
      "thank you", "ok", "yes", "+1", "bye", "good morning",
    ]
    let words = String(folded.filter { $0.isLetter || $0 == " " || $0 == "+" || $0.isNumber })
    return greetings.contains(words.trimmed)
      || !text.contains { $0.isLetter || $0.isNumber }
  }
}

extension String {
  /// The first place of some words.
  func range(of words: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(words) {
        return start..<(index(start, offsetBy: words.count, limitedBy: endIndex) ?? endIndex)
      }
      start = index(after: start)
    }
    return nil
  }
}
