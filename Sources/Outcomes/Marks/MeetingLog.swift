import Values

/// A log of a meeting that was held elsewhere, in the convention that its own words show.
package struct MeetingLog: Sendable {
  /// By which convention a log is read.
  package enum Convention: String, Sendable, CaseIterable {
    case meetbot, w3c, minutes
  }

  package let convention: Convention
  package let lines: [SaidLine]
  package let marks: [Mark]
  /// Who took part, as the log names them.
  package let people: [String]
  /// What the meeting calls itself.
  package let title: String?
  /// How many lines of the text are in none of `lines`: who came and went.
  package private(set) var unsaid = 0

  /// Reads a log; without a convention it is told by what the log says.
  package init(_ text: String, as convention: Convention? = nil) {
    let text = LogText(text)
    let channel = ChannelLog(text)
    // Joins and leaves may outnumber what is said.
    let isChannel = channel.saidCount * 4 > channel.otherCount
    // A mail may hold MeetBot’s minutes and below them the log: what is in both counts once.
    let hasMinutes = text.lines.contains { $0.text.hasPrefix("Meeting started by ") }
    self.init(isChannel && !hasMinutes ? channel.lines : Self.plain(text), as: convention)
    unsaid = text.lines.count - lines.count
  }

  /// The same from lines that are parted already.
  package init(_ lines: [SaidLine], as convention: Convention? = nil) {
    self.lines = lines
    let convention = convention ?? Self.convention(of: lines)
    self.convention = convention
    switch convention {
    case .meetbot where MeetBotMinutes.isLikely(lines):
      (marks, people, title) = (MeetBotMinutes.marks(lines), MeetBotMinutes.people(lines), nil)
    case .meetbot:
      let log = MeetBotLog(lines)
      (marks, people, title) = (log.marks, log.people, log.title)
    case .w3c:
      let log = ScribeLog(lines)
      if ScribeLog.isScribed(lines) {
        marks = log.marks
      } else {
        let minutes = MinutesText(ScribeLog.withoutDropped(lines))
        let marked = log.marks.filter { !minutes.trailing.contains($0.line) }
        let more = minutes.marks(besides: marked)
        marks = more.isEmpty ? marked : (marked + more).sorted { $0.line < $1.line }
      }
      (people, title) = (log.people, log.title)
    case .minutes:
      let log = MinutesText(lines)
      (marks, people, title) = (log.marks, log.people, nil)
    }
  }

  /// Lines that nobody in particular said; `Ana Berg: #action …` is said by Ana Berg.
  private static func plain(_ text: LogText) -> [SaidLine] {
    let clocks = text.lines.count { Self.withoutClock($0.text) != nil }
    let hasClocks = clocks * 5 > text.lines.count * 4
    let lines = text.lines.map { line in
      // A page that took the nicks for tags leaves the times: `15:00:04 #topic Rooms`.
      if hasClocks, let rest = Self.withoutClock(line.text) {
        return SaidLine(line.number, nil, rest)
      }
      // Minutes that a scribe’s program made keep here and there what was typed: `<ana> …`.
      let text = line.text.drop { $0 == " " }
      guard text.first == "<", let (nick, said) = ChannelLog.inAngles(text),
        nick.allSatisfy({ !$0.isWhitespace && $0 != "/" }), text.contains("> ")
      else { return SaidLine(line.number, nil, line.text) }
      return SaidLine(line.number, String(nick), said)
    }
    let named = lines.map { $0.speaker == nil ? bySpeaker($0) ?? $0 : $0 }
    let hasCommands = named.contains { $0.speaker != nil && MeetBotLog.isLikely([$0]) }
    return hasCommands ? named : lines
  }

  private static func withoutClock(_ text: String) -> String? {
    let clock = text.prefix { $0.isNumber || $0 == ":" }
    let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
    let rest = text[clock.endIndex...]
    guard parts.count == 3, parts.allSatisfy({ $0.count == 2 }), rest.first == " " || rest.isEmpty
    else { return nil }
    return rest.trimmed
  }

  private static func bySpeaker(_ line: SaidLine) -> SaidLine? {
    let clock = line.text.prefix { $0.isNumber || ":[]()".contains($0) }
    let text =
      clock.contains(":") ? line.text[clock.endIndex...].drop { $0 == " " } : line.text[...]
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let name = text[..<colon]
    let rest = text[text.index(after: colon)...]
    guard (1...3).contains(name.split(separator: " ").count), name.first?.isLetter == true,
      rest.first == " "
    else { return nil }
    return SaidLine(line.number, String(name), rest.trimmed)
  }

  private static func convention(of lines: [SaidLine]) -> Convention {
    if MeetBotLog.isLikely(lines) || MeetBotMinutes.isLikely(lines) { return .meetbot }
    return ScribeLog.isLikely(lines) ? .w3c : .minutes
  }
}
