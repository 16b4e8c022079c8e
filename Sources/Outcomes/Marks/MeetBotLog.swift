import Values

/// A meeting that MeetBot kept the minutes of, as its replay of a log finds them.
///
/// A command is the first word of a line: `#action` from anybody; `#agreed`, `#accepted`,
/// `#rejected`, `#topic`, `#chair` and `#undo` from a chair, who is whoever said `#startmeeting` and
/// whom a chair names. An action is everybody's whose nick it names, if that nick has said something
/// or was told with `#nick` or `#here`; whoever it begins with, `zoe to …`, is its owner though they
/// were never there. `#undo` takes back the last thing noted, a topic or a link too. HcoopMeetbot
/// decides by `#motion`, votes and `#close`, Ubuntu's bot by `#vote`, `+1` and `#endvote`; Matrix's
/// bot marks with `^action` as well. Source: MeetBot's manual (wiki.debian.org/MeetBot) and its
/// replay; hcoop-meetbot's, meetingology's and maubot-meetings' commands.
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
  /// By what somebody is to be called: `#here Full Name`.
  private var aliases: [String: String] = [:]
  private var motion: Motion?
  /// Everybody who says something in the log, before the meeting or after it too.
  private let speakers: [String]
  private let hasStart: Bool
  private let prefix: Character
  private let hasBrackets: Bool
  /// Whether a bot counts the votes that `#vote` tells; Ubuntu's bot puts its motions by it.
  private let hasMotions: Bool

  /// What is voted on.
  private struct Motion {
    let words: String
    /// Whether whoever says `+1` votes on it.
    var isOpen = false
    /// Each one's vote, which may be another one later.
    var votes: [String: Int] = [:]
    /// How many more have to be for it than against it.
    var needed = 1

    var balance: Int { votes.values.reduce(0, +) }
  }

  package init(_ lines: [SaidLine]) {
    let starts = lines.filter { Self.starts($0.text) }
    isRunning = starts.isEmpty
    hasStart = !starts.isEmpty
    prefix = starts.first?.text.trimmed.first ?? "#"
    hasBrackets = lines.contains {
      $0.text.hasPrefix("Commands Available: [")
        || $0.speaker != nil && Self.isInBrackets($0.text)
    }
    hasMotions = lines.contains {
      ["#motion ", "#startvote "].contains(where: $0.text.lowercased().hasPrefix)
    }
    let bots = Self.bots(lines)
    // A page that took `<ana>` for a tag leaves what was said, and not by whom.
    let isStripped = lines.allSatisfy { $0.speaker == nil }
    let said = lines.filter { line in line.speaker.map { !bots.contains($0) } ?? isStripped }
    var seen: Set<String> = []
    speakers = said.compactMap(\.speaker).filter { seen.insert($0).inserted }
    for line in said { take(line, line.speaker ?? "") }
    endMeeting()
  }

  /// Whether a text looks like MeetBot's at all.
  package static func isLikely(_ lines: [SaidLine]) -> Bool {
    lines.contains { starts($0.text) }
      || lines.contains { line in
        let text = line.text.lowercased() + " "
        return ["#action ", "#agreed ", "#accepted ", "#endmeeting"].contains(where: text.hasPrefix)
          || line.speaker != nil && text.hasPrefix("[topic] ")
      }
  }

  private static func isInBrackets(_ text: String) -> Bool {
    ["[topic]", "[action]", "[agreed]", "[vote]"].contains(where: text.lowercased().hasPrefix)
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
      count(text, speaker)
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
    guard !nick.isEmpty else { return }
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
    guard text.first == prefix else {
      for name in ["action", "info"] where prefix == "!" {
        guard let tag = text.firstRange(of: "^\(name)") else { continue }
        return (name, (text[..<tag.lowerBound] + text[tag.upperBound...]).trimmed)
      }
      return nil
    }
    let name = text.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    guard let next = text[name.endIndex...].first else { return (name.lowercased(), "") }
    // `#action(ana) write it`; but `#action-items` is only spoken of.
    guard next.isWhitespace || ":,;([".contains(next) else { return nil }
    return (name.lowercased(), Self.argument(text))
  }

  private static func argument(_ text: String) -> String {
    let rest = text.dropFirst().drop { $0.isLetter || $0.isNumber || $0 == "_" }
    let words = rest.drop { ":,;".contains($0) || $0.isWhitespace }
    // `#action - ana to write it`
    let sign = words.prefix { "-–—=>".contains($0) }
    return (words[sign.endIndex...].first == " " ? words[sign.endIndex...] : words).trimmed
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
      if isChair { note(.decision, words.isEmpty ? motion?.words ?? "" : words, line) }
      if isChair { motion = nil }
    case "rejected", "reject", "failed":
      // To turn something down is a decision as well, and reads as one.
      let what = words.isEmpty ? motion?.words ?? "" : words
      if isChair { note(.decision, what.isEmpty ? "" : "Rejected: " + what, line) }
      if isChair { motion = nil }
    case "motion": if isChair { motion = Motion(words: words) }
    case "vote" where hasMotions: motion?.votes[speaker] = words.hasPrefix("+") ? 1 : -1
    case "vote": if isChair { motion = Motion(words: words, isOpen: true) }
    case "votesrequired": if isChair, let needed = Int(words) { motion?.needed = needed }
    case "close", "endvote": if isChair { close(line) }
    case "inconclusive": if isChair { motion = nil }
    case "here": aliases[words.isEmpty ? speaker : words] = speaker
    case "info", "link", "idea": note(.note, words, line)
    case "help", "halp": note(.issue, words, line)
    case "topic", "subtopic", "progress": if isChair { noted.append(nil) }
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

  /// A motion that is carried is a decision, one that is not is turned down.
  private mutating func close(_ line: SaidLine) {
    guard let closed = motion, closed.balance != 0, !closed.words.isEmpty else { return }
    note(.decision, (closed.balance >= closed.needed ? "" : "Rejected: ") + closed.words, line)
    motion = nil
  }

  /// `+1`, `-1; too early`, `+0`: somebody's vote.
  private mutating func count(_ text: String, _ speaker: String) {
    let votes = ["+1": 1, "-1": -1, "+0": 0, "-0": 0]
    guard motion?.isOpen == true, text.dropFirst(2).first?.isNumber != true,
      let vote = votes[String(text.prefix(2))]
    else { return }
    motion?.votes[speaker] = vote
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
    let first = marks.count
    let names = names
    for case var mark? in noted where !mark.text.isEmpty {
      if mark.kind == .action { assign(&mark, names) }
      marks.append(mark)
    }
    Self.nameByCustom(&marks[first...])
    // Only whom the bot never heard: whoever spoke has what names them.
    marks[first...].nameLate(KnownNames(marks[first...].flatMap(\.owners)))
    noted = []
    attendees = []
    aliases = [:]
    motion = nil
    chairs = []
    owner = nil
    isRunning = false
  }

  /// What everybody is called, and whose nick it is.
  private var names: [(name: String, nick: String)] {
    let others = Set(speakers).subtracting(attendees).sorted()
    let nicks = attendees + others
    return nicks.map { ($0, $0) } + aliases.map { ($0.key, $0.value) } + Nick.shortened(nicks)
  }

  private func assign(_ mark: inout Mark, _ names: [(name: String, nick: String)]) {
    let action = BotAction(mark.text, names: names)
    (mark.owners, mark.text) = (action.owners, action.text)
    mark = FirstPerson.named(mark)
  }

  /// Where every action begins with whose it is, `alay post the patch` is alay’s, whom the bot has
  /// not heard.
  static func nameByCustom(_ marks: inout ArraySlice<Mark>) {
    let actions = marks.indices.filter { marks[$0].kind == .action }
    let open = actions.filter { marks[$0].owners.isEmpty }
    guard actions.count - open.count >= 3 * open.count else { return }
    for place in open {
      let words = marks[place].text.split(maxSplits: 1, whereSeparator: \.isWhitespace)
      guard words.count == 2, words[1].contains(" "), isOfNick(words[0]) else { continue }
      let folded = TextFolding.fold(String(words[0]))
      let next = TextFolding.fold(String(words[1].prefix { !$0.isWhitespace }))
      guard NameWords.isDeed(next) || NameWords.works.contains(next),
        !NameWords.verbs.contains(folded),
        !NameWords.never.contains(folded), !NameWords.things.contains(folded)
      else { continue }
      marks[place].owners = [String(words[0])]
      marks[place].text = String(words[1])
    }
  }

  private static func isOfNick(_ word: Substring) -> Bool {
    word.allSatisfy { $0.isLetter || $0.isNumber || "_-[]|".contains($0) }
  }
}
