import Values

/// Actions and decisions in minutes as people write them: suggestions, to be offered one by one.
///
/// `Decision: …`, `To do Bo: …`, `Ana to send … by Friday`, `I'll book the train`, lists under
/// “Action items” and “Decisions”. Prose is no form, so it errs: nothing found here is ever taken
/// without being asked for.
package struct MinutesText {
  package private(set) var marks: [Mark] = []
  /// Who is there, as the notes name them.
  package private(set) var people: [String] = []

  private var known: KnownNames
  private var section: Mark.Kind?

  /// `people` are known beforehand: those in the room.
  package init(_ lines: [SaidLine], people: [String] = []) {
    known = KnownNames(people)
    let lines = lines.map(Self.bySpeaker)
    for line in lines { meet(line) }
    for line in lines { interpret(line) }
  }

  /// The same from notes in one piece.
  package init(_ text: String, people: [String] = []) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    self.init(
      lines.enumerated().map { SaidLine($0.offset + 1, nil, String($0.element)) }, people: people)
  }

  // MARK: Who is there

  private static let labels: Set<String> = [
    "decision", "decisions", "decided", "action", "actions", "action item", "action items", "todo",
    "to do", "ai", "note", "notes", "info", "outcome", "next step", "next steps", "follow up",
    "follow-up", "agreed", "resolved", "resolution", "consensus", "conclusion", "vote", "motion",
    "motion carried", "topic", "agenda", "budget", "present", "attendees", "here", "participants",
    "apologies", "regrets", "absent", "date", "time", "place", "chair", "minutes", "discussion",
    "parked", "task", "tasks", "risk", "risks", "proposal", "proposed", "question", "questions",
    "scribe", "meeting", "title", "project", "subject", "re", "ps",
  ]

  /// Whoever a line names in front said it: `Oli: I will send it`.
  private static func bySpeaker(_ line: SaidLine) -> SaidLine {
    guard line.speaker == nil, let colon = line.text.firstIndex(of: ":") else { return line }
    let head = line.text[..<colon]
    let rest = line.text[line.text.index(after: colon)...]
    let words = head.split(separator: " ")
    guard (1...3).contains(words.count), head.first?.isLetter == true, rest.first == " ",
      words.allSatisfy({
        $0.first?.isUppercase == true && $0.allSatisfy { $0.isLetter || $0 == "." || $0 == "-" }
      }),
      !labels.contains(TextFolding.fold(String(head))), !MinutesMarker.isMarked(line.text)
    else { return line }
    return SaidLine(line.number, String(head), rest.trimmed)
  }

  private mutating func meet(_ line: SaidLine) {
    if let speaker = line.speaker { add(speaker) }
    for word in ["present:", "attendees:", "participants:", "here:", "attending:"] {
      guard let list = Self.list(behind: word, in: line.text) else { continue }
      addPeople(list)
      return
    }
  }

  /// What stands behind a word near the beginning of a line.
  private static func list(behind word: String, in line: String) -> Substring? {
    var rest = line.prefix(200)[...]
    while !rest.isEmpty {
      if let list = Keyword.rest(of: word, in: rest) { return list }
      rest = rest.dropFirst()
    }
    return nil
  }

  /// Takes the names of `Rosa Lund (PM), Tom Berg and Uli. Apologies: Vera.`, up to the full stop.
  private mutating func addPeople(_ list: Substring) {
    let list = list.prefix { $0 != "." && $0 != ";" }
    for piece in list.split(whereSeparator: { ",&".contains($0) }) {
      let name = piece.prefix { $0 != "(" && $0 != "<" }
      for part in String(name).components(" and ") {
        let words = part.split(separator: " ")
        guard (1...3).contains(words.count), words.allSatisfy({ $0.first?.isLetter == true })
        else { continue }
        add(part.trimmed)
      }
    }
  }

  private mutating func add(_ name: String) {
    let name = name == name.uppercased() && name.count > 1 ? name.capitalisedWords : name
    if !known.contains(name) { people.append(name) }
    known.add(name)
  }

  // MARK: One line

  private mutating func interpret(_ line: SaidLine) {
    let list = ListMark(line.text)
    guard !list.isQuoted, !list.isDone else { return }
    let text = list.text
    if text.isEmpty { return }
    if line.speaker == nil, let heading = MinutesMarker.heading(text, isListed: list.isListed) {
      section = heading.kind
      return
    }
    if let marker = MinutesMarker(text) {
      section = nil
      return take(marker, line)
    }
    if list.isTask { return takeListed(text, .action, line) }
    if let section, list.isListed { return takeListed(text, section, line) }
    if !list.isListed { section = nil }
    // In a list that is no list of actions, `- Wei: will run it` is said by Wei.
    let said = list.isListed ? Self.bySpeaker(SaidLine(line.number, line.speaker, text)) : line
    for sentence in MinutesSentence.split(list.isListed ? said.text : text) {
      if let mark = MinutesSentence(sentence, known, said).mark { append(mark) }
    }
  }

  private mutating func append(_ mark: Mark) {
    var mark = mark
    mark.owners = mark.owners.map(known.spelling)
    mark.text = mark.text.trimmed
    while let last = mark.text.last, ".;,".contains(last) { mark.text.removeLast() }
    guard !MinutesMarker.isNothing(mark.text), !marks.contains(where: { $0.isSame(as: mark) })
    else { return }
    marks.append(mark)
  }

  private mutating func take(_ marker: MinutesMarker, _ line: SaidLine) {
    guard marker.kind == .action else {
      append(Mark(marker.kind, marker.text, line: line.number, speaker: line.speaker))
      return
    }
    if !marker.owners.isEmpty {
      append(
        Mark(
          .action, marker.text, owners: marker.owners, line: line.number, speaker: line.speaker))
    } else {
      action(marker.text, line)
    }
  }

  private mutating func action(_ text: String, _ line: SaidLine) {
    let leading = LeadingNames(text, known: known) ?? LeadingNames(doing: text, known)
    let trailing = leading == nil ? ActionMarker.inBrackets(text, known) : nil
    append(
      Mark(
        .action, leading?.rest ?? trailing?.text ?? text,
        owners: leading?.owners ?? trailing.map { [$0.owner] } ?? [], line: line.number,
        speaker: line.speaker))
  }

  private mutating func takeListed(_ text: String, _ kind: Mark.Kind, _ line: SaidLine) {
    guard kind == .action else {
      append(Mark(kind, text, line: line.number, speaker: line.speaker))
      return
    }
    if let leading = LeadingNames(text, known: known) ?? LeadingNames(doing: text, known),
      MinutesMarker.isNothing(leading.rest)
    {
      return
    }
    action(text, line)
  }
}

extension Mark {
  fileprivate func isSame(as other: Mark) -> Bool {
    kind == other.kind && TextFolding.fold(text) == TextFolding.fold(other.text)
      && owners == other.owners
  }
}

/// What stands in front of a line in a list: a bullet, a number, a box; or a quotation's stroke.
struct ListMark {
  let text: String
  let isListed: Bool
  let isQuoted: Bool
  /// A box to tick.
  let isTask: Bool
  /// A box that is ticked.
  let isDone: Bool

  init(_ line: String) {
    var rest = line.trimmed[...]
    isQuoted = rest.hasPrefix(">") && !rest.hasPrefix(">>>")
    var isListed = false
    var isDone = false
    if let first = rest.first, "-*•–·".contains(first), rest.dropFirst().first == " " {
      rest = rest.dropFirst(2)
      isListed = true
    }
    let number = rest.prefix { $0.isNumber || $0 == "." || $0 == ")" }
    if number.contains(where: \.isNumber), !number.isEmpty,
      number.count > 1, rest.dropFirst(number.count).first == " "
    {
      rest = rest.dropFirst(number.count + 1)
      isListed = true
    }
    var isTask = false
    for box in ["[ ] ", "[] ", "☐ "] where rest.hasPrefix(box) {
      rest = rest.dropFirst(box.count)
      isTask = true
    }
    for box in ["[x] ", "[X] ", "☑ ", "✓ ", "✔ "] where rest.hasPrefix(box) { isDone = true }
    var text = String(rest).trimmed
    for star in ["**", "__", "*", "_"] { text = text.withoutPair(of: star) }
    self.text = text
    self.isListed = isListed
    self.isTask = isTask
    self.isDone = isDone
  }
}

extension String {
  /// `**Decision:** ship` → `Decision: ship`.
  fileprivate func withoutPair(of star: String) -> String {
    guard hasPrefix(star), let range = dropFirst(star.count).firstRange(of: star) else {
      return self
    }
    return String(self[index(startIndex, offsetBy: star.count)..<range.lowerBound])
      + String(self[range.upperBound...])
  }

  /// Cut at some words.
  func components(_ separator: String) -> [String] {
    var pieces: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      pieces.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return pieces + [String(rest)]
  }

  /// `IVO` → `Ivo`.
  var capitalisedWords: String {
    split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst().lowercased() }
      .joined(separator: " ")
  }

  func range(of words: String) -> Range<Index>? { self[...].firstRange(of: words) }
}

extension Substring {
  func firstRange(of words: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(words),
        let end = index(start, offsetBy: words.count, limitedBy: endIndex)
      {
        return start..<end
      }
      start = index(after: start)
    }
    return nil
  }
}
