import Values

/// A log of a chat channel, as RRSAgent, MeetBot, irssi, mIRC, qwebirc and Quassel write it.
///
/// What a client says about itself (joins, leaves, topics, modes) is left out, and so is `/me`: both
/// programs that make minutes of such logs, scribe.perl and MeetBot, leave it out as well. A line
/// that only begins with words was typed by whoever put the log together.
package struct ChannelLog: Sendable, Equatable {
  package private(set) var lines: [SaidLine] = []
  /// How many lines somebody said.
  package private(set) var saidCount = 0
  /// How many lines are neither said by anybody nor empty.
  package private(set) var otherCount = 0

  package init(_ text: String) {
    var number = 0
    for raw in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      number += 1
      take(String(raw), number)
    }
  }

  private mutating func take(_ raw: String, _ number: Int) {
    if let (speaker, text) = Self.said(raw) {
      lines.append(SaidLine(number, speaker, text))
      saidCount += 1
    } else if isContinuation(raw) {
      lines[lines.count - 1].text += " " + raw.trimmed
    } else if raw.first.map({ $0.isLetter || ".…".contains($0) }) == true {
      lines.append(SaidLine(number, nil, raw.trimmed))
      otherCount += 1
    } else if !raw.trimmed.isEmpty {
      otherCount += 1
    }
  }

  /// mIRC and manuals break a long line, and indent the rest.
  private func isContinuation(_ raw: String) -> Bool {
    guard raw.hasPrefix("  ") || raw.hasPrefix("\t"), !lines.isEmpty else { return false }
    return raw.trimmed.first.map { $0.isLetter || $0.isNumber } ?? false
  }

  // MARK: One line

  /// `15:00:01 <ana> text`, `[15:00] <@ana> text`, `2026-11-20T15:00:11Z <ana> text`, `<ana> text`.
  private static func said(_ raw: String) -> (speaker: String, text: String)? {
    guard let open = raw.firstIndex(of: "<"), raw[..<open].allSatisfy(isOfTime) else { return nil }
    let rest = raw[raw.index(after: open)...]
    guard let close = rest.firstIndex(of: ">") else { return nil }
    let speaker = nick(rest[..<close])
    let text = String(rest[rest.index(after: close)...]).trimmed
    guard !speaker.isEmpty, !speaker.contains(where: \.isWhitespace) else { return nil }
    return isService(speaker, text) ? nil : (speaker, text)
  }

  private static func isOfTime(_ character: Character) -> Bool {
    character.isWhitespace || character.isASCII && character.isNumber
      || "[]():.-/TZ+apmAPM,".contains(character)
  }

  /// Without the mode that a client shows; of a Matrix address the part before the server.
  private static func nick(_ shown: Substring) -> String {
    var nick = shown.trimmed
    while let first = nick.first, "@+%~&".contains(first) { nick.removeFirst() }
    if shown.trimmed.hasPrefix("@"), let colon = nick.firstIndex(of: ":") {
      nick = String(nick[..<colon])
    }
    return nick
  }

  /// `<ana> ana has joined #forms`, as RRSAgent logs what nobody said.
  private static func isService(_ speaker: String, _ text: String) -> Bool {
    ["has joined", "has left", "has changed the topic to:"].contains {
      text.hasPrefix("\(speaker) \($0)")
    }
  }
}
