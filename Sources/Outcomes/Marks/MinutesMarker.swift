import Values

/// A word at the beginning of a line of notes that says what the line is.
struct MinutesMarker {
  let kind: Mark.Kind
  let text: String
  /// From the marker itself: `To do Jon: …`, `Action (Kofi): …`.
  let owners: [String]
  /// Whether it marks several things: `Actions: …`.
  private(set) var isList = false

  private static let actions = [
    "action items", "action points", "actions", "action item", "action point", "action", "todo",
    "to-do", "to do", "ai", "ap", "follow-up",
    "follow up", "next step", "task", "aufgabe", "zu tun",
  ]
  private static let decisions = [
    "decisions", "resolutions", "decision", "decided", "agreed", "agreement", "resolved",
    "resolution", "consensus",
    "motion carried", "we decided", "beschluss", "beschlossen", "entscheidung",
    "entschieden",
  ]

  /// The words by their first letter, so that a line is asked for those few that it may begin with.
  private static let byLetter: [UInt8: [(word: String, kind: Mark.Kind)]] = {
    let all = actions.map { ($0, Mark.Kind.action) } + decisions.map { ($0, .decision) }
    return Dictionary(grouping: all.map { (word: $0.0, kind: $0.1) }) { $0.word.utf8.first ?? 0 }
  }()

  private static func words(from line: String) -> [(word: String, kind: Mark.Kind)] {
    // A small letter’s byte is a capital’s with one more bit.
    line.utf8.first.flatMap { byLetter[$0 | 0x20] } ?? []
  }

  init?(_ said: String, _ known: KnownNames = KnownNames(), isAgain: Bool = false) {
    // `[RESOLVED: …]`, set apart from the talk.
    let isSetApart = said.first == "[" && said.firstIndex(of: "]") == said.indices.last
    let line = Self.withoutNumber(isSetApart ? said.dropFirst().dropLast().trimmed : said)
    if let (kind, text) = Self.bracketed(line) {
      (self.kind, self.text, owners) = (kind, text, [])
      return
    }
    if let rest = Keyword.rest(of: "assigned to ", in: line), let colon = rest.firstIndex(of: ":") {
      kind = .action
      owners = [rest[..<colon].trimmed]
      text = rest[rest.index(after: colon)...].trimmed
      return
    }
    if let action = Self.unmarked(line, known) {
      (kind, owners, text) = (.action, action.owners, action.text)
      return
    }
    if let words = Keyword.resolved(line) ?? Keyword.resolved(line, by: "AGREED")
      ?? Keyword.resolved(line, by: "DECIDED")
    {
      (kind, text, owners) = (.decision, words, [])
      return
    }
    for (word, kind) in Self.words(from: line) {
      guard let rest = Keyword.rest(of: word, in: line),
        let (owners, text) = Self.behind(rest, kind)
      else { continue }
      self.kind = kind
      isList = word.hasSuffix("s")
      // `AI: AI: Ana to …`, `ACTION: AI: …`: said twice, and meant once.
      let again = owners.isEmpty && !isAgain ? MinutesMarker(text, isAgain: true) : nil
      let isTwice = again?.kind == kind && again?.text.isEmpty == false
      self.owners = isTwice ? again?.owners ?? [] : owners
      self.text = isTwice ? again?.text ?? text : text
      return
    }
    return nil
  }

  /// `ACTION bo to merge it`, `AI Bo/Ana: merge it`, `action @bo merge it`: without a colon only in
  /// capitals or with a mention, and somebody’s.
  private static func unmarked(_ line: String, _ known: KnownNames) -> OwnedAction? {
    guard let first = line.utf8.first, first | 0x20 == 0x61 || first | 0x20 == 0x74 else {
      return nil
    }
    for word in ["action ", "ai ", "todo "] {
      guard let rest = Keyword.rest(of: word, in: line),
        line.hasPrefix(word.uppercased()) || rest.first == "@",
        // `ACTION ITEM: …` is a marker of two words.
        !["item", "point"].contains(rest.prefix(while: \.isLetter).lowercased())
      else { continue }
      let action = OwnedAction(rest.trimmed, known)
      guard action.isInFront, !MinutesMarker.isNothing(action.text) else { continue }
      let isSure = word == "action " || rest.first == "@" || rest.contains(":")
      guard isSure || action.owners.allSatisfy({ known.contains($0) }) else { continue }
      return action
    }
    return nil
  }

  /// `NP/15/20RESOLVED: …`, `4.2 ACTION: …`: what minutes number is marked in capitals behind it.
  private static func withoutNumber(_ line: String) -> String {
    // Hardly any line begins with a number and a mark in capitals.
    let head = line.utf8.prefix(40)
    guard let colon = head.firstIndex(of: UInt8(ascii: ":")),
      head[..<colon].contains(where: { (0x30...0x39).contains($0) })
    else { return line }
    for marker in ["RESOLVED:", "RESOLUTION:", "AGREED:", "ACTION:", "DECISION:"] {
      guard let range = line.prefix(40).firstRange(of: marker), range.lowerBound > line.startIndex
      else { continue }
      let label = line[..<range.lowerBound].trimmed
      guard label.contains(where: \.isNumber), !label.contains(" "),
        label.allSatisfy({ $0.isASCII && ($0.isNumber || $0.isUppercase || "/.-–():".contains($0)) }
        )
      else { continue }
      return String(line[range.lowerBound...])
    }
    return line
  }

  /// `[ACTION] sommer to move the guide`.
  private static func bracketed(_ line: String) -> (Mark.Kind, String)? {
    guard line.first == "[", let close = line.firstIndex(of: "]") else { return nil }
    let word = line[..<close].dropFirst().lowercased()
    var text = line[line.index(after: close)...].drop { ": -".contains($0) }.trimmed
    guard !text.isEmpty else { return nil }
    // `[ACTION: Bo] write it`, `[AI Bo] write it`.
    if let space = word.firstIndex(where: { " :".contains($0) }),
      actions.contains(String(word[..<space]))
    {
      let name = line[..<close].dropFirst().drop { !" :".contains($0) }.drop { " :".contains($0) }
      guard NameList.names(name.trimmed, KnownNames(), .prose) != nil else { return nil }
      text = "\(name): \(text)"
      return (.action, text)
    }
    if actions.contains(word) { return (.action, text) }
    return decisions.contains(word) ? (.decision, text) : nil
  }

  /// `: text`, ` - text`, ` => text`, ` (Kofi): text`, ` Rosa Lund: text`.
  private static func behind(_ said: Substring, _ kind: Mark.Kind) -> ([String], String)? {
    var rest = said
    // `Decision made: …`, `Action for Bo: …`.
    let front = kind == .action ? [" for ", " on "] : [" made", " taken", " reached"]
    for word in front where rest.hasPrefix(word) {
      let behind = rest.dropFirst(word.count)
      guard kind == .action || behind.first == ":" else { continue }
      rest = kind == .action ? " " + behind : behind
    }
    let words = rest.drop { $0 == " " }
    for sign in [":", "：", "=>", "->"] where words.hasPrefix(sign) {
      // `ACTION :: Ana to write`, `RESOLVED: --- write it`.
      let said = words.dropFirst(sign.count).drop { ":-–— ".contains($0) }
      return ([], (said.isEmpty ? words.dropFirst(sign.count) : said).trimmed)
    }
    let isNumbered = kind == .decision
    if let text = Keyword.identified(rest, isPlainAllowed: isNumbered) { return ([], text) }
    // `RESOLVED (unanimous): …`
    if kind == .decision, words.first == "(", let close = words.firstRange(of: "): ") {
      return ([], words[close.upperBound...].trimmed)
    }
    // `AI(Ben): …`, `Action item [ana, bo]: …`.
    if kind == .action, let open = words.first, open == "(" || open == "[",
      let close = words.firstIndex(of: open == "(" ? ")" : "]"),
      let said = Keyword.afterColon(words[words.index(after: close)...]),
      rest.first == open || words[..<close].contains(",")
    {
      let names = NameList.pieces(String(words[..<close].dropFirst())).map(NameList.bare)
      let areNames =
        names.count <= 4
        && names.allSatisfy { name in
          name.split(separator: " ").count <= 3 && !OpenWord.saysNothing(name)
            && !DayWords.isDay(name) && !NameWords.never.contains(TextFolding.fold(name))
        }
      return said.isEmpty ? nil : (areNames ? names : [], said)
    }
    guard rest.first == " " else { return nil }
    for sign in ["- ", "– ", "— "] where words.hasPrefix(sign) {
      return ([], words.dropFirst(sign.count).trimmed)
    }
    guard kind == .action, let colon = words.firstIndex(of: ":") else { return nil }
    let name = words[..<colon].filter { !"()[]@".contains($0) }
    let parts = name.split { " /,&".contains($0) }
    let first = parts.first.map { TextFolding.fold(String($0)) } ?? ""
    guard (1...5).contains(parts.count),
      parts.allSatisfy({ $0.first?.isUppercase == true || parts.count == 1 || $0 == "and" }),
      !NameWords.never.contains(first), !NameWords.verbs.contains(first)
    else { return nil }
    return ([], String(words))
  }

  static func isMarked(_ line: String) -> Bool { MinutesMarker(ListMark(line).text) != nil }

  // MARK: Headings

  private static let headings: [String: Mark.Kind] = [
    "action item": .action, "resolved": .decision, "resolution": .decision,
    "action": .action, "action list": .action, "action point": .action, "new actions": .action,
    "actions arising": .action,
    "new action items": .action, "summary of actions": .action, "actions agreed": .action,
    "decision": .decision, "summary of decisions": .decision, "key decisions": .decision,
    "summary of resolutions": .decision,
    "action items": .action, "actions": .action, "action points": .action, "next steps": .action,
    "to do": .action, "todo": .action, "todos": .action, "follow-ups": .action, "tasks": .action,
    "actionables": .action, "action items summary": .action, "summary of action items": .action,
    "decisions taken": .decision, "decisions reached": .decision, "resolutions passed": .decision,
    "resolutions adopted": .decision, "resolutions taken": .decision, "agreed actions": .action,
    "decisions": .decision, "decided": .decision, "agreements": .decision, "agreed": .decision,
    "resolutions": .decision, "decisions made": .decision, "we decided": .decision,
  ]

  /// A line that only names what the list below it is; `kind` is nil where it is something else, and
  /// `isOfNext` where the next line is one, listed or not: below `Action Point 3`.
  static func heading(_ text: String, isListed: Bool) -> (kind: Mark.Kind?, isOfNext: Bool)? {
    // A heading is short, unless a sign tells that it is one.
    guard text.utf8.count < 160 || text.hasPrefix("#") || text.hasPrefix("==") else { return nil }
    var words = text.drop { $0 == "#" || $0 == "=" || $0 == " " }
    while let last = words.last, last == "=" || last == " " { words = words.dropLast() }
    var isMarkdown = text.hasPrefix("#") || text.hasPrefix("==")
    // `[Actions]` by itself.
    if words.first == "[", words.last == "]", !words.dropFirst().contains("["),
      !words.contains(": ")
    {
      words = words.dropFirst().dropLast()
      isMarkdown = true
    }
    let hasColon = words.last == ":"
    if hasColon { words = words.dropLast() }
    // `Action Point 3`, `Decision 2`.
    while let last = words.last, last.isNumber || last == "#" || last == " " {
      words = words.dropLast()
    }
    let folded = TextFolding.fold(String(words)).trimmed
    let isNumbered = text.last?.isNumber == true
    if let kind = headings[folded], !isListed || hasColon { return (kind, isNumbered) }
    if !isListed, let kind = titled(folded) { return (kind, isNumbered) }
    // `New action summary`, `Decision summary`.
    if !isListed, let kind = summing(folded) { return (kind, true) }
    guard !isListed else { return nil }
    if isMarkdown || hasColon, let kind = ending(folded) { return (kind, false) }
    let isHeading =
      isMarkdown || hasColon && words.split(separator: " ").count <= 3
    return isHeading ? (nil, false) : nil
  }

  private static func summing(_ folded: String) -> Mark.Kind? {
    let words = folded.split(separator: " ")
    guard (2...3).contains(words.count), words.last == "summary", old.isDisjoint(with: words) else {
      return nil
    }
    return headings[String(words[words.count - 2])]
  }

  /// What tells of actions that are gone through: those of the last meeting.
  private static let old: Set<Substring> = [
    "review", "reviewed", "previous", "past", "last", "old", "completed", "closed", "status", "no",
  ]

  /// `This week’s action items`.
  private static func ending(_ folded: String) -> Mark.Kind? {
    let words = folded.split { !$0.isLetter }
    guard (2...5).contains(words.count), old.isDisjoint(with: words) else { return nil }
    for (word, kind) in [
      (" action items", Mark.Kind.action), (" action points", .action), (" next steps", .action),
      (" decisions", .decision),
    ] where folded.hasSuffix(word) {
      return kind
    }
    return nil
  }

  /// `Actions from the meeting of 23 January`: a title of a few words.
  private static func titled(_ folded: String) -> Mark.Kind? {
    guard ["action", "decision", "resolution", "summary of "].contains(where: folded.hasPrefix)
    else { return nil }
    let folded = String(Keyword.rest(of: "summary of ", in: folded) ?? folded[...])
    let words = folded.split { !$0.isLetter }
    guard words.count <= 9, old.isDisjoint(with: words),
      folded.last.map({ !".!?,;".contains($0) }) == true
    else { return nil }
    for (word, kind) in [
      ("actions", Mark.Kind.action), ("action items", .action), ("action points", .action),
      ("decisions", .decision), ("resolutions", .decision),
    ] {
      for next in nexts where folded.hasPrefix("\(word) \(next) ") { return kind }
    }
    return nil
  }

  /// What follows such a title's first word.
  private static let nexts = [
    "from", "arising", "of the", "of", "taken at", "taken during", "made at", "made during",
    "agreed at", "agreed during", "during the",
  ]

  /// What says that there is nothing.
  static func isNothing(_ text: String) -> Bool {
    let folded = TextFolding.fold(text).filter { $0.isLetter || $0 == " " }.trimmed
    return folded.isEmpty
      || [
        "none", "nothing", "nothing this week", "na", "no", "postponed", "tbd", "see above",
        "to be decided", "not yet", "no decision", "nothing new", "yes or no", "open", "none yet",
        "nothing yet", "no decision yet", "not yet decided", "none so far", "nothing so far",
        "to be done", "to be determined", "pending", "deferred", "no resolution", "none today",
        "keine", "keiner", "nichts", "noch keine", "noch nichts", "entfällt", "vertagt", "offen",
      ].contains(folded)
  }
}
