import Values

/// A meeting that MeetBot kept the minutes of, as its replay of a log finds them.
///
/// A command is the first word of a line: `#action` from anybody; `#agreed`, `#accepted`,
/// `#rejected`, `#topic`, `#chair` and `#undo` from a chair, who is whoever said `#startmeeting` and
/// whom a chair names. An action is everybody's whose nick it names, if that nick has said something
/// or was told with `#nick`. `#undo` takes back the last thing noted, a topic or a link too.
/// Source: MeetBot's manual (wiki.debian.org/MeetBot) and its replay.
package struct MeetBotLog {
  package private(set) var marks: [Mark] = []
  /// Who said something, as the log names them, in the order of their first words.
  package private(set) var people: [String] = []
  package private(set) var title: String?

  /// What is noted so far; nil stands for a topic or the like, which only `#undo` asks for.
  private var noted: [Mark?] = []
  private var chairs: Set<String> = []
  private var owner: String?
  private var isRunning: Bool
  private var attendees: [String] = []
  /// Everybody who says something in the log, before the meeting or after it too.
  private let speakers: [String]
  private let hasStart: Bool
  private let prefix: Character
  private let hasBrackets: Bool

  package init(_ lines: [SaidLine]) {
    let starts = lines.filter { Self.starts($0.text) }
    isRunning = starts.isEmpty
    hasStart = !starts.isEmpty
    prefix = starts.first?.text.trimmed.first ?? "#"
    hasBrackets = lines.contains {
      $0.text.hasPrefix("Commands Available: [") || $0.text.lowercased().hasPrefix("[topic]")
    }
    let bots = Self.bots(lines)
    let said = lines.filter { line in line.speaker.map { !bots.contains($0) } ?? false }
    speakers = said.compactMap(\.speaker)
    for line in said { take(line, line.speaker ?? "") }
    endMeeting()
  }

  /// Whether a text looks like MeetBot's at all.
  package static func isLikely(_ lines: [SaidLine]) -> Bool {
    lines.contains { starts($0.text) }
      || lines.contains { line in
        ["#action ", "#agreed ", "#accepted ", "#endmeeting", "[topic] "].contains {
          (line.text.lowercased() + " ").hasPrefix($0)
        }
      }
  }

  private static func starts(_ text: String) -> Bool {
    let text = text.trimmed.lowercased()
    return text.dropFirst().hasPrefix("startmeeting") && (text.first == "#" || text.first == "!")
  }

  /// Who says that the meeting started, and so on, is no person of it.
  private static func bots(_ lines: [SaidLine]) -> Set<String> {
    let words = [
      "Meeting started", "Meeting ended", "Meeting finished", "Current chairs:", "Useful Commands:",
      "Removing item from minutes", "Commands Available:", "Minutes:", "Minutes (text):",
    ]
    return Set(
      lines.filter { line in words.contains { line.text.hasPrefix($0) } }.compactMap(\.speaker))
  }

  // MARK: One line

  private mutating func take(_ line: SaidLine, _ speaker: String) {
    let text = line.text.trimmed
    if Self.starts(text), !isRunning {
      begin(speaker, Self.argument(text))
      return
    }
    guard isRunning else { return }
    if owner == nil { begin(speaker, "") }
    see(speaker)
    guard let (command, words) = command(text) else {
      if Self.isLink(text) { noted.append(Mark(.note, text, line: line.number, speaker: speaker)) }
      return
    }
    run(command, words, line, speaker)
  }

  private mutating func begin(_ speaker: String, _ topic: String) {
    endMeeting()
    isRunning = true
    owner = speaker
    chairs = [speaker]
    if !topic.isEmpty { title = topic }
    see(speaker)
  }

  /// Somebody says something.
  private mutating func see(_ nick: String) {
    expect(nick)
    if !people.contains(nick) { people.append(nick) }
  }

  /// Somebody may own something, whether they are there or not.
  private mutating func expect(_ nick: String) {
    if !attendees.contains(nick) { attendees.append(nick) }
  }

  /// The command's name, and what follows it.
  private func command(_ text: String) -> (String, String)? {
    if hasBrackets, text.hasPrefix("["), let close = text.firstIndex(of: "]") {
      let name = text[..<close].dropFirst().lowercased()
      return (name, text[text.index(after: close)...].trimmed)
    }
    guard text.first == prefix else { return nil }
    let name = text.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    guard let next = text[name.endIndex...].first else { return (name.lowercased(), "") }
    guard next.isWhitespace || next == ":" || next == "," else { return nil }
    return (name.lowercased(), Self.argument(text))
  }

  private static func argument(_ text: String) -> String {
    let rest = text.dropFirst().drop { $0.isLetter || $0.isNumber || $0 == "_" }
    return rest.drop { $0 == ":" || $0 == "," || $0.isWhitespace }.trimmed
  }

  private mutating func run(
    _ command: String, _ words: String, _ line: SaidLine, _ speaker: String
  ) {
    // A log that begins later does not tell who the chair is: whoever sets the topic.
    if command == "topic", !hasStart { chairs.insert(speaker) }
    let isChair = chairs.contains(speaker)
    switch command {
    case "action": note(.action, words, line)
    case "agreed", "agree", "accepted", "accept":
      if isChair { note(.decision, words, line) }
    case "rejected", "reject":
      // To turn something down is a decision as well, and reads as one.
      if isChair { note(.decision, words.isEmpty ? "" : "Rejected: " + words, line) }
    case "info", "link", "idea": note(.note, words, line)
    case "help", "halp": note(.issue, words, line)
    case "topic": if isChair { noted.append(nil) }
    case "nick": for nick in Self.nicks(words) { expect(nick) }
    case "chair": if isChair { addChairs(Self.nicks(words)) }
    case "unchair": if isChair { chairs.subtract(Self.nicks(words).filter { $0 != owner }) }
    case "undo": if isChair { _ = noted.popLast() }
    case "meetingtopic", "meetingname": if isChair, !words.isEmpty { title = words }
    case "endmeeting": if isChair { endMeeting() }
    default: break
    }
  }

  /// What has no words is an item that `#undo` would take, and says nothing.
  private mutating func note(_ kind: Mark.Kind, _ words: String, _ line: SaidLine) {
    noted.append(Mark(kind, words, line: line.number, speaker: line.speaker))
  }

  private mutating func addChairs(_ nicks: [String]) {
    for nick in nicks {
      expect(nick)
      chairs.insert(nick)
    }
  }

  private static func nicks(_ words: String) -> [String] {
    words.split { $0 == "," || $0.isWhitespace }.map(String.init)
  }

  private static func isLink(_ text: String) -> Bool {
    ["http://", "https://", "irc://", "ftp://", "mailto://", "ssh://"].contains {
      text.hasPrefix($0)
    }
  }

  // MARK: At the end

  /// Owners are told when the meeting ends: somebody who came late may be one.
  private mutating func endMeeting() {
    for case var mark? in noted where !mark.text.isEmpty {
      if mark.kind == .action { assign(&mark) }
      marks.append(mark)
    }
    noted = []
    attendees = []
    chairs = []
    owner = nil
    isRunning = false
  }

  private func assign(_ mark: inout Mark) {
    let text = mark.text
    let others = Set(speakers).subtracting(attendees).sorted()
    let found = (attendees + others).compactMap { nick in
      NickSearch.place(of: nick, in: text).map { (nick, $0) }
    }
    mark.owners = found.sorted { $0.1 < $1.1 }.map(\.0)
    mark.text = Self.withoutOwners(mark)
  }

  /// `ana and bo to fix it` is theirs: the names in front leave the words.
  static func withoutOwners(_ mark: Mark) -> String {
    guard !mark.owners.isEmpty,
      let leading = LeadingNames(mark.text, known: KnownNames(mark.owners), trust: .marked),
      leading.owners.allSatisfy({ name in
        mark.owners.contains { TextFolding.fold($0) == TextFolding.fold(name) }
      }), leading.owners.count == mark.owners.count
    else { return mark.text }
    return leading.rest
  }
}

/// The minutes that MeetBot writes as text: each item once, with its author and time behind it.
enum MeetBotMinutes {
  static func isLikely(_ lines: [SaidLine]) -> Bool {
    lines.contains { $0.text.hasPrefix("Meeting started by ") }
      && lines.contains { $0.text.trimmed.hasPrefix("Meeting summary") }
  }

  /// Owners are named by the list of action items by person.
  static func marks(_ lines: [SaidLine]) -> [Mark] {
    let nicks = people(lines)
    return lines.compactMap { line in
      let text = ListMark(line.text).text
      for (word, kind) in [
        ("action", Mark.Kind.action), ("agreed", .decision), ("accepted", .decision),
        ("rejected", .decision), ("help", .issue), ("idea", .note),
      ] {
        guard let value = Keyword.value(of: word, in: text) else { continue }
        let said = unsigned(value)
        let words = word == "rejected" && !said.isEmpty ? "Rejected: " + said : said
        let owners =
          kind == .action ? nicks.filter { NickSearch.place(of: $0, in: words) != nil } : []
        var mark = Mark(kind, words, owners: owners, line: line.number)
        if kind == .action { mark.text = MeetBotLog.withoutOwners(mark) }
        return words.isEmpty ? nil : mark
      }
      return nil
    }
  }

  /// `look at the logs  (skvidal, 16:05:00)` without who noted it, and when.
  private static func unsigned(_ text: String) -> String {
    guard text.hasSuffix(")"), let open = text.lastIndex(of: "("),
      text[open...].contains(", "), text[open...].contains(":")
    else { return text }
    return text[..<open].trimmed
  }

  /// Under `People present (lines said)`: `* nirik (20)`.
  static func people(_ lines: [SaidLine]) -> [String] {
    let start = lines.firstIndex { $0.text.trimmed.lowercased().hasPrefix("people present") }
    return lines[(start ?? lines.endIndex)...].dropFirst().compactMap { line in
      let text = ListMark(line.text).text
      guard text.hasSuffix(")"), let open = text.lastIndex(of: "(") else { return nil }
      return text[..<open].trimmed
    }
  }
}

/// Finds a nick as a whole word, whatever its capitals.
enum NickSearch {
  /// How many characters stand before it; nil where the words do not name it.
  static func place(of nick: String, in text: String) -> Int? {
    let words = Array(text.lowercased())
    let nick = Array(nick.lowercased())
    guard !nick.isEmpty, nick.count <= words.count else { return nil }
    for start in 0...(words.count - nick.count) where words[start..<start + nick.count] == nick[...]
    {
      let end = start + nick.count
      let opens = start == 0 || !isOfWord(words[start - 1])
      let closes = end == words.count || !isOfWord(words[end])
      if opens && closes { return start }
    }
    return nil
  }

  private static func isOfWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }
}
