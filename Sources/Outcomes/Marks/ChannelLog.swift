import Values

/// A log of a chat channel, as RRSAgent, MeetBot, irssi, mIRC, HexChat, WeeChat and others write it.
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

  package init(_ text: String) { self.init(LogText(text)) }

  init(_ text: LogText) {
    for line in text.lines { take(line) }
  }

  private mutating func take(_ line: LogText.Line) {
    let raw = line.text
    let last = lines.indices.last
    if let (speaker, text) = Self.said(raw) {
      lines.append(SaidLine(line.number, speaker, text))
      saidCount += 1
    } else if let last, let bar = Self.behindBar(raw) {
      lines[last].text += " " + bar
    } else if let last, lines[last].speaker != nil, lines[last].text.isEmpty, !line.isAfterGap {
      // RRSAgent's page, pasted: who speaks on one line, and what on the next.
      lines[last] = SaidLine(line.number, lines[last].speaker, raw.trimmed)
    } else if let last, !line.isAfterGap, isContinuation(raw) {
      lines[last].text += " " + raw.trimmed
    } else if let last, !line.isAfterGap, let speaker = lines[last].speaker, isCommand(raw) {
      // Several commands in one message, as rooms of Matrix have them.
      lines.append(SaidLine(line.number, speaker, raw.trimmed))
    } else if raw.first.map({ $0.isLetter || ".…".contains($0) }) == true
      || Keyword.status(of: raw) != nil
    {
      lines.append(SaidLine(line.number, nil, raw.trimmed))
      otherCount += 1
    } else {
      otherCount += 1
    }
  }

  /// mIRC and manuals break a long line, and indent the rest.
  private func isContinuation(_ raw: String) -> Bool {
    guard raw.hasPrefix("  ") || raw.hasPrefix("\t"), !lines.isEmpty else { return false }
    return raw.trimmed.first.map { $0.isLetter || $0.isNumber } ?? false
  }

  /// `#action …` or `!action …` behind a line that begins in the same way.
  private func isCommand(_ raw: String) -> Bool {
    guard let sign = raw.first, sign == "#" || sign == "!", lines.last?.text.first == sign else {
      return false
    }
    return raw.dropFirst().first?.isLetter ?? false
  }

  /// `          | and the rest`, as WeeChat shows a long line.
  private static func behindBar(_ raw: String) -> String? {
    let rest = raw.drop { $0 == " " }
    return raw.first == " " && rest.hasPrefix("| ") ? rest.dropFirst(2).trimmed : nil
  }

  // MARK: One line

  /// A line that somebody said, in the ways that clients write it.
  static func said(_ raw: String) -> (speaker: String, text: String)? {
    guard
      let (shown, text) = inAngles(raw[...]) ?? inColumns(raw) ?? inBrackets(raw) ?? barred(raw)
        ?? timed(raw) ?? proxied(raw)
    else { return nil }
    let speaker = nick(shown)
    guard !speaker.isEmpty, !speaker.contains(where: \.isWhitespace) else { return nil }
    return isService(speaker, text) ? nil : (speaker, text)
  }

  /// `15:00:01 <ana> text`, `[15:00] <@ana> text`, `2026-11-20T15:00:11Z <ana> text`, `<ana> text`,
  /// `Sep 23 09:01:00 <ana> text`.
  static func inAngles(_ raw: Substring) -> (Substring, String)? {
    guard let open = raw.utf8.firstIndex(of: UInt8(ascii: "<")), isTime(raw[..<open]) else {
      return nil
    }
    let rest = raw[raw.index(after: open)...]
    guard let close = rest.firstIndex(of: ">") else { return nil }
    let said = rest[rest.index(after: close)...].drop(while: \.isWhitespace)
    // `<ana> 15:00:11 text`: a clock's time, and not a number that somebody says.
    let clock = said.prefix { !$0.isWhitespace }
    let isClock = raw.first == "<" && clock.count == 8 && clock.count(where: { $0 == ":" }) == 2
    return (rest[..<close], String(isClock && isTime(clock) ? said.dropFirst(8) : said).trimmed)
  }

  /// `2012-05-21 19:00:10⇥ana⇥text`, as WeeChat keeps it; arrows and dashes stand for no nick.
  private static func inColumns(_ raw: String) -> (Substring, String)? {
    guard raw.utf8.contains(UInt8(ascii: "\t")) else { return nil }
    let columns = raw.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
    guard columns.count == 3, columns[0].contains(":"), isTime(columns[0]),
      columns[1].contains(where: \.isLetter)
    else { return nil }
    return (columns[1], String(columns[2]).trimmed)
  }

  /// `09:01:00 [ana] text`.
  private static func inBrackets(_ raw: String) -> (Substring, String)? {
    guard let open = raw.dropFirst().utf8.firstIndex(of: UInt8(ascii: "[")),
      raw[..<open].contains(":"),
      isTime(raw[..<open])
    else { return nil }
    let rest = raw[raw.index(after: open)...]
    guard let close = rest.firstIndex(of: "]"), rest[..<close].contains(where: \.isLetter)
    else { return nil }
    return (rest[..<close], String(rest[rest.index(after: close)...]).trimmed)
  }

  /// `19:00:01 ana | text`.
  private static func barred(_ raw: String) -> (Substring, String)? {
    guard let bar = raw.utf8.firstIndex(of: UInt8(ascii: "|")), raw[..<bar].hasSuffix(" ") else {
      return nil
    }
    var words = raw[..<bar].split(separator: " ")
    // A long nick leaves no room behind the time: `19:00@ana_away | text`.
    if words.count == 1, let sign = words[0].firstIndex(where: { "@+%".contains($0) }) {
      words = [words[0][..<sign], words[0][sign...]]
    }
    guard words.count > 1, let nick = words.last, nick.contains(where: \.isLetter),
      words.dropLast().joined().contains(":"), words.dropLast().allSatisfy({ isTime($0) })
    else { return nil }
    return (nick, String(raw[raw.index(after: bar)...]).trimmed)
  }

  /// `(15:00:01) ana: text`, as Pidgin keeps it.
  private static func timed(_ raw: String) -> (Substring, String)? {
    guard let open = raw.first, open == "(" || open == "[",
      let close = raw.firstIndex(where: { $0 == ")" || $0 == "]" }),
      raw[..<close].contains(":"), isTime(raw[..<close])
    else { return nil }
    let rest = raw[raw.index(after: close)...].drop { $0 == " " }
    guard let colon = rest.firstIndex(of: ":"), rest[..<colon].allSatisfy({ !$0.isWhitespace }),
      rest[rest.index(after: colon)...].first == " "
    else { return nil }
    return (rest[..<colon], rest[rest.index(after: colon)...].trimmed)
  }

  /// `18-04-2019 10:40:00 < ana!ana@example.org: text` and, of oneself, `… > ana: text`, as the proxy
  /// bip keeps it.
  private static func proxied(_ raw: String) -> (Substring, String)? {
    let signs = [UInt8(ascii: "<"), UInt8(ascii: ">")]
    guard let sign = raw.utf8.firstIndex(where: signs.contains),
      raw[..<sign].contains(":"), isTime(raw[..<sign]),
      raw[raw.index(after: sign)...].first == " "
    else { return nil }
    let rest = raw[sign...].dropFirst(2)
    guard let colon = rest.firstRange(of: ": "), rest[..<colon.lowerBound].first != "*",
      rest[..<colon.lowerBound].allSatisfy({ !$0.isWhitespace })
    else { return nil }
    return (
      rest[..<colon.lowerBound].prefix { $0 != "!" }, String(rest[colon.upperBound...]).trimmed
    )
  }

  /// When it was said, in whatever way a client writes that.
  private static func isTime(_ text: some StringProtocol) -> Bool {
    text.split(separator: " ").allSatisfy { word in
      if word.allSatisfy(isOfTime) { return true }
      return names.contains(String(word.filter { $0.isLetter }).lowercased())
        && word.allSatisfy { $0.isLetter || "[]().,".contains($0) }
    }
  }

  /// Of months and days.
  private static let names: Set<String> = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    "mon", "tue", "wed", "thu", "fri", "sat", "sun",
  ]

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
