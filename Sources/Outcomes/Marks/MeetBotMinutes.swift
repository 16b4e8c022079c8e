import Values

/// The minutes that MeetBot writes as text: each item once, with its author and time behind it.
enum MeetBotMinutes {
  static func isLikely(_ lines: [SaidLine]) -> Bool {
    guard lines.contains(where: { heading($0.text).hasPrefix("meeting summary") }) else {
      return false
    }
    if lines.contains(where: { $0.text.hasPrefix("Meeting started by ") }) { return true }
    // Where the whole log stands below, it tells more.
    return lines.contains { heading($0.text).hasPrefix("people present (lines said)") }
      && !lines.contains { $0.speaker != nil }
  }

  /// `== Meeting summary ==`, as wikis set it, small and without its signs.
  private static func heading(_ text: String) -> String {
    String(text.drop { "=# ".contains($0) }).lowercased()
  }

  /// Owners are named by the list of action items by person.
  static func marks(_ lines: [SaidLine]) -> [Mark] {
    let nicks = people(lines)
    let isOnOneLine = isUnsigned(lines)
    var marks = lines.indices.compactMap { place -> Mark? in
      let line = lines[place]
      let text = isOnOneLine ? ListMark(line.text).text : whole(place, lines)
      for (word, kind) in [
        ("action", Mark.Kind.action), ("agreed", .decision), ("accepted", .decision),
        ("rejected", .decision), ("help", .issue), ("idea", .note),
      ] {
        guard let value = Keyword.value(of: word, in: text) else { continue }
        let said = unsigned(value)
        let words = word == "rejected" && !said.isEmpty ? "Rejected: " + said : said
        var mark = Mark(kind, words, line: line.number)
        if kind == .action {
          let action = BotAction(words, names: nicks.map { ($0, $0) })
          (mark.owners, mark.text) = (action.owners, action.text)
        }
        return words.isEmpty ? nil : mark
      }
      return vote(text, place, lines)
    }
    marks += onlyListed(lines, besides: marks, nicks)
    MeetBotLog.nameByCustom(&marks[...])
    return marks
  }

  /// What stands under `Action Items` and nowhere above: minutes that somebody has gone through.
  private static func onlyListed(_ lines: [SaidLine], besides marks: [Mark], _ nicks: [String])
    -> [Mark]
  {
    var told = Set(marks.filter { $0.kind == .action }.map { bare($0.text) })
    return part("action items", of: lines).compactMap { place -> Mark? in
      let words = unsigned(item(place, lines))
      guard !["", "(none)", "none"].contains(words.lowercased()) else { return nil }
      let action = BotAction(words, names: nicks.map { ($0, $0) })
      let mark = Mark(.action, action.text, owners: action.owners, line: lines[place].number)
      return told.insert(bare(mark.text)).inserted ? mark : nil
    }
  }

  /// An action's words without the dots and spaces that a list may have lost.
  private static func bare(_ text: String) -> String {
    TextFolding.fold(text).filter { $0.isLetter || $0.isNumber }
  }

  /// The items under a heading, up to the next one.
  private static func part(_ name: String, of lines: [SaidLine]) -> [Int] {
    guard let start = lines.firstIndex(where: { isHeading($0.text, name) }) else { return [] }
    let rest = lines.indices.dropFirst(start + 1).prefix { place in
      !headings.contains { isHeading(lines[place].text, $0) }
    }
    return rest.filter { ListMark(lines[$0].text).isListed }
  }

  private static let headings = [
    "action items", "action items, by person", "people present", "people present (lines said)",
    "meeting summary", "full log", "meeting ended",
  ]

  private static func isHeading(_ text: String, _ name: String) -> Bool {
    guard !ListMark(text).isListed else { return false }
    let words = heading(text).filter { $0 != "=" && $0 != "#" && $0 != ":" }.trimmed
    return words == name || name == "meeting ended" && words.hasPrefix(name)
  }

  /// An item with the lines that hang below it.
  private static func item(_ place: Int, _ lines: [SaidLine]) -> String {
    var text = ListMark(lines[place].text).text
    for line in lines[(place + 1)...].prefix(6) {
      guard line.text.first == " ", !ListMark(line.text).isListed else { break }
      text += " " + line.text.trimmed
    }
    return text
  }

  /// `Vote: Move to Oslo (Carried)`, and before that `Move to Oslo` over `For: 3 Against: 1 …`.
  private static func vote(_ text: String, _ place: Int, _ lines: [SaidLine]) -> Mark? {
    let line = lines[place]
    if let value = Keyword.value(of: "vote", in: text) {
      let said = unsigned(value)
      for (result, opening) in [("(Carried)", ""), ("(Denied)", "Rejected: ")]
      where said.hasSuffix(result) {
        let words = opening + said.dropLast(result.count).trimmed
        return Mark(.decision, words, line: line.number)
      }
    }
    guard place + 1 < lines.count,
      let count = Keyword.rest(of: "for: ", in: lines[place + 1].text.trimmed)
    else { return nil }
    let numbers = count.split { !$0.isNumber }.compactMap { Int($0) }
    guard numbers.count == 3, count.firstRange(of: " Against: ") != nil, numbers[0] != numbers[1]
    else {
      return nil
    }
    let words = ListMark(line.text).text
    let opening = numbers[0] > numbers[1] ? "" : "Rejected: "
    return Mark(.decision, opening + words, line: line.number)
  }

  /// An item with the lines that go on with it, up to who noted it and when.
  private static func whole(_ place: Int, _ lines: [SaidLine]) -> String {
    var text = ListMark(lines[place].text).text
    for line in lines[(place + 1)...].prefix(6) {
      guard unsigned(text) == text, line.text.first == " ", !ListMark(line.text).isListed else {
        break
      }
      text += " " + line.text.trimmed
    }
    return text
  }

  /// Whether items stand without who noted them, so that nothing tells where they end.
  private static func isUnsigned(_ lines: [SaidLine]) -> Bool {
    !lines.contains { $0.text.hasPrefix("Meeting started by ") }
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
    let start = lines.firstIndex { heading($0.text).hasPrefix("people present") }
    let counted = lines[(start ?? lines.endIndex)...].dropFirst().compactMap { line -> String? in
      let text = ListMark(line.text).text
      guard text.hasSuffix(")"), let open = text.lastIndex(of: "("),
        text[open...].dropFirst().dropLast().allSatisfy(\.isNumber)
      else { return nil }
      let name = MatrixName.short(text[..<open].trimmed)
      return name.first == "@" ? String(name.dropFirst()) : name
    }
    guard counted.isEmpty else { return counted }
    // Who put the minutes together by hand left out how often everybody spoke.
    let owners = part("action items, by person", of: lines).filter { lines[$0].text.first != " " }
    var seen: Set<String> = []
    return (part("people present", of: lines) + owners).map { ListMark(lines[$0].text).text }
      .filter { !$0.contains(" ") && $0 != "UNASSIGNED" && seen.insert($0).inserted }
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

/// People as Matrix writes them: `@ana:example.org`.
enum MatrixName {
  /// Without the server: `@ana:example.org` → `@ana`.
  static func short(_ text: String) -> String {
    guard text.contains("@") else { return text }
    return text.split(separator: " ", omittingEmptySubsequences: false).map { word in
      guard word.first == "@", let colon = word.firstIndex(of: ":"),
        word[word.index(after: colon)...].contains(".")
      else { return String(word) }
      let server = word[word.index(after: colon)...]
      let rest = server.drop { $0.isLetter || $0.isNumber || ".-".contains($0) }
      return String(word[..<colon]) + rest
    }.joined(separator: " ")
  }

  /// Who is mentioned, and how many characters stand in front: `@ana`, and not `ana@example.org`.
  static func mentions(in text: String) -> [(name: String, place: Int)] {
    var found: [(name: String, place: Int)] = []
    var place = 0
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      if word.first == "@" {
        let name = word.dropFirst().prefix { $0.isLetter || $0.isNumber || "_-.".contains($0) }
        let bare = name.last == "." ? name.dropLast() : name
        if !bare.isEmpty { found.append((String(bare), place)) }
      }
      place += word.count + 1
    }
    return found
  }
}
