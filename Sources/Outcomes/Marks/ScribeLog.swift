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
  /// What was proposed last, and is not resolved yet.
  private var proposed: String?
  /// The decision that `so resolved` made: whoever writes it out below means the same one.
  private var carriedMark: Int?
  /// Actions that a tracker could not take as they were said.
  private var refused: Set<Int> = []
  /// What a list of minutes marks, which may be above or below the talk that it is from.
  private var items: Set<Int> = []
  /// What ends the verbatim text that a speaker is in.
  private var verbatim: [String: String] = [:]

  package init(_ lines: [SaidLine]) {
    let corrected = ScribeCorrections(lines).lines
    for line in corrected { meet(line) }
    for line in corrected { interpret(line) }
    dropSaidAgain()
    marks.nameLate(known)
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
      let said = ScribeStanding.bracketed(line.text.trimmed)
      let status = Keyword.status(of: said)
      let text = status.map { ScribeStanding.words.contains($0.word) ? $0.rest : said } ?? said
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

  /// The lines without the actions that were dropped.
  static func withoutDropped(_ lines: [SaidLine]) -> [SaidLine] {
    lines.filter { line in
      let status = Keyword.status(of: line.text.trimmed)
      return !(status.map { ScribeStanding.dropped.contains($0.word) } ?? false)
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
    let item = line.speaker == nil ? Self.listed(line.text) : nil
    let standing = ScribeStanding(item ?? line.text.trimmed)
    let text = standing.text
    guard !text.isEmpty else { return }
    if Self.isBot(line) { return echo(text) }
    if isVerbatim(text, speaker) { return }
    if edits(text) { return }
    if let rest = Self.continuation(text) {
      if let place = open[speaker] { goOn(place, rest) }
      return
    }
    // The queue and the roll are the robots' business: what is open stays so.
    if ScribeAside.isAside(text) { return }
    open[speaker] = nil
    if let words = Self.proposal(in: text) { proposed = words }
    guard !standing.isDropped,
      var mark = Self.mark(line, text, known) ?? carried(line, text)
    else { return }
    if standing.isDone, mark.kind == .action { mark.isDone = true }
    // Minutes list at their end what they marked above.
    let isListed = item != nil || standing.isInFront || text.lowercased().hasPrefix("action-")
    if isListed, told.contains(mark, among: marks) { return }
    if item != nil { items.insert(marks.count) }
    if mark.kind == .action { actions.append(marks.count) }
    if mark.kind == .decision, let place = carriedMark, place == marks.count - 1 {
      marks[place].text = ""
      told.note(place)
    }
    if carriedMark != marks.count { carriedMark = nil }
    told.note(marks.count)
    open[speaker] = marks.count
    for owner in mark.owners { known.add(owner) }
    marks.append(mark)
  }

  /// `* ACTION: Ana to …`, `- RESOLVED: …`: minutes that were written up set marks in a list.
  private static func listed(_ text: String) -> String? {
    let list = ListMark(text)
    guard list.isListed, MinutesMarker(list.text) != nil || Keyword.status(of: list.text) != nil
    else { return nil }
    return list.text
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
    if text.hasPrefix("..") { return text.drop { $0 == "." }.trimmed }
    return text.hasPrefix("…") ? text.dropFirst().trimmed : nil
  }

  /// A mark by its first words; nil for everything else that is said.
  static func mark(_ line: SaidLine, _ text: String, _ known: KnownNames) -> Mark? {
    guard !text.hasPrefix("\\") else { return nil }
    if let resolution = resolution(in: text) {
      guard !MinutesMarker.isNothing(resolution) else { return nil }
      return Mark(.decision, resolution, line: line.number, speaker: line.speaker)
    }
    if let issue = Keyword.value(of: "issue", in: text) {
      return Mark(.issue, issue, line: line.number, speaker: line.speaker)
    }
    guard let action = ActionMarker(text, known) else { return nil }
    let mark = Mark(
      .action, action.text, owners: action.owners, line: line.number, speaker: line.speaker)
    return FirstPerson.named(mark)
  }

  static func proposal(in text: String) -> String? {
    for word in ["proposed resolution", "proposed", "proposal"] {
      if let words = Keyword.value(of: word, in: text), !words.isEmpty { return words }
    }
    return nil
  }

  /// `so resolved`: what was proposed last.
  private mutating func carried(_ line: SaidLine, _ text: String) -> Mark? {
    guard Self.settles(text), let proposal = proposed else { return nil }
    proposed = nil
    carriedMark = marks.count
    let mark = Mark(.decision, proposal, line: line.number, speaker: line.speaker)
    return told.contains(mark, among: marks) ? nil : mark
  }

  /// `RESOLVED` alone, `so resolved`: what was proposed.
  static func settles(_ text: String) -> Bool {
    guard text.utf8.count < 30, text.last != ":" || text.hasPrefix("RESOLVED") else { return false }
    let words = text.lowercased().filter { $0.isLetter || $0 == " " }.trimmed
    return ["so resolved", "resolved", "resolved as proposed"].contains(words)
  }

  /// What was resolved: `RESOLVED: …`, `Resolution #4: …`, `RESOLVED minutes approved`.
  private static func resolution(in text: String) -> String? {
    if let resolved = Keyword.value(of: "resolved", in: text) {
      return resolved.hasPrefix("--") ? resolved.drop { "- ".contains($0) }.trimmed : resolved
    }
    guard let rest = Keyword.rest(of: "resolution", in: text) else { return Keyword.resolved(text) }
    let words = Keyword.afterColon(rest) ?? Keyword.identified(rest, isPlainAllowed: true)
    return words.map { said in
      let words = said.hasPrefix("--") ? said.drop { "- ".contains($0) }.trimmed : said
      for opening in ["RESOLVED that ", "RESOLVED: ", "RESOLVED, ", "Resolved that "]
      where words.hasPrefix(opening) {
        return String(words.dropFirst(opening.count))
      }
      return words
    }
  }

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
    guard folded.hasPrefix("created action-"), let open = text.firstRange(of: "[on "),
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
    // A list may have lost the links.
    func words(_ mark: Mark) -> String {
      TextFolding.fold(mark.text.withoutLinks).filter { $0.isLetter || $0.isNumber }
    }
    let outside =
      items.isEmpty
      ? [] : Set(marks.indices.filter { !items.contains($0) }.map { words(marks[$0]) })
    marks = marks.enumerated().filter { place, mark in
      if items.contains(place), outside.contains(words(mark)) { return false }
      let isAgain = last[mark.text].map { $0 > place } ?? false
      return !mark.text.isEmpty && !(refused.contains(place) && isAgain)
    }.map(\.element)
  }
}
