import Values

/// Minutes by the conventions of W3C's scribes, as their program scribe.perl reads them.
///
/// `ACTION: Ana to …`, `ACTION ana: …`, `action ana to …`; `RESOLVED:` and `RESOLUTION:`; `ISSUE:`;
/// `...` goes on with the line before; a line that begins with a backslash, or stands between
/// ` ``` `, marks nothing; and what the bots say (RRSAgent, Zakim, trackbot and its successors) is an
/// echo. Source: w3c.github.io/scribe2/scribedoc.html, www.w3.org/2002/03/RRSAgent.
package struct ScribeLog {
  package private(set) var marks: [Mark] = []
  /// Who took part, as the log names them, in the order of their first words.
  package private(set) var people: [String] = []
  package private(set) var title: String?

  private var known = KnownNames()
  /// The mark that a speaker's next `...` goes on with.
  private var open: [String: Int] = [:]
  /// Where the actions are among the marks: RRSAgent counts them.
  private var actions: [Int] = []
  private var told = ToldMarks()
  /// Actions that a tracker could not take as they were said.
  private var refused: Set<Int> = []
  /// What ends the verbatim text that a speaker is in.
  private var verbatim: [String: String] = [:]

  package init(_ lines: [SaidLine]) {
    let corrected = ScribeCorrections(lines).lines
    for line in corrected { meet(line) }
    for line in corrected { interpret(line) }
    dropSaidAgain()
  }

  static let bots: Set<String> = [
    "rrsagent", "zakim", "trackbot", "trackbot-ng", "ghurlbot", "gb", "agendabot", "github-bot",
    "caribou-bot", "scribejs", "bot",
  ]

  private static func isBot(_ line: SaidLine) -> Bool {
    line.speaker.map { bots.contains(TextFolding.fold($0)) } ?? false
  }

  /// Whether a text looks like a scribe's at all.
  package static func isLikely(_ lines: [SaidLine]) -> Bool {
    lines.contains { line in
      if isBot(line) { return true }
      let text = line.text.trimmed
      return ["ACTION:", "RESOLVED:", "RESOLUTION:", "ISSUE:"].contains(where: text.hasPrefix)
        || ["Action #", "Resolution #"].contains(where: text.hasPrefix)
        || Keyword.value(of: "scribenick", in: text, suffixes: "+") != nil
        || text.lowercased().hasPrefix("present+") || text.lowercased().hasPrefix("scribe+")
    } || hasScribe(lines)
  }

  /// Minutes of any kind may name their scribe: one who scribes says so, or goes on with `...`.
  private static func hasScribe(_ lines: [SaidLine]) -> Bool {
    let named = lines.filter { Keyword.value(of: "scribe", in: $0.text.trimmed) != nil }
    if named.contains(where: { $0.speaker != nil }) { return true }
    return !named.isEmpty
      && lines.contains { line in
        let text = line.text.trimmed
        return continuation(text) != nil || Keyword.value(of: "topic", in: text) != nil
          || text.contains("scribe.perl")
      }
  }

  /// Whether a scribe took it down, and not somebody who wrote `RESOLVED:` into prose.
  static func isScribed(_ lines: [SaidLine]) -> Bool {
    lines.contains { line in
      let text = line.text.trimmed
      return line.speaker != nil || continuation(text) != nil || text.contains("scribe.perl")
        || text.lowercased().hasPrefix("present+")
        || ["topic", "subtopic", "scribe", "scribenick"].contains {
          Keyword.value(of: $0, in: text, suffixes: "+") != nil
        }
    }
  }

  // MARK: Who is there

  private mutating func meet(_ line: SaidLine) {
    guard !Self.isBot(line) else { return }
    if let speaker = line.speaker { add(speaker) }
    let text = line.text.trimmed
    for word in ["present", "scribenick", "scribe", "chair", "chairs", "attendees", "participants"]
    {
      guard let rest = Keyword.value(of: word, in: text, suffixes: "+") else { continue }
      for name in rest.split(separator: ",") {
        let short = name.split(whereSeparator: { "=/(".contains($0) }).first.map { $0.trimmed }
        if let short, !short.isEmpty, short != "*" { add(short) }
      }
    }
    if let meeting = Keyword.value(of: "meeting", in: text) { title = meeting }
    if let colon = text.firstIndex(of: ":"), text[..<colon].allSatisfy(Self.isOfName) {
      // Whoever is said to speak: known, and counted among the people if something is theirs.
      let name = String(text[..<colon])
      if !Self.keywords.contains(name.lowercased()) { known.add(name) }
    }
  }

  private static func isOfName(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || "_-".contains(character)
  }

  private static let keywords: Set<String> = [
    "action", "resolved", "resolution", "issue", "topic", "subtopic", "scribe", "scribenick",
    "chair", "chairs", "present", "regrets", "agenda", "meeting", "date", "proposed", "proposal",
    "http", "https", "summary", "note", "previous", "next", "repo", "slideset", "recording",
  ]

  private mutating func add(_ name: String) {
    if !known.contains(name) { people.append(name) }
    known.add(name)
  }

  // MARK: One line

  private mutating func interpret(_ line: SaidLine) {
    let speaker = line.speaker ?? ""
    let text = Self.withoutRecord(line.text.trimmed)
    guard !text.isEmpty else { return }
    if Self.isBot(line) { return echo(text) }
    if isVerbatim(text, speaker) { return }
    if edits(text) { return }
    if let rest = Self.continuation(text) {
      if let place = open[speaker] { goOn(place, rest) }
      return
    }
    open[speaker] = nil
    guard let mark = Self.mark(line, text, known) else { return }
    // Minutes list at their end what they marked above.
    let isListed = Keyword.status(of: text) != nil || text.lowercased().hasPrefix("action-")
    if isListed, told.contains(mark, among: marks) { return }
    if mark.kind == .action { actions.append(marks.count) }
    told.note(marks.count)
    open[speaker] = marks.count
    for owner in mark.owners { known.add(owner) }
    marks.append(mark)
  }

  /// `... and tell Ana`; behind `ACTION: Otto` alone, `... to book the room` is what Otto does.
  private mutating func goOn(_ place: Int, _ rest: String) {
    // Names stand in front: what has gone on for long will name nobody any more.
    let isToName =
      marks[place].kind == .action && marks[place].owners.isEmpty
      && marks[place].text.utf8.count < 120
    marks[place].text += " " + rest
    told.note(place)
    guard isToName,
      let named = ActionMarker("ACTION: " + marks[place].text, known), !named.owners.isEmpty
    else { return }
    marks[place].owners = named.owners
    marks[place].text = named.text
  }

  /// Minutes write behind what a bot noted where it did so: `[recorded in https://…]`.
  private static func withoutRecord(_ said: String) -> String {
    var text = said
    // Who put minutes together left what the tracker said to it.
    if let echo = text.range(of: "<trackbot>") { text = text[..<echo.lowerBound].trimmed }
    // In a mail the address may have gone to a line of its own.
    guard text.hasSuffix("]") || text.hasSuffix("[recorded in"),
      let range = text.range(of: "[recorded in")
    else { return text }
    return text[..<range.lowerBound].trimmed
  }

  private mutating func isVerbatim(_ text: String, _ speaker: String) -> Bool {
    if let end = verbatim[speaker] {
      if text.hasSuffix(end) { verbatim[speaker] = nil }
      return true
    }
    guard text == "```" || text == "[[" else { return false }
    verbatim[speaker] = text == "```" ? "```" : "]]"
    return true
  }

  private static func continuation(_ text: String) -> String? {
    if text.hasPrefix("...") { return text.drop { $0 == "." }.trimmed }
    return text.hasPrefix("…") ? text.dropFirst().trimmed : nil
  }

  /// A mark by its first words; nil for everything else that is said.
  static func mark(_ line: SaidLine, _ text: String, _ known: KnownNames) -> Mark? {
    guard !text.hasPrefix("\\") else { return nil }
    let status = Keyword.status(of: text)
    guard status == nil || Self.statuses.contains(status?.word ?? "") else { return nil }
    let text = status?.rest ?? text
    if let resolution = resolution(in: text) {
      guard !MinutesMarker.isNothing(resolution) else { return nil }
      return Mark(.decision, resolution, line: line.number, speaker: line.speaker)
    }
    if let issue = Keyword.value(of: "issue", in: text) {
      return Mark(.issue, issue, line: line.number, speaker: line.speaker)
    }
    guard let action = ActionMarker(text, known) else { return nil }
    var mark = Mark(
      .action, action.text, owners: action.owners, line: line.number, speaker: line.speaker)
    mark.isDone = status.map { ["done", "closed"].contains($0.word) } ?? false
    return mark
  }

  /// What was resolved: `RESOLVED: …`, `Resolution #4: …`, `RESOLVED minutes approved`.
  private static func resolution(in text: String) -> String? {
    if let resolved = Keyword.value(of: "resolved", in: text) { return resolved }
    guard let rest = Keyword.rest(of: "resolution", in: text) else { return Keyword.resolved(text) }
    let words = Keyword.afterColon(rest) ?? Keyword.identified(rest, isPlainAllowed: true)
    return words.map { words in
      for opening in ["RESOLVED that ", "RESOLVED: ", "Resolved that "]
      where words.hasPrefix(opening) {
        return String(words.dropFirst(opening.count))
      }
      return words
    }
  }

  /// What stands in brackets before an action that counts; one that was dropped does not.
  private static let statuses: Set<String> = [
    "new", "pending", "done", "closed", "open", "in progress", "ongoing",
  ]

  // MARK: Bots

  /// `ACTION 2 = …` and `drop action 3`, as RRSAgent takes them.
  private mutating func edits(_ text: String) -> Bool {
    var words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    if words.first?.lowercased() == "rrsagent," { words.removeFirst() }
    if words.first?.lowercased() == "please" { words.removeFirst() }
    guard words.count >= 3, ["drop", "action"].contains(words[0].lowercased()) else {
      return text.lowercased().hasPrefix("rrsagent,")
    }
    guard let number = Int(words[words[0].lowercased() == "drop" ? 2 : 1]),
      actions.indices.contains(number - 1)
    else { return text.lowercased().hasPrefix("rrsagent,") }
    let place = actions[number - 1]
    told.note(place)
    switch (words[0].lowercased(), words[1].lowercased(), words[2]) {
    case ("drop", "action", _) where words.count == 3: marks[place].text = ""
    case ("action", _, "=") where words.count > 3:
      let action = ActionMarker("ACTION: " + words[3...].joined(separator: " "), known)
      marks[place].text = action?.text ?? ""
      marks[place].owners = action?.owners ?? []
    default: return text.lowercased().hasPrefix("rrsagent,")
    }
    return true
  }

  /// A tracker that could not find the owner made no action; one that could tells its day.
  private mutating func echo(_ text: String) {
    guard let lastAction = actions.last else { return }
    let folded = text.lowercased()
    let refusals = ["error finding", "couldn't find", "cannot create", "can't create", "could not"]
    if refusals.contains(where: folded.contains) {
      refused.insert(lastAction)
    }
    // Words that a tracker could make nothing of, and that name nobody, are no action.
    if folded.contains("bad action syntax"), marks[lastAction].owners.isEmpty {
      marks[lastAction].text = ""
      told.note(lastAction)
    }
    guard folded.hasPrefix("created action-"), let open = text.range(of: "[on "),
      let close = text.lastIndex(of: "]"), close > open.upperBound
    else { return }
    let parts = String(text[open.upperBound..<close]).components(" - due ")
    if marks[lastAction].owners.isEmpty { marks[lastAction].owners = [parts[0]] }
    marks[lastAction].due = parts.last.flatMap { CalendarDate(iso: $0) }
  }

  /// Where an action was refused and then said again with another owner, the second one counts.
  private mutating func dropSaidAgain() {
    var last: [String: Int] = [:]
    for (place, mark) in marks.enumerated() where mark.kind == .action { last[mark.text] = place }
    marks = marks.enumerated().filter { place, mark in
      let isAgain = last[mark.text].map { $0 > place } ?? false
      return !mark.text.isEmpty && !(refused.contains(place) && isAgain)
    }.map(\.element)
  }
}

/// What was marked so far, by its words: a list at the end says it once more.
///
/// Marks change while a log is read; their words are taken in when they are asked for.
struct ToldMarks {
  private struct Words: Hashable {
    let kind: Mark.Kind
    let text: String
  }

  private var counts: [Words: Int] = [:]
  private var taken: [Int: Words] = [:]
  private var changed: Set<Int> = []
  /// How many marks were taken in: each once for each time that it changed.
  private(set) var takes = 0

  /// Says that a mark is new or has other words now.
  mutating func note(_ place: Int) { changed.insert(place) }

  mutating func contains(_ mark: Mark, among marks: [Mark]) -> Bool {
    for place in changed {
      takes += 1
      if let old = taken[place] { counts[old, default: 0] -= 1 }
      let words = Words(kind: marks[place].kind, text: marks[place].text)
      counts[words, default: 0] += 1
      taken[place] = words
    }
    changed.removeAll()
    return counts[Words(kind: mark.kind, text: mark.text), default: 0] > 0
  }
}
