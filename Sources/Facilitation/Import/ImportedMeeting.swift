package import Outcomes
package import Values

/// A meeting that was held elsewhere, as its log tells it.
package struct ImportedMeeting: Sendable, Equatable {
  /// Something said, by somebody or by nobody in particular.
  package struct Said: Sendable, Equatable {
    package let speaker: String?
    package let text: String
    /// The group it is in, where the log has groups.
    package var group: Int?
  }

  /// What was put together, and the votes for it.
  package struct Group: Sendable, Equatable {
    package let title: String
    package let votes: Int
  }

  /// Why a log cannot be read: where, what, and what to do.
  package struct Fault: Error, Sendable, Equatable {
    package let line: Int?
    package let words: String
  }

  package let kind: ImportKind
  package internal(set) var title: String?
  package internal(set) var date: CalendarDate?
  /// In the order of their first words; then those who are only named.
  package internal(set) var people: [String] = []
  package internal(set) var said: [Said] = []
  /// How many lines of a log were said to nobody, or by no person.
  package private(set) var leftOut = 0
  package internal(set) var groups: [Group] = []
  /// What somebody marked: taken.
  package internal(set) var marks: [Mark] = []
  /// What only sounds like an action or a decision: to be asked about.
  package internal(set) var suggestions: [Mark] = []

  init(_ kind: ImportKind) { self.kind = kind }

  /// Reads a log; without a kind, the kind that its content shows.
  package init(_ text: String, as wanted: ImportKind? = nil) throws(Fault) {
    let text = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    guard !text.trimmed.isEmpty else { throw Fault(line: nil, words: "is empty") }
    guard !text.contains("\0") else {
      throw Fault(line: nil, words: "is no text: save the log as plain text")
    }
    let (kind, known) = wanted.map { ($0, nil) } ?? Self.kind(of: text)
    let log = { (convention: MeetingLog.Convention) in
      known.flatMap { $0.convention == convention ? $0 : nil } ?? MeetingLog(text, as: convention)
    }
    switch kind {
    case .parabol: self = try ParabolTable(text).meeting
    case .slack where SlackExport.isLikely(text): self = try SlackExport(text).meeting
    case .meetbot: self.init(kind, log(.meetbot))
    case .w3c: self.init(kind, log(.w3c))
    case .minutes: self.init(kind, log(.minutes))
    case .slack, .zoom, .teams, .meet, .chat: try self.init(chat: text, kind)
    }
    date = date ?? LogDate.find(in: text)
    callEachOnce()
    if said.isEmpty, marks.isEmpty, suggestions.isEmpty {
      throw Fault(line: nil, words: "has nothing in it that somebody said")
    }
  }

  // MARK: Which kind

  /// With the log, where it had to be read to tell.
  private static func kind(of text: String) -> (ImportKind, MeetingLog?) {
    if ParabolTable.isLikely(text) { return (.parabol, nil) }
    if SlackExport.isLikely(text) { return (.slack, nil) }
    if ChatTranscript.isSubtitles(text) { return (ChatText(text).kind, nil) }
    // What a program put around each message says more than a word that people typed in one.
    if let kind = ChatText.framedKind(of: text) { return (kind, nil) }
    let log = MeetingLog(text)
    switch log.convention {
    case .meetbot: return (.meetbot, log)
    case .w3c: return (.w3c, log)
    case .minutes: break
    }
    let channel = ChannelLog(text)
    if channel.saidCount * 4 > channel.otherCount { return (.w3c, nil) }
    let plain = ChatText(text)
    guard plain.isChat else { return (.minutes, log) }
    return (plain.kind, nil)
  }

  // MARK: Logs

  private init(_ kind: ImportKind, _ log: MeetingLog) {
    self.init(kind)
    title = log.title
    people = log.people
    marks = log.marks.filter(\.isExplicit)
    suggestions = log.marks.filter { !$0.isExplicit }
    said = log.lines.compactMap { line in
      guard !line.text.trimmed.isEmpty, !LogNoise.isCommand(line) else { return nil }
      return Said(speaker: line.speaker, text: line.text.trimmed)
    }
    // A command that marks something is heard, though nobody said it to anybody.
    let commands = kind == .meetbot ? marks.count : 0
    if kind != .minutes { leftOut = max(0, log.unsaid + log.lines.count - said.count - commands) }
    for mark in marks { meet(mark.owners) }
  }

  private init(chat text: String, _ kind: ImportKind) throws(Fault) {
    let chat = ChatText(text)
    guard chat.isChat else {
      throw Fault(
        line: 1,
        words: "no line begins with a name, as a chat’s do; --from minutes reads it as notes")
    }
    self.init(kind)
    take(chat.lines)
    leftOut = chat.leftOut
  }

  mutating func take(_ lines: [SaidLine]) {
    let log = MeetingLog(lines, as: MeetBotLog.isLikely(lines) ? .meetbot : .minutes)
    people = lines.compactMap(\.speaker).reduce(into: []) { people, name in
      if !people.contains(name) { people.append(name) }
    }
    said = lines.map { Said(speaker: $0.speaker, text: $0.text) }
    marks = log.marks.filter(\.isExplicit)
    suggestions = log.marks.filter { !$0.isExplicit }
    for mark in marks { meet(mark.owners) }
  }

  /// Whoever owns something was there, or is at least known.
  private mutating func meet(_ owners: [String]) {
    for owner in owners {
      let folded = TextFolding.fold(owner)
      let isKnown = people.contains {
        let name = TextFolding.fold($0)
        return name == folded || name.hasPrefix(folded + " ")
      }
      if !isKnown, folded != "everyone", folded != "everybody" { people.append(owner) }
    }
  }

  /// Whoever is told of by a nick and by a name is one person.
  private mutating func callEachOnce() {
    let same = SamePerson(people, owners: (marks + suggestions).flatMap(\.owners))
    people = same.people
    said = said.map { Said(speaker: $0.speaker.map(same.name), text: $0.text, group: $0.group) }
    marks = marks.map { $0.renamed(same.name) }
    suggestions = suggestions.map { $0.renamed(same.name) }
  }

  /// The same with the suggestions taken.
  package func takingSuggestions() -> ImportedMeeting {
    var meeting = self
    meeting.marks = (marks + suggestions).sorted { $0.line < $1.line }
    meeting.suggestions = []
    for mark in meeting.marks { meeting.meet(mark.owners) }
    return meeting
  }
}

/// What a log holds that is said to a machine.
enum LogNoise {
  private static let openings = [
    "rrsagent,", "zakim,", "trackbot,", "agendabot,", "q+", "q-", "q?", "ack ", "present+",
    "present-", "regrets+", "scribe+", "scribe-", "scribe:", "scribenick", "chair+", "chair:",
    "meeting:", "agenda+", "agenda:", "+1", "-1", "+0", "-0", "s/", "i/",
    "[topic]", "[action]", "[agreed]", "[vote]", "[endvote]", "[link]", "[idea]", "[info]",
  ]

  private static let bots: Set<String> = [
    "rrsagent", "zakim", "trackbot", "trackbot-ng", "ghurlbot", "gb", "agendabot", "github-bot",
    "meetbot", "mootbot", "zodbot", "ubottu", "openstack", "meetingology",
  ]

  static func isCommand(_ line: SaidLine) -> Bool {
    if let speaker = line.speaker, bots.contains(TextFolding.fold(speaker)) { return true }
    let text = line.text.trimmed.lowercased()
    return text.hasPrefix("#") || openings.contains(where: text.hasPrefix)
  }
}
